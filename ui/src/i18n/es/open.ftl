# Open my chats: which history, and the ways into it.
open-title = Mis chats
open-why = Sus chats restaurados están cifrados en este equipo. Los abre una llave de acceso (passkey), o su kit de recuperación.
open-which = { $count ->
    [one] En este equipo
   *[other] ¿Qué chats quiere abrir?
}
open-number = Chats del número que termina en { $suffix }
open-number-unknown = Chats de un número desconocido
open-last = Abierto por última vez { $ago }
open-never = Sin abrir todavía
open-empty = En este equipo todavía no se restauró nada
open-empty-text = Restaure una copia de seguridad, o recupere una copia que guardó antes; los chats aparecen aquí después.
open-empty-restore = Restaurar una copia de seguridad
open-with-passkey = Abrir con una llave de acceso
open-with-words = Abrir con sus seis palabras
open-with-kit = Abrir con el kit de recuperación
open-words-label = Sus seis palabras
open-words-hint = Con un espacio entre ellas, en su orden. Las mayúsculas no importan.
open-kit-label = Su kit de recuperación
open-kit-hint = Escriba o pegue los grupos de la hoja. Las mayúsculas, los espacios y los saltos de línea no importan.
open-kit-open = Abrir
open-kit-opening = Abriendo…
open-kit-or = ¿El kit está guardado como archivo?
open-kit-file = Elegir el archivo del kit

open-again = Intentar de nuevo
open-now = Abierto ahora
open-from-copy = Restaurar desde una copia
open-number-short = Número que termina en { $suffix }
open-empty-deleted = Todos los chats de este equipo están eliminados
open-menu = Más sobre { $name }
open-menu-rename = Cambiar nombre
open-menu-copy = Guardar una copia
open-menu-move = Mover
open-menu-delete = Eliminar
open-menu-lock-first = Bloquear primero estos chats
open-rename-label = Nombre de estos chats
open-rename-hint = Solo lo ve usted. Sin nombre, aquí está el número.
open-rename-save = Cambiar nombre
open-rename-leave = Dejarlo
open-renamed = Nombre cambiado
open-copy-these = sus chats
open-copy-title = Guardando una copia: { $name }
open-move-title = Moviendo: { $name }
open-restore-title = Restaurando desde una copia
open-copy-progress = { $done } de { $total } copiado y comparado
open-copy-while = La copia sigue cifrada. Sus chats de aquí no se cambian.
open-move-while = Los chats se quedan donde están hasta que todo llegue y se compare.
open-restore-while = La copia misma no se cambia.
open-copy-stop = Detener
open-copy-stopping = Deteniendo…
open-copy-stopped = Detenido
open-copy-stopped-text = Sus chats están como estaban, y no quedó nada a medias.
open-copy-close = Listo
open-bringing-title = Sus chats se están poniendo al día
open-bringing-progress = { $done } de { $total } copiado
open-bringing-checking = Todo está copiado y se está comprobando
open-bringing-while = Esta versión de Latchkey guarda más de sus chats. Hasta que todo esté hecho siguen como estaban, y puede detenerlo.
open-copy-done = La copia está completa: { $name }
open-copy-done-text = Los { $size } se volvieron a leer y se compararon con sus chats, también el llavero. Está cifrada como ellos y se abre con las mismas claves.
open-move-done = Movido: { $name }
open-move-done-text = Los { $size } se volvieron a leer y se compararon antes de vaciar el lugar anterior. Se abre con las mismas claves que antes.
open-move-done-same-disk = Su lugar nuevo está en el mismo disco, así que no hubo que copiar nada. Se abre con las mismas claves que antes.
open-restore-done = Su copia está aquí de nuevo: { $name }
open-restore-done-text = Los { $size } se volvieron a leer y se compararon con la copia. Se abre con las claves que tenía cuando se guardó la copia.
open-restore-not-one = En esta carpeta no hay ninguna copia de chats
open-restore-not-one-todo = Elija la carpeta que Latchkey creó cuando guardó la copia. No se cambió nada.
open-not-there = Estos chats no están ahí ahora
open-not-there-todo = Pueden estar en un disco o una memoria USB que no está conectada. Conéctela e inténtelo de nuevo; no se cambió nada.
open-deleted = Eliminado: { $name }. Reposa 30 días, todavía cifrado.
open-deleted-marks =
    Eliminado: { $name }. Reposa 30 días, todavía cifrado. { $count ->
        [one] Una marca suya nunca se exportó.
       *[other] { $countText } marcas suyas nunca se exportaron.
    }
open-brought-back = Recuperado: { $name }
open-resting = Eliminados
open-resting-why = Reposan aquí 30 días, todavía cifrados, y se pueden recuperar.
open-resting-left = { $days ->
    [0] Desaparece para siempre hoy
    [one] Queda un día, hasta { $date }
   *[other] Quedan { $daysText } días, hasta { $date }
}
open-resting-back = Recuperar
open-resting-delete = Eliminar ahora para siempre
open-end-title = Eliminar para siempre: { $name }
open-end-key = Primero la clave.
open-end-key-text = El llavero se sobrescribe y se quita. Desde entonces nadie puede ya leer estos chats, ni con una llave de acceso, ni con el kit de recuperación, y nosotros tampoco.
open-end-files = Luego los archivos.
open-end-files-text = Un SSD puede conservar bloques antiguos por un tiempo; sin la clave nadie puede leerlos.
open-end-copies = Las copias de seguridad del teléfono, y las copias que guardó en otro lugar, quedan como están.
open-end-marks = { $count ->
    [one] Una marca suya nunca se exportó
   *[other] { $countText } marcas suyas nunca se exportaron
}
open-end-marks-text = Los marcadores, las etiquetas y las notas no están en ninguna copia de seguridad; se van con estos chats.
open-end-export = Abrir y exportar primero
open-end-leave = Dejarlos reposar
open-end-yes = Eliminar para siempre
open-ended = Eliminado para siempre: { $name }
