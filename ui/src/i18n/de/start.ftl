# The first screen: two doors.
start-title = Ihre Chats, wieder in Ihren Händen
start-lead = Latchkey öffnet ein verschlüsseltes WhatsApp-Backup mit dem Schlüssel, den Sie haben, und lässt Sie Ihre Chats auf diesem Computer lesen und durchsuchen.
start-restore = Backup wiederherstellen
start-restore-text = Sie haben eine Backup-Datei und ihren Schlüssel. Fünf ruhige Schritte, mit Hilfe bei jedem.
start-open = Meine Chats öffnen
start-open-text = { $count ->
    [0] Auf diesem Computer wurde noch nichts wiederhergestellt.
    [one] Die Chats, die Sie auf diesem Computer wiederhergestellt haben, mit Ihren Schlüsseln verschlossen.
   *[other] { $count } wiederhergestellte Chatverläufe auf diesem Computer, mit Ihren Schlüsseln verschlossen.
}
start-promise-offline = Funktioniert ohne Internet
start-promise-unchanged = Verändert Ihr Backup nie
start-promise-locked = Hält wiederhergestellte Chats verschlüsselt
