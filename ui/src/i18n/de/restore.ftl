# The wizard: five calm steps.
restore-steps = Schritte der Wiederherstellung
restore-step-choose = Auswählen
restore-step-unlock = Entsperren
restore-step-keep = Sichern
restore-step-restore = Wiederherstellen
restore-step-done = Fertig
restore-step-behind = erledigt
restore-next = Weiter
restore-cancel = Abbrechen
restore-again = Noch einmal
restore-choose-other = Anderes Backup auswählen

restore-leave-title = Diese Wiederherstellung verlassen?
restore-leave-text = Noch wurde nichts wiederhergestellt, und Ihr Backup wurde nicht verändert. Das Notfall-Kit von hier wird nicht gebraucht; beim nächsten Mal bekommen Sie ein neues.
restore-leave-yes = Verlassen
restore-leave-no = Hier bleiben

## Step 1

restore-choose-title = Wählen Sie Ihr Backup
restore-choose-why = Latchkey sieht sich zuerst die Datei an. So kann es Ihnen sagen, ob sie unversehrt ist und welcher Schlüssel sie öffnet, bevor es Sie nach etwas fragt.
restore-drop = Ziehen Sie eine Backup-Datei hierher, oder den ganzen Ordner
restore-pick-file = Datei auswählen
restore-pick-folder = Ordner auswählen
restore-path = Oder tippen Sie ein, wo es liegt
restore-path-example = /home/…/WhatsApp/Databases
restore-path-look = Nachsehen
restore-looking = Es wird nachgesehen, was da ist …
restore-found = { $count ->
    [one] Ein Backup, das sich wiederherstellen lässt
   *[other] { $count } Backups, die sich wiederherstellen lassen; das neueste vollständige steht oben
}
restore-found-nothing = Dort wurde kein Backup gefunden
restore-found-nothing-todo = Auf einem Android-Telefon liegen Backups in Android › media › com.whatsapp › WhatsApp › Databases. Das neueste heißt msgstore.db.crypt15 oder .crypt14. Kopieren Sie am besten den ganzen WhatsApp-Ordner: Darin sind auch die Bilder.
restore-found-none-restorable = Hier ist nichts, was diese Version wiederherstellen kann
restore-found-others = Außerdem hier gefunden
restore-found-skipped = { $count ->
    [one] Eine weitere Datei wurde übergangen: Sie ist kein Backup.
   *[other] { $count } weitere Dateien wurden übergangen: Sie sind keine Backups.
}

restore-same-number = Sie haben hier schon Chats dieser Nummer
restore-same-number-text = Öffnen Sie diese zuerst, dann wird das Backup zu ihnen hinzugefügt: Nur was neu ist, kommt dazu. Sonst wird es ein eigener Chatverlauf mit einem eigenen Kit.
restore-same-number-open = Zuerst meine Chats öffnen

restore-card-number = Nummer mit der Endung { $suffix }
restore-card-age = { $ago }, { $date }
restore-card-version = WhatsApp { $version }
restore-purpose-full = Vollständiges Backup
restore-purpose-dated = Älteres vollständiges Backup
restore-purpose-increment = Zusätzliches Backup
restore-purpose-contacts = Kontakte von WhatsApp
restore-purpose-key_file = Schlüsseldatei
restore-purpose-iphone = iPhone-Backup
restore-purpose-exported_chat = Exportierter Chat
restore-purpose-other = Backup
restore-whole-waiting = Wird geprüft
restore-whole-ok = Unversehrt
restore-whole-mismatch = Beschädigt
restore-whole-absent = Wird mit dem Schlüssel geprüft
restore-whole-unknown = Ließ sich nicht prüfen
restore-secret-digits = Öffnet sich mit dem 64-stelligen Schlüssel
restore-secret-unstated = Ende-zu-Ende-verschlüsselt: öffnet sich mit dem 64-stelligen Schlüssel
restore-secret-device-key = Öffnet sich mit der Schlüsseldatei des Telefons
restore-secret-passkey = In WhatsApp von einem Passkey verwahrt: Der nächste Schritt zeigt den Weg
restore-secret-password = In WhatsApp von einem Passwort verwahrt: Der nächste Schritt zeigt den Weg
restore-secret-none = Nicht verschlossen
restore-able-increment = Enthält nur, was nach einem vollständigen Backup kam. Diese Version stellt vollständige Backups wieder her; wählen Sie das vollständige weiter oben.
restore-able-contacts = Enthält Namen für Ihre Chats. Es wird von selbst genutzt, wenn es in dem Ordner liegt, den WhatsApp dafür angelegt hat.
restore-able-key-file = Ein Schlüssel, kein Backup. Im nächsten Schritt wird danach gefragt.
restore-able-iphone = Latchkey erkennt iPhone-Backups, aber diese Version kann sie noch nicht wiederherstellen.
restore-able-exported-chat = Ein als Text exportierter Chat. Er lässt sich ohne Latchkey lesen; diese Version kann ihn noch nicht zu Ihren Chats hinzufügen.
restore-able-other = Erkannt, aber diese Version kann es nicht wiederherstellen.

## Step 2

restore-unlock-title = Entsperren Sie Ihr Backup
restore-unlock-why = Die 64 Stellen sind der einzige Schlüssel. Sie werden sofort und nur auf diesem Computer ausprobiert und nie so gespeichert, wie Sie sie eingetippt haben.
restore-unlock-file-title = Entsperren Sie Ihr Backup mit seiner Schlüsseldatei
restore-unlock-file-why = Dieses Backup ist nicht Ende-zu-Ende-verschlüsselt. Es öffnet sich mit einer kleinen Datei namens „key“, die WhatsApp auf dem Telefon aufbewahrt.
restore-unlock-none-title = Dieses Backup ist nicht verschlossen
restore-unlock-none-why = Kein Schlüssel ist nötig. Ihre Chats werden im nächsten Schritt von Latchkey verschlossen.

restore-unlock-passkey-title = Mit Ihrem Passkey entsperren
restore-unlock-passkey-why = Auf diesem Computer ist ein Schlüsselbund für diese Nummer. Enthält er den Schlüssel dieses Backups, sind keine Stellen nötig, und was neu ist, kommt zu den Chats, die Sie haben.
restore-use-digits = Stattdessen die 64 Stellen verwenden
restore-use-key-file = Stattdessen die Schlüsseldatei verwenden
restore-use-passkey = Doch einen Passkey verwenden
restore-keyring-opened = Chats zuletzt geöffnet { $ago }
restore-keyring-unopened = Chats noch nicht geöffnet
restore-keyring-does-not-fit = Ihre Chats sind offen, aber dieses Backup hat einen eigenen Schlüssel
restore-keyring-does-not-fit-text = WhatsApp macht jedes Mal einen neuen Schlüssel, wenn das Ende-zu-Ende-Backup eingeschaltet wird. Geben Sie die Stellen dieses Backups einmal ein; sie kommen in denselben Schlüsselbund, und von da an öffnen Ihre Passkeys auch dieses.

restore-digits-label = Ihre 64 Stellen
restore-digits-hint = Tippen oder fügen Sie sie ein. Auch die Buchstaben a bis f sind Stellen.
restore-digits-count = { $groups } von 16 Gruppen
restore-digits-stranger = Gruppe { $group } enthält etwas, das nicht 0 bis 9 oder a bis f ist
restore-digits-too-many = Das sind { $count } Stellen; der Schlüssel hat 64
restore-digits-trying = Der Schlüssel wird ausprobiert …
restore-digits-incomplete = Der Schlüssel ist noch nicht vollständig
restore-digits-incomplete-text = Er hat 64 Stellen in 16 Vierergruppen. Vergleichen Sie Gruppe für Gruppe.
restore-digits-incomplete-group = Sehen Sie sich Gruppe { $group } an: Dort scheint eine Stelle zu fehlen oder eine zu viel zu sein.

restore-key-fits = Dieser Schlüssel öffnet Ihr Backup
restore-key-fits-text = Er wurde an { $name } ausprobiert. Die Stellen wurden vom Bildschirm entfernt.
restore-key-fits-keyring = Er war im geöffneten Schlüsselbund und wurde an { $name } ausprobiert. Was neu ist, kommt zu den Chats, die Sie haben.
restore-key-another = Anderen Schlüssel verwenden
restore-key-does-not-fit = Dieser Schlüssel öffnet dieses Backup nicht
restore-key-cause-waiting = Latchkey prüft noch, ob die Datei unversehrt ist; dann kann es sagen, warum. Sie können inzwischen die Stellen vergleichen.

restore-slip-wrong_digit = Wir glauben, dass in Gruppe { $group } eine Stelle nicht stimmt
restore-slip-wrong_digit-somewhere = Wir glauben, dass eine Stelle nicht stimmt
restore-slip-swapped = Wir glauben, dass in Gruppe { $group } zwei Stellen vertauscht sind
restore-slip-swapped-somewhere = Wir glauben, dass zwei Stellen vertauscht sind
restore-slip-look_alike = Wir glauben, dass in Gruppe { $group } ein Buchstabe steht, der wie eine Ziffer aussieht
restore-slip-look_alike-somewhere = Wir glauben, dass ein Buchstabe für eine Ziffer gehalten wurde
restore-slip-transposed = Wir glauben, dass die Gruppen spaltenweise gelesen wurden
restore-slip-transposed-somewhere = Wir glauben, dass die Gruppen spaltenweise gelesen wurden
restore-slip-text = So berichtigt, öffnet der Schlüssel Ihr Backup. Sehen Sie noch einmal auf Ihre Notiz, bevor Sie zustimmen, und berichtigen Sie auch die Notiz.
restore-slip-accept = Berichtigten Schlüssel verwenden
restore-slip-refuse = Nein, ich sehe noch einmal nach

restore-key-file-title = Oder eine Schlüsseldatei
restore-key-file-text = Eine Datei namens encrypted_backup.key leistet dasselbe, ebenso eine Textdatei mit den Stellen darin.
restore-key-file-first = Nur ein Telefon mit vollem Zugriff (Root) gibt diese Datei heraus. Wenn Sie sie haben, wählen Sie sie hier aus.
restore-key-file = Schlüsseldatei auswählen
restore-key-file-path = Tippen Sie ein, wo die Schlüsseldatei liegt
restore-key-file-use = Verwenden

restore-where-title = Wo finde ich meine 64 Stellen?
restore-where-text = WhatsApp zeigt die Stellen ein einziges Mal: an dem Tag, an dem das Ende-zu-Ende-verschlüsselte Backup eingeschaltet wird. Suchen Sie nach einer Notiz oder einem Bildschirmfoto mit 16 Gruppen. Wenn es keine gibt und das Telefon noch funktioniert, erstellen Sie ein neues Backup, dessen Schlüssel Sie kennen:
restore-where-lost = Das Telefon ist weg? Sehen Sie dort nach, wo Sie Passwörter aufbewahren, unter den Bildschirmfotos in Ihren Online-Fotos und in Ihren Papieren. Ohne die Stellen kann niemand dieses Backup öffnen, auch WhatsApp nicht; ein älteres öffnet sich vielleicht mit einem anderen Schlüssel.
restore-where-device-title = Ich habe diese Datei nicht
restore-where-device-text = Die meisten Menschen haben sie nicht. Wenn das Telefon noch funktioniert, gibt es einen leichteren Weg: Erstellen Sie ein neues Backup, das sich mit 64 Stellen öffnet.
restore-way-open = Öffnen Sie auf dem Telefon WhatsApp › Einstellungen › Chats › Chat-Backup › Ende-zu-Ende-verschlüsseltes Backup.
restore-way-off = Wenn es eingeschaltet ist, schalten Sie es aus. Ihre Chats auf dem Telefon bleiben, wie sie sind.
restore-way-on = Schalten Sie es ein. Wo WhatsApp fragt, wie, wählen Sie den 64-stelligen Schlüssel.
restore-way-write = Schreiben Sie die Stellen auf, alle 16 Gruppen.
restore-way-again = Gehen Sie eine Seite zurück und tippen Sie auf „Sichern“. Kopieren Sie dann das neue Backup auf diesen Computer.

restore-locked-why = Latchkey hat sich den Anfang dieser Datei angesehen. Dort steht, dass WhatsApp selbst den Schlüssel hütet.
restore-locked-passkey = Dieses Backup wird von einem Passkey verwahrt
restore-locked-passkey-text = Ein Passkey entsperrt etwas mit Ihrem Fingerabdruck, Ihrem Gesicht, einer PIN oder einem Sicherheitsschlüssel. Dieser hier wirkt nur innerhalb von WhatsApp, über dessen Server; deshalb kann kein anderes Programm dieses Backup öffnen. Es gibt einen Weg darum herum, der ein paar Minuten dauert; danach kann ein eigener Passkey es hier öffnen.
restore-locked-password = Dieses Backup wird von einem Passwort verwahrt
restore-locked-password-text = Das Passwort wirkt nur innerhalb von WhatsApp, über dessen Server; deshalb kann kein anderes Programm dieses Backup damit öffnen. Es gibt einen Weg darum herum, der ein paar Minuten dauert.
restore-locked-way = Der Weg hindurch
restore-locked-lost-phone = Das Telefon ist weg? Installieren Sie WhatsApp mit derselben Nummer auf einem anderen Telefon, stellen Sie das Backup dort wieder her, und folgen Sie dann diesen Schritten.
restore-locked-choose-other = Anderes Backup auswählen
restore-locked-have-digits = Ich habe schon 64 Stellen für dieses Backup

restore-phone-label = Der Weg auf dem Telefon, Seite für Seite
restore-phone-whatsapp = WhatsApp
restore-phone-settings = Einstellungen
restore-phone-account = Konto
restore-phone-privacy = Datenschutz
restore-phone-chats = Chats
restore-phone-notifications = Benachrichtigungen
restore-phone-theme = Design
restore-phone-wallpaper = Hintergrund
restore-phone-backup = Chat-Backup
restore-phone-history = Chatverlauf
restore-phone-google = Google-Konto
restore-phone-videos = Videos einschließen
restore-phone-encrypted = Ende-zu-Ende-verschlüsseltes Backup
restore-phone-passkey = Passkey
restore-phone-password = Passwort
restore-phone-digits = 64-stelliger Schlüssel

## Step 3

restore-passkey-title = Nächstes Mal ohne die 64 Stellen
restore-passkey-why = Ein Passkey entsperrt Ihre Chats mit einer Berührung, einem Fingerabdruck oder einer PIN, und er öffnet auch spätere Backups dieser Nummer. Was möchten Sie verwenden?
restore-passkey-added = { $label } wurde hinzugefügt
restore-passkey-added-bound = Das öffnet Ihre Chats, und nur das Gerät selbst kann es: Es lässt sich nicht kopieren.
restore-passkey-added-synced = Das öffnet Ihre Chats, auf jedem Gerät, auf dem das Konto Ihres Telefons Passkeys aufbewahrt.
restore-passkey-other = Etwas anderes verwenden
restore-passkey-then = Als Nächstes kommt das Notfall-Kit, für den Tag, an dem dieser Passkey verloren ist. Danach werden beide einmal ausprobiert.
restore-passkey-skip = Ohne Passkey weitermachen
restore-passkey-skip-text = Er lässt sich später unter „Schlüssel“ hinzufügen. Bis dahin ist das Notfall-Kit der einzige Zugang: Sie tippen es jedes Mal ein, und wenn es verloren geht, bleiben Ihre wiederhergestellten Chats verschlossen.
restore-keep-title = Sichern Sie den Zugang
restore-keep-with-passkey-why = Ein Passkey kann mit seinem Gerät verloren gehen. Dann öffnet das Notfall-Kit Ihre Chats; ist alles verloren, kann niemand sie öffnen, auch wir nicht.
restore-keep-why = Ihre wiederhergestellten Chats bleiben auf diesem Computer verschlüsselt. Das Notfall-Kit ist der eine Schlüssel dazu: Mit ihm können Sie sie immer öffnen, und ohne ihn kann es niemand, auch wir nicht.
restore-keep-merging-why = Ihre Chats sind offen, also wird dieses Backup zu ihnen hinzugefügt.
restore-keep-merging = Ihre Schlüssel bleiben Ihre Schlüssel
restore-keep-merging-text = Kein neuer Passkey und kein neues Kit sind nötig. Nachrichten, die Sie schon haben, werden nicht doppelt hinzugefügt.
restore-kit-name = Notfall-Kit
restore-kit-text = Ein Blatt Papier genügt. Bewahren Sie es dort auf, wo Sie Ausweise aufbewahren.
restore-kit-print = Kit drucken
restore-kit-save = Als Datei speichern
restore-kit-by-hand = Von Hand abschreiben
restore-kit-hide = Wieder verbergen
restore-kit-groups = Die Gruppen Ihres Notfall-Kits
restore-kit-fingerprint = Fingerabdruck
restore-kit-printed = Das Kit ist in einem eigenen Fenster; drucken Sie es von dort.
restore-kit-saved = Als { $name } in { $folder } gespeichert. Wer diese Datei und diesen Computer hat, kann Ihre Chats öffnen; legen Sie sie also auf einen Stick oder an einen anderen sicheren Ort.
restore-kit-proved = Sie haben Ihr Kit
restore-kit-proved-text = Legen Sie es an einen sicheren Ort. Es wurde vom Bildschirm entfernt.
restore-proof-label = { $count ->
    [one] Geben Sie die letzte Gruppe Ihres Kits ein
   *[other] Geben Sie die letzten { $count } Gruppen Ihres Kits ein
}
restore-proof-why = Vom Papier oder aus der Datei, damit Sie wissen, dass es lesbar ist.
restore-proof-check = Prüfen
restore-proof-wrong = Das sind nicht die letzten Gruppen dieses Kits
restore-proof-wrong-todo = Sie stehen unterstrichen am Ende der langen Reihe von Gruppen. Großbuchstaben und Leerzeichen spielen keine Rolle.

restore-rehearsal-title = Probieren Sie es einmal
restore-rehearsal-why = Bevor etwas verschlossen wird, öffnet jeder Zugang den Schlüsselbund einmal. So wissen Sie, dass er funktioniert.
restore-rehearsal-passkey = Öffnen Sie jetzt den Schlüsselbund damit.
restore-rehearsal-kit = Gehen Sie eine Seite zurück und geben Sie seine letzten Gruppen ein.
restore-rehearsal-try = Jetzt ausprobieren
restore-rehearsal-opened = Der Schlüsselbund ging damit auf
restore-rehearsal-done = Beide funktionieren. Ihre Chats können jetzt wiederhergestellt werden.

## Step 4

restore-ready-title = Bereit zum Wiederherstellen
restore-ready-why = { $name } wird auf diesem Computer geöffnet, geprüft und sortiert. Zwei Dinge können es besser machen; beide sind freiwillig.
restore-media = Bilder, Sprachnachrichten und Dateien
restore-media-text = Sie liegen neben dem Backup, nicht darin. Latchkey zeigt sie aus ihrem Ordner und kopiert nichts.
restore-media-none = Kein Ordner ausgewählt: Ihre Plätze bleiben leer
restore-media-pick = Ordner auswählen
restore-contacts = Namen aus Ihrem Adressbuch
restore-contacts-text = Eine Datei mit Kontakten (.vcf oder .csv), wie Telefone und Mailprogramme sie exportieren.
restore-contacts-none = Keine Datei ausgewählt: Es gelten die Namen, die Menschen sich selbst gegeben haben
restore-contacts-pick = Datei auswählen
restore-start = Meine Chats wiederherstellen
restore-stop = Anhalten
restore-stopping = Wird angehalten …
restore-stopping-text = Wird angehalten, nichts bleibt zurück
restore-running-title = Ihre Chats werden wiederhergestellt
restore-running-why = Sie können dieses Fenster allein lassen; es sagt Ihnen, wenn es fertig ist.
restore-beginning = Beginnt
restore-stage-decrypting = Backup öffnen und prüfen
restore-stage-reading = Chats lesen
restore-stage-indexing = Nachrichten sortieren
restore-stage-searching = Suche vorbereiten
restore-stage-media = Bilder und Dateien suchen
restore-stage-finishing = Alles mit Ihren Schlüsseln verschließen
restore-count = Nachrichten
restore-speed = Nachrichten pro Sekunde
restore-left = Verbleibende Zeit
restore-left-unknown = Noch nicht bekannt
restore-left-second = { $count ->
    [one] Eine Sekunde
   *[other] { $count } Sekunden
}
restore-left-minute = { $count ->
    [one] Eine Minute
   *[other] { $count } Minuten
}
restore-left-hour = { $count ->
    [one] Eine Stunde
   *[other] { $count } Stunden
}

## Step 5

restore-done-title = { $count ->
    [0] In diesem Backup waren keine Nachrichten
    [one] Eine Nachricht ist zurück
   *[other] { $count } Nachrichten sind zurück
}
restore-done-nothing-new = Sie hatten alle diese Nachrichten schon
restore-done-why = { $seconds ->
    [one] Es hat eine Sekunde gedauert. Jede Zeile des Backups ist nachgewiesen.
   *[other] Es hat { $seconds } Sekunden gedauert. Jede Zeile des Backups ist nachgewiesen.
}
restore-done-time = { $seconds ->
    [one] Es hat eine Sekunde gedauert.
   *[other] Es hat { $seconds } Sekunden gedauert.
}
restore-unaccounted = { $count ->
    [one] Eine Zeile ließ sich nicht nachweisen
   *[other] { $countText } Zeilen ließen sich nicht nachweisen
}
restore-unaccounted-text = Alles, was gelesen wurde, ist da. Das liegt an Latchkey, nicht an Ihrem Backup; behalten Sie das Backup, eine spätere Version findet vielleicht, was noch abgeht.
restore-damaged-stretches = { $count ->
    [one] Ein Stück der Datei ist beschädigt
   *[other] { $countText } Stücke der Datei sind beschädigt
}
restore-damaged-stretches-text = Die Nachrichten sind da. Manchen fehlt vielleicht ein Bild, ein Zitat oder eine Reaktion, die dort stand.
restore-increments = { $count ->
    [one] Eine Datei neben dem Backup enthält neuere Änderungen
   *[other] { $countText } Dateien neben dem Backup enthalten neuere Änderungen
}
restore-increments-text = Diese Version kann sie nicht hinzufügen; deshalb bleiben diese Tage leer, bis Sie ein vollständiges Backup wiederherstellen, das später erstellt wurde:
restore-increment-day = { $day }
restore-increment-since = ab { $day }
restore-increment-unknown = Tage unbekannt
restore-increment-messages = { $count ->
    [one] eine Nachricht
   *[other] { $countText } Nachrichten
}
restore-folded-album = in einem Album gezeigt
restore-folded-hd-twin = dasselbe in besserer Qualität
restore-folded-motion-clip = der Film eines bewegten Bildes
restore-folded-poll-picture = das Bild einer Umfrageantwort
restore-folded-other = als Teil einer anderen gezeigt ({ $reason })
restore-done-checksum = Die eigene Prüfsumme der Datei ist beschädigt
restore-done-checksum-text = Ihre Chats sind nicht betroffen: Sie wurden mit dem Schlüssel geprüft.
restore-ledger = So geht die Rechnung auf
restore-ledger-restored = Wiederhergestellte Nachrichten
restore-ledger-new = neu
restore-ledger-present = hatten Sie schon
restore-ledger-lacking = Nicht nachgewiesen
restore-ledger-rows = Zeilen im Backup
restore-left-sentinel = Ausgelassen: die Platzhalterzeile des Backups selbst, nie eine Nachricht
restore-left-never-displayed = Ausgelassen: interne Vermerke, die WhatsApp selbst nie zeigt
restore-left-deleted-by-owner = Ausgelassen: von Ihnen gelöscht und vom Telefon noch nicht aufgeräumt
restore-left-unreadable = Ausgelassen: nicht lesbar, dieser Teil der Datei ist beschädigt
restore-left-other = Ausgelassen: { $reason }
restore-done-chats = Chats
restore-done-people = Menschen
restore-done-reactions = Reaktionen
restore-done-calls = Anrufe
restore-done-media = { $found } von { $referenced } Bildern und Dateien wurden gefunden
restore-done-media-missing = { $count ->
    [one] Eine davon ist nicht da: Sie wurde auf dem Telefon gelöscht oder liegt in einem anderen Ordner. Ihr Platz im Chat sagt es.
   *[other] { $count } sind nicht da: Sie wurden auf dem Telefon gelöscht oder liegen in einem anderen Ordner. Ihre Plätze in den Chats sagen es.
}
restore-done-kinds = Welche Arten von Nachrichten es sind
restore-open-chats = Meine Chats öffnen
restore-kind-text = Text
restore-kind-image = Bilder
restore-kind-video = Videos
restore-kind-video-note = Videonachrichten
restore-kind-audio = Audiodateien
restore-kind-voice = Sprachnachrichten
restore-kind-document = Dokumente
restore-kind-sticker = Sticker
restore-kind-gif = GIFs
restore-kind-location = Standorte
restore-kind-live-location = Live-Standorte
restore-kind-contact = Kontakte
restore-kind-poll = Umfragen
restore-kind-event = Events
restore-kind-group-invite = Gruppeneinladungen
restore-kind-system = Hinweise
restore-kind-call = Anrufe in Chats
restore-kind-revoked = Gelöschte Nachrichten
restore-kind-view-once = Einmal angesehen
restore-kind-album = Alben
restore-kind-order = Bestellungen
restore-kind-payment = Zahlungen
restore-kind-template = Unternehmensnachrichten
restore-kind-unsupported = Andere
