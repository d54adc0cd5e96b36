# Numbers to look at, of one chat or of all.
numbers-title = Cifras
numbers-back = Volver a los chats
numbers-chat = Qué chat
numbers-everything = Todos los chats
numbers-zone = Los días y las horas son los de { $zone }.
numbers-again = Intentar de nuevo

## What adds up
numbers-totals = En total
numbers-messages = Mensajes
numbers-mine = De usted
numbers-theirs = De otros
numbers-dated = Con fecha
numbers-undated = Sin fecha
numbers-undated-note = El teléfono no guardó la fecha de estos: no están en ningún mes, día ni hora.
numbers-notices = Avisos de la aplicación
numbers-notices-note = Aquí nunca se cuentan como mensajes.
numbers-days = Días con mensajes
numbers-streak = Racha más larga
numbers-streak-days =
    { $count ->
        [one] { $countText } día
       *[other] { $countText } días
    }

## Plots
numbers-months = Mensajes por mes
numbers-years = Mensajes por año
numbers-month = Mes
numbers-year = Año
numbers-people = Mensajes por persona
numbers-person = Persona
numbers-you = Usted
numbers-person-unknown = Nombre desconocido
numbers-people-rest = Todos los demás juntos
numbers-hours = Cuándo se escriben
numbers-hours-note = Cuanto más oscuro, más mensajes. Lo máximo en una hora de la semana: { $most }.
numbers-hours-note-dark = Cuanto más claro, más mensajes. Lo máximo en una hora de la semana: { $most }.
numbers-hour = Hora
numbers-kinds = Qué se envió
numbers-kind = Tipo
numbers-kind-text = Texto
numbers-bytes = Tamaño de los archivos
numbers-kind-label = { $count } · { $size }
numbers-emoji = Emojis más usados
numbers-emoji-one = Emoji
numbers-times = Veces
numbers-point = { $what }: { $count }
numbers-point-who = { $what }, { $who }: { $count }
numbers-drawing = { $title }. Las mismas cifras están en la tabla de abajo.
numbers-undrawn = El dibujo no está. Las cifras están en la tabla.
numbers-table = Mostrar como tabla
numbers-save = Guardar como imagen
numbers-saved = Guardado

## Nothing there
numbers-none = Aquí no hay nada que contar
numbers-none-hint = Nadie escribió en este chat, hasta donde llega la copia.
numbers-none-notices =
    { $count ->
        [one] Contiene un aviso de la aplicación, que no es un mensaje.
       *[other] Contiene { $countText } avisos de la aplicación, que no son mensajes.
    }
numbers-none-everything = Ver todos los chats
