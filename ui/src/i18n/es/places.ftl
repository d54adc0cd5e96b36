# The places of the browser: what stands in the list of chats, and the ways from one place to another.

## Beside the chats
places-shelf = Verlo todo
places-gallery = Galería
places-numbers = Cifras
places-marks = Marcas
places-calls = Llamadas

## List
places-archived = Archivados
places-locked = Chats bloqueados
places-channels = Canales
places-status = Estados
places-deleted = Chats eliminados
places-sort = Ordenar los chats
places-sort-newest = Los más recientes primero
places-sort-name = Por nombre
places-sort-most = Más mensajes primero
places-pinned = Fijados
places-pin = Fijar arriba
places-mark = Etiquetas y nota
places-unpin = Dejar de fijar
places-row-menu = Más sobre { $name }
places-groups =
    { $count ->
        [one] { $countText } grupo
       *[other] { $countText } grupos
    }
places-groups-of = de { $name }
places-refused = La lista quedó como estaba
places-refused-close = Cerrar este aviso

## Locked chats
places-locked-hide = Ocultar los chats bloqueados
places-locked-show = Mostrar los chats bloqueados
places-locked-why =
    { $count ->
        [one] { $countText } chat estaba bloqueado en el teléfono. Ábralo una vez más con una de sus claves.
       *[other] { $countText } chats estaban bloqueados en el teléfono. Ábralos una vez más con una de sus claves.
    }
places-locked-privacy = Así quedan fuera de la vista en esta pantalla. No es un cifrado propio: estos chats están cifrados junto con todos los demás.
places-locked-typed = O escriba lo que tiene en papel
places-locked-leave = Dejarlos bloqueados
places-locked-back = Otra forma de entrar
places-locked-open = Mostrarlos
places-locked-no-ways = Las formas de entrar en estos chats no se pudieron leer

## From place to place
places-trail = Lugares donde ha estado
places-back = Volver al lugar anterior
places-forward = Otra vez adelante
places-more = Más de este chat
places-first-message = Al primer mensaje
places-last-message = Al último mensaje
places-chat-gallery = Galería de este chat
places-chat-numbers = Cifras de este chat
places-chat-export = Exportar este chat
places-export = Exportar
places-search-export = Exportar lo encontrado
places-gallery-export = Exportar lo que se muestra
places-hit = Resultado { $placeText } de { $countText }
places-hit-at-least = Resultado { $placeText } de más de { $countText }
places-hit-previous = Resultado anterior (Mayús y F3)
places-hit-next = Resultado siguiente (F3)
places-hits-close = Terminar la búsqueda

## Calendar
places-calendar = Ir a una fecha
places-calendar-month = Mes
places-calendar-year = Año
places-calendar-previous = Mes anterior
places-calendar-next = Mes siguiente
places-calendar-hint = Más puntos, más mensajes.
places-calendar-close = Cerrar
places-calendar-waiting = Mirando los días…
places-calendar-unread = Los días de este chat no se pudieron leer
places-calendar-again = Intentar de nuevo
places-calendar-empty = Ningún mensaje de este chat tiene fecha.
places-calendar-day =
    { $count ->
        [0] { $day }, sin mensajes
        [one] { $day }, { $countText } mensaje
       *[other] { $day }, { $countText } mensajes
    }
places-calendar-sum =
    { $days ->
        [0] Sin mensajes en { $month }
       *[other] { $month }: { $messages ->
            [one] { $messagesText } mensaje
           *[other] { $messagesText } mensajes
        } en { $days ->
            [one] { $daysText } día
           *[other] { $daysText } días
        }
    }

## Search
places-hits-here =
    { $count ->
        [one] { $countText } resultado
       *[other] { $countText } resultados
    }
places-hits-at-least = Al menos { $countText } resultados
places-notes = En sus notas
places-notes-all =
    { $count ->
        [one] Mostrar { $countText } en sus marcas
       *[other] Mostrar los { $countText } en sus marcas
    }
places-notes-chat = Sobre este chat
places-narrow-in = en qué chat
places-narrow-has = también audio, gif, contact, media
