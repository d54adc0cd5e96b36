# Words that belong to no single screen.
app-name = Latchkey
app-settings = Einstellungen
app-keys = Schlüssel
app-about = Über Latchkey
app-lock = Sperren
app-details = Technische Einzelheiten
app-back = Zurück
app-waiting = Einen Moment …
app-demo-label = Über diese Vorführung
app-demo = Vorführung: Software-Passkey, nicht sicher. Nur mit erfundenen Chats verwenden.

app-crash-title = In diesem Fenster hat etwas aufgehört zu arbeiten
app-crash-text = Ihr Backup wurde nicht verändert, und Ihre wiederhergestellten Chats sind, wie sie waren. Nichts wurde irgendwohin gesendet.
app-crash-todo = Beginnen Sie noch einmal auf der ersten Seite. Wenn es an derselben Stelle ein zweites Mal geschieht, kann das Protokoll zeigen, warum; es enthält keine Ihrer Nachrichten.
app-crash-again = Neu beginnen
app-crash-logs = Protokoll zeigen

app-veiled = Unscharf, solange ein anderes Fenster vorn ist
app-undo = Rückgängig
app-undo-close = So lassen
