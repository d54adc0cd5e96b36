# Chats como archivos para otros: qué, cómo y dónde; el trabajo; el resultado.
export-title = Exportar
export-back = Volver
export-plain = Los archivos no están cifrados. Quien los tenga puede leerlos.
export-again = Intentar de nuevo

## Qué
export-what = Qué
export-everything = Todos los chats
export-chats = Chats elegidos
export-search = Lo que encuentra su búsqueda
export-search-words = Búsqueda: { $text }
export-gallery-pictures = Fotos y vídeos de la galería
export-gallery-voice = Mensajes de voz y sonidos de la galería
export-gallery-documents = Documentos de la galería
export-gallery-links = Enlaces de la galería
export-of-one = Solo en: { $chat }
export-filter-chats = Buscar un chat
export-chosen-chats = { $count ->
    [0] No hay ningún chat elegido
    [one] { $countText } chat elegido
   *[other] { $countText } chats elegidos
}
export-none-fits = Nada coincide
export-locked = { $count ->
    [one] Un chat bloqueado no está incluido, ni nada que lo cite. Para exportarlo, muéstrelo antes en la lista de chats.
   *[other] { $countText } chats bloqueados no están incluidos, ni nada que los cite. Para exportarlos, muéstrelos antes en la lista de chats.
}
export-narrow = Solo una parte de los mensajes
export-from = Desde
export-to = Hasta, ese día incluido
export-days-why = Días de la zona horaria de abajo. En cuanto se elige un día, los mensajes sin fecha quedan fuera.
export-people = Enviados por
export-people-why = Si no se elige a nadie, son todos.
export-people-you = Usted
export-people-unknown = Nombre desconocido
export-people-find = Buscar a una persona
export-people-waiting = Se revisan los mensajes…
export-kinds = De estos tipos
export-kinds-why = Si no se elige ningún tipo, son todos.

## Cómo
export-how = Cómo
export-format = Formato
export-format-html = Páginas web
export-format-html-use = Para leer en cualquier navegador, con búsqueda y sin red
export-format-pdf = PDF
export-format-pdf-use = Para imprimir o presentar: páginas y mensajes numerados
export-format-json = JSON
export-format-json-use = Todo en un archivo, para programas; Latchkey puede volver a leerlo
export-format-jsonl = JSON Lines
export-format-jsonl-use = Un mensaje por línea, para grandes cantidades
export-format-csv = Tablas (CSV)
export-format-csv-use = Para contar y ordenar en una hoja de cálculo
export-format-text = Texto
export-format-text-use = Como lo escribe «Exportar chat» de WhatsApp
export-format-parquet = Parquet
export-format-parquet-use = Para motores de datos como DuckDB y Spark
export-format-rsmf = RSMF
export-format-rsmf-use = Para revisión jurídica: un archivo por chat y día
export-format-vcard = Contactos (vCard)
export-format-vcard-use = Para libretas de direcciones
export-format-kml = Mapa (KML)
export-format-kml-use = Lugares compartidos, para programas de mapas
export-format-geojson = Mapa (GeoJSON)
export-format-geojson-use = Lugares compartidos, para herramientas de mapas
export-format-icalendar = Calendario (iCalendar)
export-format-icalendar-use = Llamadas y eventos, para calendarios
export-format-telegram = JSON de Telegram
export-format-telegram-use = Para programas que leen exportaciones de Telegram
export-format-media = Solo archivos
export-format-media-use = Fotos, vídeos y sonidos por chat y mes
export-preset = Disposición
export-preset-android-us = Android, Estados Unidos
export-preset-android-uk = Android, Reino Unido
export-preset-android-de = Android, Alemania
export-preset-ios-us = iPhone, Estados Unidos
export-preset-ios-uk = iPhone, Reino Unido
export-csv = Pensado para
export-csv-excel = Hojas de cálculo (ninguna celda se vuelve fórmula)
export-csv-plain = Hojas de cálculo, sin marca de orden de bytes
export-csv-raw = Programas (textos tal como son)
export-paper = Papel
export-paper-a4 = A4
export-paper-letter = Carta
export-dataset = Conjunto de datos
export-dataset-why = Ampliar uno que ya existe, para reunir varias cuentas.
export-dataset-none = Uno nuevo
export-dataset-pick = Elegir un conjunto de datos
export-dataset-drop = Crear uno nuevo
export-media = Fotos y archivos
export-media-files = Con todos los archivos
export-media-thumbnails = Solo imágenes pequeñas
export-media-none = Sin ellos
export-names = Las personas aparecen
export-names-names = Por su nombre
export-names-numbers = Por su número
export-names-both = Por su nombre y número
export-zone = Zona horaria
export-zone-why = Todas las horas locales son de esta zona, y la exportación lo dice.
export-zone-search = Escriba una ciudad o una región
export-zone-none = Ninguna zona horaria coincide. Pruebe con la ciudad grande más cercana.
export-language = Idioma de la exportación
export-language-why = De los títulos y avisos; los mensajes quedan como son.
export-marks = Con mis marcadores, etiquetas y notas
export-marks-why = Son solo suyos: déjelos fuera de lo que reciban otros.
export-redaction = Tachado
export-redaction-why = Un archivo que dice qué personas, palabras o tipos se omiten o se sustituyen (vea la guía).
export-redaction-none = No se tacha nada
export-redaction-pick = Elegir un archivo de tachado
export-redaction-other = Elegir otro
export-redaction-drop = No tachar

## Dónde
export-where = Dónde
export-place = Una carpeta nueva
export-place-in = en { $folder }
export-place-pick = Elegir otro lugar
export-place-free = Allí hay { $size } libres.
export-place-taken = Ya hay algo con ese nombre. Nunca se sobrescribe nada: elija otro nombre.
export-estimate-waiting = Se calcula cuánto será…
export-estimate = { $messages ->
    [one] { $messagesText } mensaje
   *[other] { $messagesText } mensajes
} en { $chats ->
    [one] { $chatsText } chat
   *[other] { $chatsText } chats
}
export-estimate-size = unos { $size }, { $files ->
    [one] { $filesText } archivo
   *[other] { $filesText } archivos
}
export-estimate-missing = { $count ->
    [one] Un archivo de un mensaje no está y no se puede exportar.
   *[other] { $countText } archivos de mensajes no están y no se pueden exportar.
}
export-estimate-redacted = Lo que quita el tachado todavía se cuenta aquí.
export-estimate-tight = Quizá no haya espacio suficiente: hacen falta unos { $size } y hay { $free } libres.
export-start = Exportar

## El trabajo
export-running = Se está exportando
export-running-why = Mientras tanto puede mirar sus chats. Si se bloquean, la exportación se detiene; lo escrito queda en su carpeta, sin cifrar, hasta que la continúe o lo elimine.
export-stage-beginning = Empieza
export-stage-counting = Contar lo que hay
export-stage-messages = Escribir mensajes y archivos
export-stage-finishing = Terminar
export-stage-proof = Acreditar cada archivo
export-stage-signing = Firmar
export-stage-behind = hecho
export-of-messages = Mensajes
export-of-total = { $done } de { $total }
export-written-bytes = Escrito
export-left = Tiempo restante
export-left-unknown = Aún no se sabe
export-left-second = { $count ->
    [one] { $countText } segundo
   *[other] { $countText } segundos
}
export-left-minute = { $count ->
    [one] { $countText } minuto
   *[other] { $countText } minutos
}
export-left-hour = { $count ->
    [one] { $countText } hora
   *[other] { $countText } horas
}
export-stop = Detener
export-stopping = Deteniendo…

## Interrumpidas
export-stopped = La exportación se detuvo
export-stopped-todo = Lo escrito se conservó, sin cifrar. Continúe con ello o elimínelo.
export-unfinished = Interrumpidas antes
export-unfinished-of = { $done } de { $total } mensajes; comenzó el { $date }
export-unfinished-use = Otro programa la está escribiendo.
export-unfinished-redacted = Sigue un archivo de tachado, que se le pedirá de nuevo.
export-resume = Continuar
export-delete = Eliminar
export-delete-title = ¿Eliminar lo escrito de { $name }?
export-delete-text = Los archivos sin terminar desaparecen para siempre. Sus chats quedan como están.
export-delete-yes = Eliminar los archivos sin terminar
export-delete-no = Conservarlos

## El resultado
export-done = Exportado
export-done-in = { $name } está en { $folder }.
export-show = Abrir la carpeta
export-another = Exportar otra cosa
export-counts = Lo que contiene
export-chosen = Mensajes elegidos
export-written = Escritos
export-left-redacted-person = Omitidos: alguien que nombra el tachado
export-left-redacted-word = Omitidos: una palabra que nombra el tachado
export-left-redacted-pattern = Omitidos: lo que describe un patrón del tachado
export-left-redacted-kind = Omitidos: un tipo que nombra el tachado
export-left-redacted-message = Omitidos: mensajes que nombra el tachado
export-left-redacted-file = Omitidos: un archivo que retiene el tachado
export-left-not-in-this-format = Omitidos: este formato no tiene lugar para ellos
export-left-other = Omitidos: { $reason }
export-count-chats = Chats
export-count-people = Personas
export-count-calls = Llamadas
export-count-reactions = Reacciones
export-count-media = Archivos de mensajes
export-count-media-missing = Archivos que no están
export-count-media-left = Archivos que omitió el tachado
export-count-replaced = Lugares sustituidos
export-count-files = Archivos en la carpeta
export-count-size = Tamaño
export-glyphs = { $count ->
    [one] Una letra no se pudo dibujar: ninguna fuente la tiene.
   *[other] { $countText } letras no se pudieron dibujar: ninguna fuente las tiene.
}
export-proof = Prueba
export-proof-why = La carpeta contiene manifest.json y SHA256SUMS. Anote este número o envíelo aparte de los archivos: quien lo tenga puede comprobar, con «latchkey verify», que no se cambió nada.
export-proof-hash = SHA-256 del manifiesto
export-proof-copy = Copiar el número

## Lo que lo impide
export-no-space = No hay espacio libre suficiente
export-no-space-todo = Lo escrito se conservó. Haga sitio y continúe, o elimínelo y elija otro lugar.
export-exists = Ya hay algo con ese nombre
export-exists-todo = No se sobrescribió nada. Elija otro nombre o continúe la exportación sin terminar.
export-in-use = Hay otra tarea en marcha
export-in-use-todo = Espere a que termine la restauración o la otra exportación e inténtelo de nuevo.
