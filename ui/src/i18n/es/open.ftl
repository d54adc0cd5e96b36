# Open my chats: which history, and the ways into it.
open-title = Abrir mis chats
open-why = Sus chats restaurados están cifrados en este equipo. Los abre una llave de acceso (passkey), o su kit de recuperación.
open-which = { $count ->
    [one] Sus chats restaurados
   *[other] ¿Qué chats quiere abrir?
}
open-number = Chats del número que termina en { $suffix }
open-number-unknown = Chats de un número desconocido
open-last = Abierto por última vez { $ago }
open-never = Sin abrir todavía
open-empty = En este equipo todavía no se restauró nada
open-empty-text = Restaure primero una copia de seguridad; sus chats aparecen aquí después.
open-empty-restore = Restaurar una copia de seguridad
open-with-passkey = Abrir con una llave de acceso
open-with-words = Abrir con sus seis palabras
open-with-kit = Abrir con el kit de recuperación
open-words-label = Sus seis palabras
open-words-hint = Con un espacio entre ellas, en su orden. Las mayúsculas no importan.
open-kit-label = Su kit de recuperación
open-kit-hint = Escriba o pegue los grupos de la hoja. Las mayúsculas, los espacios y los saltos de línea no importan.
open-kit-open = Abrir
open-kit-opening = Abriendo…
open-kit-or = ¿El kit está guardado como archivo?
open-kit-file = Elegir el archivo del kit
