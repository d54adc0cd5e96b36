# Why pictures and files are not there.
media-missing-view-once =
    { $count ->
        [one] Eines konnte nur einmal geöffnet werden; das Telefon behält davon keines.
       *[other] { $countText } konnten nur einmal geöffnet werden; das Telefon behält davon keines.
    }
media-missing-deleted =
    { $count ->
        [one] Eines wurde mit seiner Nachricht für alle gelöscht.
       *[other] { $countText } wurden mit ihren Nachrichten für alle gelöscht.
    }
media-missing-offloaded =
    { $count ->
        [one] Das Telefon hat eines in die Cloud verschoben.
       *[other] Das Telefon hat { $countText } in die Cloud verschoben.
    }
media-missing-never-downloaded =
    { $count ->
        [one] Eines wurde nie auf das Telefon heruntergeladen.
       *[other] { $countText } wurden nie auf das Telefon heruntergeladen.
    }
media-missing-unreadable =
    { $count ->
        [one] An der Stelle von einem enthält der Ordner etwas anderes.
       *[other] An den Stellen von { $countText } enthält der Ordner etwas anderes.
    }
media-missing-not-looked-for =
    { $count ->
        [one] Eines wurde nicht gesucht: Noch ist kein Medienordner verknüpft.
       *[other] { $countText } wurden nicht gesucht: Noch ist kein Medienordner verknüpft.
    }
media-missing-absent =
    { $count ->
        [one] Eines ist nicht im Ordner: Es wurde auf dem Telefon gelöscht oder liegt anderswo.
       *[other] { $countText } sind nicht im Ordner: Sie wurden auf dem Telefon gelöscht oder liegen anderswo.
    }
media-missing-other = { $countText } fehlen: { $reason }
