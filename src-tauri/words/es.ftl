# Words the shell itself shows: the system's file dialogs, the calm screen, the printed kit. The window has its own catalogue.

pick-backup-file = Elegir una copia de seguridad
pick-backup-folder = Elegir la carpeta de una copia de seguridad
pick-key-file = Elegir el archivo de clave
pick-media-folder = Elegir la carpeta multimedia
pick-contacts = Elegir un archivo de contactos
pick-kit-file = Elegir su kit de recuperación
save-kit = Guardar su kit de recuperación
save-kit-name = Kit de recuperación de Latchkey.txt
pick-new-place = Elegir el nuevo lugar de los chats
pick-place-for-copy = Elegir el lugar de la copia
pick-saved-copy = Elegir una copia guardada
pick-export-place = Elegir la carpeta y el nombre de la exportación
pick-redaction = Elegir un archivo de tachado
pick-dataset = Elegir el conjunto de datos que se amplía
export-name = Exportación de Latchkey { $date }

copy-name = Copia recuperada el { $date }
save-as = Guardar una copia
save-marks = Guardar sus marcadores, etiquetas y notas
save-marks-name = Marcas de Latchkey.json

filter-backups = Copias de seguridad
filter-contacts = Contactos (vCard, CSV)
filter-redaction = Archivos de tachado (TOML)
filter-all = Todos los archivos

stopped-title = Latchkey se detuvo un momento
stopped-happened = Algo no salió bien dentro de Latchkey, así que cerró lo que estaba abierto. Sus copias de seguridad y sus chats no cambiaron.
stopped-todo = Empiece de nuevo. Si vuelve a pasar en el mismo lugar, el registro muestra dónde; no contiene nada de sus chats.
stopped-start = Empezar de nuevo

kit-title = Kit de recuperación
kit-opens = Abre el historial de chats que usted restauró con Latchkey cuando ninguna otra cosa lo abre.
kit-made-on = Creado el { $date }.
kit-keep = Guarde esta hoja con sus papeles importantes, lejos del equipo. Quien la tenga junto con su historial puede leer sus chats. Latchkey no conserva ninguna copia.
kit-key-heading = La clave
kit-key-hint = Escríbala con o sin espacios y guiones; da igual si usa mayúsculas o minúsculas.
kit-qr-caption = La misma clave, para una cámara
kit-fingerprint = Huella digital
kit-keyring = Llavero
kit-public-key = Clave pública
kit-with-latchkey = En Latchkey: Abrir mis chats, y luego escriba esta clave.
kit-without-heading = Sin Latchkey
kit-without-explained = Con los programas age y jq, y el archivo keyring.latchkey de la carpeta de su historial:
kit-step-write = Guarde la clave en un archivo (escríbala, luego Intro y Ctrl D):
kit-step-digits = Lea los 64 dígitos de sus copias de seguridad:
kit-step-index = Lea la clave del historial:
