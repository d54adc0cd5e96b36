# The Keys screen: what opens these chats, and what to do when something is lost.
keys-title = Schlüssel
keys-why = Jeder davon öffnet Ihre Chats für sich allein. Zwei Passkeys und ein Notfall-Kit sind eine gute Ausstattung.
keys-again = Noch einmal
keys-leave = So lassen
keys-close = Schließen
keys-done = Fertig
keys-list = { $count ->
    [one] Ein Schlüssel öffnet Ihre Chats
   *[other] { $count } Schlüssel öffnen Ihre Chats
}
keys-opened-with = Damit haben Sie Ihre Chats geöffnet
keys-synced = Synchronisiert: Das Konto des Telefons hält Kopien davon
keys-bound = An das Gerät gebunden: lässt sich nicht kopieren
keys-held-paper = Auf Papier, oder wo Sie ihn aufbewahren
keys-held-organisation = Wird von Ihrer Organisation verwahrt
keys-last-tested = Zuletzt benutzt { $ago }
keys-never-tested = Noch nicht benutzt
keys-created = Hinzugefügt am { $date }
keys-test = Ausprobieren
keys-tested = Hat eben den Schlüsselbund geöffnet
keys-rename = Umbenennen
keys-remove = Entfernen

keys-fine = Mit Ihren Schlüsseln ist alles in Ordnung
keys-fine-text = Es gibt mehr als einen Zugang, und alle wurden in den letzten sechs Monaten benutzt.
keys-advice-only_one_passkey = Sie haben nur einen Passkey
keys-advice-only_one_passkey-text = Geht er verloren oder kaputt, öffnet kein Passkey mehr Ihre Chats. Ein zweiter, an einem anderen Ort aufbewahrt, ist in einer Minute hinzugefügt.
keys-advice-no_passkey = Sie haben noch keinen Passkey
keys-advice-no_passkey-text = Ihre Chats öffnen sich nur mit dem Notfall-Kit oder den Wörtern, die Sie jedes Mal eintippen. Mit einem Passkey genügt eine Berührung oder eine PIN.
keys-advice-software_only = Der Software-Passkey zählt nicht
keys-advice-software_only-text = Er ist eine Datei auf diesem Computer, für Vorführungen gemacht, und nicht sicher. Fügen Sie einen echten Passkey hinzu.
keys-advice-no_kit = Sie haben kein Notfall-Kit
keys-advice-no_kit-text = Wenn Ihre Passkeys verloren gehen, kann niemand diese Chats öffnen. Erstellen Sie ein Kit und bewahren Sie es dort auf, wo Sie Ausweise aufbewahren.
keys-advice-kit_untested = Ihr Notfall-Kit wurde nie ausprobiert
keys-advice-kit_untested-text = Tippen Sie es einmal ein, damit Sie wissen, dass es lesbar ist und das richtige.
keys-advice-untested = Seit sechs Monaten nicht benutzt: { $label }
keys-advice-untested-text = Probieren Sie es einmal aus, damit Sie einen kaputten Schlüssel bemerken, solange die anderen noch gehen.

keys-rename-title = Diesen Schlüssel umbenennen
keys-rename-label = Name
keys-rename-save = Speichern

keys-remove-title = { $label } entfernen?
keys-remove-text = Ihre Chats bekommen einen neuen Schlüssel, sodass dieser sie nicht mehr öffnet. Das dauert einen Moment; die anderen bleiben, wie sie sind.
keys-remove-opened-with = Eben haben Sie Ihre Chats mit diesem geöffnet. Vergewissern Sie sich, dass Sie einen anderen haben, bevor Sie ihn entfernen.
keys-remove-old = Was eine alte Kopie weiterhin öffnet:
keys-remove-old-text = Wer eine frühere Kopie des Schlüsselbunds behalten hat und diesen Schlüssel besitzt, kann weiterhin jedes Backup öffnen, bis in WhatsApp ein neuer 64-stelliger Schlüssel gemacht wird, und jede früher gemachte Kopie Ihrer wiederhergestellten Chats. Wenn Sie das befürchten, schalten Sie auf dem Telefon das Ende-zu-Ende-verschlüsselte Backup aus und wieder ein.
keys-remove-yes = Entfernen
keys-removing = Ihre Chats bekommen einen neuen Schlüssel
keys-removing-text = Das hält nicht auf halbem Weg an. Sollte der Computer jetzt ausgehen, ist nichts verloren: Es geht weiter, wenn Sie Ihre Chats das nächste Mal öffnen.

keys-test-kit-label = Ihr Notfall-Kit
keys-test-kit-hint = Tippen oder fügen Sie alle Gruppen ein. Großbuchstaben, Leerzeichen und Zeilenumbrüche spielen keine Rolle.
keys-test-words-label = Ihre sechs Wörter
keys-test-words-hint = Mit einem Leerzeichen dazwischen, in ihrer Reihenfolge.

keys-add = Einen weiteren Zugang hinzufügen
keys-add-passkey = Passkey hinzufügen
keys-add-passkey-why = Ein zweiter, an einem anderen Ort als der erste, schützt am besten vor einem Verlust.
keys-add-words = Sechs Wörter hinzufügen
keys-add-kit = Neues Kit erstellen
keys-added-title = Hinzugefügt
keys-added-why = Probieren Sie es jetzt einmal aus, damit Sie wissen, dass es Ihre Chats öffnet.
keys-added-try = Jetzt ausprobieren
keys-added-fine = Von jetzt an öffnet es Ihre Chats für sich allein.

keys-words-title = Sechs Wörter
keys-words-why = Für Menschen ohne ein Gerät zur Hand: Sechs zufällig gewählte Wörter öffnen Ihre Chats auf jedem Computer.
keys-words-before = Sie werden einmal gezeigt. Halten Sie Papier und Stift bereit, und achten Sie darauf, dass niemand Ihnen über die Schulter sieht.
keys-words-make = Sechs Wörter zeigen
keys-words-write = Schreiben Sie sie in dieser Reihenfolge auf und bewahren Sie die Notiz dort auf, wo niemand sie zufällig findet. Wer sie und Ihre Chats hat, kann sie öffnen.
keys-words-written = Ich habe sie aufgeschrieben
keys-words-back = Geben Sie die sechs Wörter ein
keys-words-back-why = Von Ihrer Notiz. Erst danach gelten sie.
keys-words-check = Prüfen
keys-words-again = Noch einmal zeigen
keys-words-wrong = Das sind nicht die sechs Wörter
keys-words-wrong-todo = Vergleichen Sie die Notiz mit dem, was gezeigt wird. Noch wurde nichts hinzugefügt.
keys-words-done = Die sechs Wörter öffnen Ihre Chats
keys-words-done-text = Sie wurden vom Bildschirm entfernt.

keys-kit-title = Ein neues Notfall-Kit
keys-kit-why = Es öffnet Ihre Chats, wenn alle Passkeys verloren sind. Ihr altes Kit gilt weiter, bis Sie es entfernen.
keys-kit-done = Das neue Kit öffnet Ihre Chats
keys-kit-done-text = Legen Sie es an einen sicheren Ort; es wurde vom Bildschirm entfernt. Wenn das alte verloren ist, entfernen Sie es aus der Liste.

keys-drill = Was, wenn …?
keys-drill-why = Beantwortet für Ihre eigenen Schlüssel, so wie sie jetzt sind.
keys-drill-steps = Was zu tun ist
keys-loss-phone_lost = Telefon verloren
keys-loss-security_key_lost = Sicherheitsschlüssel verloren
keys-loss-computer_dead = Dieser Computer ist kaputt
keys-loss-pin_blocked = PIN gesperrt
keys-verdict-not_affected = Keiner Ihrer Schlüssel hängt davon ab
keys-verdict-not_affected-text = Alles öffnet weiterhin: { $open }.
keys-verdict-other_passkey = Sie kommen weiterhin hinein
keys-verdict-other_passkey-text = Weg wäre: { $lost }. Ihre Chats öffnet weiterhin: { $open }.
keys-verdict-kit_only = Nur Ihr Notfall-Kit bliebe übrig
keys-verdict-kit_only-text = Weg wäre: { $lost }. Ihre Chats öffnet weiterhin: { $open }. Sehen Sie jetzt nach, ob Sie wissen, wo es ist.
keys-verdict-passphrase_only = Nur Ihre Wörter blieben übrig
keys-verdict-passphrase_only-text = Weg wäre: { $lost }. Ihre Chats öffnet weiterhin: { $open }. Sehen Sie jetzt nach, ob Sie die Notiz haben.
keys-verdict-nothing = Nichts würde Ihre Chats mehr öffnen
keys-verdict-nothing-text = Weg wäre: { $lost }, und es gibt keinen anderen Zugang. Solange Ihre Chats offen sind, lässt sich das noch in Ordnung bringen.
keys-step-open = Öffnen Sie Ihre Chats mit { $open }.
keys-step-synced = Melden Sie sich auf einem neuen Telefon beim selben Konto an: Der Passkey kommt vielleicht mit ihm zurück.
keys-step-reset = Setzen Sie das gesperrte Gerät mit dem Programm seines Herstellers zurück. Seine Passkeys gehen dabei verloren, Ihre Chats nicht.
keys-step-remove = Entfernen Sie hier unter „Schlüssel“ { $lost }, damit niemand mehr damit Ihre Chats öffnen kann.
keys-step-add = Fügen Sie stattdessen einen anderen Passkey hinzu.
keys-step-kit-now = Erstellen Sie jetzt auf dieser Seite ein Notfall-Kit und drucken Sie es.
keys-step-copy = Ihre wiederhergestellten Chats liegen nur auf diesem Computer. Kopieren Sie den Ordner { $folder } von Zeit zu Zeit auf einen Stick; er ist verschlüsselt.
keys-step-elsewhere = Legen Sie die Kopie auf einem anderen Computer an denselben Ort und öffnen Sie Ihre Chats dort mit { $open }.
keys-step-no-copy = Ohne Kopie stellen Sie das Backup noch einmal wieder her: Dazu sind seine 64 Stellen noch einmal nötig.

keys-more = Fingerabdruck dieses Schlüsselbunds
keys-fingerprint = Fingerabdruck, wie auf dem Notfall-Kit
keys-keyring = Schlüsselbund
keys-generation = Version der Schlüsselbund-Datei
