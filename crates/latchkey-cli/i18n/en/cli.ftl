# The words of the latchkey command. Every error code has a pair: err-<code> says what happened, hint-<code> what to do.
# err- begins in lower case and has no full stop; hint- is a sentence. Variants: err-<code>-<about>.

err-not_a_backup = { $path } is no backup, key or database that Latchkey knows
hint-not_a_backup = Look at the folder with `latchkey inspect`: it lists every backup it finds.
err-not_a_backup-not_encrypted = { $path } is not encrypted ({ $found })
hint-not_a_backup-not_encrypted = It needs no key. If an encrypted copy exists, use that one.
err-not_a_backup-key = that is no key: neither a key file nor 64 digits
hint-not_a_backup-key = A key is the 64 digits, `encrypted_backup.key`, or the phone's `key` file.
err-not_a_backup-damaged_key = the key file is damaged
hint-not_a_backup-damaged_key = Copy it from the phone again.
err-not_a_backup-not_chats = the backup opened, but it holds no chats
hint-not_a_backup-not_chats = Restore the chat database, `msgstore.db.crypt…`. Increments, contacts and stickers are kept beside it.
err-not_a_backup-history = there is no history in { $path }
hint-not_a_backup-history = Give the folder that `latchkey restore --index` wrote, or see `latchkey index list`.
err-wrong_key = this is not the key to this backup; the file itself is whole
hint-wrong_key = Every 64-digit key belongs to the time it was made: look for the one that was current when this backup was written.
err-wrong_key-slip = this is not the key to this backup, but it nearly is: { $slip ->
    [wrong_digit] one digit in group { $group } is wrong
    [swapped] two neighbours in or after group { $group } are swapped
    [look_alike] a letter and a digit that look alike were confused, first in group { $group }
   *[other] rows were read as columns
}
hint-wrong_key-slip = Compare the digits with what you wrote down. On a terminal Latchkey offers to go on with the repaired key.
err-damaged = { $key ->
    [fits] your key is right, but this copy of the backup is not whole
   *[unknown] this copy of the backup is damaged, so the key cannot be judged on it
}
hint-damaged = Copy the backup again from the phone or the drive, and compare the sizes. Your backup was not changed.
err-wrong_key_or_damaged = the key does not open this backup: it is another key, or the file is damaged
hint-wrong_key_or_damaged = This kind of file has no checksum that could tell. Try the key on the newest `msgstore.db.crypt…` first.
err-wrong_kind_of_key = that is another kind of key than this backup needs
hint-wrong_kind_of_key = A `.crypt15` needs the 64 digits; `.crypt14` and `.crypt12` need the phone's `key` file.
err-wrong_kind_of_key-digits = this backup is end-to-end encrypted: it needs the 64 digits, not a device key
hint-wrong_kind_of_key-digits = Give the 64 digits or `encrypted_backup.key`.
err-wrong_kind_of_key-device_key = this backup needs the phone's own `key` file, not the 64 digits
hint-wrong_kind_of_key-device_key = The file lies on the phone in /data/data/com.whatsapp/files/key.
err-wrong_kind_of_key-password_file = that file belongs to a password; the backup's key is not in it
hint-wrong_kind_of_key-password_file = In WhatsApp, turn the end-to-end encrypted backup off, then on again with a 64-digit key, and back up.
err-locked_elsewhere = { $secret ->
    [passkey] a passkey guards this backup's key, and only WhatsApp can use it
   *[password] a password guards this backup's key, and only WhatsApp can use it
}
hint-locked_elsewhere = In WhatsApp: Settings › Chats › Chat backup › End-to-end encrypted backup; choose the 64-digit key and back up again. If you have the 64 digits of this backup, give them with --key-file or --key-stdin.
err-unknown_version = this was written by a newer version than Latchkey knows ({ $found })
hint-unknown_version = Look for a newer Latchkey. Nothing was changed.
err-already_exists = { $path } is already there
hint-already_exists = Choose another name. What is there was not touched.
err-in_use = the history is open in another program
hint-in_use = Close Latchkey's window or wait until the other command has finished.
err-other_account = this backup belongs to another account than the history
hint-other_account = Restore it into a folder of its own with another --index. The history was not changed.
err-too_large = the content is larger than { $limit }
hint-too_large = If you trust the file, allow more with --max-size.
err-no_space = there is not enough space; about { $needed } are needed
hint-no_space = Free some space or choose another disk. Nothing half-written was kept.
err-permission = no permission for { $path }
hint-permission = Check who owns it, or copy it into a folder of your own.
err-io = reading or writing { $path } failed: { $detail }
hint-io = Check that the disk or stick is still there and try again.
err-io-not_found = there is nothing at { $path }
hint-io-not_found = Check the spelling; quote names with blanks.
err-index_damaged = the history's own files are damaged
hint-index_damaged = Restore the backup again into a new folder, or go back to a copy of this one.
err-keyring_tampered = the keyring was changed by somebody else
hint-keyring_tampered = Do not trust it. Go back to a copy of keyring.latchkey, from beside a backup or from a stick.
err-keyring_older = this keyring is older than one this computer has seen
hint-keyring_older = If you put an old copy back on purpose, repeat the command with --accept-older-keyring.
err-no_matching_slot = this identity does not open this history
hint-no_matching_slot = Use the recovery kit that was made for this history.
err-cancelled = stopped, as you asked
hint-cancelled = Nothing half-written was kept.
err-usage = { $detail }
hint-usage = See `latchkey --help`.
err-usage-no_key = no key was given
hint-usage-no_key = Give --key-file FILE, pipe the digits with --key-stdin, or run it on a terminal to be asked.
err-usage-digits = these are not 64 digits: { $detail }
hint-usage-digits = The key has 16 groups of four, of the digits 0 to 9 and the letters a to f.
err-usage-digits_group = something is off in group { $group }: { $detail }
hint-usage-digits_group = The key has 16 groups of four, of the digits 0 to 9 and the letters a to f.
err-usage-no_recipient = a new history needs somebody who can open it again
hint-usage-no_recipient = Give --recipient age1… (`age-keygen` makes one, and the identity that opens it).
err-usage-bad_recipient = that is no age recipient: { $detail }
hint-usage-bad_recipient = It begins with age1.
err-usage-bad_identity = that is no age identity: { $detail }
hint-usage-bad_identity = It begins with AGE-SECRET-KEY-1; the recovery kit has it in groups.
err-usage-no_identity = no identity was given
hint-usage-no_identity = Give --identity FILE with the recovery identity of this history.
err-usage-unknown_keyring = this computer has never restored into { $path }, and this identity does not know who made its keyring: { $fingerprint }
hint-usage-unknown_keyring = The backup's key would be sealed for everybody who opens that keyring. If `latchkey verify` on that file shows the same fingerprint on the computer that made it, or the kit prints it, repeat with --trust-fingerprint FINGERPRINT.
err-usage-other_fingerprint = the keyring has another fingerprint: { $fingerprint }
hint-usage-other_fingerprint = If you did not mistype it, do not trust this folder: somebody else may have made it.
err-usage-bad_date = { $detail } is no date
hint-usage-bad_date = Write 2026-11-22 or 2026-11-22T18:30.
err-usage-not_confirmed = nothing was deleted
hint-usage-not_confirmed = Repeat the command with --yes if you are sure.
err-usage-no_data_folder = this computer names no folder for data
hint-usage-no_data_folder = Set HOME, or name the history's folder itself.
err-internal = Latchkey has met a fault of its own ({ $detail }, report { $report })
hint-internal = Please report this number; it says nothing about you. Nothing half-written was kept.

# inspect
whole = whole
not-whole = damaged or cut
not-known-whole = no checksum to tell
secret-device_key = opens with the phone's key file
secret-password = a password kept by WhatsApp; opens here with the 64 digits
secret-digits = opens with the 64 digits
secret-passkey = a passkey kept by WhatsApp; opens here with the 64 digits
secret-end_to_end_unstated = end-to-end encrypted; opens with the 64 digits
secret-none = not encrypted
format-zlib = decrypted, still compressed
format-zip = a ZIP archive
format-key_file = a key
format-iphone_backup = an iPhone backup: recognised, not readable by this version
format-iphone_backup-locked = an encrypted iPhone backup: recognised, not readable by this version
format-exported_chat = an exported chat: recognised, not readable by this version
format-sqlite = a decrypted database
format-unknown = nothing Latchkey knows
format-newer = a backup of a newer version ({ $found })
purpose-full_database = newest full backup
purpose-dated_database = full backup of { $date }
purpose-increment = increment { $number }: only changes, needs its full backup
purpose-contacts = contacts
phone-suffix = number ending in { $suffix }
nothing-found = nothing to restore was found in { $path }
stopped-early = { $path } is too large to be searched to its end

# key, decrypt
key-prompt = Key (64 digits, not shown):
key-fits = yes, this key opens the backup
looking-for-cause = the key does not open the backup; looking for the cause …
slip-wrong_digit = One digit in group { $group } seems wrong. Go on with the repaired key? [y/N]
slip-swapped = Two neighbours in or after group { $group } seem to be swapped. Go on with the repaired key? [y/N]
slip-look_alike = A letter and a digit that look alike seem to be confused, first in group { $group }. Go on with the repaired key? [y/N]
slip-transposed = Rows seem to be read as columns. Go on with the repaired key? [y/N]
decrypted = { $size } decrypted and verified: { $path }
checksum-damaged = the file's own checksum is damaged; your chats were verified
trailing-bytes = { $count } bytes after the end of the content were verified and left out

# restore
stage-decrypting = decrypting
stage-reading = reading
stage-indexing = indexing
stage-searching = search index
stage-media = media
stage-finishing = finishing
stage-writing = writing
stage-copying = copying
trust-question = This computer does not know who made this keyring: { $fingerprint }. The backup's key will be sealed for everybody who opens it. Do you know this fingerprint? [y/N]
identity-prompt = Recovery identity (not shown):
media-beside = media lie beside the backup; give --media { $path } to link them
restored = { $messages } messages in { $chats } chats: { $new } new, { $present } already there
restored-rows = { $rows } rows in the backup = { $messages } messages + { $left } left out
restored-kind = { $count } { $kind }
restored-left = left out: { $count } { $reason }
restored-media = media: { $referenced } referenced, { $found } found, { $missing } missing
restored-time = { $seconds } seconds

# chats, messages, search
no-name = (no name)
me = me
keyring-unknown = note: this computer does not know who made this keyring: { $fingerprint }
hits = { $total } found
hits-at-least = more than { $total } found

# index, verify, demo
no-histories = no histories in { $path }
copied = copied and compared: { $path }
delete-question = Delete the history in { $path } for good? [y/N]
deleted = deleted, the key first: { $path }
history-good = good: { $messages } messages in { $chats } chats, every page read
history-damaged = damaged: { $pages } broken pages, { $structures } broken structures, { $chats } broken chats, { $messages } misplaced messages
history-search-behind = the search index is behind; it catches up at the next restore
keyring-pinned = good: signed by the key of this identity, generation { $generation }, fingerprint { $fingerprint }
keyring-unpinned = consistent, generation { $generation }, fingerprint { $fingerprint }; this identity does not know its signer
keyring-unopened = consistent, generation { $generation }, fingerprint { $fingerprint }; give --identity to prove who signed it
demo-written = a made-up phone with { $messages } messages: { $path }
demo-next = next:  latchkey restore { $backup } --key-file { $key } --media { $media } --contacts { $contacts } --index DIR --recipient age1…
