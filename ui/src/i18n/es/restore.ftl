# The wizard: five calm steps.
restore-steps = Pasos de la restauración
restore-step-choose = Elegir
restore-step-unlock = Desbloquear
restore-step-keep = Proteger
restore-step-restore = Restaurar
restore-step-done = Listo
restore-step-behind = hecho
restore-next = Continuar
restore-cancel = Cancelar
restore-again = Intentar de nuevo
restore-choose-other = Elegir otra copia de seguridad

restore-leave-title = ¿Salir de esta restauración?
restore-leave-text = Todavía no se restauró nada y su copia de seguridad no se cambió. El kit de recuperación hecho aquí no hará falta; la próxima vez recibe uno nuevo.
restore-leave-yes = Salir
restore-leave-no = Quedarme aquí

## Step 1

restore-choose-title = Elija su copia de seguridad
restore-choose-why = Latchkey mira primero el archivo. Así puede decirle si está íntegro y qué clave lo abre, antes de pedirle nada.
restore-drop = Suelte aquí un archivo de copia de seguridad, o la carpeta entera
restore-pick-file = Elegir un archivo
restore-pick-folder = Elegir una carpeta
restore-path = O escriba dónde está
restore-path-example = /home/…/WhatsApp/Databases
restore-path-look = Mirar
restore-looking = Mirando lo que hay…
restore-found = { $count ->
    [one] Una copia de seguridad que se puede restaurar
   *[other] { $count } copias de seguridad que se pueden restaurar, la completa más reciente primero
}
restore-found-nothing = Ahí no se encontró ninguna copia de seguridad
restore-found-nothing-todo = En un teléfono Android, las copias están en Android › media › com.whatsapp › WhatsApp › Databases. La más reciente se llama msgstore.db.crypt15 o .crypt14. Copie la carpeta WhatsApp entera si puede: también contiene las imágenes.
restore-found-none-restorable = Aquí no hay nada que esta versión pueda restaurar
restore-found-others = También se encontró aquí
restore-found-skipped = { $count ->
    [one] Se pasó por alto otro archivo: no es una copia de seguridad.
   *[other] Se pasaron por alto otros { $count } archivos: no son copias de seguridad.
}

restore-same-number = Ya tiene aquí chats de este número
restore-same-number-text = Ábralos primero, y esta copia se les añade: solo entra lo nuevo. Si no, se convierte en un historial aparte, con su propio kit.
restore-same-number-open = Abrir primero mis chats

restore-card-number = Número que termina en { $suffix }
restore-card-age = { $ago }, { $date }
restore-card-version = WhatsApp { $version }
restore-purpose-full = Copia completa
restore-purpose-dated = Copia completa anterior
restore-purpose-increment = Copia adicional
restore-purpose-contacts = Contactos de WhatsApp
restore-purpose-key_file = Archivo de clave
restore-purpose-iphone = Copia de seguridad de iPhone
restore-purpose-exported_chat = Chat exportado
restore-purpose-other = Copia de seguridad
restore-whole-waiting = Comprobando
restore-whole-ok = Íntegra
restore-whole-mismatch = Dañada
restore-whole-absent = Se comprobará con la clave
restore-whole-unknown = No se pudo comprobar
restore-secret-digits = Se abre con la clave de 64 dígitos
restore-secret-unstated = Cifrada de extremo a extremo: se abre con la clave de 64 dígitos
restore-secret-device-key = Se abre con el archivo de clave del teléfono
restore-secret-passkey = La guarda una llave de acceso (passkey) en WhatsApp: el siguiente paso muestra el camino
restore-secret-password = La guarda una contraseña en WhatsApp: el siguiente paso muestra el camino
restore-secret-none = Sin cerrar
restore-able-increment = Contiene solo lo que vino después de una copia completa. Esta versión restaura copias completas; elija la completa de más arriba.
restore-able-contacts = Contiene nombres para sus chats. Se usa por sí solo cuando está en la carpeta que WhatsApp creó para él.
restore-able-key-file = Una clave, no una copia de seguridad. Se pide en el siguiente paso.
restore-able-iphone = Latchkey reconoce las copias de iPhone, pero esta versión todavía no puede restaurarlas.
restore-able-exported-chat = Un chat exportado como texto. Se puede leer sin Latchkey; esta versión todavía no puede añadirlo a sus chats.
restore-able-other = Se reconoce, pero esta versión no puede restaurarla.

## Step 2

restore-unlock-title = Desbloquee su copia de seguridad
restore-unlock-why = Los 64 dígitos son la única clave. Se prueban en este equipo, al momento, y nunca se guardan tal como los escribió.
restore-unlock-file-title = Desbloquee su copia de seguridad con su archivo de clave
restore-unlock-file-why = Esta copia no está cifrada de extremo a extremo. Se abre con un archivo pequeño llamado «key», que WhatsApp guarda en el teléfono.
restore-unlock-none-title = Esta copia de seguridad no está cerrada
restore-unlock-none-why = No hace falta ninguna clave. Latchkey cierra sus chats en el siguiente paso.

restore-unlock-passkey-title = Desbloquee con su llave de acceso
restore-unlock-passkey-why = En este equipo hay un llavero para este número. Si contiene la clave de esta copia, no hacen falta dígitos, y lo nuevo se añade a los chats que ya tiene.
restore-use-digits = Usar los 64 dígitos en su lugar
restore-use-key-file = Usar el archivo de clave en su lugar
restore-use-passkey = Usar una llave de acceso después de todo
restore-keyring-opened = Chats abiertos por última vez { $ago }
restore-keyring-unopened = Chats sin abrir todavía
restore-keyring-does-not-fit = Sus chats están abiertos, pero esta copia tiene su propia clave
restore-keyring-does-not-fit-text = WhatsApp crea una clave nueva cada vez que se activa la copia de extremo a extremo. Escriba una vez los dígitos de esta copia; entran en el mismo llavero, y desde entonces sus llaves de acceso abren también esta.

restore-digits-label = Sus 64 dígitos
restore-digits-hint = Escríbalos o péguelos. Las letras de la a a la f también son dígitos.
restore-digits-count = { $groups } de 16 grupos
restore-digits-stranger = El grupo { $group } contiene algo que no es de 0 a 9 ni de a a f
restore-digits-too-many = Estos son { $count } dígitos; la clave tiene 64
restore-digits-trying = Probando la clave…
restore-digits-incomplete = La clave todavía no está completa
restore-digits-incomplete-text = Tiene 64 dígitos, en 16 grupos de 4. Compare grupo por grupo.
restore-digits-incomplete-group = Mire el grupo { $group }: parece que falta un dígito, o que sobra uno.

restore-key-fits = Esta clave abre su copia de seguridad
restore-key-fits-text = Se probó con { $name }. Los dígitos se borraron de la pantalla.
restore-key-fits-keyring = Estaba en el llavero abierto, y se probó con { $name }. Lo nuevo se añade a los chats que ya tiene.
restore-key-another = Usar otra clave
restore-key-does-not-fit = Esta clave no abre esta copia de seguridad
restore-key-cause-waiting = Latchkey todavía comprueba si el archivo está íntegro; después puede decir por qué. Mientras tanto puede comparar los dígitos.

restore-slip-wrong_digit = Creemos que un dígito del grupo { $group } no es el que debe ser
restore-slip-wrong_digit-somewhere = Creemos que un dígito no es el que debe ser
restore-slip-swapped = Creemos que dos dígitos del grupo { $group } están intercambiados
restore-slip-swapped-somewhere = Creemos que dos dígitos están intercambiados
restore-slip-look_alike = Creemos que el grupo { $group } contiene una letra que parece una cifra
restore-slip-look_alike-somewhere = Creemos que una letra se tomó por una cifra
restore-slip-transposed = Creemos que los grupos se leyeron por columnas
restore-slip-transposed-somewhere = Creemos que los grupos se leyeron por columnas
restore-slip-text = Con esto corregido, la clave abre su copia de seguridad. Mire su nota otra vez antes de aceptar, y corrija también la nota.
restore-slip-accept = Usar la clave corregida
restore-slip-refuse = No, volveré a mirar

restore-key-file-title = O un archivo de clave
restore-key-file-text = Un archivo llamado encrypted_backup.key hace lo mismo, y también un archivo de texto con los dígitos.
restore-key-file-first = Solo un teléfono con acceso completo (root) entrega este archivo. Si lo tiene, elíjalo aquí.
restore-key-file = Elegir un archivo de clave
restore-key-file-path = Escriba dónde está el archivo de clave
restore-key-file-use = Usarlo

restore-where-title = ¿Dónde encuentro mis 64 dígitos?
restore-where-text = WhatsApp muestra los dígitos una vez, el día en que se activa la copia de seguridad cifrada de extremo a extremo. Busque una nota o una captura de pantalla con 16 grupos. Si no hay ninguna y el teléfono todavía funciona, haga una copia nueva cuya clave conozca:
restore-where-lost = ¿Ya no tiene el teléfono? Busque donde guarda las contraseñas, entre las capturas de sus fotos en línea y en sus papeles. Sin los dígitos nadie puede abrir esta copia, ni siquiera WhatsApp; una más antigua quizá se abra con otra clave.
restore-where-device-title = No tengo este archivo
restore-where-device-text = La mayoría de las personas no lo tiene. Si el teléfono todavía funciona, hay un camino más fácil: haga una copia nueva que se abra con 64 dígitos.
restore-way-open = En el teléfono, abra WhatsApp › Ajustes › Chats › Copia de seguridad › Copia de seguridad cifrada de extremo a extremo.
restore-way-off = Si está activada, desactívela. Sus chats en el teléfono quedan como están.
restore-way-on = Actívela. Donde WhatsApp pregunte cómo, elija la clave de 64 dígitos.
restore-way-write = Anote los dígitos, los 16 grupos.
restore-way-again = Vuelva una pantalla atrás y toque «Guardar». Luego copie la copia nueva a este equipo.

restore-locked-why = Latchkey miró el principio de este archivo. Dice que el propio WhatsApp guarda la clave.
restore-locked-passkey = Esta copia la guarda una llave de acceso (passkey)
restore-locked-passkey-text = Una llave de acceso desbloquea algo con su huella, su rostro, un PIN o una llave de seguridad. Esta funciona solo dentro de WhatsApp, a través de sus servidores, así que ningún otro programa puede abrir esta copia. Hay un rodeo que toma unos minutos; después, una llave de acceso suya puede abrirla aquí.
restore-locked-password = Esta copia la guarda una contraseña
restore-locked-password-text = La contraseña funciona solo dentro de WhatsApp, a través de sus servidores, así que ningún otro programa puede abrir esta copia con ella. Hay un rodeo que toma unos minutos.
restore-locked-way = El camino
restore-locked-lost-phone = ¿Ya no tiene el teléfono? Instale WhatsApp en otro teléfono con el mismo número, restaure allí la copia y luego siga estos pasos.
restore-locked-choose-other = Elegir otra copia de seguridad
restore-locked-have-digits = Ya tengo 64 dígitos para esta copia

restore-phone-label = El camino en el teléfono, pantalla por pantalla
restore-phone-whatsapp = WhatsApp
restore-phone-settings = Ajustes
restore-phone-account = Cuenta
restore-phone-privacy = Privacidad
restore-phone-chats = Chats
restore-phone-notifications = Notificaciones
restore-phone-theme = Tema
restore-phone-wallpaper = Fondo de pantalla
restore-phone-backup = Copia de seguridad
restore-phone-history = Historial de chats
restore-phone-google = Cuenta de Google
restore-phone-videos = Incluir videos
restore-phone-encrypted = Copia de seguridad cifrada de extremo a extremo
restore-phone-passkey = Llave de acceso
restore-phone-password = Contraseña
restore-phone-digits = Clave de 64 dígitos

## Step 3

restore-passkey-title = La próxima vez, sin dígitos
restore-passkey-why = Una llave de acceso (passkey) desbloquea sus chats con un toque, una huella o un PIN, y abre también las copias posteriores de este número. ¿Qué quiere usar?
restore-passkey-added = Se añadió { $label }
restore-passkey-added-bound = Abre sus chats, y solo el propio dispositivo puede hacerlo: no se puede copiar.
restore-passkey-added-synced = Abre sus chats, en todos los dispositivos donde la cuenta de su teléfono guarda llaves de acceso.
restore-passkey-other = Usar otra cosa
restore-passkey-then = Ahora viene el kit de recuperación, para el día en que esta llave de acceso se pierda. Después, los dos se prueban una vez.
restore-passkey-skip = Seguir sin llave de acceso
restore-passkey-skip-text = Se puede añadir más tarde en Claves. Hasta entonces, el kit de recuperación es la única forma de entrar: lo escribe cada vez y, si se pierde, sus chats restaurados quedan cerrados.
restore-keep-title = Proteja el acceso
restore-keep-with-passkey-why = Una llave de acceso puede perderse con su dispositivo. Entonces el kit de recuperación abre sus chats; si se pierde todo, nadie puede abrirlos, ni siquiera nosotros.
restore-keep-why = Sus chats restaurados quedan cifrados en este equipo. El kit de recuperación es su única clave: con él siempre puede abrirlos, y sin él nadie puede, ni siquiera nosotros.
restore-keep-merging-why = Sus chats están abiertos, así que esta copia se les añade.
restore-keep-merging = Las claves que tiene siguen siendo las claves
restore-keep-merging-text = No hacen falta ni una llave de acceso nueva ni un kit nuevo. Los mensajes que ya tiene no se añaden dos veces.
restore-kit-name = Kit de recuperación
restore-kit-text = Basta una hoja de papel. Guárdela donde guarda los pasaportes.
restore-kit-print = Imprimir el kit
restore-kit-save = Guardarlo como archivo
restore-kit-by-hand = Anotarlo a mano
restore-kit-hide = Volver a ocultarlo
restore-kit-groups = Los grupos de su kit de recuperación
restore-kit-fingerprint = Huella digital
restore-kit-printed = El kit está en su propia ventana; imprímalo desde allí.
restore-kit-saved = Guardado como { $name } en { $folder }. Quien tenga este archivo y este equipo puede abrir sus chats, así que muévalo a una memoria USB o a otro lugar seguro.
restore-kit-proved = Tiene su kit
restore-kit-proved-text = Guárdelo en un lugar seguro. Se borró de la pantalla.
restore-proof-label = { $count ->
    [one] Escriba el último grupo de su kit
   *[other] Escriba los últimos { $count } grupos de su kit
}
restore-proof-why = Del papel o del archivo, para que sepa que se puede leer.
restore-proof-check = Comprobar
restore-proof-wrong = Estos no son los últimos grupos de este kit
restore-proof-wrong-todo = Están al final de la larga fila de grupos, subrayados. Las mayúsculas y los espacios no importan.

restore-rehearsal-title = Pruébelo una vez
restore-rehearsal-why = Antes de cerrar nada, cada forma de entrar abre el llavero una vez. Así sabe que funciona.
restore-rehearsal-passkey = Abra ahora el llavero con ella.
restore-rehearsal-kit = Vuelva una página atrás y escriba sus últimos grupos.
restore-rehearsal-try = Probar ahora
restore-rehearsal-opened = Abrió el llavero
restore-rehearsal-done = Los dos funcionan. Ahora se pueden restaurar sus chats.

## Step 4

restore-ready-title = Todo listo para restaurar
restore-ready-why = { $name } se abre, se comprueba y se ordena en este equipo. Dos cosas pueden mejorarlo; las dos son opcionales.
restore-media = Imágenes, mensajes de voz y archivos
restore-media-text = Están junto a la copia de seguridad, no dentro de ella. Latchkey los muestra desde su carpeta y no copia nada.
restore-media-none = Sin carpeta elegida: sus lugares quedan vacíos
restore-media-pick = Elegir una carpeta
restore-contacts = Nombres de su libreta de direcciones
restore-contacts-text = Un archivo de contactos (.vcf o .csv), como lo exportan los teléfonos y los programas de correo.
restore-contacts-none = Sin archivo elegido: se usan los nombres que cada persona se dio
restore-contacts-pick = Elegir un archivo
restore-start = Restaurar mis chats
restore-stop = Detener
restore-stopping = Deteniendo…
restore-stopping-text = Deteniendo, sin dejar nada atrás
restore-running-title = Restaurando sus chats
restore-running-why = Puede dejar esta ventana sola; le avisa cuando termina.
restore-beginning = Empezando
restore-stage-decrypting = Abrir y verificar la copia de seguridad
restore-stage-reading = Leer los chats
restore-stage-indexing = Ordenar los mensajes
restore-stage-searching = Preparar la búsqueda
restore-stage-media = Buscar imágenes y archivos
restore-stage-finishing = Cerrarlo todo con sus claves
restore-count = Mensajes
restore-speed = Mensajes por segundo
restore-left = Tiempo restante
restore-left-unknown = Todavía no se sabe
restore-left-second = { $count ->
    [one] Un segundo
   *[other] { $count } segundos
}
restore-left-minute = { $count ->
    [one] Un minuto
   *[other] { $count } minutos
}
restore-left-hour = { $count ->
    [one] Una hora
   *[other] { $count } horas
}

## Step 5

restore-done-title = { $count ->
    [0] No había mensajes en esta copia de seguridad
    [one] Un mensaje está de vuelta
   *[other] { $count } mensajes están de vuelta
}
restore-done-nothing-new = Ya tenía todos estos mensajes
restore-done-why = { $seconds ->
    [one] Tardó un segundo. Cada fila de la copia de seguridad está justificada.
   *[other] Tardó { $seconds } segundos. Cada fila de la copia de seguridad está justificada.
}
restore-done-time = { $seconds ->
    [one] Tardó un segundo.
   *[other] Tardó { $seconds } segundos.
}
restore-unaccounted = { $count ->
    [one] Una fila no se pudo justificar
   *[other] { $countText } filas no se pudieron justificar
}
restore-unaccounted-text = Se conserva todo lo que se leyó. Esto se debe a Latchkey, no a su copia de seguridad; consérvela, una versión posterior puede encontrar lo que falta.
restore-damaged-stretches = { $count ->
    [one] Un tramo del archivo está dañado
   *[other] { $countText } tramos del archivo están dañados
}
restore-damaged-stretches-text = Los mensajes están aquí. A algunos puede faltarles una imagen, una cita o una reacción que estaba ahí.
restore-increments = { $count ->
    [one] Un archivo junto a la copia contiene cambios más nuevos
   *[other] { $countText } archivos junto a la copia contienen cambios más nuevos
}
restore-increments-text = Esta versión no puede añadirlos, así que estos días faltan hasta que restaure una copia completa hecha más tarde:
restore-increment-day = { $day }
restore-increment-since = desde { $day }
restore-increment-unknown = días desconocidos
restore-increment-messages = { $count ->
    [one] un mensaje
   *[other] { $countText } mensajes
}
restore-folded-album = se muestra en un álbum
restore-folded-hd-twin = lo mismo con mejor calidad
restore-folded-motion-clip = el video de una imagen en movimiento
restore-folded-poll-picture = la imagen de una respuesta de encuesta
restore-folded-other = se muestra como parte de otro ({ $reason })
restore-done-checksum = La suma de comprobación del propio archivo está dañada
restore-done-checksum-text = Sus chats no están afectados: se verificaron con la clave.
restore-ledger = Cómo salen las cuentas
restore-ledger-restored = Mensajes restaurados
restore-ledger-new = nuevos
restore-ledger-present = ya los tenía
restore-ledger-lacking = Sin justificar
restore-ledger-rows = Filas en la copia de seguridad
restore-left-sentinel = Se omitió: la fila de relleno de la copia, que nunca es un mensaje
restore-left-never-displayed = Se omitió: notas internas que el propio WhatsApp nunca muestra
restore-left-deleted-by-owner = Se omitió: los había eliminado usted, y el teléfono aún no los había limpiado
restore-left-unreadable = Se omitió: no se pudo leer, esta parte del archivo está dañada
restore-left-other = Se omitió: { $reason }
restore-done-chats = Chats
restore-done-people = Personas
restore-done-reactions = Reacciones
restore-done-calls = Llamadas
restore-done-media = Se encontraron { $found } de { $referenced } imágenes y archivos
restore-done-media-missing = { $count ->
    [one] Falta uno: se eliminó en el teléfono o está en otra carpeta. Su lugar en el chat lo dice.
   *[other] Faltan { $count }: se eliminaron en el teléfono o están en otra carpeta. Sus lugares en los chats lo dicen.
}
restore-done-kinds = Qué tipos de mensajes son
restore-open-chats = Abrir mis chats
restore-kind-text = Texto
restore-kind-image = Imágenes
restore-kind-video = Videos
restore-kind-video-note = Notas de video
restore-kind-audio = Archivos de audio
restore-kind-voice = Mensajes de voz
restore-kind-document = Documentos
restore-kind-sticker = Stickers
restore-kind-gif = GIF
restore-kind-location = Ubicaciones
restore-kind-live-location = Ubicaciones en tiempo real
restore-kind-contact = Contactos
restore-kind-poll = Encuestas
restore-kind-event = Eventos
restore-kind-group-invite = Invitaciones a grupos
restore-kind-system = Avisos
restore-kind-call = Llamadas en los chats
restore-kind-revoked = Mensajes eliminados
restore-kind-view-once = Vistos una vez
restore-kind-album = Álbumes
restore-kind-order = Pedidos
restore-kind-payment = Pagos
restore-kind-template = Mensajes de empresa
restore-kind-unsupported = Otros
