# Open my chats: which history, and the ways into it.
open-title = Meine Chats
open-why = Ihre wiederhergestellten Chats liegen verschlüsselt auf diesem Computer. Ein Passkey öffnet sie, oder Ihr Notfall-Kit.
open-which = { $count ->
    [one] Auf diesem Computer
   *[other] Welche Chats möchten Sie öffnen?
}
open-number = Chats der Nummer mit der Endung { $suffix }
open-number-unknown = Chats einer unbekannten Nummer
open-last = Zuletzt geöffnet { $ago }
open-never = Noch nicht geöffnet
open-empty = Auf diesem Computer wurde noch nichts wiederhergestellt
open-empty-text = Stellen Sie ein Backup wieder her, oder holen Sie eine Kopie zurück, die Sie früher gespeichert haben; die Chats erscheinen danach hier.
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

open-again = Noch einmal
open-now = Jetzt offen
open-from-copy = Aus einer Kopie wiederherstellen
open-number-short = Nummer mit der Endung { $suffix }
open-empty-deleted = Alle Chats auf diesem Computer sind gelöscht
open-menu = Mehr zu { $name }
open-menu-rename = Umbenennen
open-menu-copy = Kopie speichern
open-menu-move = Verschieben
open-menu-delete = Löschen
open-menu-lock-first = Zuerst diese Chats sperren
open-rename-label = Name dieser Chats
open-rename-hint = Nur Sie sehen ihn. Ohne Namen steht hier die Nummer.
open-rename-save = Umbenennen
open-rename-leave = Lassen
open-renamed = Umbenannt
open-copy-these = Ihre Chats
open-copy-title = Kopie wird gespeichert: { $name }
open-move-title = Wird verschoben: { $name }
open-restore-title = Wird aus einer Kopie wiederhergestellt
open-copy-progress = { $done } von { $total } kopiert und verglichen
open-copy-while = Die Kopie bleibt verschlüsselt. Ihre Chats hier werden nicht verändert.
open-move-while = Die Chats bleiben, wo sie sind, bis alle angekommen und verglichen sind.
open-restore-while = Die Kopie selbst wird nicht verändert.
open-copy-stop = Anhalten
open-copy-stopping = Wird angehalten …
open-copy-stopped = Angehalten
open-copy-stopped-text = Ihre Chats sind, wie sie waren, und nichts Halbfertiges blieb zurück.
open-copy-close = Fertig
open-bringing-title = Ihre Chats werden auf den neuen Stand gebracht
open-bringing-progress = { $done } von { $total } kopiert
open-bringing-checking = Alles ist kopiert und wird geprüft
open-bringing-while = Diese Version von Latchkey bewahrt mehr von Ihren Chats auf. Bis alles getan ist, bleiben sie, wie sie waren, und Sie können anhalten.
open-copy-done = Die Kopie ist vollständig: { $name }
open-copy-done-text = Alle { $size } wurden zurückgelesen und mit Ihren Chats verglichen, auch der Schlüsselbund. Die Kopie ist verschlüsselt wie sie und öffnet sich mit denselben Schlüsseln.
open-move-done = Verschoben: { $name }
open-move-done-text = Alle { $size } wurden zurückgelesen und verglichen, bevor der alte Ort geleert wurde. Die Chats öffnen sich mit denselben Schlüsseln wie zuvor.
open-move-done-same-disk = Der neue Ort ist auf derselben Festplatte, deshalb musste nichts kopiert werden. Die Chats öffnen sich mit denselben Schlüsseln wie zuvor.
open-restore-done = Ihre Kopie ist wieder hier: { $name }
open-restore-done-text = Alle { $size } wurden zurückgelesen und mit der Kopie verglichen. Sie öffnet sich mit den Schlüsseln, die sie beim Speichern der Kopie hatte.
open-restore-not-one = In diesem Ordner ist keine Kopie von Chats
open-restore-not-one-todo = Wählen Sie den Ordner, den Latchkey beim Speichern der Kopie angelegt hat. Nichts wurde verändert.
open-not-there = Diese Chats sind gerade nicht da
open-not-there-todo = Sie liegen vielleicht auf einer Festplatte oder einem Stick, der nicht eingesteckt ist. Stecken Sie ihn ein und versuchen Sie es noch einmal; nichts wurde verändert.
open-deleted = Gelöscht: { $name }. Die Chats ruhen 30 Tage, weiterhin verschlüsselt.
open-deleted-marks =
    Gelöscht: { $name }. Die Chats ruhen 30 Tage, weiterhin verschlüsselt. { $count ->
        [one] Eine Ihrer Markierungen wurde nie exportiert.
       *[other] { $countText } Ihrer Markierungen wurden nie exportiert.
    }
open-brought-back = Zurückgeholt: { $name }
open-resting = Gelöscht
open-resting-why = Sie ruhen hier 30 Tage, weiterhin verschlüsselt, und lassen sich zurückholen.
open-resting-left = { $days ->
    [0] Ab heute endgültig weg
    [one] Noch ein Tag, bis { $date }
   *[other] Noch { $daysText } Tage, bis { $date }
}
open-resting-back = Zurückholen
open-resting-delete = Jetzt endgültig löschen
open-end-title = Endgültig löschen: { $name }
open-end-key = Zuerst der Schlüssel.
open-end-key-text = Der Schlüsselbund wird überschrieben und entfernt. Von da an kann niemand mehr diese Chats lesen, nicht mit einem Passkey, nicht mit dem Notfall-Kit, und auch wir nicht.
open-end-files = Dann die Dateien.
open-end-files-text = Eine SSD behält alte Blöcke davon vielleicht noch eine Weile; ohne den Schlüssel kann niemand sie lesen.
open-end-copies = Backups auf dem Telefon und Kopien, die Sie anderswo gespeichert haben, bleiben, wie sie sind.
open-end-marks = { $count ->
    [one] Eine Ihrer Markierungen wurde nie exportiert
   *[other] { $countText } Ihrer Markierungen wurden nie exportiert
}
open-end-marks-text = Lesezeichen, Schlagwörter und Notizen sind in keinem Backup; sie gehen mit diesen Chats.
open-end-export = Zuerst öffnen und exportieren
open-end-leave = Ruhen lassen
open-end-yes = Endgültig löschen
open-ended = Endgültig gelöscht: { $name }
