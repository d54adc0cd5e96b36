# The call log.
calls-title = Anrufe
calls-total =
    { $count ->
        [one] { $countText } Anruf, der neueste zuerst
       *[other] { $countText } Anrufe, der neueste zuerst
    }
calls-label = Anrufe, der neueste zuerst
calls-none = Keine Anrufe in diesem Chatverlauf
calls-none-hint = Anrufe aus der Liste des Telefons stehen hier, sobald ein Backup wiederhergestellt ist, das sie enthält.
calls-unread = Die Anrufliste ließ sich nicht lesen
calls-again = Noch einmal
calls-made = Anruf von Ihnen
calls-received = Anruf bei Ihnen
calls-missed = Von Ihnen nicht angenommen
calls-not-answered = Niemand hat abgehoben
calls-declined = Abgelehnt
calls-unavailable = Nicht erreichbar
calls-voice = Sprachanruf
calls-video = Videoanruf
calls-group = Gruppenanruf
calls-with = Mit { $names }
calls-member = { $name } ({ $outcome })
calls-member-private = Unbekannt (private Nummer, { $outcome })
calls-member-missed = nicht angenommen
calls-member-declined = abgelehnt
calls-member-unavailable = nicht erreichbar
calls-somebody = Unbekannt (private Nummer)
calls-no-date = Kein Datum
calls-show = Im Chat zeigen
calls-waiting = Die Anrufliste wird geöffnet …
