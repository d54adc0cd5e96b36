# The history browser: list of chats, conversation, search.

## Frame
chats-heading = Chats
chats-list-label = Chats
chats-lock = Sperren
chats-lock-title = Sperren: die Chats schließen und die Schlüssel vergessen
chats-settings = Einstellungen
chats-back-to-list = Zurück zu den Chats
chats-back-to-results = Zurück zu den Treffern
chats-loading = Ihre Chats werden geöffnet …
chats-retry = Noch einmal
chats-choose = Wählen Sie einen Chat zum Lesen
chats-choose-hint = Mit / suchen Sie in allen Nachrichten.
chats-whole =
    { $chats ->
        [one] { $chatsText } Chat
       *[other] { $chatsText } Chats
    }, { $messages ->
        [one] { $messagesText } Nachricht
       *[other] { $messagesText } Nachrichten
    }
chats-span = { $from } – { $to }
chats-none = In diesem Backup sind keine Chats
chats-none-hint = Der Chatverlauf ist offen, und es steht nichts darin. Ein neueres Backup ergänzt ihn.

## List
chats-filter = Nach Namen filtern
chats-filter-clear = Filter leeren
chats-filter-none = Kein Chat hat „{ $text }“ im Namen.
chats-filter-search = Stattdessen in Nachrichten suchen
chats-filtered =
    { $count ->
        [0] Kein Chat
        [one] { $countText } Chat
       *[other] { $countText } Chats
    }
chats-count =
    { $count ->
        [one] { $countText } Nachricht
       *[other] { $countText } Nachrichten
    }
chats-unread =
    { $count ->
        [one] { $countText } ungelesen
       *[other] { $countText } ungelesen
    }
chats-you-said = Sie:
chats-no-messages = Keine Nachrichten
chats-private-number = Unbekannt (private Nummer)
chats-unnamed-group = Gruppe ohne Namen
chats-unnamed-community = Community ohne Namen
chats-unnamed-channel = Kanal ohne Namen
chats-broadcast = Broadcast-Liste
chats-status = Statusmeldungen
chats-deleted-chat = Ein gelöschter Chat
chats-unnamed = Chat ohne Namen

## Conversation
chats-conversation = Nachrichten mit { $name }
chats-conversation-group = Nachrichten in { $name }
chats-conversation-failed = Diese Nachrichten ließen sich nicht öffnen
chats-conversation-empty = Keine Nachrichten in diesem Chat
chats-conversation-empty-hint = Das Telefon hat den Chat behalten, und es war nichts mehr darin.
chats-left = Sie sind nicht mehr in dieser Gruppe
chats-disappearing-new = Selbstlöschende Nachrichten: { $time }
chats-about = Über diesen Chat
chats-about-number = Nummer
chats-about-first = Erste Nachricht
chats-about-last = Letzte Nachricht
chats-about-disappearing = Neue Nachrichten
chats-about-disappearing-after = selbstlöschend ({ $time })
chats-search-here = In diesem Chat suchen
chats-you = Sie
chats-you-among = Sie
chats-no-date = kein Datum
chats-edited = bearbeitet
chats-edited-at = bearbeitet: { $when }
chats-starred = Mit Stern
chats-pinned = Angepinnt: { $name }
chats-kept = Behalten: { $name }
chats-disappearing = Eine selbstlöschende Nachricht
chats-disappearing-after = Selbstlöschend: { $time }
chats-disappearing-at = Verschwindet: { $when }
chats-by-list = Über eine Broadcast-Liste gesendet
chats-deleted-later = Ein späteres Backup sagt, dass dies für alle gelöscht wurde. Ein früheres hatte es noch.
chats-forwarded = Weitergeleitet
chats-forwarded-often = Häufig weitergeleitet
chats-quote-jump = Zur zitierten Nachricht ({ $name })
chats-quote-gone = Die zitierte Nachricht ist nicht in diesen Chats
chats-quote-locked = Eine Nachricht aus einem gesperrten Chat
chats-reactions = Reaktionen
chats-reaction-counted =
    { $count ->
        [one] { $emoji } { $countText } Reaktion
       *[other] { $emoji } { $countText } Reaktionen
    }
chats-more = und { $countText } weitere
chats-views =
    { $count ->
        [one] einmal gesehen
       *[other] { $countText }-mal gesehen
    }
chats-link = { $url } im Browser öffnen
chats-found-here = Die Nachricht, zu der Sie wollten
chats-place = Stelle im Chat
chats-place-value = { $when }, Nachricht { $positionText } von { $countText }

## Kinds of messages
chats-kind-text = Nachricht
chats-kind-image = Foto
chats-kind-video = Video
chats-kind-video-note = Videonachricht
chats-kind-audio = Audio
chats-kind-voice = Sprachnachricht
chats-kind-document = Dokument
chats-kind-sticker = Sticker
chats-kind-gif = GIF
chats-kind-location = Standort
chats-kind-live-location = Live-Standort
chats-kind-contact = Kontaktkarte
chats-kind-poll = Umfrage
chats-kind-event = Event
chats-kind-group-invite = Einladung in eine Gruppe
chats-kind-system = Hinweis
chats-kind-call = Anruf
chats-kind-revoked = Nachricht gelöscht
chats-kind-view-once = Nachricht zur einmaligen Ansicht
chats-kind-album = Album
chats-kind-order = Bestellung
chats-kind-payment = Zahlung
chats-kind-template = Unternehmensnachricht
chats-kind-unsupported = Nachricht unbekannter Art
chats-revoked = Diese Nachricht wurde gelöscht
chats-revoked-mine = Sie haben diese Nachricht gelöscht
chats-revoked-admin = { $name } hat diese Nachricht als Admin gelöscht
chats-revoked-some-admin = Ein Admin hat diese Nachricht gelöscht
chats-revoked-at = Gelöscht: { $when }
chats-revoked-kept = Eine Antwort zitiert sie noch:
chats-call-mine = Anruf von Ihnen
chats-call-theirs = Anruf bei Ihnen
chats-call-voice = Sprachanruf
chats-call-video = Videoanruf
chats-call-answered = angenommen
chats-call-missed = nicht angenommen
chats-call-declined = abgelehnt
chats-call-unavailable = nicht erreichbar
chats-call-member = { $name } ({ $outcome })
chats-call-member-private = Unbekannt (private Nummer, { $outcome })
chats-view-once-unopened = Sie wurde nicht geöffnet.
chats-view-once-opened = Sie wurde geöffnet.
chats-view-once-expired = Niemand hat sie rechtzeitig geöffnet.
chats-view-once-gone = Das Telefon behält davon keine Kopie.
chats-album-empty = Das Telefon hat keine Bilder davon behalten.
chats-album-count =
    { $count ->
        [one] Album mit { $countText } Bild
       *[other] Album mit { $countText } Bildern
    }
chats-unsupported = Eine Nachricht einer Art, die diese Version nicht zeigen kann
chats-unsupported-number = Eine Nachricht einer Art, die diese Version nicht zeigen kann (Nr. { $number })

## What belongs to one kind
chats-link-preview = Link
chats-coordinates-copy = Koordinaten kopieren
chats-live-for = Live geteilt für { $time }
chats-live-from = Erste Position:
chats-live-to = Letzte Position:
chats-live-to-at = Letzte Position, { $when }:
chats-contacts =
    { $count ->
        [one] Kontaktkarte
       *[other] Kontaktkarten ({ $countText })
    }
chats-contact-unnamed = Eine Karte ohne Namen
chats-poll-label = Umfrage · { $rule }
chats-poll-one = eine Antwort pro Person
chats-poll-any = beliebig viele Antworten
chats-poll-some =
    { $count ->
        [one] eine Antwort pro Person
       *[other] bis zu { $countText } Antworten pro Person
    }
chats-poll-unnamed =
    { $count ->
        [one] und { $countText } Stimme, die das Backup niemandem zuordnet
       *[other] und { $countText } Stimmen, die das Backup niemandem zuordnet
    }
chats-poll-voters =
    { $count ->
        [0] Von niemandem ist eine Stimme bekannt
        [one] { $countText } Person hat abgestimmt
       *[other] { $countText } Personen haben abgestimmt
    }
chats-poll-ends = bis { $when }
chats-event-cancelled = Event, abgesagt
chats-event-guests =
    { $count ->
        [one] { $name } und { $countText } Gast
       *[other] { $name } und { $countText } Gäste
    }
chats-event-answers = Geantwortet: { $names }
chats-event-answers-number = Antwort Nr. { $number }: { $names }
chats-event-answers-meaning = Das Backup hält jede Antwort nur als Zahl fest.
chats-invite-until = Gültig bis { $when }
chats-buttons = Schaltflächen dieser Nachricht
chats-button-chosen = gewählt
chats-order-items =
    { $count ->
        [one] { $countText } Artikel
       *[other] { $countText } Artikel
    }

## Media
chats-media-missing = Nicht im Medienordner
chats-missing-never-downloaded = Nie auf das Telefon heruntergeladen
chats-missing-view-once = Konnte nur einmal geöffnet werden
chats-missing-deleted = Für alle gelöscht
chats-missing-offloaded = Vom Telefon in die Cloud verschoben
chats-missing-unreadable = An seiner Stelle im Medienordner ist etwas anderes
chats-missing-not-looked-for = Noch ist kein Medienordner verknüpft
chats-media-preview = Nur eine Vorschau
chats-pages =
    { $count ->
        [one] { $countText } Seite
       *[other] { $countText } Seiten
    }
chats-transcript = In Worten:
chats-media-unshown = Dieses Bild lässt sich nicht zeigen
chats-picture = Foto: { $name }
chats-viewer-open = In voller Größe ansehen
chats-viewer-previous = Bild davor
chats-viewer-next = Nächstes Bild
chats-viewer-place = { $place } von { $count }
chats-viewer-still = Dies ist ein Standbild.
chats-sticker = Sticker: { $name }

## Search
chats-search = In allen Chats suchen
chats-search-in = In { $name } suchen
chats-search-clear = Suche leeren
chats-search-scope = Wo gesucht wird
chats-search-everywhere = Alle Chats
chats-search-this-chat = Dieser Chat
chats-search-label = Gefundene Nachrichten
chats-search-running = Es wird gesucht …
chats-search-none = Nichts gefunden zu „{ $text }“
chats-search-none-narrowed = Nichts gefunden mit diesen Filtern
chats-search-none-narrowed-hint = Lassen Sie einen Filter weg, oder versuchen Sie eine andere Schreibweise.
chats-search-wordless = Ohne Worte
chats-search-none-hint = Versuchen Sie weniger Buchstaben oder eine andere Schreibweise. Akzente und Großbuchstaben spielen keine Rolle.
chats-search-widen = In allen Chats suchen
chats-search-failed = Die Suche wurde nicht fertig
chats-search-total =
    { $total ->
        [one] { $totalText } Nachricht
       *[other] { $totalText } Nachrichten
    }
chats-search-total-at-least = Mehr als { $totalText } Nachrichten
chats-search-more = Mehr zeigen
chats-narrow = Suche eingrenzen
chats-narrow-photos = Fotos
chats-narrow-videos = Videos
chats-narrow-voice = Sprache
chats-narrow-documents = Dokumente
chats-narrow-links = Links
chats-narrow-places = Orte
chats-narrow-polls = Umfragen
chats-narrow-starred = Mit Stern
chats-narrow-mine = Von mir
chats-narrow-bookmarks = Meine Lesezeichen
chats-narrow-notes = Meine Notizen
chats-narrow-typed = Auch das können Sie eintippen:
chats-narrow-from = wer es geschrieben hat
chats-narrow-tag = eines Ihrer Schlagwörter
chats-narrow-before = Daten, auch mit after: und on:
chats-narrow-quoted = genau diese Wörter
chats-narrow-without = ohne dieses Wort

chats-more-menu = Mehr
chats-more-histories = Meine Chats
chats-more-keyboard = Tastatur
