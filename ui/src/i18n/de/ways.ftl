# The ways into a person's chats, wherever they are named: kinds, invitations, what can be added, and what cannot be used here.
ways-kind-security_key = Sicherheitsschlüssel
ways-kind-tpm = Dieser Computer
ways-kind-phone = Telefon
ways-kind-software = Software-Passkey (Vorführung)
ways-kind-passkey = Passkey
ways-kind-recovery = Notfall-Kit
ways-kind-passphrase = Sechs Wörter
ways-kind-unknown = Ein Zugang, den diese Version nicht kennt

ways-use-security_key = Sicherheitsschlüssel berühren
ways-use-tpm = PIN dieses Computers
ways-use-phone = Mit dem Telefon scannen
ways-use-software = PIN des Software-Passkeys
ways-use-passkey = Diesen Passkey verwenden

ways-last-tested = Zuletzt benutzt { $ago }
ways-never-tested = Noch nicht benutzt
ways-none-here = Keiner Ihrer Passkeys lässt sich gerade auf diesem Computer verwenden.
ways-phone-note = Noch nicht mit einem echten Telefon erprobt. Nutzt einen Server des Telefonherstellers.

ways-absent = { $count ->
    [one] Einer, der sich hier gerade nicht verwenden lässt, und warum
   *[other] { $count }, die sich hier gerade nicht verwenden lassen, und warum
}
ways-look-again = Noch einmal nachsehen

ways-enrol-security_key = Sicherheitsschlüssel
ways-enrol-security_key-text = Ein kleiner Schlüssel für die USB-Buchse. Sie berühren ihn und geben seine PIN ein; er funktioniert an jedem Computer.
ways-enrol-tpm = Dieser Computer
ways-enrol-tpm-text = Sein Sicherheitschip (TPM) verwahrt den Schlüssel, und eine PIN, die Sie wählen, öffnet ihn. Das funktioniert nur auf diesem Computer.
ways-enrol-phone = Ihr Telefon
ways-enrol-phone-text = Sie scannen einen Code und entsperren das Telefon wie immer. Das funktioniert an jedem Computer mit Bluetooth.
ways-enrol-software = Software-Passkey
ways-enrol-software-text = Eine Datei auf diesem Computer und eine PIN.
ways-phone-untried = Noch nicht mit einem echten Telefon erprobt.
ways-phone-network = Versiegelte Nachrichten gehen über einen Server des Telefonherstellers. Das ist das einzige Netz, das dieses Programm je nutzt, und nur, wenn Sie dies wählen.
ways-software-note = Nur für die Vorführung: Er ist nicht sicher und zählt nicht als Passkey.
ways-plug-in-later = Stecken Sie ihn ein, wenn Sie darum gebeten werden.
ways-no-pin-yet = Er hat noch keine PIN; Sie wählen unterwegs eine.
ways-few-tries = { $count ->
    [0] Seine PIN ist gesperrt.
    [one] Nur noch ein PIN-Versuch, bevor gesperrt wird.
   *[other] Nur noch { $count } PIN-Versuche, bevor gesperrt wird.
}
ways-tpm-unguarded = Nichts hindert andere, die diesen Computer in der Hand haben, beliebig viele PINs zu probieren; Ihre braucht daher mindestens 10 Zeichen, nicht nur Ziffern.
ways-without-prf = Der eingesteckte kann anmelden, aber keinen Schlüssel verwahren.
ways-nothing-to-enrol = Auf diesem Computer ist gerade nichts, womit sich ein Passkey machen lässt. Was hier sein könnte und wie Sie dazu kommen, steht unten.

ways-older-title = Einen älteren Schlüsselbund öffnen?
ways-older-text = Der Schlüsselbund in diesem Ordner ist älter als der, der auf diesem Computer zuletzt benutzt wurde. Das ist zu erwarten, wenn eine alte Kopie des Ordners zurückgelegt wurde. Wenn Sie das nicht waren, hat ihn vielleicht jemand anderes ausgetauscht.
ways-older-yes = Trotzdem öffnen
ways-older-no = Geschlossen lassen

ways-vouch-title = Ist das Ihr Schlüsselbund?
ways-vouch-text = Dieser Computer hat ihn noch nicht gesehen: Vielleicht wurde der Ordner von einem anderen kopiert. Vergleichen Sie ihn mit Ihrem Notfall-Kit, bevor etwas hinzugefügt wird, damit niemand Ihnen einen ausgetauschten Schlüsselbund unterschieben kann.
ways-vouch-label = Geben Sie den Fingerabdruck von Ihrem Kit ein
ways-vouch-hint = Er steht unten auf dem Notfall-Kit. Leerzeichen und Großbuchstaben spielen keine Rolle.
ways-vouch-compare = Vergleichen
ways-vouch-other = Das ist nicht der Fingerabdruck dieses Schlüsselbunds
ways-vouch-other-todo = Sehen Sie noch einmal unten auf dem Kit nach. Wenn er weiterhin abweicht, fügen Sie nichts hinzu: Dieser Schlüsselbund gehört vielleicht jemand anderem. Nichts wurde verändert.
