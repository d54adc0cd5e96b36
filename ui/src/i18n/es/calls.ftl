# The call log.
calls-title = Llamadas
calls-total =
    { $count ->
        [one] { $countText } llamada, la más reciente primero
       *[other] { $countText } llamadas, la más reciente primero
    }
calls-label = Llamadas, la más reciente primero
calls-none = No hay llamadas en este historial
calls-none-hint = Las llamadas que el teléfono guardó en su lista aparecen aquí cuando se restaura una copia que las tiene.
calls-unread = La lista de llamadas no se pudo leer
calls-again = Intentar de nuevo
calls-made = Usted llamó
calls-received = Le llamó
calls-missed = Usted no contestó esta llamada
calls-not-answered = Nadie contestó
calls-declined = Rechazada
calls-unavailable = No se pudo contactar
calls-voice = Llamada de voz
calls-video = Videollamada
calls-group = Llamada grupal
calls-with = Con { $names }
calls-member = { $name } ({ $outcome })
calls-member-private = Desconocido (número privado, { $outcome })
calls-member-missed = no contestó
calls-member-declined = la rechazó
calls-member-unavailable = no se pudo contactar
calls-somebody = Desconocido (número privado)
calls-no-date = Sin fecha
calls-show = Mostrar en el chat
calls-waiting = Abriendo la lista de llamadas…
