# About.
about-title = Über Latchkey
about-why = Ein Helfer beim Wiederherstellen Ende-zu-Ende-verschlüsselter Chat-Backups. Er arbeitet nur auf diesem Computer.
about-version = Version
about-formats = Backups, die es kennt
about-format-crypt12 = crypt12: ein älteres Backup, öffnet sich mit der Schlüsseldatei des Telefons
about-format-crypt14 = crypt14: ein Backup ohne Ende-zu-Ende-Verschlüsselung, öffnet sich mit der Schlüsseldatei des Telefons
about-format-crypt15 = crypt15: ein Ende-zu-Ende-verschlüsseltes Backup, öffnet sich mit dem 64-stelligen Schlüssel
about-format-sqlite = msgstore.db: eine Datenbank, die schon entschlüsselt ist
about-newer = Eine neuere Version
about-newer-text = Latchkey sucht nie von selbst danach, denn es nutzt das Netz nicht. Das hier öffnet die Seite mit den Versionen in Ihrem Browser:
about-newer-open = Seite mit den Versionen öffnen
about-logs = Das Protokoll
about-logs-text = Es hält sieben Tage lang fest, was das Programm getan hat. Namen, Nummern, Nachrichten oder Schlüssel stehen nicht darin.
about-logs-show = Protokolle zeigen
about-licences = Lizenzen
about-independent = Latchkey ist unabhängig von WhatsApp und Meta. WhatsApp ist eine Marke ihres Inhabers.
