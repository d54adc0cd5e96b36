# The first screen: two doors.
start-title = Sus chats, de vuelta en sus manos
start-lead = Latchkey abre una copia de seguridad cifrada de WhatsApp con la clave que usted tiene, y le permite leer sus chats y buscar en ellos en este equipo.
start-restore = Restaurar una copia de seguridad
start-restore-text = Tiene un archivo de copia de seguridad y su clave. Cinco pasos tranquilos, con ayuda en cada uno.
start-open = Abrir mis chats
start-open-text = { $count ->
    [0] En este equipo todavía no se restauró nada.
    [one] Los chats que restauró en este equipo, cerrados con sus claves.
   *[other] { $count } historiales restaurados en este equipo, cerrados con sus claves.
}
start-promise-offline = Funciona sin internet
start-promise-unchanged = Nunca cambia su copia de seguridad
start-promise-locked = Mantiene cifrados los chats restaurados
