# Settings, shared with the latchkey command.
settings-title = Ajustes
settings-why = Valen al momento y se guardan solo en este equipo.
settings-language = Idioma
settings-language-system = Como el sistema
settings-language-pseudo = Pseudo (para el desarrollo)
settings-theme = Apariencia
settings-theme-system = Como el sistema
settings-theme-light = Clara
settings-theme-dark = Oscura
settings-zone = Zona horaria
settings-zone-why = En ella se muestran las horas de sus mensajes.
settings-zone-system = { $zone } (este equipo)
settings-country = País propio
settings-country-why = A él pertenecen los números de teléfono guardados sin código de país.
settings-country-none = Sin elegir
settings-lock = Bloquear mis chats después de
settings-lock-why = Cuando no se escribió ni se hizo clic durante ese tiempo.
settings-lock-minutes = { $count ->
    [one] Un minuto
   *[other] { $count } minutos
}
settings-lock-never = Nunca
settings-folder = Carpeta de datos
settings-folder-why = Aquí están sus chats restaurados, cifrados. El comando latchkey usa la misma carpeta.
settings-open = Los chats que están abiertos ahora
settings-add = Añadir otra copia de seguridad
settings-add-why = Una copia más nueva del mismo número trae lo nuevo; nada se añade dos veces.
settings-add-go = Elegir una copia de seguridad
settings-contacts = Nombres de una libreta de direcciones
settings-contacts-why = Sus nombres aparecen enseguida en sus chats, para los números que coinciden. Un archivo (.vcf o .csv), como lo exportan los teléfonos y los programas de correo.
settings-contacts-go = Añadir una libreta de direcciones
settings-contacts-working = Leyendo los nombres…
settings-contacts-named = { $count ->
    [0] Nadie de sus chats está en esta libreta de direcciones
    [one] Una persona tiene ahora un nombre de su libreta de direcciones
   *[other] { $countText } personas tienen ahora un nombre de su libreta de direcciones
}
settings-contacts-matched = { $entries ->
    [one] El archivo nombra un número
   *[other] El archivo nombra { $entriesText } números
}; { $matched ->
    [0] ninguno está en sus chats.
    [one] uno está en sus chats.
   *[other] { $matchedText } están en sus chats.
}
settings-contacts-unread = { $count ->
    [one] Un número no se pudo leer.
   *[other] { $countText } números no se pudieron leer.
}
settings-contacts-guessed = Los números sin código de país se leyeron como de este país. Se dedujo de sus chats; puede cambiarlo.
settings-contacts-country = Los números sin código de país se leyeron como de este país. Puede cambiarlo.
settings-contacts-forget = Volver a quitar estos nombres
settings-contacts-forgotten = { $count ->
    [0] No había nombres de una libreta de direcciones
    [one] Se volvió a quitar un nombre
   *[other] Se volvieron a quitar { $countText } nombres
}
settings-contacts-none = En este archivo no se encontraron nombres con números
settings-contacts-none-todo = Exporte la libreta de direcciones una vez más, como vCard (.vcf) o como tabla (.csv). Si sus números están sin código de país, elija antes su país más arriba. Los nombres de sus chats están como estaban.
settings-media = Imágenes, mensajes de voz y archivos
settings-media-why = Indique la carpeta WhatsApp del teléfono, o una copia de ella. Todo se muestra desde allí; no se copia nada.
settings-media-go = Vincular una carpeta multimedia
settings-media-stop = Detener
settings-media-stopping = Deteniendo…
settings-media-stopped = Detenido. Lo que se encontró antes está como estaba.
settings-media-looking = Buscando imágenes y archivos
settings-media-progress = { $doneText } de { $totalText } buscados
settings-media-found = { $referenced ->
    [0] Sus chats no nombran imágenes ni archivos
    [one] Se encontraron { $foundText } de una imagen o archivo
   *[other] Se encontraron { $foundText } de { $referencedText } imágenes y archivos
}

settings-zone-search = Escriba una ciudad o una región
settings-zone-none = Ninguna zona horaria coincide. Pruebe con la ciudad grande más cercana.
settings-clipboard = Borrar el texto copiado
settings-clipboard-why = Lo que copia de sus chats se quita otra vez del portapapeles, si todavía está allí. Un historial del portapapeles de su sistema puede conservarlo más tiempo.
settings-clipboard-never = Nunca
settings-clipboard-after = Después de { $time }
settings-blur = Difuminar mientras hay otra ventana delante
settings-blur-why = Así nadie lee por casualidad. Es privacidad en la pantalla, no cifrado: para cerrar sus chats, bloquéelos.
settings-keyboard = Atajos de teclado
