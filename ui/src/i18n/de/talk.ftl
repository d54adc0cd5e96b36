# One message of a conversation: its menu, its details, its player, its file.

## Menu
talk-more = Mehr zu dieser Nachricht
talk-menu = Nachricht: { $name }
talk-copy = Text kopieren
talk-copy-selected = Ausgewählte Wörter kopieren
talk-details = Einzelheiten
talk-mark = Lesezeichen, Schlagwörter und Notiz
talk-save = Kopie der Datei speichern
talk-open = In anderem Programm öffnen
talk-quoted = Zur zitierten Nachricht

## What was done
talk-copied = Kopiert
talk-copied-until = Kopiert. Die Zwischenablage wird geleert in: { $time }.
talk-saved = Gespeichert

## Files
talk-document-save = Kopie speichern
talk-document-open = Öffnen
talk-outside-title = In anderem Programm öffnen?
talk-outside-text = Latchkey macht dafür eine einfache Kopie, ohne Verschlüsselung. Wer diesen Computer benutzt, kann diese Kopie lesen, und das andere Programm behält sie vielleicht oder schickt sie weiter.
talk-outside-large = Diese Datei ist zu groß, um hier abgespielt zu werden. Ein anderes Programm kann es: Latchkey macht dafür eine einfache Kopie, ohne Verschlüsselung. Wer diesen Computer benutzt, kann diese Kopie lesen.
talk-outside-safe = Was in Ihrem Chatverlauf ist, bleibt verschlüsselt.
talk-outside-open = Einfache Kopie machen und öffnen
talk-outside-save = Stattdessen Kopie speichern
talk-outside-leave = Lassen

## Player
talk-play = Abspielen
talk-pause = Pause
talk-play-named = Abspielen: { $what } ({ $name })
talk-pause-named = Pause: { $what } ({ $name })
talk-place = Stelle in: { $what } ({ $name })
talk-place-value = { $at } von { $whole }
talk-speed = Tempo: { $speed }-fach. Drücken für { $next }-fach.
talk-unplayable = Dieser Computer kann es hier nicht abspielen
talk-try-outside = In anderem Programm öffnen

## People
talk-reactions-who = Reaktionen
talk-reactions-open = Wer reagiert hat: { $reactions }
talk-reactions-more = und { $countText } weitere, die hier nicht genannt sind
talk-card-save = Karte von { $name } als .vcf-Datei speichern
talk-card-saved = Die Karte wurde gespeichert

## Marks of one's own
talk-bookmarked = Ihr Lesezeichen
talk-tagged = Ihre Schlagwörter
talk-noted = Ihre Notiz

## Details
talk-details-title = Einzelheiten dieser Nachricht
talk-details-close = Einzelheiten schließen
talk-details-loading = Wird nachgesehen …
talk-details-times = Wann
talk-details-sent = Gesendet
talk-details-received = Auf dem Telefon
talk-details-edited = Bearbeitet
talk-details-no-time = Das Telefon hat keine Zeit festgehalten
talk-details-who = Wer
talk-details-sender = Von
talk-details-address = Adresse
talk-details-device = Gerät
talk-details-phone = Das Telefon selbst
talk-details-linked = Verknüpftes Gerät Nr. { $number }
talk-details-kind = Was
talk-details-kind-word = Art
talk-details-kind-number = Typnummer im Backup
talk-details-place = Stelle im Chat
talk-details-place-value = Nr. { $number }
talk-details-sources = Woher sie kommt
talk-details-file = Backup
talk-details-made = Erstellt
talk-details-restored = Wiederhergestellt
talk-details-sha = SHA-256
talk-details-sha-copy = Ganzen SHA-256 kopieren
talk-details-sha-none = für dieses nicht aufbewahrt
talk-details-row = Zeile in dessen Tabelle der Nachrichten
talk-details-row-none = nicht vermerkt
talk-details-key = Ihre Kennung in der Datenbank des Telefons
talk-details-key-copy = Kennung kopieren
talk-details-key-none = Das Telefon hat ihr keine gegeben.
talk-details-rows = Vermerkt ist die Zeile des Backups, das die Nachricht gebracht hat; Telefone vergeben neue Nummern. In jedem anderen findet sie diese Kennung: Sie steht dort in der Spalte key_id.
talk-details-receipts = Empfangsbestätigungen
talk-details-receipts-none = Das Backup enthält keine Bestätigungen zu dieser Nachricht.
talk-details-person = Person
talk-details-delivered = Zugestellt
talk-details-read = Gelesen
talk-details-played = Abgespielt
talk-details-never = nicht festgehalten
