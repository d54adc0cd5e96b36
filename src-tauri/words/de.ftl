# Words the shell itself shows: the system's file dialogs, the calm screen, the printed kit. The window has its own catalogue.

pick-backup-file = Backup auswählen
pick-backup-folder = Ordner eines Backups auswählen
pick-key-file = Schlüsseldatei auswählen
pick-media-folder = Medienordner auswählen
pick-contacts = Kontaktdatei auswählen
pick-kit-file = Ihr Notfall-Kit auswählen
save-kit = Ihr Notfall-Kit speichern
save-kit-name = Latchkey Notfall-Kit.txt
pick-new-place = Neuen Platz für die Chats wählen
pick-place-for-copy = Platz für die Kopie wählen
pick-saved-copy = Gespeicherte Kopie wählen
pick-export-place = Ordner und Namen für den Export wählen
pick-redaction = Schwärzungsdatei wählen
pick-dataset = Datensatz wählen, der ergänzt wird
export-name = Latchkey-Export { $date }

copy-name = Kopie, zurückgeholt am { $date }
save-as = Kopie speichern
save-marks = Ihre Lesezeichen, Schlagwörter und Notizen speichern
save-marks-name = Latchkey Markierungen.json

filter-backups = Backups
filter-contacts = Kontakte (vCard, CSV)
filter-redaction = Schwärzungsdateien (TOML)
filter-all = Alle Dateien

stopped-title = Latchkey hat kurz angehalten
stopped-happened = In Latchkey ist etwas schiefgegangen, deshalb hat es geschlossen, was offen war. Ihre Backups und Ihre Chats wurden nicht verändert.
stopped-todo = Starten Sie neu. Wenn es an derselben Stelle noch einmal geschieht, zeigt das Protokoll, wo; es enthält nichts aus Ihren Chats.
stopped-start = Neu starten

kit-title = Notfall-Kit
kit-opens = Öffnet den Chatverlauf, den Sie mit Latchkey wiederhergestellt haben, wenn nichts anderes ihn mehr öffnet.
kit-made-on = Erstellt am { $date }.
kit-keep = Bewahren Sie dieses Blatt bei Ihren wichtigen Papieren auf, nicht beim Computer. Wer es zusammen mit Ihrem Chatverlauf hat, kann Ihre Chats lesen. Latchkey behält keine Kopie.
kit-key-heading = Der Schlüssel
kit-key-hint = Tippen Sie ihn mit oder ohne Leerzeichen und Bindestriche; Groß- und Kleinschreibung spielt keine Rolle.
kit-qr-caption = Derselbe Schlüssel, für eine Kamera
kit-fingerprint = Fingerabdruck
kit-keyring = Schlüsselbund
kit-public-key = Öffentlicher Schlüssel
kit-with-latchkey = In Latchkey: „Meine Chats öffnen“, dann diesen Schlüssel eintippen.
kit-without-heading = Ohne Latchkey
kit-without-explained = Mit den Programmen age und jq und der Datei keyring.latchkey aus dem Ordner Ihres Chatverlaufs:
kit-step-write = Den Schlüssel in eine Datei schreiben (eintippen, dann die Eingabetaste und Strg D):
kit-step-digits = Die 64 Stellen Ihrer Backups lesen:
kit-step-index = Den Schlüssel des Chatverlaufs lesen:
