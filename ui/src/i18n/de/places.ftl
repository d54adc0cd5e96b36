# The places of the browser: what stands in the list of chats, and the ways from one place to another.

## Beside the chats
places-shelf = Alles ansehen
places-gallery = Galerie
places-numbers = Zahlen
places-marks = Markierungen
places-calls = Anrufe

## List
places-archived = Archiviert
places-locked = Gesperrte Chats
places-channels = Kanäle
places-status = Statusmeldungen
places-deleted = Gelöschte Chats
places-sort = Chats sortieren
places-sort-newest = Neueste zuerst
places-sort-name = Nach Namen
places-sort-most = Meiste Nachrichten zuerst
places-pinned = Angepinnt
places-pin = Oben anpinnen
places-mark = Schlagwörter und Notiz
places-unpin = Nicht mehr anpinnen
places-row-menu = Mehr zu { $name }
places-groups =
    { $count ->
        [one] { $countText } Gruppe
       *[other] { $countText } Gruppen
    }
places-groups-of = von { $name }
places-refused = Die Liste blieb, wie sie war
places-refused-close = Hinweis schließen

## Locked chats
places-locked-hide = Gesperrte Chats verbergen
places-locked-show = Gesperrte Chats zeigen
places-locked-why =
    { $count ->
        [one] { $countText } Chat war auf dem Telefon gesperrt. Öffnen Sie ihn noch einmal mit einem Ihrer Schlüssel.
       *[other] { $countText } Chats waren auf dem Telefon gesperrt. Öffnen Sie sie noch einmal mit einem Ihrer Schlüssel.
    }
places-locked-privacy = So bleiben sie auf diesem Bildschirm außer Sicht. Das ist keine eigene Verschlüsselung: Diese Chats sind zusammen mit allen anderen verschlüsselt.
places-locked-typed = Oder tippen Sie ein, was Sie auf Papier haben
places-locked-leave = Gesperrt lassen
places-locked-back = Anderer Zugang
places-locked-open = Zeigen
places-locked-no-ways = Die Zugänge zu diesen Chats ließen sich nicht lesen

## From place to place
places-trail = Orte, an denen Sie waren
places-back = Zurück zum Ort davor
places-forward = Wieder vor
places-more = Mehr aus diesem Chat
places-first-message = Zur ersten Nachricht
places-last-message = Zur letzten Nachricht
places-chat-gallery = Galerie dieses Chats
places-chat-numbers = Zahlen dieses Chats
places-chat-export = Diesen Chat exportieren
places-export = Exportieren
places-search-export = Gefundenes exportieren
places-gallery-export = Gezeigtes exportieren
places-hit = Treffer { $placeText } von { $countText }
places-hit-at-least = Treffer { $placeText } von mehr als { $countText }
places-hit-previous = Treffer davor (Umschalt und F3)
places-hit-next = Nächster Treffer (F3)
places-hits-close = Suche beenden

## Calendar
places-calendar = Zu einem Datum
places-calendar-month = Monat
places-calendar-year = Jahr
places-calendar-previous = Monat davor
places-calendar-next = Nächster Monat
places-calendar-hint = Mehr Punkte, mehr Nachrichten.
places-calendar-close = Schließen
places-calendar-waiting = Die Tage werden durchgesehen …
places-calendar-unread = Die Tage dieses Chats ließen sich nicht lesen
places-calendar-again = Noch einmal
places-calendar-empty = Keine Nachricht in diesem Chat hat ein Datum.
places-calendar-day =
    { $count ->
        [0] { $day }, keine Nachrichten
        [one] { $day }, { $countText } Nachricht
       *[other] { $day }, { $countText } Nachrichten
    }
places-calendar-sum =
    { $days ->
        [0] Keine Nachrichten im Monat { $month }
       *[other] { $month }: { $messages ->
            [one] { $messagesText } Nachricht
           *[other] { $messagesText } Nachrichten
        } an { $days ->
            [one] { $daysText } Tag
           *[other] { $daysText } Tagen
        }
    }

## Search
places-hits-here =
    { $count ->
        [one] { $countText } Treffer
       *[other] { $countText } Treffer
    }
places-hits-at-least = Mindestens { $countText } Treffer
places-notes = In Ihren Notizen
places-notes-all =
    { $count ->
        [one] { $countText } in Ihren Markierungen zeigen
       *[other] Alle { $countText } in Ihren Markierungen zeigen
    }
places-notes-chat = Über diesen Chat
places-narrow-in = in welchem Chat
places-narrow-has = auch audio, gif, contact, media
