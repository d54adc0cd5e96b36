# One message of a conversation: its menu, its details, its player, its file.

## Menu
talk-more = Más sobre este mensaje
talk-menu = Mensaje de { $name }
talk-copy = Copiar el texto
talk-copy-selected = Copiar las palabras seleccionadas
talk-details = Detalles
talk-mark = Marcador, etiquetas y nota
talk-save = Guardar una copia del archivo
talk-open = Abrir en otro programa
talk-quoted = Ir al mensaje citado

## What was done
talk-copied = Copiado
talk-copied-until = Copiado. El portapapeles se vacía en { $time }.
talk-saved = Guardado

## Files
talk-document-save = Guardar una copia
talk-document-open = Abrir
talk-outside-title = ¿Abrir en otro programa?
talk-outside-text = Latchkey hace para él una copia simple, sin cifrado. Quien use este equipo puede leer esa copia, y el otro programa puede conservarla o enviarla.
talk-outside-large = Este archivo es demasiado grande para reproducirlo aquí. Otro programa puede: Latchkey hace para él una copia simple, sin cifrado. Quien use este equipo puede leer esa copia.
talk-outside-safe = Lo que está en su historial sigue cifrado.
talk-outside-open = Hacer una copia simple y abrirla
talk-outside-save = Guardar mejor una copia
talk-outside-leave = Dejarlo

## Player
talk-play = Reproducir
talk-pause = Pausa
talk-play-named = Reproducir: { $what } de { $name }
talk-pause-named = Pausa: { $what } de { $name }
talk-place = Posición en: { $what } de { $name }
talk-place-value = { $at } de { $whole }
talk-speed = Velocidad: por { $speed }. Pulse para pasar a por { $next }.
talk-unplayable = Este equipo no puede reproducirlo aquí
talk-try-outside = Abrirlo en otro programa

## People
talk-reactions-who = Reacciones
talk-reactions-open = Quién reaccionó: { $reactions }
talk-reactions-more = y { $countText } más, a quienes esta página no nombra
talk-card-save = Guardar la tarjeta de { $name } como archivo .vcf
talk-card-saved = La tarjeta se guardó

## Marks of one's own
talk-bookmarked = Con marcador suyo
talk-tagged = Sus etiquetas
talk-noted = Su nota

## Details
talk-details-title = Detalles de este mensaje
talk-details-close = Cerrar los detalles
talk-details-loading = Consultando…
talk-details-times = Cuándo
talk-details-sent = Enviado
talk-details-received = En el teléfono
talk-details-edited = Editado
talk-details-no-time = El teléfono no guardó la hora
talk-details-who = Quién
talk-details-sender = De
talk-details-address = Dirección
talk-details-device = Dispositivo
talk-details-phone = El propio teléfono
talk-details-linked = Dispositivo vinculado n.º { $number }
talk-details-kind = Qué
talk-details-kind-word = Tipo
talk-details-kind-number = Número de tipo en la copia
talk-details-place = Lugar en el chat
talk-details-place-value = n.º { $number }
talk-details-sources = De dónde viene
talk-details-file = Copia de seguridad
talk-details-made = Hecha
talk-details-restored = Restaurada
talk-details-sha = SHA-256
talk-details-sha-copy = Copiar el SHA-256 completo
talk-details-sha-none = no se guardó para esta
talk-details-row = Fila en su tabla de mensajes
talk-details-row-none = no se anotó
talk-details-key = Su identificador en la base de datos del teléfono
talk-details-key-copy = Copiar el identificador
talk-details-key-none = El teléfono no le dio ninguno.
talk-details-rows = Se anota la fila de la copia que trajo el mensaje; los teléfonos dan números nuevos. En cualquier otra lo encuentra este identificador: allí está en la columna key_id.
talk-details-receipts = Confirmaciones
talk-details-receipts-none = La copia de seguridad no contiene confirmaciones de este mensaje.
talk-details-person = Persona
talk-details-delivered = Entregado
talk-details-read = Leído
talk-details-played = Reproducido
talk-details-never = sin constancia
