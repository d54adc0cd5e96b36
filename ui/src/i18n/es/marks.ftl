# The person's own marks: bookmarks, tags and notes on messages and chats.
marks-title = Marcas
marks-why = Sus propios marcadores, etiquetas y notas. Están cifrados con sus chats, y nadie más los ve.
marks-again = Intentar de nuevo
marks-search = Buscar en sus marcas
marks-search-empty = Borrar la búsqueda
marks-narrow = Solo con una etiqueta
marks-only-tag = Solo marcas con la etiqueta { $tag }
marks-all = { $count ->
    [one] Una marca
   *[other] { $countText } marcas
}
marks-found = { $count ->
    [0] Ninguna marca coincide
    [one] Una marca coincide
   *[other] { $countText } marcas coinciden
}
marks-widen = Mostrar todas las marcas
marks-more = Mostrar más (quedan { $left })
marks-chat-unnamed = Chat sin nombre
marks-card = { $chat }: un mensaje de { $sender }
marks-card-chat = El chat { $chat }
marks-you = Usted
marks-sender-unknown = Persona desconocida
marks-whole-chat = El chat entero
marks-edit = Editar
marks-show = Mostrar en el chat
marks-export = Exportar mis marcas
marks-exported = { $count ->
    [0] No había marcas que escribir
    [one] Se escribió una marca en el archivo
   *[other] Se escribieron { $countText } marcas en el archivo
}
marks-exported-text = El archivo no está cifrado: en él se pueden leer sus notas y los mensajes a los que pertenecen. Guárdelo donde solo mire usted.
marks-empty = Todavía no hay nada marcado
marks-empty-bookmark = Un marcador le devuelve a un mensaje.
marks-empty-tag = Las etiquetas reúnen lo que va junto.
marks-empty-note = Una nota dice lo que no quiere olvidar.
marks-empty-how = Abra el menú de un mensaje o de un chat para ponerlos allí. Todo lo que marcó está aquí.
marks-empty-go = A los chats

## The editor
marks-of-message = Marcar este mensaje
marks-of-chat = Marcar este chat
marks-bookmark = Marcador
marks-bookmark-why = Está entre sus marcas.
marks-pin = Fijar arriba
marks-pin-why = El chat está por encima de los demás en la lista.
marks-tags = Etiquetas
marks-tags-hint = Intro o una coma termina una etiqueta.
marks-tags-known = Etiquetas que ya usó
marks-tag-add = Añada una etiqueta y pulse Intro
marks-tag-drop = Quitar { $tag }
marks-note = Nota
marks-only-here = Se guarda cifrado con estos chats, solo en este equipo.
marks-done = Listo
marks-leave = Cerrar sin conservarlo
marks-changed = Sus marcas de este mensaje cambiaron
marks-changed-chat = Sus marcas de este chat cambiaron
