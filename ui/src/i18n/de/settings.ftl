# Settings, shared with the latchkey command.
settings-title = Einstellungen
settings-why = Sie gelten sofort und bleiben nur auf diesem Computer.
settings-language = Sprache
settings-language-system = Wie das System
settings-language-pseudo = Pseudo (für die Entwicklung)
settings-theme = Darstellung
settings-theme-system = Wie das System
settings-theme-light = Hell
settings-theme-dark = Dunkel
settings-zone = Zeitzone
settings-zone-why = In ihr werden die Zeiten Ihrer Nachrichten gezeigt.
settings-zone-system = { $zone } (dieser Computer)
settings-country = Heimatland
settings-country-why = Telefonnummern, die ohne Ländervorwahl gespeichert sind, gehören dazu.
settings-country-none = Nicht gewählt
settings-lock = Meine Chats sperren nach
settings-lock-why = Wenn so lange nichts getippt oder geklickt wurde.
settings-lock-minutes = { $count ->
    [one] Eine Minute
   *[other] { $count } Minuten
}
settings-lock-never = Nie
settings-folder = Datenordner
settings-folder-why = Hier liegen Ihre wiederhergestellten Chats, verschlüsselt. Der Befehl latchkey nutzt denselben Ordner.
settings-open = Die Chats, die jetzt offen sind
settings-add = Weiteres Backup hinzufügen
settings-add-why = Ein neueres Backup derselben Nummer bringt, was neu ist; nichts wird doppelt hinzugefügt.
settings-add-go = Backup auswählen
settings-contacts = Namen aus einem Adressbuch
settings-contacts-why = Seine Namen stehen sofort in Ihren Chats, wo die Nummern gleich sind. Eine Datei (.vcf oder .csv), wie Telefone und Mailprogramme sie exportieren.
settings-contacts-go = Adressbuch hinzufügen
settings-contacts-working = Die Namen werden gelesen …
settings-contacts-named = { $count ->
    [0] Niemand aus Ihren Chats wurde in diesem Adressbuch gefunden
    [one] Eine Person hat jetzt einen Namen aus Ihrem Adressbuch
   *[other] { $countText } Personen haben jetzt einen Namen aus Ihrem Adressbuch
}
settings-contacts-matched = { $entries ->
    [one] Die Datei nennt eine Nummer
   *[other] Die Datei nennt { $entriesText } Nummern
}; { $matched ->
    [0] keine davon ist in Ihren Chats.
    [one] eine davon ist in Ihren Chats.
   *[other] { $matchedText } davon sind in Ihren Chats.
}
settings-contacts-unread = { $count ->
    [one] Eine Nummer ließ sich nicht lesen.
   *[other] { $countText } Nummern ließen sich nicht lesen.
}
settings-contacts-guessed = Nummern ohne Ländervorwahl wurden als solche dieses Landes gelesen. Es wurde aus Ihren Chats geschätzt; Sie können es ändern.
settings-contacts-country = Nummern ohne Ländervorwahl wurden als solche dieses Landes gelesen. Sie können es ändern.
settings-contacts-forget = Diese Namen wieder herausnehmen
settings-contacts-forgotten = { $count ->
    [0] Es gab keine Namen aus einem Adressbuch
    [one] Ein Name wurde wieder herausgenommen
   *[other] { $countText } Namen wurden wieder herausgenommen
}
settings-contacts-none = In dieser Datei wurden keine Namen mit Nummern gefunden
settings-contacts-none-todo = Exportieren Sie das Adressbuch noch einmal, als vCard (.vcf) oder Tabelle (.csv). Wenn seine Nummern ohne Ländervorwahl dastehen, wählen Sie zuerst oben Ihr Heimatland. Die Namen in Ihren Chats sind, wie sie waren.
settings-media = Bilder, Sprachnachrichten und Dateien
settings-media-why = Zeigen Sie auf den WhatsApp-Ordner des Telefons oder eine Kopie davon. Alles wird von dort gezeigt; nichts wird kopiert.
settings-media-go = Medienordner verknüpfen
settings-media-stop = Anhalten
settings-media-stopping = Wird angehalten …
settings-media-stopped = Angehalten. Was vorher gefunden wurde, ist, wie es war.
settings-media-looking = Bilder und Dateien werden gesucht
settings-media-progress = { $doneText } von { $totalText } gesucht
settings-media-found = { $referenced ->
    [0] Ihre Chats nennen keine Bilder oder Dateien
    [one] { $foundText } von einem Bild oder einer Datei wurde gefunden
   *[other] { $foundText } von { $referencedText } Bildern und Dateien wurden gefunden
}

settings-zone-search = Stadt oder Region eintippen
settings-zone-none = Keine Zeitzone passt. Versuchen Sie die nächste große Stadt.
settings-clipboard = Kopierten Text entfernen
settings-clipboard-why = Was Sie aus Ihren Chats kopieren, wird wieder aus der Zwischenablage genommen, wenn es noch dort ist. Ein Verlauf der Zwischenablage Ihres Systems behält es vielleicht länger.
settings-clipboard-never = Nie
settings-clipboard-after = Nach Ablauf von: { $time }
settings-blur = Unscharf, solange ein anderes Fenster vorn ist
settings-blur-why = So liest niemand zufällig mit. Das schützt den Blick auf den Bildschirm und verschlüsselt nichts: Um Ihre Chats zu schließen, sperren Sie sie.
settings-keyboard = Tastenkürzel
