# One pair for every code: what happened (and what is safe), then what to do. Plain, kind, no blame.
error-not-a-backup = This file is not a backup that Latchkey knows
error-not-a-backup-todo = Choose a WhatsApp backup, for example msgstore.db.crypt15, or the folder it lies in. On the phone it is in Android › media › com.whatsapp › WhatsApp › Databases.

error-not-a-history = There are no chats of Latchkey in this folder
error-not-a-history-todo = Chats are in the folder that holds the file keyring.latchkey. If they are on a stick or another disk, connect it first. Nothing was changed.

error-increment = This file holds only what changed since a full backup
error-increment-todo = Choose the full backup from the same folder, for example msgstore.db.crypt15. Nothing was changed.

error-wrong-key = This key does not open this backup
error-wrong-key-todo = The file is whole and was not changed. It may belong to another key: WhatsApp makes a new one each time end-to-end backup is turned on. Compare the digits once more, or look for a key written down later.

error-damaged = This copy of the backup is not whole
error-damaged-todo = The key cannot be judged on this copy. Copy the file from the phone or the cloud once more, and compare the sizes. The original was not changed.

error-damaged-key-fits = Your key is right, but this copy of the backup is not whole
error-damaged-key-fits-todo = Keep the key. Copy the file from the phone or the cloud once more, and compare the sizes. The original was not changed.

error-wrong-key-or-damaged = Either this key belongs to another backup, or this copy is not whole
error-wrong-key-or-damaged-todo = This kind of backup carries no checksum, so the two cannot be told apart yet. Compare the digits once more; then copy the file again from the phone. Nothing was changed.

error-wrong-kind-of-key = This is a key for another kind of backup
error-wrong-kind-of-key-todo = A .crypt15 backup opens with the 64-digit key or the file encrypted_backup.key. A .crypt12 or .crypt14 backup opens with the file called key from the phone.

error-locked-elsewhere = WhatsApp keeps the key of this backup
error-locked-elsewhere-todo = It was made with a passkey or a password. On the phone, change end-to-end encrypted backup to the 64-digit key and back up again; then that backup opens here.

error-unknown-version = This was made by a newer version than Latchkey knows
error-unknown-version-todo = Look for a newer version of Latchkey. Your file was not changed.

error-already-exists = There is already something with this name
error-already-exists-todo = Choose another name or folder. What is there was not touched.

error-in-use = Your chats are already open somewhere else
error-in-use-todo = Close the other Latchkey window, or the command that is using them, and try again.

error-other-account = This backup belongs to another phone number
error-other-account-todo = Lock the chats that are open and restore this backup on its own. Your open chats were not changed.

error-too-large = This backup unpacks to more than Latchkey allows
error-too-large-todo = A backup of this size is unusual and may have been made to fill the disk. If you trust it, use the latchkey command with a higher --max-size.

error-no-space = There is not enough free space on the disk
error-no-space-todo = Make room, or choose another data folder in the settings, and try again. Your backup was not changed and nothing half-finished was left.

error-permission = Latchkey may not read or write there
error-permission-todo = Choose a folder of your own, or change its permissions, and try again.

error-io = The disk could not be read or written
error-io-todo = If the file is on a stick, a phone or a network drive, copy it to this computer first and try again.

error-index-damaged = Your restored chats could not be read
error-index-damaged-todo = The backup they came from is not affected. Restore it once more; that makes them anew.

error-keyring-tampered = The keyring of these chats was changed from outside
error-keyring-tampered-todo = It was not opened. If you have another copy of the folder, use that; or restore the backup once more.

error-keyring-older = This keyring is older than the one last used here
error-keyring-older-todo = That is expected after putting back an old copy of the folder. If you did not do that, someone else may have.

error-no-matching-slot = This recovery key belongs to other chats
error-no-matching-slot-todo = Look for the kit that was printed when these chats were restored. Its fingerprint is printed at its foot.

error-no-authenticator = There is nothing here that can answer
error-no-authenticator-todo = Plug in the security key, turn on Bluetooth for the phone, or use another way in.

error-passkey-not-understood = This device does not understand what Latchkey asks of it
error-passkey-not-understood-todo = It may be of an older kind. Nothing was changed on it. Try another security key, or use another way in.

error-timeout = Nobody touched it in time
error-timeout-todo = Try again, and touch the key while it blinks. No try was used up.

error-passkey-already-enrolled = This one opens your chats already
error-passkey-already-enrolled-todo = Nothing needs to be added. For a second way in, use another security key, this computer or your phone.

error-not-this-passkey = This is another passkey than the one that was added
error-not-this-passkey-todo = Take the security key, or the phone and its account, that you added to these chats. Nothing was changed.

error-passkey-too-old = This security key is too old
error-passkey-too-old-todo = It knows none of the ways of signing that are in use today. Use a newer key (FIDO2), this computer or your phone.

error-denied = It was refused on the device
error-denied-todo = If that was not what you meant, try again and agree on the key or phone.

error-passkey-full = There is no room left on this device
error-passkey-full-todo = Delete a passkey on it that you no longer need, with the maker’s program, or use another device.

error-uv-not-set-up = This device cannot tell that it is you yet
error-uv-not-set-up-todo = Set up a PIN or a fingerprint on it first: for a security key with its maker’s program, for a phone in its screen lock settings. Then try again.

error-passkey-not-now = The device cannot do that just now
error-passkey-not-now-todo = Unplug it, wait a moment, plug it in again and try once more.

error-pin-wrong = That was not the PIN
error-pin-wrong-todo = Nothing is lost. Take your time: there are only a few tries before it blocks. Your other ways in do not use up any.
error-pin-wrong-left-todo = { $retries ->
    [0] No try is left on this device. Use another way in.
    [one] One try is left. One more wrong PIN can block it for good, so use another way in if you are not sure.
   *[other] { $retries } tries are left before it blocks. Nothing is lost; take your time.
}

error-pin-blocked = The PIN of this device is blocked for good
error-pin-blocked-todo = It was typed wrong too often. The device can only be reset, and then its passkeys are gone. Your chats are safe: open them another way, then add the reset device again under Keys.

error-pin-replug = Three wrong PINs in a row: the key takes a break
error-pin-replug-todo = Unplug it and plug it in again. Then it takes a PIN once more; it is not blocked.

error-pin-not-set = This security key has no PIN yet
error-pin-not-set-todo = Start again and choose a PIN when you are asked. The key then works with it everywhere.

error-pin-needed = This device wants its PIN
error-pin-needed-todo = Start again and type the PIN when you are asked for it.

error-pin-policy = This PIN does not meet the rules of the device
error-pin-policy-todo = Choose a longer one. If its maker or your organisation wants the PIN changed, change it with their program first.

error-touch-needed = The security key was not touched
error-touch-needed-todo = Try again, and touch it while it blinks: the touch shows that somebody is there.

error-uv-blocked = The fingerprint reader takes no more tries
error-uv-blocked-todo = Start again and type the PIN instead. The right PIN frees the reader too.

error-uv-wrong = Your finger was not recognised
error-uv-wrong-todo = Wipe the reader and the finger dry, and try again. The PIN works as well.
error-uv-wrong-left-todo = { $retries ->
    [0] Use the PIN instead.
    [one] One try is left; after that the PIN is asked for.
   *[other] { $retries } tries are left; after that the PIN is asked for. Wipe the reader and the finger dry.
}

error-passkey-busy = Another program is using this device
error-passkey-busy-todo = Close the browser window or program that asks for it, and try again.

error-passkey-without-prf = This device can sign in, but it cannot keep a key
error-passkey-without-prf-todo = It lacks what unlocking needs (hmac-secret, or PRF). Use another security key, this computer, or a newer phone.

error-passkey-inconsistent = This device does not answer the same way twice
error-passkey-inconsistent-todo = A key kept by it might not come back, so Latchkey did not use it. Nothing was changed. Use another device; for a phone, update it first.

error-tpm-lockout = This computer takes no PIN for a while
error-tpm-lockout-todo = Its security chip (TPM) has counted too many wrong ones, perhaps from another program. It forgives them with time. Use another way in, or wait and try again.

error-tpm-other = This passkey belongs to another security chip
error-tpm-other-todo = The chip (TPM) of this computer was cleared or exchanged, and what it kept is gone. Your chats are safe: open them another way and add this computer again under Keys.

error-phone-unreachable = The phone was not reached
error-phone-unreachable-todo = Turn on Bluetooth on both, keep the phone close, check that both are online, and scan the new code within five minutes.

error-wrong-passphrase = These are not the six words
error-wrong-passphrase-todo = Compare them with your note, word by word and in their order. Capitals do not matter, and there is no limit to the tries.

error-last-recovery = A recovery kit has to stay
error-last-recovery-todo = A passkey can be lost with its device. Make a new kit first; then this one can be removed. Nothing was changed.

error-keyring-unknown = This computer does not know who made this keyring
error-keyring-unknown-todo = Nothing was added to it. Compare its fingerprint with the one on your recovery kit first: an exchanged keyring would lock new chats for somebody else.

error-only-saved = Latchkey does not open this kind of file
error-only-saved-todo = It could run or load something when it is opened. Save it instead, and open it with a program you trust.

error-counts-differ = Some rows of the backup could not be accounted for
error-counts-differ-todo = This is a fault of Latchkey. Your backup was not changed; keep it, and restore it again with a newer version.

error-nothing-chosen = Nothing is chosen
error-nothing-chosen-todo = Choose a chat, or a longer time.

error-history-changed = The unfinished export cannot be continued
error-history-changed-todo = The chats, the choice or Latchkey have changed since. Delete it and export again.

error-bad-redaction = The redaction file cannot be followed
error-bad-redaction-todo = The details say which line. Correct it and try again; nothing was written.
error-bad-redaction-line-todo = Look at line { $line } of the file. Correct it and try again; nothing was written.

error-font-missing = A font is missing
error-font-missing-todo = Install the fonts for the scripts of your messages, then export again.

error-cancelled = Stopped
error-cancelled-todo = Nothing was left behind. You can start again whenever you like.

error-usage = That does not work in this place
error-usage-todo = Choose another file or folder, away from the backup and from the restored chats.

error-internal = Latchkey made a mistake
error-internal-todo = Your backup was not changed. Try once more; if it happens again, the log (Settings › About) can show why. It holds none of your messages.

## Why a kind of passkey is not there, and how to get it

absence-not-plugged-in = No security key is plugged in
absence-not-plugged-in-todo = Plug it into this computer. If it is in already, try another socket.

absence-usb-access = A security key is plugged in, but this user may not use it
absence-usb-access-todo = The computer needs a rule for security keys. The latchkey package brings one. Afterwards unplug the key and plug it in again.

absence-no-tpm = This computer has no security chip (TPM 2.0)
absence-no-tpm-todo = It may also be switched off in the computer’s setup, which opens when it starts (BIOS). A security key or your phone does the same.

absence-tpm-access = This computer has a security chip (TPM), but this user may not use it
absence-tpm-access-todo = Type this in a terminal, then log out and in again:

absence-no-tpm-helper = The part of Latchkey for the security chip (TPM) is not there
absence-no-tpm-helper-todo = It is the program latchkey-tpm of the latchkey package, and it needs the TPM libraries. Type this in a terminal, then start Latchkey again:

absence-no-bluetooth = Bluetooth is off, or this computer has none
absence-no-bluetooth-todo = Turn it on here and on the phone. It only shows that the two are near each other.

absence-not-on-this-computer = This passkey was made on another computer
absence-not-on-this-computer-todo = It works only there. Use another way in here, and then add this computer under Keys.

absence-not-supported = This kind does not work on this system yet
absence-not-supported-todo = Use one of the other ways.
