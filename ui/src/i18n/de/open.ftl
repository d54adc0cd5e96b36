# Open my chats: which history, and the ways into it.
open-title = Meine Chats öffnen
open-why = Ihre wiederhergestellten Chats liegen verschlüsselt auf diesem Computer. Ein Passkey öffnet sie, oder Ihr Notfall-Kit.
open-which = { $count ->
    [one] Ihre wiederhergestellten Chats
   *[other] Welche Chats möchten Sie öffnen?
}
open-number = Chats der Nummer mit der Endung { $suffix }
open-number-unknown = Chats einer unbekannten Nummer
open-last = Zuletzt geöffnet { $ago }
open-never = Noch nicht geöffnet
open-empty = Auf diesem Computer wurde noch nichts wiederhergestellt
open-empty-text = Stellen Sie zuerst ein Backup wieder her; seine Chats erscheinen danach hier.
open-empty-restore = Backup wiederherstellen
open-with-passkey = Mit einem Passkey öffnen
open-with-words = Mit Ihren sechs Wörtern öffnen
open-with-kit = Mit dem Notfall-Kit öffnen
open-words-label = Ihre sechs Wörter
open-words-hint = Mit einem Leerzeichen dazwischen, in ihrer Reihenfolge. Groß- und Kleinschreibung spielt keine Rolle.
open-kit-label = Ihr Notfall-Kit
open-kit-hint = Tippen oder fügen Sie die Gruppen vom Blatt ein. Großbuchstaben, Leerzeichen und Zeilenumbrüche spielen keine Rolle.
open-kit-open = Öffnen
open-kit-opening = Wird geöffnet …
open-kit-or = Das Kit ist als Datei gespeichert?
open-kit-file = Kit-Datei auswählen
