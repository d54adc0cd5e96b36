# The history browser: list of chats, conversation, search.

## Frame
chats-heading = Chats
chats-list-label = Chats
chats-lock = Bloquear
chats-lock-title = Bloquear: cerrar los chats y olvidar las claves
chats-settings = Ajustes
chats-back-to-list = Volver a los chats
chats-back-to-results = Volver a los resultados
chats-loading = Abriendo sus chats…
chats-retry = Intentar de nuevo
chats-choose = Elija un chat para leer
chats-choose-hint = Pulse / para buscar en todos los mensajes.
chats-whole =
    { $chats ->
        [one] { $chatsText } chat
       *[other] { $chatsText } chats
    }, { $messages ->
        [one] { $messagesText } mensaje
       *[other] { $messagesText } mensajes
    }
chats-span = { $from } – { $to }
chats-none = Esta copia de seguridad no contiene chats
chats-none-hint = El historial se abrió y no hay nada en él. Restaurar una copia más nueva lo completa.

## List
chats-filter = Filtrar por nombre
chats-filter-clear = Borrar el filtro
chats-filter-none = Ningún chat tiene «{ $text }» en el nombre.
chats-filter-search = Buscar mejor en los mensajes
chats-filtered =
    { $count ->
        [0] Ningún chat
        [one] { $countText } chat
       *[other] { $countText } chats
    }
chats-count =
    { $count ->
        [one] { $countText } mensaje
       *[other] { $countText } mensajes
    }
chats-unread =
    { $count ->
        [one] { $countText } sin leer
       *[other] { $countText } sin leer
    }
chats-you-said = Usted:
chats-no-messages = Sin mensajes
chats-private-number = Desconocido (número privado)
chats-unnamed-group = Grupo sin nombre
chats-unnamed-community = Comunidad sin nombre
chats-unnamed-channel = Canal sin nombre
chats-broadcast = Lista de difusión
chats-status = Estados
chats-deleted-chat = Un chat eliminado
chats-unnamed = Chat sin nombre

## Conversation
chats-conversation = Mensajes con { $name }
chats-conversation-group = Mensajes en { $name }
chats-conversation-failed = Estos mensajes no se pudieron abrir
chats-conversation-empty = No hay mensajes en este chat
chats-conversation-empty-hint = El teléfono conservó el chat, y no quedaba nada en él.
chats-left = Usted ya no está en este grupo
chats-disappearing-new = Los mensajes desaparecen después de { $time }
chats-about = Sobre este chat
chats-about-number = Número
chats-about-first = Primer mensaje
chats-about-last = Último mensaje
chats-about-disappearing = Mensajes nuevos
chats-about-disappearing-after = desaparecen después de { $time }
chats-search-here = Buscar en este chat
chats-you = Usted
chats-you-among = usted
chats-no-date = sin fecha
chats-edited = editado
chats-edited-at = editado: { $when }
chats-starred = Destacado
chats-pinned = Fijado por { $name }
chats-kept = Conservado por { $name }
chats-disappearing = Un mensaje que desaparece
chats-disappearing-after = Desaparece después de { $time }
chats-disappearing-at = Desaparece: { $when }
chats-by-list = Enviado con una lista de difusión
chats-deleted-later = Una copia posterior dice que esto se eliminó para todos. Una anterior todavía lo tenía.
chats-forwarded = Reenviado
chats-forwarded-often = Reenviado muchas veces
chats-quote-jump = Ir al mensaje citado de { $name }
chats-quote-gone = El mensaje citado no está en estos chats
chats-quote-locked = Un mensaje de un chat bloqueado
chats-reactions = Reacciones
chats-reaction-counted =
    { $count ->
        [one] { $emoji } { $countText } reacción
       *[other] { $emoji } { $countText } reacciones
    }
chats-more = y { $countText } más
chats-views =
    { $count ->
        [one] visto una vez
       *[other] visto { $countText } veces
    }
chats-link = Abrir { $url } en su navegador
chats-found-here = El mensaje que buscaba
chats-place = Lugar en el chat
chats-place-value = { $when }, mensaje { $positionText } de { $countText }

## Kinds of messages
chats-kind-text = Mensaje
chats-kind-image = Foto
chats-kind-video = Video
chats-kind-video-note = Nota de video
chats-kind-audio = Audio
chats-kind-voice = Mensaje de voz
chats-kind-document = Documento
chats-kind-sticker = Sticker
chats-kind-gif = GIF
chats-kind-location = Ubicación
chats-kind-live-location = Ubicación en tiempo real
chats-kind-contact = Tarjeta de contacto
chats-kind-poll = Encuesta
chats-kind-event = Evento
chats-kind-group-invite = Invitación a un grupo
chats-kind-system = Aviso
chats-kind-call = Llamada
chats-kind-revoked = Mensaje eliminado
chats-kind-view-once = Mensaje para ver una vez
chats-kind-album = Álbum
chats-kind-order = Pedido
chats-kind-payment = Pago
chats-kind-template = Mensaje de empresa
chats-kind-unsupported = Mensaje de un tipo desconocido
chats-revoked = Este mensaje se eliminó
chats-revoked-mine = Usted eliminó este mensaje
chats-revoked-admin = { $name } eliminó este mensaje como administrador
chats-revoked-some-admin = Un administrador eliminó este mensaje
chats-revoked-at = Eliminado: { $when }
chats-revoked-kept = Una respuesta todavía lo cita:
chats-call-mine = Llamada que usted hizo
chats-call-theirs = Llamada que usted recibió
chats-call-voice = Llamada de voz
chats-call-video = Videollamada
chats-call-answered = contestada
chats-call-missed = no contestada
chats-call-declined = rechazada
chats-call-unavailable = no se pudo contactar
chats-call-member = { $name } ({ $outcome })
chats-call-member-private = Desconocido (número privado, { $outcome })
chats-view-once-unopened = No se abrió.
chats-view-once-opened = Se abrió.
chats-view-once-expired = Nadie lo abrió a tiempo.
chats-view-once-gone = El teléfono no conserva copia de estos.
chats-album-empty = El teléfono no conservó ninguna de sus imágenes.
chats-album-count =
    { $count ->
        [one] Álbum con { $countText } imagen
       *[other] Álbum con { $countText } imágenes
    }
chats-unsupported = Un mensaje de un tipo que esta versión no puede mostrar
chats-unsupported-number = Un mensaje de un tipo que esta versión no puede mostrar (n.º { $number })

## What belongs to one kind
chats-link-preview = Enlace
chats-coordinates-copy = Copiar las coordenadas
chats-live-for = Compartida en tiempo real durante { $time }
chats-live-from = Primera posición:
chats-live-to = Última posición:
chats-live-to-at = Última posición, { $when }:
chats-contacts =
    { $count ->
        [one] Tarjeta de contacto
       *[other] Tarjetas de contacto ({ $countText })
    }
chats-contact-unnamed = Una tarjeta sin nombre
chats-poll-label = Encuesta · { $rule }
chats-poll-one = una respuesta por persona
chats-poll-any = las respuestas que se quiera
chats-poll-some =
    { $count ->
        [one] una respuesta por persona
       *[other] hasta { $countText } respuestas por persona
    }
chats-poll-unnamed =
    { $count ->
        [one] y { $countText } voto que la copia no atribuye a nadie
       *[other] y { $countText } votos que la copia no atribuye a nadie
    }
chats-poll-voters =
    { $count ->
        [0] No se sabe de nadie que haya votado
        [one] Votó { $countText } persona
       *[other] Votaron { $countText } personas
    }
chats-poll-ends = hasta { $when }
chats-event-cancelled = Evento cancelado
chats-event-guests =
    { $count ->
        [one] { $name } y { $countText } invitado
       *[other] { $name } y { $countText } invitados
    }
chats-event-answers = Respondieron: { $names }
chats-event-answers-number = Respuesta n.º { $number }: { $names }
chats-event-answers-meaning = La copia de seguridad guarda cada respuesta solo como un número.
chats-invite-until = Vale hasta { $when }
chats-buttons = Botones de este mensaje
chats-button-chosen = elegido
chats-order-items =
    { $count ->
        [one] { $countText } artículo
       *[other] { $countText } artículos
    }

## Media
chats-media-missing = No está en la carpeta multimedia
chats-missing-never-downloaded = Nunca se descargó al teléfono
chats-missing-view-once = Solo se podía abrir una vez
chats-missing-deleted = Eliminado para todos
chats-missing-offloaded = El teléfono lo movió a la nube
chats-missing-unreadable = En su lugar, la carpeta multimedia tiene otra cosa
chats-missing-not-looked-for = Todavía no hay ninguna carpeta multimedia vinculada
chats-media-preview = Solo una vista previa
chats-pages =
    { $count ->
        [one] { $countText } página
       *[other] { $countText } páginas
    }
chats-transcript = En palabras:
chats-media-unshown = Esta imagen no se puede mostrar
chats-picture = Foto de { $name }
chats-viewer-open = Verla a tamaño completo
chats-viewer-previous = Imagen anterior
chats-viewer-next = Imagen siguiente
chats-viewer-place = { $place } de { $count }
chats-viewer-still = Esta es una imagen fija.
chats-sticker = Sticker de { $name }

## Search
chats-search = Buscar en todos los chats
chats-search-in = Buscar en { $name }
chats-search-clear = Borrar la búsqueda
chats-search-scope = Dónde buscar
chats-search-everywhere = Todos los chats
chats-search-this-chat = Este chat
chats-search-label = Mensajes encontrados
chats-search-running = Buscando…
chats-search-none = No se encontró nada para «{ $text }»
chats-search-none-narrowed = No se encontró nada con estos filtros
chats-search-none-narrowed-hint = Quite un filtro, o pruebe otra forma de escribirlo.
chats-search-wordless = Sin palabras
chats-search-none-hint = Pruebe con menos letras o con otra forma de escribirlo. Los acentos y las mayúsculas no importan.
chats-search-widen = Buscar en todos los chats
chats-search-failed = La búsqueda no terminó
chats-search-total =
    { $total ->
        [one] { $totalText } mensaje
       *[other] { $totalText } mensajes
    }
chats-search-total-at-least = Más de { $totalText } mensajes
chats-search-more = Mostrar más
chats-narrow = Acotar la búsqueda
chats-narrow-photos = Fotos
chats-narrow-videos = Videos
chats-narrow-voice = Voz
chats-narrow-documents = Documentos
chats-narrow-links = Enlaces
chats-narrow-places = Lugares
chats-narrow-polls = Encuestas
chats-narrow-starred = Destacados
chats-narrow-mine = Míos
chats-narrow-bookmarks = Mis marcadores
chats-narrow-notes = Mis notas
chats-narrow-typed = También puede escribir esto:
chats-narrow-from = quién lo escribió
chats-narrow-tag = una de sus etiquetas
chats-narrow-before = fechas, también con after: y on:
chats-narrow-quoted = exactamente estas palabras
chats-narrow-without = sin esta palabra

chats-more-menu = Más
chats-more-histories = Mis chats
chats-more-keyboard = Teclado
