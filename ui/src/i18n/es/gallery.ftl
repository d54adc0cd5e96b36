# Photos and files: the gallery of a chat or of everything, and the viewer.
gallery-title = Galería
gallery-back = Volver a los chats
gallery-chat = Qué chat
gallery-everything = Todos los chats
gallery-kinds = Qué ver
gallery-pictures = Fotos y videos
gallery-voice = Voz
gallery-documents = Documentos
gallery-links = Enlaces
gallery-count-pictures =
    { $count ->
        [one] { $countText } foto o video
       *[other] { $countText } fotos y videos
    }
gallery-count-voice =
    { $count ->
        [one] { $countText } mensaje de voz o audio
       *[other] { $countText } mensajes de voz y audios
    }
gallery-count-documents =
    { $count ->
        [one] { $countText } documento
       *[other] { $countText } documentos
    }
gallery-count-links =
    { $count ->
        [one] { $countText } enlace
       *[other] { $countText } enlaces
    }
gallery-month-jump = Ir a un mes
gallery-month-count = { $month } ({ $countText })
gallery-month-label = { $month }: { $countText }
gallery-undated = Sin fecha
gallery-undated-one = El teléfono no guardó la fecha
gallery-again = Intentar de nuevo
gallery-some-unread = Algunos de estos no se pudieron leer
gallery-you = Usted
gallery-someone = Alguien cuyo nombre no se conoce
gallery-cell = { $what }, { $name }, { $when }
gallery-cell-caption = { $what }, { $name }, { $when }: { $text }
gallery-cell-missing = { $reason }.
gallery-show = Mostrar en el chat
gallery-save = Guardar una copia
gallery-saved = Guardado
gallery-open-link = Abrir en su navegador
gallery-link-not-web = No es una dirección web
gallery-unnamed-document = Documento sin nombre
gallery-unshown = No se puede mostrar

## Nothing there
gallery-none-pictures = Aquí no hay fotos ni videos
gallery-none-pictures-hint = Aquí no se envió ninguno, hasta donde llega la copia.
gallery-none-voice = Aquí no hay mensajes de voz
gallery-none-voice-hint = Los mensajes de voz y otros audios aparecen aquí en su mes.
gallery-none-documents = Aquí no hay documentos
gallery-none-documents-hint = Los textos, tablas y otros archivos aparecen aquí en su mes.
gallery-none-links = Aquí no hay enlaces
gallery-none-links-hint = Aquí aparecen las direcciones de los mensajes. Nada se abre antes de que usted lo pulse.
gallery-none-everything = Mirar en todos los chats

## The viewer
gallery-viewer-tools = Esta imagen
gallery-viewer-nearer = Más cerca
gallery-viewer-farther = Más lejos
gallery-viewer-whole = Imagen completa
gallery-viewer-scale = { $percent } %
gallery-viewer-slides = Presentación
gallery-viewer-pause = Detener la presentación
gallery-viewer-close = Cerrar
gallery-viewer-play = Reproducir el video
gallery-viewer-no-still = No hay imagen fija de este video
gallery-viewer-large = Este video es grande ({ $size }). Se reproduce en otro programa.
gallery-viewer-unplayable = Este video no se puede reproducir aquí. Otro programa quizá conozca su tipo.
gallery-viewer-opened = Ahora lo tiene otro programa.
gallery-viewer-plain-copy = Para eso se hace una copia simple que otros programas pueden leer. No está cifrada y se queda hasta que usted o el sistema la elimine.
gallery-viewer-open-outside = Hacer una copia y abrirla
