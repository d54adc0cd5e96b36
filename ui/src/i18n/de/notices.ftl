# What the app itself noted in a chat, one sentence for every sort of notice. `$actor` and `$subject` say who: "you", "named" (`$name`, `$who`) or "nobody" known.
# `$number` is the source's own number of a notice that has no sentence.
notice-number = Systemhinweis { $number }
notice-unnumbered = Systemhinweis
notice-was = Aus „{ $before }“ wurde „{ $after }“
notice-was-before = Vorher war es „{ $before }“

## The group
notice-subject = { $actor ->
    [you] Sie haben den Namen der Gruppe geändert
    [named] { $name } hat den Namen der Gruppe geändert
   *[nobody] Der Name der Gruppe wurde geändert
}
notice-icon = { $actor ->
    [you] Sie haben das Bild der Gruppe geändert
    [named] { $name } hat das Bild der Gruppe geändert
   *[nobody] Das Bild der Gruppe wurde geändert
}
notice-description = { $actor ->
    [you] Sie haben die Beschreibung der Gruppe geändert
    [named] { $name } hat die Beschreibung der Gruppe geändert
   *[nobody] Die Beschreibung der Gruppe wurde geändert
}
notice-created = { $actor ->
    [you] Sie haben diese Gruppe erstellt
    [named] { $name } hat diese Gruppe erstellt
   *[nobody] Diese Gruppe wurde erstellt
}
notice-list-created = { $actor ->
    [you] Sie haben diese Broadcast-Liste erstellt
    [named] { $name } hat diese Broadcast-Liste erstellt
   *[nobody] Diese Broadcast-Liste wurde erstellt
}
notice-link-reset = { $actor ->
    [you] Sie haben einen neuen Einladungslink gemacht; der alte gilt nicht mehr
    [named] { $name } hat einen neuen Einladungslink gemacht; der alte gilt nicht mehr
   *[nobody] Ein neuer Einladungslink wurde gemacht; der alte gilt nicht mehr
}
notice-link-rule = { $actor ->
    [you] Sie haben geändert, wer per Link einladen darf
    [named] { $name } hat geändert, wer per Link einladen darf
   *[nobody] Es wurde geändert, wer per Link einladen darf
}
notice-info-rule = { $actor ->
    [you] Sie haben geändert, wer Name, Bild und Beschreibung der Gruppe bearbeiten darf
    [named] { $name } hat geändert, wer Name, Bild und Beschreibung der Gruppe bearbeiten darf
   *[nobody] Es wurde geändert, wer Name, Bild und Beschreibung der Gruppe bearbeiten darf
}
notice-send-rule = { $actor ->
    [you] Sie haben geändert, wer Nachrichten senden darf
    [named] { $name } hat geändert, wer Nachrichten senden darf
   *[nobody] Es wurde geändert, wer Nachrichten senden darf
}
notice-everyone-adds = { $actor ->
    [you] Sie lassen alle Mitglieder andere hinzufügen
    [named] { $name } lässt alle Mitglieder andere hinzufügen
   *[nobody] Alle Mitglieder dürfen jetzt andere hinzufügen
}
notice-admins-add = { $actor ->
    [you] Sie lassen nur Admins andere hinzufügen
    [named] { $name } lässt nur Admins andere hinzufügen
   *[nobody] Nur Admins dürfen jetzt andere hinzufügen
}
notice-large = Diese Gruppe hat mehr als 256 Mitglieder: Nur Admins dürfen Name, Bild und Beschreibung bearbeiten

## Who came and went
notice-added = { $who-is ->
    [you] { $actor ->
        [named] { $name } hat Sie hinzugefügt
       *[nobody] Sie wurden hinzugefügt
    }
    [nobody] { $actor ->
        [you] Sie haben jemanden hinzugefügt
        [named] { $name } hat jemanden hinzugefügt
       *[nobody] Jemand wurde hinzugefügt
    }
   *[named] { $actor ->
        [you] Sie haben { $who } hinzugefügt
        [named] { $name } hat { $who } hinzugefügt
       *[nobody] { $count ->
            [one] { $who } wurde hinzugefügt
           *[other] { $who } wurden hinzugefügt
        }
    }
}
notice-removed = { $who-is ->
    [you] { $actor ->
        [named] { $name } hat Sie entfernt
       *[nobody] Sie wurden entfernt
    }
    [nobody] { $actor ->
        [you] Sie haben jemanden entfernt
        [named] { $name } hat jemanden entfernt
       *[nobody] Jemand wurde entfernt
    }
   *[named] { $actor ->
        [you] Sie haben { $who } entfernt
        [named] { $name } hat { $who } entfernt
       *[nobody] { $count ->
            [one] { $who } wurde entfernt
           *[other] { $who } wurden entfernt
        }
    }
}
notice-left = { $subject ->
    [you] Sie haben die Gruppe verlassen
    [named] Ausgetreten: { $who }
   *[nobody] Jemand hat die Gruppe verlassen
}
notice-joined-link = { $subject ->
    [you] Sie sind über den Einladungslink beigetreten
    [named] Über den Einladungslink beigetreten: { $who }
   *[nobody] Jemand ist über den Einladungslink beigetreten
}
notice-joined-invitation = { $subject ->
    [you] Sie sind auf eine Einladung hin beigetreten
    [named] Auf eine Einladung hin beigetreten: { $who }
   *[nobody] Jemand ist auf eine Einladung hin beigetreten
}
notice-joined-community = { $subject ->
    [you] Sie sind aus der Community beigetreten
    [named] Aus der Community beigetreten: { $who }
   *[nobody] Jemand ist aus der Community beigetreten
}
notice-asks-to-join = { $subject ->
    [you] Sie haben um Aufnahme gebeten
    [named] { $count ->
        [one] { $who } bittet um Aufnahme
       *[other] { $who } bitten um Aufnahme
    }
   *[nobody] Jemand bittet um Aufnahme
}
notice-admin = { $who-is ->
    [named] { $count ->
        [one] { $who } ist jetzt Admin
       *[other] { $who } sind jetzt Admins
    }
   *[you] Sie sind jetzt Admin
}
notice-no-admin = { $who-is ->
    [named] { $count ->
        [one] { $who } ist nicht mehr Admin
       *[other] { $who } sind nicht mehr Admins
    }
   *[you] Sie sind nicht mehr Admin
}
notice-on-whatsapp = { $subject ->
    [named] { $count ->
        [one] { $who } ist jetzt bei WhatsApp
       *[other] { $who } sind jetzt bei WhatsApp
    }
   *[nobody] Jemand, den Sie kennen, ist jetzt bei WhatsApp
}

## People
notice-number-changed = { $subject ->
    [you] Sie haben Ihre Telefonnummer geändert
    [named] Telefonnummer geändert: { $who }
   *[nobody] Jemand hat die Telefonnummer geändert
}
notice-number-changed-to = { $from } hat die Telefonnummer zu { $to } geändert
notice-username = { $subject ->
    [you] Sie haben Ihren Benutzernamen geändert
    [named] Benutzername geändert: { $who }
   *[nobody] Ein Benutzername wurde geändert
}
notice-security-code = { $subject ->
    [named] { $count ->
        [one] Die Sicherheitsnummer mit { $who } hat sich geändert
       *[other] Die Sicherheitsnummern mit { $who } haben sich geändert
    }
   *[nobody] Eine Sicherheitsnummer hat sich geändert
}
notice-devices = { $subject ->
    [named] Verknüpfte Geräte geändert: { $who }
   *[nobody] Jemand hat geändert, welche Geräte verknüpft sind
}
notice-devices-counted = { $subject ->
    [named] Verknüpfte Geräte von { $who } geändert
   *[nobody] Jemand hat geändert, welche Geräte verknüpft sind
}: { $change ->
    [added] { $addedText } hinzugefügt
    [removed] { $removedText } entfernt
   *[both] { $addedText } hinzugefügt, { $removedText } entfernt
}
notice-blocked = { $subject ->
    [named] Sie haben { $who } blockiert
   *[nobody] Sie haben diese Person blockiert
}
notice-unblocked = { $subject ->
    [named] Sie haben { $who } nicht länger blockiert
   *[nobody] Sie haben diese Person nicht länger blockiert
}
notice-block-changed = { $subject ->
    [named] Sie haben { $who } blockiert oder die Blockierung aufgehoben
   *[nobody] Sie haben diese Person blockiert oder die Blockierung aufgehoben
}

## Messages that disappear
notice-timer-on = { $actor ->
    [you] Sie haben selbstlöschende Nachrichten eingeschaltet ({ $time })
    [named] { $name } hat selbstlöschende Nachrichten eingeschaltet ({ $time })
   *[nobody] Selbstlöschende Nachrichten wurden eingeschaltet ({ $time })
}
notice-timer-off = { $actor ->
    [you] Sie haben selbstlöschende Nachrichten ausgeschaltet
    [named] { $name } hat selbstlöschende Nachrichten ausgeschaltet
   *[nobody] Selbstlöschende Nachrichten wurden ausgeschaltet
}
notice-timer = { $actor ->
    [you] Sie haben geändert, nach welcher Zeit neue Nachrichten verschwinden
    [named] { $name } hat geändert, nach welcher Zeit neue Nachrichten verschwinden
   *[nobody] Es wurde geändert, nach welcher Zeit neue Nachrichten verschwinden
}
notice-timer-default = { $state ->
    [on] Hier gilt eine Standardzeit für selbstlöschende Nachrichten: { $time }
    [off] Die Standardzeit für selbstlöschende Nachrichten ist hier aus
   *[unknown] Hier gilt eine Standardzeit für selbstlöschende Nachrichten
}
notice-kept = Nachrichten, die jemand behält, verschwinden nicht aus diesem Chat
notice-pinned = { $actor ->
    [you] Sie haben eine Nachricht angepinnt
    [named] { $name } hat eine Nachricht angepinnt
   *[nobody] Eine Nachricht wurde angepinnt
}

## Encryption, businesses, services
notice-encrypted = Nachrichten und Anrufe in diesem Chat sind Ende-zu-Ende-verschlüsselt
notice-protection = WhatsApp hat hier erklärt, wie die Nachrichten dieses Chats geschützt sind
notice-business = { $subject ->
    [named] { $count ->
        [one] { $who } ist ein Unternehmenskonto
       *[other] { $who } sind Unternehmenskonten
    }
   *[nobody] Dies ist ein Unternehmenskonto
}
notice-business-official = { $subject ->
    [named] { $count ->
        [one] { $who } ist ein offizielles Unternehmenskonto
       *[other] { $who } sind offizielle Unternehmenskonten
    }
   *[nobody] Dies ist ein offizielles Unternehmenskonto
}
notice-business-over = { $subject ->
    [named] { $count ->
        [one] { $who } ist kein Unternehmenskonto mehr
       *[other] { $who } sind keine Unternehmenskonten mehr
    }
   *[nobody] Dies ist kein Unternehmenskonto mehr
}
notice-business-meta = Dieses Unternehmen nutzt für seine Chats einen Dienst von Meta
notice-business-terms = WhatsApp hat hier etwas über dieses Unternehmen und die Dienste von Meta mitgeteilt
notice-ai = WhatsApp hat hier etwas über Nachrichten mit seiner KI mitgeteilt
notice-hidden = Ein interner Vermerk, den WhatsApp selbst nie zeigt

## Calls and events
notice-group-call = { $actor ->
    [you] Sie haben einen Gruppenanruf begonnen
    [named] { $name } hat einen Gruppenanruf begonnen
   *[nobody] Ein Gruppenanruf wurde begonnen
}
notice-event = { $actor ->
    [you] Sie haben ein Event geändert
    [named] { $name } hat ein Event geändert
   *[nobody] Ein Event wurde geändert
}

## Communities
notice-linked = { $group ->
    [named] { $actor ->
        [you] Sie haben { $groups } zur Community hinzugefügt
        [named] { $name } hat { $groups } zur Community hinzugefügt
       *[nobody] Zur Community hinzugefügt: { $groups }
    }
   *[nobody] { $actor ->
        [you] Sie haben eine Gruppe zur Community hinzugefügt
        [named] { $name } hat eine Gruppe zur Community hinzugefügt
       *[nobody] Eine Gruppe wurde zur Community hinzugefügt
    }
}
notice-unlinked = { $group ->
    [named] { $actor ->
        [you] Sie haben { $groups } aus der Community entfernt
        [named] { $name } hat { $groups } aus der Community entfernt
       *[nobody] Aus der Community entfernt: { $groups }
    }
   *[nobody] { $actor ->
        [you] Sie haben eine Gruppe aus der Community entfernt
        [named] { $name } hat eine Gruppe aus der Community entfernt
       *[nobody] Eine Gruppe wurde aus der Community entfernt
    }
}
notice-community-admin = { $who-is ->
    [you] Sie sind jetzt Admin der Community
    [named] { $count ->
        [one] { $who } ist jetzt Admin der Community
       *[other] { $who } sind jetzt Admins der Community
    }
   *[nobody] Jemand ist jetzt Admin der Community
}
notice-no-community-admin = { $who-is ->
    [you] Sie sind nicht mehr Admin der Community
    [named] { $count ->
        [one] { $who } ist nicht mehr Admin der Community
       *[other] { $who } sind nicht mehr Admins der Community
    }
   *[nobody] Jemand ist nicht mehr Admin der Community
}
notice-community = In dieser Community hat sich etwas geändert (Hinweis { $number })

## Many at once
notice-folded = { $count ->
    [one] { $countText } Sicherheitshinweis
   *[other] { $countText } Sicherheitshinweise
}
notice-folded-any = { $count ->
    [one] { $countText } Hinweis
   *[other] { $countText } Hinweise
}
notice-unfold = Zeigen
notice-fold = Verbergen
