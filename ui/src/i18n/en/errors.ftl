# One pair for every code: what happened (and what is safe), then what to do. Plain, kind, no blame.
error-not-a-backup = This file is not a backup that Latchkey knows
error-not-a-backup-todo = Choose a WhatsApp backup, for example msgstore.db.crypt15, or the folder it lies in. On the phone it is in Android › media › com.whatsapp › WhatsApp › Databases.

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

error-cancelled = Stopped
error-cancelled-todo = Nothing was left behind. You can start again whenever you like.

error-usage = That does not work in this place
error-usage-todo = Choose another file or folder, away from the backup and from the restored chats.

error-internal = Latchkey made a mistake
error-internal-todo = Your backup was not changed. Try once more; if it happens again, the log (Settings › About) can show why. It holds none of your messages.
