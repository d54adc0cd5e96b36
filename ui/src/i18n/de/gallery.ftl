# Photos and files: the gallery of a chat or of everything, and the viewer.
gallery-title = Galerie
gallery-back = Zurück zu den Chats
gallery-chat = Welcher Chat
gallery-everything = Alle Chats
gallery-kinds = Was angesehen wird
gallery-pictures = Fotos und Videos
gallery-voice = Sprache
gallery-documents = Dokumente
gallery-links = Links
gallery-count-pictures =
    { $count ->
        [one] { $countText } Foto oder Video
       *[other] { $countText } Fotos und Videos
    }
gallery-count-voice =
    { $count ->
        [one] { $countText } Sprachnachricht oder Tonaufnahme
       *[other] { $countText } Sprachnachrichten und Tonaufnahmen
    }
gallery-count-documents =
    { $count ->
        [one] { $countText } Dokument
       *[other] { $countText } Dokumente
    }
gallery-count-links =
    { $count ->
        [one] { $countText } Link
       *[other] { $countText } Links
    }
gallery-month-jump = Zu einem Monat
gallery-month-count = { $month } ({ $countText })
gallery-month-label = { $month }: { $countText }
gallery-undated = Ohne Datum
gallery-undated-one = Das Telefon hat kein Datum festgehalten
gallery-again = Noch einmal
gallery-some-unread = Einige davon ließen sich nicht lesen
gallery-you = Sie
gallery-someone = Jemand, dessen Name nicht bekannt ist
gallery-cell = { $what }, { $name }, { $when }
gallery-cell-caption = { $what }, { $name }, { $when }: { $text }
gallery-cell-missing = { $reason }.
gallery-show = Im Chat zeigen
gallery-save = Kopie speichern
gallery-saved = Gespeichert
gallery-open-link = Im Browser öffnen
gallery-link-not-web = Keine Adresse im Web
gallery-unnamed-document = Dokument ohne Namen
gallery-unshown = Lässt sich nicht zeigen

## Nothing there
gallery-none-pictures = Hier sind keine Fotos oder Videos
gallery-none-pictures-hint = Soweit das Backup reicht, wurden hier keine geschickt.
gallery-none-voice = Hier sind keine Sprachnachrichten
gallery-none-voice-hint = Sprachnachrichten und andere Tonaufnahmen stehen hier bei ihrem Monat.
gallery-none-documents = Hier sind keine Dokumente
gallery-none-documents-hint = Schriftstücke, Tabellen und andere Dateien stehen hier bei ihrem Monat.
gallery-none-links = Hier sind keine Links
gallery-none-links-hint = Hier stehen Adressen aus Nachrichten. Nichts wird geöffnet, bevor Sie darauf drücken.
gallery-none-everything = In allen Chats nachsehen

## The viewer
gallery-viewer-tools = Dieses Bild
gallery-viewer-nearer = Näher
gallery-viewer-farther = Weiter weg
gallery-viewer-whole = Ganzes Bild
gallery-viewer-scale = { $percent } %
gallery-viewer-slides = Diaschau
gallery-viewer-pause = Diaschau anhalten
gallery-viewer-close = Schließen
gallery-viewer-play = Video abspielen
gallery-viewer-no-still = Von diesem Video gibt es kein Standbild
gallery-viewer-large = Dieses Video ist groß ({ $size }). Es läuft in einem anderen Programm.
gallery-viewer-unplayable = Dieses Video lässt sich hier nicht abspielen. Ein anderes Programm kennt vielleicht seine Art.
gallery-viewer-opened = Ein anderes Programm hat es jetzt.
gallery-viewer-plain-copy = Dafür wird eine einfache Kopie gemacht, die andere Programme lesen können. Sie ist nicht verschlüsselt und bleibt, bis Sie oder das System sie löschen.
gallery-viewer-open-outside = Kopie machen und öffnen
