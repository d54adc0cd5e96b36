# The person's own marks: bookmarks, tags and notes on messages and chats.
marks-title = Markierungen
marks-why = Ihre eigenen Lesezeichen, Schlagwörter und Notizen. Sie liegen verschlüsselt bei Ihren Chats, und niemand sonst sieht sie.
marks-again = Noch einmal
marks-search = Markierungen durchsuchen
marks-search-empty = Suche leeren
marks-narrow = Nur mit einem Schlagwort
marks-only-tag = Nur Markierungen mit dem Schlagwort { $tag }
marks-all = { $count ->
    [one] Eine Markierung
   *[other] { $countText } Markierungen
}
marks-found = { $count ->
    [0] Keine Markierung passt
    [one] Eine Markierung passt
   *[other] { $countText } Markierungen passen
}
marks-widen = Alle Markierungen zeigen
marks-more = Mehr zeigen (noch { $left })
marks-chat-unnamed = Chat ohne Namen
marks-card = { $chat }: eine Nachricht ({ $sender })
marks-card-chat = Der Chat { $chat }
marks-you = Sie
marks-sender-unknown = Unbekannte Person
marks-whole-chat = Der ganze Chat
marks-edit = Bearbeiten
marks-show = Im Chat zeigen
marks-export = Meine Markierungen exportieren
marks-exported = { $count ->
    [0] Es gab keine Markierungen zu schreiben
    [one] Eine Markierung wurde in die Datei geschrieben
   *[other] { $countText } Markierungen wurden in die Datei geschrieben
}
marks-exported-text = Die Datei ist nicht verschlüsselt: Ihre Notizen und die Nachrichten, an denen sie stehen, lassen sich darin lesen. Bewahren Sie sie dort auf, wo nur Sie nachsehen.
marks-empty = Noch ist nichts markiert
marks-empty-bookmark = Ein Lesezeichen bringt Sie zu einer Nachricht zurück.
marks-empty-tag = Schlagwörter sammeln, was zusammengehört.
marks-empty-note = Eine Notiz sagt, was Sie nicht vergessen möchten.
marks-empty-how = Öffnen Sie das Menü einer Nachricht oder eines Chats, um sie dort anzubringen. Alles, was Sie markiert haben, steht hier.
marks-empty-go = Zu den Chats

## The editor
marks-of-message = Diese Nachricht markieren
marks-of-chat = Diesen Chat markieren
marks-bookmark = Lesezeichen
marks-bookmark-why = Es steht bei Ihren Markierungen.
marks-pin = Oben anpinnen
marks-pin-why = Der Chat steht in der Liste über den anderen.
marks-tags = Schlagwörter
marks-tags-hint = Die Eingabetaste oder ein Komma beendet ein Schlagwort.
marks-tags-known = Schlagwörter, die Sie schon benutzt haben
marks-tag-add = Schlagwort hinzufügen, dann Eingabetaste
marks-tag-drop = { $tag } wegnehmen
marks-note = Notiz
marks-only-here = Verschlüsselt bei diesen Chats aufbewahrt, nur auf diesem Computer.
marks-done = Fertig
marks-leave = Schließen, ohne es zu behalten
marks-changed = Ihre Markierungen dieser Nachricht wurden geändert
marks-changed-chat = Ihre Markierungen dieses Chats wurden geändert
