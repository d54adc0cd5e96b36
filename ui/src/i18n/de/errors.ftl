# One pair for every code: what happened (and what is safe), then what to do. Plain, kind, no blame.
error-not-a-backup = Diese Datei ist kein Backup, das Latchkey kennt
error-not-a-backup-todo = Wählen Sie ein WhatsApp-Backup, zum Beispiel msgstore.db.crypt15, oder den Ordner, in dem es liegt. Auf dem Telefon ist es in Android › media › com.whatsapp › WhatsApp › Databases.

error-increment = Diese Datei enthält nur, was sich seit einem vollständigen Backup geändert hat
error-increment-todo = Wählen Sie das vollständige Backup aus demselben Ordner, zum Beispiel msgstore.db.crypt15. Nichts wurde verändert.

error-wrong-key = Dieser Schlüssel öffnet dieses Backup nicht
error-wrong-key-todo = Die Datei ist unversehrt und wurde nicht verändert. Sie gehört vielleicht zu einem anderen Schlüssel: WhatsApp macht jedes Mal einen neuen, wenn das Ende-zu-Ende-Backup eingeschaltet wird. Vergleichen Sie die Stellen noch einmal, oder suchen Sie nach einem Schlüssel, der später notiert wurde.

error-damaged = Diese Kopie des Backups ist nicht vollständig
error-damaged-todo = An dieser Kopie lässt sich der Schlüssel nicht prüfen. Kopieren Sie die Datei noch einmal vom Telefon oder aus der Cloud und vergleichen Sie die Größen. Das Original wurde nicht verändert.

error-damaged-key-fits = Ihr Schlüssel stimmt, aber diese Kopie des Backups ist nicht vollständig
error-damaged-key-fits-todo = Behalten Sie den Schlüssel. Kopieren Sie die Datei noch einmal vom Telefon oder aus der Cloud und vergleichen Sie die Größen. Das Original wurde nicht verändert.

error-wrong-key-or-damaged = Entweder gehört dieser Schlüssel zu einem anderen Backup, oder diese Kopie ist nicht vollständig
error-wrong-key-or-damaged-todo = Diese Art von Backup trägt keine Prüfsumme, deshalb lässt sich beides noch nicht unterscheiden. Vergleichen Sie die Stellen noch einmal; kopieren Sie dann die Datei erneut vom Telefon. Nichts wurde verändert.

error-wrong-kind-of-key = Das ist ein Schlüssel für eine andere Art von Backup
error-wrong-kind-of-key-todo = Ein .crypt15-Backup öffnet sich mit dem 64-stelligen Schlüssel oder der Datei encrypted_backup.key. Ein .crypt12- oder .crypt14-Backup öffnet sich mit der Datei key vom Telefon.

error-locked-elsewhere = WhatsApp verwahrt den Schlüssel dieses Backups
error-locked-elsewhere-todo = Es wurde mit einem Passkey oder einem Passwort erstellt. Stellen Sie auf dem Telefon das Ende-zu-Ende-verschlüsselte Backup auf den 64-stelligen Schlüssel um und sichern Sie noch einmal; dann öffnet sich jenes Backup hier.

error-unknown-version = Das wurde von einer neueren Version gemacht, als Latchkey sie kennt
error-unknown-version-todo = Sehen Sie nach einer neueren Version von Latchkey. Ihre Datei wurde nicht verändert.

error-already-exists = Es gibt hier schon etwas mit diesem Namen
error-already-exists-todo = Wählen Sie einen anderen Namen oder Ordner. Was dort ist, wurde nicht angerührt.

error-in-use = Ihre Chats sind schon anderswo geöffnet
error-in-use-todo = Schließen Sie das andere Latchkey-Fenster oder den Befehl, der sie gerade nutzt, und versuchen Sie es noch einmal.

error-other-account = Dieses Backup gehört zu einer anderen Telefonnummer
error-other-account-todo = Sperren Sie die geöffneten Chats und stellen Sie dieses Backup für sich allein wieder her. Ihre geöffneten Chats wurden nicht verändert.

error-too-large = Dieses Backup ist entpackt größer, als Latchkey es zulässt
error-too-large-todo = Ein Backup dieser Größe ist ungewöhnlich und soll vielleicht die Festplatte füllen. Wenn Sie ihm trauen, nehmen Sie den Befehl latchkey mit einem höheren Wert für --max-size.

error-no-space = Auf der Festplatte ist nicht genug Platz frei
error-no-space-todo = Schaffen Sie Platz, oder wählen Sie in den Einstellungen einen anderen Datenordner, und versuchen Sie es noch einmal. Ihr Backup wurde nicht verändert, und nichts Halbfertiges blieb zurück.

error-permission = Latchkey darf dort nicht lesen oder schreiben
error-permission-todo = Wählen Sie einen eigenen Ordner, oder ändern Sie seine Zugriffsrechte, und versuchen Sie es noch einmal.

error-io = Die Festplatte ließ sich nicht lesen oder beschreiben
error-io-todo = Wenn die Datei auf einem Stick, einem Telefon oder einem Netzlaufwerk liegt, kopieren Sie sie zuerst auf diesen Computer und versuchen Sie es noch einmal.

error-index-damaged = Ihre wiederhergestellten Chats ließen sich nicht lesen
error-index-damaged-todo = Das Backup, aus dem sie kommen, ist nicht betroffen. Stellen Sie es noch einmal wieder her; das legt sie neu an.

error-keyring-tampered = Der Schlüsselbund dieser Chats wurde von außen verändert
error-keyring-tampered-todo = Er wurde nicht geöffnet. Wenn Sie eine andere Kopie des Ordners haben, nehmen Sie diese; oder stellen Sie das Backup noch einmal wieder her.

error-keyring-older = Dieser Schlüsselbund ist älter als der, der hier zuletzt benutzt wurde
error-keyring-older-todo = Das ist zu erwarten, wenn eine alte Kopie des Ordners zurückgelegt wurde. Wenn Sie das nicht waren, war es vielleicht jemand anderes.

error-no-matching-slot = Dieser Wiederherstellungsschlüssel gehört zu anderen Chats
error-no-matching-slot-todo = Suchen Sie das Kit, das gedruckt wurde, als diese Chats wiederhergestellt wurden. Unten auf dem Blatt steht sein Fingerabdruck.

error-no-authenticator = Hier ist nichts, das antworten kann
error-no-authenticator-todo = Stecken Sie den Sicherheitsschlüssel ein, schalten Sie Bluetooth für das Telefon ein, oder nehmen Sie einen anderen Zugang.

error-passkey-not-understood = Dieses Gerät versteht nicht, was Latchkey von ihm möchte
error-passkey-not-understood-todo = Es ist vielleicht von älterer Art. Nichts wurde darauf verändert. Versuchen Sie einen anderen Sicherheitsschlüssel, oder nehmen Sie einen anderen Zugang.

error-timeout = Niemand hat ihn rechtzeitig berührt
error-timeout-todo = Versuchen Sie es noch einmal und berühren Sie den Schlüssel, während er blinkt. Kein Versuch wurde verbraucht.

error-passkey-already-enrolled = Dieser öffnet Ihre Chats schon
error-passkey-already-enrolled-todo = Nichts muss hinzugefügt werden. Für einen zweiten Zugang nehmen Sie einen anderen Sicherheitsschlüssel, diesen Computer oder Ihr Telefon.

error-not-this-passkey = Das ist ein anderer Passkey als der, der hinzugefügt wurde
error-not-this-passkey-todo = Nehmen Sie den Sicherheitsschlüssel, oder das Telefon mit seinem Konto, den oder das Sie zu diesen Chats hinzugefügt haben. Nichts wurde verändert.

error-passkey-too-old = Dieser Sicherheitsschlüssel ist zu alt
error-passkey-too-old-todo = Er kennt keine der heute üblichen Arten zu signieren. Nehmen Sie einen neueren Schlüssel (FIDO2), diesen Computer oder Ihr Telefon.

error-denied = Es wurde am Gerät abgelehnt
error-denied-todo = Wenn Sie das nicht wollten, versuchen Sie es noch einmal und stimmen Sie am Schlüssel oder Telefon zu.

error-passkey-full = Auf diesem Gerät ist kein Platz mehr
error-passkey-full-todo = Löschen Sie darauf mit dem Programm des Herstellers einen Passkey, den Sie nicht mehr brauchen, oder nehmen Sie ein anderes Gerät.

error-uv-not-set-up = Dieses Gerät kann noch nicht erkennen, dass Sie es sind
error-uv-not-set-up-todo = Richten Sie darauf zuerst eine PIN oder einen Fingerabdruck ein: bei einem Sicherheitsschlüssel mit dem Programm des Herstellers, bei einem Telefon in den Einstellungen der Bildschirmsperre. Versuchen Sie es dann noch einmal.

error-passkey-not-now = Das Gerät kann das gerade nicht
error-passkey-not-now-todo = Ziehen Sie es ab, warten Sie einen Moment, stecken Sie es wieder ein und versuchen Sie es noch einmal.

error-pin-wrong = Das war nicht die PIN
error-pin-wrong-todo = Nichts ist verloren. Lassen Sie sich Zeit: Es gibt nur wenige Versuche, bevor gesperrt wird. Ihre anderen Zugänge verbrauchen keinen davon.
error-pin-wrong-left-todo = { $retries ->
    [0] An diesem Gerät ist kein Versuch mehr übrig. Nehmen Sie einen anderen Zugang.
    [one] Ein Versuch ist übrig. Noch eine falsche PIN kann es endgültig sperren; nehmen Sie also einen anderen Zugang, wenn Sie nicht sicher sind.
   *[other] { $retries } Versuche sind übrig, bevor gesperrt wird. Nichts ist verloren; lassen Sie sich Zeit.
}

error-pin-blocked = Die PIN dieses Geräts ist endgültig gesperrt
error-pin-blocked-todo = Sie wurde zu oft anders eingegeben. Das Gerät lässt sich nur zurücksetzen, und dann sind seine Passkeys weg. Ihre Chats sind sicher: Öffnen Sie sie auf einem anderen Weg und fügen Sie das zurückgesetzte Gerät unter „Schlüssel“ wieder hinzu.

error-pin-replug = Dreimal eine andere PIN: Der Schlüssel macht eine Pause
error-pin-replug-todo = Ziehen Sie ihn ab und stecken Sie ihn wieder ein. Dann nimmt er wieder eine PIN an; er ist nicht gesperrt.

error-pin-not-set = Dieser Sicherheitsschlüssel hat noch keine PIN
error-pin-not-set-todo = Beginnen Sie noch einmal und wählen Sie eine PIN, wenn Sie danach gefragt werden. Der Schlüssel arbeitet dann überall damit.

error-pin-needed = Dieses Gerät möchte seine PIN
error-pin-needed-todo = Beginnen Sie noch einmal und geben Sie die PIN ein, wenn Sie danach gefragt werden.

error-pin-policy = Diese PIN entspricht nicht den Regeln des Geräts
error-pin-policy-todo = Wählen Sie eine längere. Wenn der Hersteller oder Ihre Organisation eine neue PIN verlangt, ändern Sie sie zuerst mit deren Programm.

error-touch-needed = Der Sicherheitsschlüssel wurde nicht berührt
error-touch-needed-todo = Versuchen Sie es noch einmal und berühren Sie ihn, während er blinkt: Die Berührung zeigt, dass jemand da ist.

error-uv-blocked = Der Fingerabdruckleser nimmt keine Versuche mehr an
error-uv-blocked-todo = Beginnen Sie noch einmal und geben Sie stattdessen die PIN ein. Die richtige PIN gibt auch den Leser wieder frei.

error-uv-wrong = Ihr Finger wurde nicht erkannt
error-uv-wrong-todo = Wischen Sie Leser und Finger trocken und versuchen Sie es noch einmal. Die PIN geht auch.
error-uv-wrong-left-todo = { $retries ->
    [0] Nehmen Sie stattdessen die PIN.
    [one] Ein Versuch ist übrig; danach wird nach der PIN gefragt.
   *[other] { $retries } Versuche sind übrig; danach wird nach der PIN gefragt. Wischen Sie Leser und Finger trocken.
}

error-passkey-busy = Ein anderes Programm benutzt dieses Gerät
error-passkey-busy-todo = Schließen Sie das Browserfenster oder Programm, das nach ihm fragt, und versuchen Sie es noch einmal.

error-passkey-without-prf = Dieses Gerät kann anmelden, aber keinen Schlüssel verwahren
error-passkey-without-prf-todo = Ihm fehlt, was zum Entsperren nötig ist (hmac-secret oder PRF). Nehmen Sie einen anderen Sicherheitsschlüssel, diesen Computer oder ein neueres Telefon.

error-passkey-inconsistent = Dieses Gerät antwortet nicht zweimal gleich
error-passkey-inconsistent-todo = Ein Schlüssel, den es verwahrt, käme vielleicht nicht zurück; deshalb hat Latchkey es nicht genommen. Nichts wurde verändert. Nehmen Sie ein anderes Gerät; ein Telefon aktualisieren Sie zuerst.

error-tpm-lockout = Dieser Computer nimmt eine Weile keine PIN an
error-tpm-lockout-todo = Sein Sicherheitschip (TPM) hat zu viele andere gezählt, vielleicht von einem anderen Programm. Mit der Zeit gibt er sie wieder frei. Nehmen Sie einen anderen Zugang, oder warten Sie und versuchen Sie es noch einmal.

error-tpm-other = Dieser Passkey gehört zu einem anderen Sicherheitschip
error-tpm-other-todo = Der Chip (TPM) dieses Computers wurde geleert oder ausgetauscht, und was er verwahrte, ist weg. Ihre Chats sind sicher: Öffnen Sie sie auf einem anderen Weg und fügen Sie diesen Computer unter „Schlüssel“ wieder hinzu.

error-phone-unreachable = Das Telefon wurde nicht erreicht
error-phone-unreachable-todo = Schalten Sie Bluetooth an beiden ein, halten Sie das Telefon in die Nähe, achten Sie darauf, dass beide online sind, und scannen Sie den neuen Code innerhalb von fünf Minuten.

error-wrong-passphrase = Das sind nicht die sechs Wörter
error-wrong-passphrase-todo = Vergleichen Sie sie mit Ihrer Notiz, Wort für Wort und in ihrer Reihenfolge. Groß- und Kleinschreibung spielt keine Rolle, und die Versuche sind nicht begrenzt.

error-last-recovery = Ein Notfall-Kit muss bleiben
error-last-recovery-todo = Ein Passkey kann mit seinem Gerät verloren gehen. Erstellen Sie zuerst ein neues Kit; dann lässt sich dieses entfernen. Nichts wurde verändert.

error-keyring-unknown = Dieser Computer weiß nicht, wer diesen Schlüsselbund gemacht hat
error-keyring-unknown-todo = Nichts wurde ihm hinzugefügt. Vergleichen Sie zuerst seinen Fingerabdruck mit dem auf Ihrem Notfall-Kit: Ein ausgetauschter Schlüsselbund würde neue Chats für jemand anderen verschließen.

error-counts-differ = Für einige Zeilen des Backups fehlt die Rechenschaft
error-counts-differ-todo = Das liegt an Latchkey. Ihr Backup wurde nicht verändert; behalten Sie es und stellen Sie es mit einer neueren Version noch einmal wieder her.

error-nothing-chosen = Nichts ist ausgewählt
error-nothing-chosen-todo = Wählen Sie einen Chat oder eine längere Zeit.

error-history-changed = Der unfertige Export kann nicht fortgesetzt werden
error-history-changed-todo = Die Chats, die Auswahl oder Latchkey haben sich seitdem geändert. Löschen Sie ihn und exportieren Sie noch einmal.

error-bad-redaction = Der Datei mit den Schwärzungen kann nicht gefolgt werden
error-bad-redaction-todo = Die Einzelheiten nennen die Zeile. Berichtigen Sie sie und versuchen Sie es noch einmal; es wurde nichts geschrieben.
error-bad-redaction-line-todo = Sehen Sie in Zeile { $line } der Datei nach. Berichtigen Sie sie und versuchen Sie es erneut; nichts wurde geschrieben.

error-font-missing = Eine Schrift fehlt
error-font-missing-todo = Installieren Sie die Schriften für Ihre Nachrichten und exportieren Sie dann noch einmal.

error-cancelled = Angehalten
error-cancelled-todo = Nichts blieb zurück. Sie können jederzeit neu beginnen.

error-usage = Das geht an diesem Ort nicht
error-usage-todo = Wählen Sie eine andere Datei oder einen anderen Ordner, getrennt vom Backup und von den wiederhergestellten Chats.

error-internal = Latchkey hat etwas nicht richtig gemacht
error-internal-todo = Ihr Backup wurde nicht verändert. Versuchen Sie es noch einmal; wenn es wieder geschieht, kann das Protokoll (Einstellungen › Über Latchkey) zeigen, warum. Es enthält keine Ihrer Nachrichten.

## Why a kind of passkey is not there, and how to get it

absence-not-plugged-in = Kein Sicherheitsschlüssel ist eingesteckt
absence-not-plugged-in-todo = Stecken Sie ihn an diesem Computer ein. Wenn er schon steckt, versuchen Sie eine andere Buchse.

absence-usb-access = Ein Sicherheitsschlüssel ist eingesteckt, aber dieses Benutzerkonto darf ihn nicht verwenden
absence-usb-access-todo = Der Computer braucht eine Regel für Sicherheitsschlüssel. Das Paket latchkey bringt eine mit. Ziehen Sie danach den Schlüssel ab und stecken Sie ihn wieder ein.

absence-no-tpm = Dieser Computer hat keinen Sicherheitschip (TPM 2.0)
absence-no-tpm-todo = Er ist vielleicht auch nur in den Grundeinstellungen des Computers abgeschaltet, die sich beim Start öffnen (BIOS). Ein Sicherheitsschlüssel oder Ihr Telefon leistet dasselbe.

absence-tpm-access = Dieser Computer hat einen Sicherheitschip (TPM), aber dieses Benutzerkonto darf ihn nicht verwenden
absence-tpm-access-todo = Geben Sie dies in einem Terminal ein, und melden Sie sich dann ab und wieder an:

absence-no-tpm-helper = Der Teil von Latchkey für den Sicherheitschip (TPM) ist nicht da
absence-no-tpm-helper-todo = Es ist das Programm latchkey-tpm aus dem Paket latchkey, und es braucht die TPM-Bibliotheken. Geben Sie dies in einem Terminal ein, und starten Sie Latchkey dann neu:

absence-no-bluetooth = Bluetooth ist aus, oder dieser Computer hat keines
absence-no-bluetooth-todo = Schalten Sie es hier und am Telefon ein. Es zeigt nur, dass die beiden nahe beieinander sind.

absence-not-on-this-computer = Dieser Passkey wurde auf einem anderen Computer gemacht
absence-not-on-this-computer-todo = Er funktioniert nur dort. Nehmen Sie hier einen anderen Zugang und fügen Sie dann diesen Computer unter „Schlüssel“ hinzu.

absence-not-supported = Diese Art funktioniert auf diesem System noch nicht
absence-not-supported-todo = Nehmen Sie einen der anderen Zugänge.

error-not-a-history = In diesem Ordner sind keine Chats von Latchkey
error-not-a-history-todo = Chats liegen in dem Ordner mit der Datei keyring.latchkey. Wenn sie auf einem Stick oder einer anderen Festplatte sind, schließen Sie sie zuerst an. Es wurde nichts geändert.

error-only-saved = Latchkey öffnet diese Art von Datei nicht
error-only-saved-todo = Beim Öffnen könnte sie etwas ausführen oder laden. Speichern Sie sie stattdessen, und öffnen Sie sie mit einem Programm, dem Sie vertrauen.
