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
hint-not_a_backup-not_chats = Restore the chat database, `msgstore.db.crypt…`. Contacts and stickers are kept beside it.
err-not_a_backup-history = there is no history in { $path }
hint-not_a_backup-history = Give the folder that `latchkey restore --index` wrote, or see `latchkey index list`.
err-increment = { $path } holds only what changed since a full backup
hint-increment = Restore a full backup, `msgstore.db.crypt…`, from the same folder of the phone.
hint-increment-beside = Restore the full backup beside it: { $full }
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
err-not_a_backup-not_contacts = { $path } holds no contacts
hint-not_a_backup-not_contacts = Export the contacts as vCard (.vcf) or CSV: on the phone, Contacts › Share or Export; on contacts.google.com, Export; in Outlook, Export to a file. A spreadsheet has to be saved as CSV.
err-not_a_backup-empty = { $path } is empty
hint-not_a_backup-empty = Export the contacts again. The names were not changed.
err-not_a_backup-no_numbers = nobody in { $path } has a phone number and a name
hint-not_a_backup-no_numbers = Export the contacts with their phone numbers. The names were not changed.
err-not_a_backup-no_country = no number in { $path } has a country code
hint-not_a_backup-no_country = Say whose numbers they are with --country and two letters, for example --country ES.
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
err-in_use-not_finished = the way in is gone, but the index was not fully encrypted anew
hint-in_use-not_finished = Open the history once: that finishes it.
err-in_use-rekey_under_way = an encrypting anew of this keyring was cut off
hint-in_use-rekey_under_way = Open the history once: that finishes it.
err-other_account = this backup belongs to another account than the history
hint-other_account = Restore it into a folder of its own with another --index. The history was not changed.
err-too_large = the content is larger than { $limit }
hint-too_large = If you trust the file, allow more with --max-size.
err-too_large-too_much_work = opening this passphrase slot would take more work than is done for anybody's file
err-too_large-too_many = { $path } is larger than an address book can be
hint-too_large-too_many = Export the contacts alone, without messages or pictures, or in several files: each adds to the one before.
hint-too_large-too_much_work = Latchkey does not make such slots. If the keyring is not yours, do not trust it.
err-no_space = there is not enough space; about { $needed } are needed
hint-no_space = Free some space or choose another disk. Nothing half-written was kept.
err-permission = no permission for { $path }
hint-permission = Check who owns it, or copy it into a folder of your own.
err-io = reading or writing { $path } failed: { $detail }
hint-io = Check that the disk or stick is still there and try again.
err-io-not_finished = the way in is gone, but the index was not fully encrypted anew ({ $detail })
hint-io-not_finished = Open the history once: that finishes it.
err-io-authenticator = { $authenticator ->
    [security_key] the security key
    [tpm] this computer's TPM
    [phone] the phone
    [software] the software passkey
   *[other] the authenticator
} could not be reached: { $detail }
hint-io-authenticator = Repeat the command. If it stays so, use another way in; `latchkey passkey list` says what is here.
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
err-no_matching_slot-other_slot = what you gave opens another slot than the one to be tested
hint-no_matching_slot-other_slot = `latchkey keyring show` lists the slots and what each of them needs.
err-counts_differ = not every row of the backup is accounted for ({ $tables })
hint-counts_differ = What was read is kept. This is a fault of Latchkey: keep the backup, and restore it again with a newer version.
err-already_exists-unfinished = { $path } was cut off before it was whole
hint-already_exists-unfinished = Go on with it: latchkey export --resume { $path } --index …; or delete it: latchkey export --delete { $path }
err-usage-not_unfinished = { $path } is no unfinished export
hint-usage-not_unfinished = An unfinished export is a folder whose name ends in `.unfinished`.
err-usage-zone = there is no time zone { $detail }
hint-usage-zone = Give a name such as Europe/Madrid or UTC.
err-usage-format = this version does not write { $detail }
hint-usage-format = `latchkey export --help` lists the formats.
err-usage-person = nobody in this history is { $detail }
hint-usage-person = Give the id of `latchkey people`, a number with its country code, or `me`.
err-usage-signer = { $path } is no signer
hint-usage-signer = Give a signer's file, or the fingerprint that the signer has shown you.
err-usage-not_sealed = { $path } has no manifest: it is no export of Latchkey
hint-usage-not_sealed = Give the folder of an export, of a history, or a keyring file.
err-usage-broken_manifest = the manifest or the list of sums of { $path } cannot be read
hint-usage-broken_manifest = Copy the export again from where it came from.
err-nothing_chosen = nothing is chosen that could be exported
hint-nothing_chosen = Name a chat of `latchkey chats`, or leave out --people, --kinds, --after or --before.
err-history_changed = the unfinished export was begun with another history, choice, redaction file or version
hint-history_changed = Delete it (latchkey export --delete) and export again.
err-bad_redaction = the redaction file cannot be followed{ $line ->
    [unknown] {""}
   *[other] , line { $line }
}: { $detail }
hint-bad_redaction = Nothing was written. Correct the file and export again.
err-font_missing = a font is missing: { $detail }
hint-font_missing = Install it (on Debian: fonts-noto-core, fonts-noto-cjk, fonts-noto-color-emoji).
err-cancelled-kept = stopped, as you asked; what is written is in { $path }
hint-cancelled-kept = Go on with it: latchkey export --resume { $path } --index …; or delete it: latchkey export --delete { $path }
err-cancelled = stopped, as you asked
hint-cancelled = Nothing half-written was kept.
err-cancelled-last_tries = so few tries are left ({ $retries }) that none was made without your word
hint-cancelled-last_tries = Run it on a terminal to go on all the same, or open the keyring another way.
err-cancelled-network = a phone is reached over the network, and that was not allowed
hint-cancelled-network = Run it on a terminal and agree, or use another way in.
err-usage = { $detail }
hint-usage = See `latchkey --help`.
err-usage-no_key = no key was given
hint-usage-no_key = Give --key-file FILE, pipe the digits with --key-stdin, or run it on a terminal to be asked.
err-usage-no_kit = a new passkey or kit needs a place for the recovery kit, and there is no terminal to show it on
hint-usage-no_kit = Give --kit FILE (with `latchkey keyring`, --out FILE) on a stick or disk of its own, or run it on a terminal.
err-usage-kit_not_proved = the last three groups of the kit were not typed right, so nothing was changed
hint-usage-kit_not_proved = Run it again and copy the new kit whole: without it a lost passkey would lose the chats.
err-usage-kit_inside_index = { $path } is where the chats lie, and the kit must not lie with what it opens
hint-usage-kit_inside_index = Choose a stick, or print it: whoever finds both can read the chats.
err-usage-kit_beside_backup = { $path } is where the backup lies, and the kit must not lie with what it opens
hint-usage-kit_beside_backup = Choose a stick, or print it: whoever finds both can read the chats.
err-usage-kit_in_cloud = { $path } is copied to a cloud ({ $provider })
hint-usage-kit_in_cloud = Choose a folder that stays on this computer, a stick, or paper: the kit opens the chats for whoever has it.
err-usage-history_has_keyring = { $path } is a history with a keyring of its own
hint-usage-history_has_keyring = --kit and --authenticator are for a new history. Use `latchkey keyring add` and `latchkey keyring kit` for this one.
err-usage-no_pin_line = standard input has no line with the PIN
hint-usage-no_pin_line = With --pin-stdin every passkey that is asked takes one line, after the key's with --key-stdin.
err-usage-no_passphrase = no passphrase was given
hint-usage-no_passphrase = Pipe it with --passphrase-stdin, or run it on a terminal to be asked.
err-usage-no_passphrase_slot = no passphrase opens this keyring
hint-usage-no_passphrase_slot = Open it with --passkey or --identity FILE; `latchkey keyring add PATH passphrase` adds one.
err-usage-stdin_text = standard input is no text
hint-usage-stdin_text = PINs, passphrases and digits are lines of text.
err-usage-unknown_slot = there is no such slot; there are: { $slots }
hint-usage-unknown_slot = `latchkey keyring show` lists the slots with their ids.
err-usage-which_slot = several passkeys could be meant: { $slots }
hint-usage-which_slot = Name one with --slot ID.
err-usage-no_passkey_slot = no passkey opens this keyring
hint-usage-no_passkey_slot = Open it with --identity FILE or --passphrase; `latchkey keyring add PATH passkey` adds one.
err-usage-other_kind_of_slot = that slot is opened with something else
hint-usage-other_kind_of_slot = `latchkey keyring show` says what each slot needs.
err-usage-not_removed = nothing was removed
hint-usage-not_removed = Repeat the command with --yes if you are sure.
err-last_recovery-last_slot = that is the last way into this keyring
hint-last_recovery-last_slot = Add another one first, or delete the history with `latchkey index delete`.
err-too_large-too_many_slots = this keyring has no room for another way in
hint-too_large-too_many_slots = Remove one that is not needed with `latchkey keyring remove`.
err-usage-digits = these are not 64 digits: { $detail }
hint-usage-digits = The key has 16 groups of four, of the digits 0 to 9 and the letters a to f.
err-usage-digits_group = something is off in group { $group }: { $detail }
hint-usage-digits_group = The key has 16 groups of four, of the digits 0 to 9 and the letters a to f.
err-usage-no_recipient = a new history needs somebody who can open it again
hint-usage-no_recipient = Give --passkey and --kit FILE for a recovery kit, or --recipient age1… (`age-keygen` makes one, and the identity that opens it).
err-usage-bad_recipient = that is no age recipient: { $detail }
hint-usage-bad_recipient = It begins with age1.
err-usage-bad_identity = that is no age identity: { $detail }
hint-usage-bad_identity = It begins with AGE-SECRET-KEY-1; the recovery kit has it in groups.
err-usage-no_identity = no way in was given
hint-usage-no_identity = Give --passkey, --passphrase, or --identity FILE with the recovery kit of this history.
err-keyring_unknown = this computer does not know who made the keyring of { $path }, or not everybody who is in it: { $fingerprint }
hint-keyring_unknown = The backup's key would be sealed for everybody who opens that keyring. If `latchkey verify` on that file shows the same fingerprint on the computer that made it, or the kit prints it, repeat with --trust-fingerprint FINGERPRINT.
err-keyring_unknown-way_in = this computer does not know who made the keyring of { $path }, or not everybody who is in it: { $fingerprint }
hint-keyring_unknown-way_in = `latchkey keyring show` lists who is in it. A new way in would trust whoever made it from then on, and what you keep in it is sealed for them, too. If `latchkey verify` on that file shows the same fingerprint on the computer that made it, or the kit prints it, repeat with --trust-fingerprint FINGERPRINT.
err-usage-keyring_of_history = this computer knows the keyring in { $path }: it may be the copy of a history's
hint-usage-keyring_of_history = Changing a copy loses the key of the index and leaves the history as it is: name the history's folder instead. If there is no history, repeat with --standalone.
err-usage-other_fingerprint = the keyring has another fingerprint: { $fingerprint }
hint-usage-other_fingerprint = If you did not mistype it, do not trust this folder: somebody else may have made it.
err-usage-unknown_country = no country has these two letters
hint-usage-unknown_country = Write it as in --country ES, --country MX, --country GB.
err-usage-bad_date = { $detail } is no date
hint-usage-bad_date = Write 2026-11-22 or 2026-11-22T18:30.
err-usage-not_confirmed = nothing was deleted
hint-usage-not_confirmed = Repeat the command with --yes if you are sure.
err-usage-not_listed = this history is not in the list of `latchkey index list`
hint-usage-not_listed = Name the folder of one that is.
err-usage-not_resting = no history with this id rests
hint-usage-not_resting = `latchkey index resting` shows those that do.
err-usage-not_missing = this history is there
hint-usage-not_missing = Only one whose disk is away or whose folder is gone can be forgotten. `latchkey index delete` deletes one.
err-usage-no_data_folder = this computer names no folder for data
hint-usage-no_data_folder = Set HOME, or name the history's folder itself.
err-internal = Latchkey has met a fault of its own ({ $detail }, report { $report })
hint-internal = Please report this number; it says nothing about you. Nothing half-written was kept.

# passkeys: one pair for each thing that can be done about it
err-no_authenticator = { $absence ->
    [not_plugged_in] no security key is plugged in
    [usb_access] a security key is plugged in, but you may not talk to it
    [no_tpm] this computer has no TPM 2.0
    [tpm_access] this computer has a TPM, but you may not use it
    [no_tpm_helper] the program that asks the TPM, latchkey-tpm, or its libraries are not installed
    [no_bluetooth] there is no Bluetooth, or it is off, and a phone is found by it
    [not_on_this_computer] this passkey was made on another computer, or its file is gone
    [not_supported] { $authenticator ->
        [software] this is a software passkey, for demonstrations only
       *[other] this kind of passkey cannot be used here
    }
   *[unknown] there is nothing here to ask for a passkey
}
hint-no_authenticator = { $absence ->
    [not_plugged_in] Plug it in and repeat the command.
    [usb_access] Install the package `latchkey`, which brings the udev rule for security keys, or put 70-latchkey-security-keys.rules into /etc/udev/rules.d; then plug the key in again.
    [no_tpm] Look for "TPM" or "security device" in the computer's firmware settings, or use a security key or a passphrase.
    [tpm_access] Run `sudo usermod -aG tss $USER`, then log out and in again.
    [no_tpm_helper] Install the package `latchkey` (or libtss2-esys-3.0.2-0 and libtss2-tcti-device0 beside a `latchkey-tpm` of your own).
    [no_bluetooth] Turn Bluetooth on; without an adapter use a security key, this computer or a passphrase.
    [not_on_this_computer] Use it on the computer that it was made on, or open the keyring another way.
    [not_supported] { $authenticator ->
        [software] It keeps nothing safe. To play with the demonstration all the same, add --insecure-demo.
       *[other] `latchkey passkey list` says what is here.
    }
   *[unknown] `latchkey passkey list` says what is here.
}{ $ways ->
    [none] {""}
   *[other] {" "}What else opens this keyring: { $ways }.
}
err-no_authenticator-none_ready = nothing here can make a passkey; { $ways }
hint-no_authenticator-none_ready = `latchkey passkey list` says how to get each of them. Without any, `latchkey keyring add PATH passphrase` makes a way in of six words.
err-passkey_not_understood = the authenticator does not understand what it was asked
hint-passkey_not_understood = It is probably too old for this. Try another one; please report its model.
err-timeout = nobody touched it in time
hint-timeout = Repeat the command, and touch it when it blinks.
err-passkey_already_enrolled = this authenticator already holds a passkey of this keyring
hint-passkey_already_enrolled = One is enough. Use another authenticator for a second way in.
err-not_this_passkey = what is here does not hold that passkey
hint-not_this_passkey = Plug in the key, or take the phone, that was enrolled.{ $ways ->
    [none] {""}
   *[other] {" "}What else opens this keyring: { $ways }.
}
err-passkey_too_old = the authenticator knows none of the algorithms
hint-passkey_too_old = Use a newer one; any with FIDO2 and hmac-secret will do.
err-denied = it was refused on the device
hint-denied = If that was not meant, repeat the command and agree on the device.
err-passkey_full = the authenticator has no room for another passkey
hint-passkey_full = Remove one that you do not need with its maker's program.
err-uv_not_set_up = the authenticator has neither a PIN nor a fingerprint
hint-uv_not_set_up = Set one up with its maker's program, then repeat the command.
err-passkey_not_now = the authenticator refuses this now
hint-passkey_not_now = Unplug it, plug it in again, and repeat the command.
err-pin_wrong = the PIN is wrong{ $retries ->
    [unknown] {""}
    [one] ; one try is left
   *[other] ; { $retries } tries are left
}
hint-pin_wrong = { $retries ->
    [one] Think before you try again: after one more wrong PIN it is blocked.
   *[other] It was tried once and not again. Repeat the command with the right one.
}{ $ways ->
    [none] {""}
   *[other] {" "}What else opens this keyring: { $ways }.
}
err-pin_blocked = the PIN is blocked for good after too many wrong ones
hint-pin_blocked = { $ways ->
    [none] The passkeys on it are lost. Open your keyring with another way in.
   *[other] The passkeys on it are lost, your chats are not. What still opens this keyring: { $ways }.
}
err-pin_replug = three wrong PINs in a row: it takes no more until it is plugged in again
hint-pin_replug = Unplug it, plug it in again, and repeat the command with the right PIN.
err-pin_not_set = the authenticator has no PIN, and none was chosen
hint-pin_not_set = Repeat the command and choose one, or set it with the maker's program.
err-pin_needed = a PIN is needed, and nobody is here to type it
hint-pin_needed = Run it on a terminal, or give the PIN as a line of standard input with --pin-stdin.
err-pin_policy = the PIN does not meet the rules{ $min_length ->
    [unknown] {""}
   *[other] : at least { $min_length } characters
}
hint-pin_policy = Choose a longer one; where no lockout guards this computer's TPM, digits alone are not enough.
err-touch_needed = it wants to be touched
hint-touch_needed = Repeat the command, and touch it when it blinks.
err-uv_blocked = the fingerprint is blocked after too many tries
hint-uv_blocked = Repeat the command and give the PIN.
err-uv_wrong = the fingerprint was not recognised{ $retries ->
    [unknown] {""}
    [one] ; one try is left
   *[other] ; { $retries } tries are left
}
hint-uv_wrong = Clean the reader and the finger and repeat the command, or use the PIN.
err-passkey_busy = another program is using it
hint-passkey_busy = Close that program, then repeat the command.
err-passkey_without_prf = this authenticator cannot guard a keyring: it gives no secret (PRF, hmac-secret)
hint-passkey_without_prf = Use another one; `latchkey passkey posture` says which can.
err-passkey_inconsistent = its answers do not fit together ({ $detail })
hint-passkey_inconsistent = It cannot be relied on. Use another one; please report its model.
err-passkey_inconsistent-other_secret = the passkey answered with another secret than when it was enrolled
hint-passkey_inconsistent-other_secret = It cannot open this keyring. { $ways ->
    [none] Use another way in.
   *[other] What still opens this keyring: { $ways }.
}
err-tpm_lockout = this computer's TPM takes no PIN for now, after too many wrong ones{ $seconds ->
    [unknown] {""}
   *[other] ; it takes one again in about { $seconds } seconds
}
hint-tpm_lockout = Wait; even the right PIN is refused until then. Other programs' tries count, too.{ $ways ->
    [none] {""}
   *[other] {" "}What else opens this keyring: { $ways }.
}
err-tpm_other = this passkey belongs to another TPM, or the TPM was cleared
hint-tpm_other = It cannot come back. { $ways ->
    [none] Open your keyring with another way in.
   *[other] What still opens this keyring: { $ways }.
}
err-phone_unreachable = the phone was not reached ({ $detail })
hint-phone_unreachable = Both need the internet and Bluetooth, near each other. Repeat the command and scan the new code.
err-wrong_passphrase = no slot opens with this passphrase
hint-wrong_passphrase = It has six words with a blank between each two; check their spelling.
err-last_recovery = that is the last recovery kit, and a keyring with passkeys keeps one
hint-last_recovery = Make another with `latchkey keyring kit` first: passkeys get lost.
err-last_recovery-add = a keyring gets a recovery kit before its first passkey
hint-last_recovery-add = Make one with `latchkey keyring kit` first: passkeys get lost.

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
increment-missing = not restored: { $file }, the changes { $from ->
    [unknown] of
   *[other] from { $from } to
} { $to }{ $messages ->
    [unknown] {""}
   *[other] , { $messages } messages
}
increment-why = Latchkey does not apply increments. On the phone, Chats › Chat backup › Back up makes a new full backup that holds everything.
recognised = this very file was restored before: nothing in it is new
checksum-damaged = the file's own checksum is damaged; your chats were verified
trailing-bytes = { $count } bytes after the end of the content were verified and left out

# restore
stage-decrypting = decrypting
stage-reading = reading
stage-indexing = indexing
stage-searching = search index
stage-media = media
stage-finishing = finishing
stage-counting = counting
stage-exporting = exporting
stage-proof = proof
stage-signing = signing
stage-writing = writing
stage-copying = copying
stage-rekeying = encrypting anew
trust-question = This computer does not know who made this keyring, or not everybody who is in it: { $fingerprint }. The backup's key will be sealed for everybody who opens it. Do you know this fingerprint? [y/N]
trust-question-way_in = This computer does not know who made this keyring, or not everybody who is in it: { $fingerprint }. A new way in would trust them from now on. Do you know this fingerprint? [y/N]
identity-prompt = Recovery identity (not shown):
media-beside = media lie beside the backup; give --media { $path } to link them
restored = { $messages } messages in { $chats } chats: { $new } new, { $present } already there
restored-rows = { $rows } rows in the backup = { $messages } messages + { $left } left out
restored-kind = { $count } { $kind }
restored-left = left out: { $count } { $reason }
restored-media = media: { $referenced } referenced, { $found } found, { $missing } missing
media-found = found: { $count } { $how }
media-missing = missing: { $count } { $reason }
restored-time = { $seconds } seconds

# chats, messages, search
no-name = (no name)
unknown-sender = unknown (private number)
me = me
keyring-unknown = note: this computer does not know who made this keyring, or not everybody who is in it: { $fingerprint }
hits = { $total } found
hits-at-least = more than { $total } found
filter-unmatched = note: this filter matches nobody and nothing: { $filter }

# people, contacts
former-phones = formerly { $phones }
role-member = member
role-admin = admin
role-super_admin = owner
member-gone = (gone)
member-gone-at = (gone since { $at })
name-source-address_book = address book
name-source-contacts = the phone's contacts
name-source-business = business name
name-source-push = as they call themselves
name-source-lid_display = as they call themselves
name-source-label = label in a group
name-source-mention = from a mention
name-source-shared_card = from a shared contact card
contacts-imported = { $entries } numbers in the address book, { $matched } of them known to the history: { $named } people are called by it
contacts-country-guessed = numbers without a country code were taken for numbers of { $country }; if that is wrong, import again with --country
contacts-unread = { $count } entries are no numbers, or lack a country code
contacts-forgotten = { $count } entries forgotten; names are what the backups know

# index, verify, demo
no-histories = no histories in { $path }
copied = copied and compared: { $path }
renamed = renamed: { $path }
moved = moved to { $path }
history-missing = not there now; connect its disk, or take it off the list with `latchkey index forget`
rests-until = rests until { $date }
brought-back = in the list again: { $id }
forgotten-history = no longer in the list: { $id }. Where its files still are, they stay, and open with its keyring.
delete-question = Delete the history in { $path } for good? [y/N]
deleted = deleted, the key first: { $path }
history-good = good: { $messages } messages in { $chats } chats, every page read
history-damaged = damaged: { $pages } broken pages, { $structures } broken structures, { $chats } broken chats, { $messages } misplaced messages
history-search-behind = the search index is behind; it catches up at the next restore
keyring-pinned = good: signed by the key of this identity, generation { $generation }, fingerprint { $fingerprint }
keyring-unpinned = consistent, generation { $generation }, fingerprint { $fingerprint }; this identity does not know its signer
keyring-unopened = consistent, generation { $generation }, fingerprint { $fingerprint }; open it with --passkey, --passphrase or --identity to prove who signed it
demo-written = a made-up phone with { $messages } messages: { $path }
demo-next = next:  latchkey restore { $backup } --key-file { $key } --media { $media } --contacts { $contacts } --index DIR --passkey --kit FILE

# ceremonies
authenticator-security_key = security key
authenticator-tpm = this computer
authenticator-phone = phone
authenticator-software = software passkey
authenticator-named = { $authenticator }:
pin-prompt = { $retries ->
    [unknown] PIN of the { $authenticator } (not shown):
    [one] PIN of the { $authenticator } (one try left, not shown):
   *[other] PIN of the { $authenticator } ({ $retries } tries left, not shown):
}
pin-was-wrong = { $retries ->
    [unknown] Wrong.
    [one] Wrong; one try is left. After that it is blocked.
   *[other] Wrong; { $retries } tries are left.
}
pin-choose = Choose a PIN for the { $authenticator }: at least { $min } characters. You will need it every time.
pin-choose-not_only_digits = This computer does not limit tries, so digits alone are not enough.
pin-new-prompt = New PIN (not shown):
pin-again-prompt = The same again:
pin-too-long = A PIN has 1 to 63 bytes.
pin-too-short = That is too short: at least { $min } characters.
pin-only-digits = Digits alone are not enough here.
pin-differs = Those two differ. Once more.
moment-plug-in = Plug in your security key …
moment-touch-one = { $of } security keys are plugged in: touch the one that you mean …
moment-touch = Touch your security key …
moment-fingerprint = Put your finger on the reader …
moment-fingerprint-again = Not recognised{ $retries ->
    [unknown] .
    [one] ; one try is left.
   *[other] ; { $retries } tries are left.
}
moment-phone-notice = The phone and this computer meet over a server of the phone's maker. It sees that they meet, not what they say; nothing of your backup goes there.
not-yet-tried-phone = Unlocking with a phone has not been tried with a real phone yet.
moment-scan-use = Scan this code with the phone's camera. Both need Bluetooth and the internet.
moment-scan-create = Scan this code with the phone's camera to make a passkey there. Up to three codes follow each other.
moment-phone-seen = The phone is near. Connecting …
moment-phone-connected = Connected. Agree on the phone …
moment-working = Working: { $authenticator } …
confirm-last-tries = Only { $retries ->
    [one] one try is
   *[other] { $retries } tries are
} left before it is blocked for good. Go on? [y/N]
confirm-network = This uses the network: { $host }, of the phone's maker, carries sealed messages between the phone and this computer. Go on? [y/N]
passphrase-prompt = Passphrase (not shown):
which-slot-line = { $number }  { $name }
which-slot-question = Which one?

# passkey
not-answering = there, but it does not answer
ready-security_key = { $count } plugged in
ready-tpm = its TPM is ready
ready-phone = ready; not yet tried with a real phone
ready-software = ready, for demonstrations only: it keeps nothing safe
no-postures = no authenticator is here; `latchkey passkey list` says why
yes = yes
no = no
pin-state-set = set
pin-state-not_set = not set
pin-state-unsupported = has none
posture-model = {"  "}model: { $value }
posture-firmware = {"  "}firmware: { $value }
posture-pin = {"  "}PIN: { $value }
posture-min-pin = {"  "}PIN has at least { $value } characters
posture-retries = {"  "}PIN tries left: { $value }
posture-built-in = {"  "}fingerprint set up: { $value }
posture-always = {"  "}always verifies its person: { $value }
posture-prf = {"  "}can guard a keyring: { $value }
posture-synced = {"  "}synced to other devices: { $value }
posture-tpm = {"  "}wrong tries: { $failures } of { $max }, one forgiven every { $seconds } seconds, shared by everything on this computer
posture-tpm-guarded = {"  "}its lockout is guarded
posture-tpm-unguarded = {"  "}its lockout is not guarded: whoever holds this computer can try PINs without limit, so the PIN must be long
passkey-works = yes, { $authenticator } can guard a keyring

# keyring
slot-recovery = recovery kit
slot-passphrase = passphrase
slot-passkey = passkey
slot-security_key = security key
slot-tpm = computer
slot-phone = phone
slot-software = software passkey (demonstration)
slot-unknown = something of a newer version
slot-name = { $what } ({ $id })
slot-name-labelled = { $what } "{ $label }" ({ $id })
slot-created = made { $at }
slot-last-tested = last tried { $at }
slot-never-tested = never tried
slot-synced = synced
slot-bound = on this one device
slot-organisation = held by an organisation
default-label-security_key = Security key
default-label-tpm = This computer
default-label-phone = Phone
default-label-software = Demonstration
default-label-kit = Recovery kit
default-label-passphrase = Passphrase
rehearse-passkey = Now the rehearsal: the keyring is opened once with the new passkey.
kit-write-down = Copy this recovery kit by hand, on paper. It opens the chats when all else is lost, and whoever has it can read them. It is shown once.
kit-fingerprint = Fingerprint of the keyring, to note beside it: { $fingerprint }
kit-prove-prompt = Type its last three groups from your copy:
kit-not-proved = Those are not the last three groups. Look again.
kit-proved = Right. Clear the terminal's history when you are done.
kit-written = recovery kit written, read back, and the keyring opened with it: { $path }
passphrase-write-down = Copy these six words. They open the chats, and whoever has them can read them. They are shown once.
passphrase-prove-prompt = Type them from your copy (not shown):
passphrase-not-proved = Those do not open it. Look again.
passphrase-written = passphrase written, read back, and the keyring opened with it: { $path }
keyring-created = keyring written: { $path }, fingerprint { $fingerprint }
slot-added = added: { $slot }
slot-renamed = renamed: { $slot }
slot-tested = works: { $slot }
slot-removed = removed; the index is encrypted anew for the ways in that are left
rekeyed = the index is encrypted anew, with the same ways in
remove-warning = Removing { $slot } cannot change WhatsApp's key: whoever kept an old copy of the keyring and this way in can still open every backup until a new 64-digit key is made in WhatsApp, and every index copied before.
remove-question = Remove { $slot }? [y/N]
show-keyring = generation { $generation }, fingerprint { $fingerprint } (as the file claims)
show-advice = What to do:
advice-only_one_passkey = {"  "}There is only one passkey: add a second one.
advice-no_passkey = {"  "}No passkey opens it: add one.
advice-untested = {"  "}{ $slot } was not tried for half a year: `latchkey keyring test`.
advice-no_kit = {"  "}There is no recovery kit: make one with `latchkey keyring kit`.
advice-kit_untested = {"  "}The recovery kit was never tried: `latchkey keyring test`.
advice-software_only = {"  "}Its only passkeys are for demonstrations: add a real one.
show-drill = If it gets lost:
loss-phone_lost = phone lost
loss-security_key_lost = security key lost
loss-computer_dead = this computer dead
loss-pin_blocked = PIN blocked
drill-not_affected = no way in is on it; nothing changes
drill-other_passkey = open it with another passkey: { $ways }
drill-kit_only = the recovery kit opens it: { $ways }
drill-passphrase_only = the passphrase opens it: { $ways }
drill-nothing = nothing would open it any more: make a recovery kit now

exported = { $written } of { $chosen } chosen messages of { $chats } chats, { $calls } calls: { $path }
exported-left = left out: { $count } ({ $reason })
exported-media = files: { $written } written, { $missing } missing, { $left } left out
exported-size = { $files } files, { $bytes }, in { $seconds } s
exported-manifest = SHA-256 of the manifest: { $sha256 }
exported-open = The files are not encrypted: whoever has them can read them.
export-deleted = { $path } is deleted
estimated = { $messages } messages of { $chats } chats: about { $bytes } in { $files } files
estimated-media = of these { $count } files of messages, { $bytes }; { $missing } are missing
estimated-free = { $free } are free
export-good = { $files } files are as they were, and nothing was added; { $signature }
export-changed = changed: { $path }
export-missing = missing: { $path }
export-added = added: { $path }
export-counts = the counts of the manifest do not add up
export-signature = { $signature }
signature-none = it is not signed
signature-unsigned = it is not signed, though a signer was expected
signature-good = signed by { $signer }
signature-signer_unknown = its signature fits; whose it is, say --signer and a fingerprint ({ $signer })
signature-other_signer = signed by somebody else: { $signer }
signature-bad = its signature is not good: { $why }
