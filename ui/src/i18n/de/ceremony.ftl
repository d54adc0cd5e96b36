# A ceremony, moment by moment: one thing to do, one reason.
ceremony-open = Mit { $label } öffnen
ceremony-enrol = Passkey hinzufügen
ceremony-rehearse = { $label } ausprobieren

ceremony-stop = Anhalten
ceremony-stopping = Wird angehalten …
ceremony-again = Noch einmal
ceremony-leave = Vorerst lassen

ceremony-beginning = Einen Moment …
ceremony-over = Das war es schon
ceremony-plug-in = Stecken Sie Ihren Sicherheitsschlüssel ein
ceremony-plug-in-text = In eine beliebige USB-Buchse dieses Computers.
ceremony-touch-one = Berühren Sie den Schlüssel, den Sie meinen
ceremony-touch-one-text = { $count ->
    [one] Ein Schlüssel ist eingesteckt und blinkt.
   *[other] { $count } Schlüssel sind eingesteckt und blinken. Eine kurze Berührung bei einem davon genügt.
}
ceremony-touch = Berühren Sie Ihren Sicherheitsschlüssel
ceremony-touch-text = Er blinkt und wartet auf eine kurze Berührung.
ceremony-finger = Legen Sie Ihren Finger auf den Sicherheitsschlüssel
ceremony-finger-again = Nicht erkannt; bitte noch einmal
ceremony-finger-text = Lassen Sie ihn dort, bis sich das Licht ändert.
ceremony-finger-left = { $count ->
    [one] Ein Versuch ist übrig; danach wird nach der PIN gefragt.
   *[other] { $count } Versuche sind übrig; danach wird nach der PIN gefragt.
}
ceremony-scan = Scannen Sie diesen Code mit der Kamera Ihres Telefons
ceremony-scan-create-text = Bluetooth muss eingeschaltet sein, hier und am Telefon. Wählen Sie dort, dass ein Passkey gespeichert werden soll. Der Code gilt einmal, etwa fünf Minuten lang.
ceremony-scan-use-text = Bluetooth muss eingeschaltet sein, hier und am Telefon. Der Code gilt einmal, etwa fünf Minuten lang.
ceremony-qr-alt = Ein QR-Code für Ihr Telefon
ceremony-phone-seen = Ihr Telefon ist in der Nähe
ceremony-phone-seen-text = Die beiden werden über einen Server des Telefonherstellers verbunden.
ceremony-phone-connected = Sehen Sie auf Ihr Telefon
ceremony-phone-connected-text = Entsperren Sie es wie immer und stimmen Sie zu.
ceremony-working-security_key = Der Sicherheitsschlüssel arbeitet
ceremony-working-tpm = Dieser Computer arbeitet
ceremony-working-phone = Das Telefon wird erreicht
ceremony-working-software = Der Software-Passkey arbeitet
ceremony-network = Dieses eine Mal das Netz nutzen?
ceremony-network-text = Ihr Telefon und dieser Computer treffen sich bei { $host }, einem Server des Telefonherstellers. Er sieht nur versiegelte Nachrichten. Sonst nutzt nichts in diesem Programm ein Netz.
ceremony-network-yes = Verbinden
ceremony-last-tries = { $count ->
    [one] Nur noch ein Versuch ist übrig
   *[other] Nur noch { $count } Versuche sind übrig
}
ceremony-last-tries-text = Eine falsche PIN kann dieses Gerät jetzt endgültig sperren. Wenn Sie nicht sicher sind, halten Sie an und nehmen Sie einen anderen Zugang: Dabei geht nichts verloren.
ceremony-last-tries-yes = Trotzdem versuchen

ceremony-pin-use-security_key = Geben Sie die PIN Ihres Sicherheitsschlüssels ein
ceremony-pin-use-tpm = Geben Sie Ihre PIN für diesen Computer ein
ceremony-pin-use-phone = Geben Sie die PIN Ihres Telefons ein
ceremony-pin-use-software = Geben Sie die PIN des Software-Passkeys ein
ceremony-pin-choose-security_key = Wählen Sie eine PIN für Ihren Sicherheitsschlüssel
ceremony-pin-choose-security_key-text = Er hat noch keine. Von jetzt an fragt der Schlüssel danach, hier und überall sonst.
ceremony-pin-choose-tpm = Wählen Sie eine PIN für diesen Computer
ceremony-pin-choose-tpm-text = Nur für Ihre Chats; es muss nicht die sein, mit der Sie sich anmelden.
ceremony-pin-choose-phone = Wählen Sie eine PIN für Ihr Telefon
ceremony-pin-choose-phone-text = Das Telefon fragt von jetzt an danach.
ceremony-pin-choose-software = Wählen Sie eine PIN für den Software-Passkey
ceremony-pin-choose-software-text = Für die Vorführung.
ceremony-pin-wrong = Das war sie nicht; noch einmal
ceremony-pin-tries = { $count ->
    [one] Ein Versuch ist übrig, bevor endgültig gesperrt wird
   *[other] { $count } Versuche sind übrig, bevor gesperrt wird
}
ceremony-pin-label = PIN
ceremony-pin-again = Dieselbe PIN noch einmal
ceremony-pin-rule = Mindestens { $count } Zeichen.
ceremony-pin-rule-letters = Mindestens { $count } Zeichen, und nicht nur Ziffern.
ceremony-pin-lack-length = Sie braucht mindestens { $count } Zeichen.
ceremony-pin-lack-short = Sie ist zu lang; 63 einfache Zeichen haben Platz.
ceremony-pin-lack-letters = Ziffern allein genügen hier nicht: Nehmen Sie Buchstaben oder andere Zeichen dazu.
ceremony-pin-lack-same = Die beiden sind nicht gleich. Geben Sie sie noch einmal ein.
ceremony-pin-show = Zeigen
ceremony-pin-hide = Verbergen
ceremony-pin-send = Weiter
ceremony-pin-set = Diese PIN festlegen

ceremony-still-open = { $count ->
    [one] Dies öffnet Ihre Chats weiterhin:
   *[other] Diese öffnen Ihre Chats weiterhin:
}
