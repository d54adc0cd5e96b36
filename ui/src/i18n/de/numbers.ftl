# Numbers to look at, of one chat or of all.
numbers-title = Zahlen
numbers-back = Zurück zu den Chats
numbers-chat = Welcher Chat
numbers-everything = Alle Chats
numbers-zone = Tage und Stunden gelten für { $zone }.
numbers-again = Noch einmal

## What adds up
numbers-totals = Insgesamt
numbers-messages = Nachrichten
numbers-mine = Von Ihnen
numbers-theirs = Von anderen
numbers-dated = Mit Datum
numbers-undated = Ohne Datum
numbers-undated-note = Das Telefon hat für diese kein Datum festgehalten: Sie stehen in keinem Monat, keinem Tag und keiner Stunde.
numbers-notices = Hinweise der App
numbers-notices-note = Werden hier nirgends als Nachrichten gezählt.
numbers-days = Tage mit Nachrichten
numbers-streak = Längste Serie
numbers-streak-days =
    { $count ->
        [one] { $countText } Tag
       *[other] { $countText } Tage
    }

## Plots
numbers-months = Nachrichten pro Monat
numbers-years = Nachrichten pro Jahr
numbers-month = Monat
numbers-year = Jahr
numbers-people = Nachrichten pro Person
numbers-person = Person
numbers-you = Sie
numbers-person-unknown = Name nicht bekannt
numbers-people-rest = Alle anderen zusammen
numbers-hours = Wann Sie einander schreiben
numbers-hours-note = Je dunkler, desto mehr Nachrichten. Die meisten in einer Stunde der Woche: { $most }.
numbers-hours-note-dark = Je heller, desto mehr Nachrichten. Die meisten in einer Stunde der Woche: { $most }.
numbers-hour = Stunde
numbers-kinds = Was geschickt wurde
numbers-kind = Art
numbers-kind-text = Text
numbers-bytes = Größe der Dateien
numbers-kind-label = { $count } · { $size }
numbers-emoji = Meistbenutzte Emojis
numbers-emoji-one = Emoji
numbers-times = Anzahl
numbers-point = { $what }: { $count }
numbers-point-who = { $what }, { $who }: { $count }
numbers-drawing = { $title }. Dieselben Zahlen stehen in der Tabelle darunter.
numbers-undrawn = Die Zeichnung ist nicht da. Die Zahlen stehen in der Tabelle.
numbers-table = Als Tabelle zeigen
numbers-save = Als Bild speichern
numbers-saved = Gespeichert

## Nothing there
numbers-none = Hier gibt es nichts zu zählen
numbers-none-hint = In diesem Chat hat niemand geschrieben, soweit das Backup reicht.
numbers-none-notices =
    { $count ->
        [one] Er enthält einen Hinweis der App, und der ist keine Nachricht.
       *[other] Er enthält { $countText } Hinweise der App, und die sind keine Nachrichten.
    }
numbers-none-everything = Alle Chats ansehen
