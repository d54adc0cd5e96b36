# Chats als Dateien für andere: was, wie und wohin; die Arbeit; was daraus wurde.
export-title = Exportieren
export-back = Zurück
export-plain = Die Dateien sind nicht verschlüsselt. Wer sie hat, kann sie lesen.
export-again = Erneut versuchen

## Was
export-what = Was
export-everything = Alle Chats
export-chats = Ausgewählte Chats
export-search = Was Ihre Suche findet
export-search-words = Suche: { $text }
export-gallery-pictures = Bilder und Filme der Galerie
export-gallery-voice = Sprachnachrichten und Töne der Galerie
export-gallery-documents = Dokumente der Galerie
export-gallery-links = Links der Galerie
export-of-one = Nur in: { $chat }
export-filter-chats = Chat suchen
export-chosen-chats = { $count ->
    [0] Kein Chat ist ausgewählt
    [one] { $countText } Chat ist ausgewählt
   *[other] { $countText } Chats sind ausgewählt
}
export-none-fits = Nichts passt
export-locked = { $count ->
    [one] Ein gesperrter Chat ist nicht dabei, auch nichts, was ihn zitiert. Soll er exportiert werden, zeigen Sie ihn zuerst in der Chatliste.
   *[other] { $countText } gesperrte Chats sind nicht dabei, auch nichts, was sie zitiert. Sollen sie exportiert werden, zeigen Sie sie zuerst in der Chatliste.
}
export-narrow = Nur einen Teil der Nachrichten
export-from = Von
export-to = Bis einschließlich
export-days-why = Tage der Zeitzone unten. Sobald ein Tag gewählt ist, bleiben Nachrichten ohne Datum weg.
export-people = Gesendet von
export-people-why = Ist niemand gewählt, gilt es für alle.
export-people-you = Sie
export-people-unknown = Name nicht bekannt
export-people-find = Person suchen
export-people-waiting = Die Nachrichten werden durchgesehen …
export-kinds = Nur diese Arten
export-kinds-why = Ist keine Art gewählt, gilt es für alle.

## Wie
export-how = Wie
export-format = Format
export-format-html = Webseiten
export-format-html-use = Zum Lesen in jedem Browser, mit Suche, ohne Netz
export-format-pdf = PDF
export-format-pdf-use = Zum Drucken oder Vorlegen: Seiten und Nachrichten sind nummeriert
export-format-json = JSON
export-format-json-use = Alles in einer Datei, für Programme; Latchkey kann es wieder einlesen
export-format-jsonl = JSON Lines
export-format-jsonl-use = Eine Nachricht je Zeile, für große Mengen
export-format-csv = Tabellen (CSV)
export-format-csv-use = Zum Zählen und Sortieren in einer Tabellenkalkulation
export-format-text = Text
export-format-text-use = Wie WhatsApps eigenes „Chat exportieren“ ihn schreibt
export-format-parquet = Parquet
export-format-parquet-use = Für Datenwerkzeuge wie DuckDB und Spark
export-format-rsmf = RSMF
export-format-rsmf-use = Für die rechtliche Prüfung: eine Datei je Chat und Tag
export-format-vcard = Kontakte (vCard)
export-format-vcard-use = Für Adressbücher
export-format-kml = Karte (KML)
export-format-kml-use = Geteilte Orte, für Kartenprogramme
export-format-geojson = Karte (GeoJSON)
export-format-geojson-use = Geteilte Orte, für Kartenwerkzeuge
export-format-icalendar = Kalender (iCalendar)
export-format-icalendar-use = Anrufe und Events, für Kalender
export-format-telegram = JSON wie Telegram
export-format-telegram-use = Für Programme, die Exporte von Telegram lesen
export-format-media = Nur Dateien
export-format-media-use = Bilder, Filme und Töne nach Chat und Monat
export-preset = Aufbau
export-preset-android-us = Android, USA
export-preset-android-uk = Android, Großbritannien
export-preset-android-de = Android, Deutschland
export-preset-ios-us = iPhone, USA
export-preset-ios-uk = iPhone, Großbritannien
export-csv = Gemacht für
export-csv-excel = Tabellenkalkulation (keine Zelle wird zur Formel)
export-csv-plain = Tabellenkalkulation, ohne Byte-Reihenfolge-Marke
export-csv-raw = Programme (Texte genau, wie sie sind)
export-paper = Papier
export-paper-a4 = A4
export-paper-letter = Letter
export-dataset = Datensatz
export-dataset-why = Einen vorhandenen Datensatz ergänzen, um mehrere Konten zusammenzuhalten.
export-dataset-none = Ein neuer
export-dataset-pick = Datensatz wählen
export-dataset-drop = Einen neuen anlegen
export-media = Bilder und Dateien
export-media-files = Mit allen Dateien
export-media-thumbnails = Nur kleine Bilder
export-media-none = Ohne
export-names = Personen heißen
export-names-names = Mit Namen
export-names-numbers = Mit Nummer
export-names-both = Mit Namen und Nummer
export-zone = Zeitzone
export-zone-why = Alle Ortszeiten gelten in dieser Zone; der Export nennt sie.
export-zone-search = Stadt oder Region eingeben
export-zone-none = Keine Zeitzone passt. Versuchen Sie die nächste große Stadt.
export-language = Sprache des Exports
export-language-why = Für Überschriften und Hinweise; Nachrichten bleiben, wie sie sind.
export-marks = Mit meinen Lesezeichen, Schlagwörtern und Notizen
export-marks-why = Sie gehören nur Ihnen: Lassen Sie sie weg, wenn andere den Export bekommen.
export-redaction = Schwärzung
export-redaction-why = Eine Datei, die sagt, welche Personen, Wörter oder Arten wegbleiben oder ersetzt werden (siehe Anleitung).
export-redaction-none = Nichts wird geschwärzt
export-redaction-pick = Schwärzungsdatei wählen
export-redaction-other = Eine andere wählen
export-redaction-drop = Nicht schwärzen

## Wohin
export-where = Wohin
export-place = Ein neuer Ordner
export-place-in = in { $folder }
export-place-pick = Anderen Ort wählen
export-place-free = { $size } sind dort frei.
export-place-taken = Etwas mit diesem Namen gibt es dort schon. Nichts wird überschrieben: Wählen Sie einen anderen Namen.
export-estimate-waiting = Der Umfang wird berechnet …
export-estimate = { $messages ->
    [one] { $messagesText } Nachricht
   *[other] { $messagesText } Nachrichten
} in { $chats ->
    [one] { $chatsText } Chat
   *[other] { $chatsText } Chats
}
export-estimate-size = etwa { $size }, { $files ->
    [one] { $filesText } Datei
   *[other] { $filesText } Dateien
}
export-estimate-missing = { $count ->
    [one] Eine Datei einer Nachricht ist nicht da und kann nicht exportiert werden.
   *[other] { $countText } Dateien von Nachrichten sind nicht da und können nicht exportiert werden.
}
export-estimate-redacted = Was die Schwärzung wegnimmt, ist hier noch mitgezählt.
export-estimate-tight = Der Platz reicht vielleicht nicht: Etwa { $size } werden gebraucht, { $free } sind frei.
export-start = Exportieren

## Die Arbeit
export-running = Wird exportiert
export-running-why = Sie können Ihre Chats inzwischen ansehen. Werden sie gesperrt, hält der Export an; was geschrieben ist, bleibt unverschlüsselt in seinem Ordner, bis Sie es fortsetzen oder löschen.
export-stage-beginning = Es beginnt
export-stage-counting = Zählen, was da ist
export-stage-messages = Nachrichten und Dateien schreiben
export-stage-finishing = Abschließen
export-stage-proof = Jede Datei nachweisen
export-stage-signing = Unterschreiben
export-stage-behind = erledigt
export-of-messages = Nachrichten
export-of-total = { $done } von { $total }
export-written-bytes = Geschrieben
export-left = Restzeit
export-left-unknown = Noch nicht bekannt
export-left-second = { $count ->
    [one] { $countText } Sekunde
   *[other] { $countText } Sekunden
}
export-left-minute = { $count ->
    [one] { $countText } Minute
   *[other] { $countText } Minuten
}
export-left-hour = { $count ->
    [one] { $countText } Stunde
   *[other] { $countText } Stunden
}
export-stop = Anhalten
export-stopping = Wird angehalten …

## Abgebrochen
export-stopped = Der Export wurde angehalten
export-stopped-todo = Was geschrieben ist, wurde unverschlüsselt behalten. Setzen Sie es fort oder löschen Sie es.
export-unfinished = Früher angehalten
export-unfinished-of = { $done } von { $total } Nachrichten, begonnen: { $date }
export-unfinished-use = Ein anderes Programm schreibt gerade daran.
export-unfinished-redacted = Er folgt einer Schwärzungsdatei, nach der Sie noch einmal gefragt werden.
export-resume = Fortsetzen
export-delete = Löschen
export-delete-title = Geschriebenes von { $name } löschen?
export-delete-text = Die unfertigen Dateien sind dann endgültig weg. Ihre Chats bleiben, wie sie sind.
export-delete-yes = Unfertige Dateien löschen
export-delete-no = Behalten

## Was daraus wurde
export-done = Exportiert
export-done-in = { $name } liegt in { $folder }.
export-show = Ordner öffnen
export-another = Etwas anderes exportieren
export-counts = Was darin ist
export-chosen = Ausgewählte Nachrichten
export-written = Geschrieben
export-left-redacted-person = Weggelassen: jemand, den die Schwärzung nennt
export-left-redacted-word = Weggelassen: ein Wort, das die Schwärzung nennt
export-left-redacted-pattern = Weggelassen: was ein Muster der Schwärzung beschreibt
export-left-redacted-kind = Weggelassen: eine Art, die die Schwärzung nennt
export-left-redacted-message = Weggelassen: Nachrichten, die die Schwärzung nennt
export-left-redacted-file = Weggelassen: eine Datei, die die Schwärzung zurückhält
export-left-not-in-this-format = Weggelassen: Dieses Format hat keinen Platz dafür
export-left-other = Weggelassen: { $reason }
export-count-chats = Chats
export-count-people = Personen
export-count-calls = Anrufe
export-count-reactions = Reaktionen
export-count-media = Dateien von Nachrichten
export-count-media-missing = Dateien, die nicht da sind
export-count-media-left = Dateien, die die Schwärzung weggelassen hat
export-count-replaced = Ersetzte Stellen
export-count-files = Dateien im Ordner
export-count-size = Größe
export-glyphs = { $count ->
    [one] Ein Zeichen konnte nicht gezeichnet werden: Keine Schrift hat es.
   *[other] { $countText } Zeichen konnten nicht gezeichnet werden: Keine Schrift hat sie.
}
export-proof = Nachweis
export-proof-why = Im Ordner liegen manifest.json und SHA256SUMS. Schreiben Sie diese Zahl auf oder senden Sie sie getrennt von den Dateien: Wer sie hat, kann mit „latchkey verify“ feststellen, dass nichts verändert wurde.
export-proof-hash = SHA-256 des Manifests
export-proof-copy = Zahl kopieren

## Was im Weg steht
export-no-space = Der freie Platz reicht nicht
export-no-space-todo = Was geschrieben ist, wurde behalten. Schaffen Sie Platz und setzen Sie fort, oder löschen Sie es und wählen Sie einen anderen Ort.
export-exists = Etwas mit diesem Namen gibt es dort schon
export-exists-todo = Nichts wurde überschrieben. Wählen Sie einen anderen Namen, oder setzen Sie den unfertigen Export fort.
export-in-use = Etwas anderes läuft gerade
export-in-use-todo = Warten Sie, bis die Wiederherstellung oder der andere Export zu Ende ist, und versuchen Sie es dann erneut.
