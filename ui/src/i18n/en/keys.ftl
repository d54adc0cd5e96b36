# The Keys screen: what opens these chats, and what to do when something is lost.
keys-title = Keys
keys-why = Each of these opens your chats by itself. Two passkeys and a recovery kit are a good set.
keys-again = Try again
keys-leave = Leave it as it is
keys-close = Close
keys-done = Done
keys-list = { $count ->
    [one] One key opens your chats
   *[other] { $count } keys open your chats
}
keys-opened-with = You opened your chats with this one
keys-synced = Synced: the phone’s account keeps copies of it
keys-bound = Bound to the device: it cannot be copied
keys-held-paper = On paper, or where you keep it
keys-held-organisation = Held by your organisation
keys-last-tested = Last used { $ago }
keys-never-tested = Not used yet
keys-created = Added { $date }
keys-test = Try it out
keys-tested = It opened the keyring just now
keys-rename = Rename
keys-remove = Remove

keys-fine = Your keys are in good order
keys-fine-text = There is more than one way in, and all were used within the last six months.
keys-advice-only_one_passkey = You have only one passkey
keys-advice-only_one_passkey-text = If it is lost or breaks, no passkey opens your chats any more. A second one, kept in another place, takes a minute to add.
keys-advice-no_passkey = You have no passkey yet
keys-advice-no_passkey-text = Your chats open with the recovery kit or the words alone, typed each time. A passkey makes it a touch or a PIN.
keys-advice-software_only = The software passkey does not count
keys-advice-software_only-text = It is a file on this computer, made for demonstrations, and it is not safe. Add a real passkey.
keys-advice-no_kit = You have no recovery kit
keys-advice-no_kit-text = If your passkeys are lost, nobody can open these chats. Make a kit and keep it where you keep passports.
keys-advice-kit_untested = Your recovery kit was never tried
keys-advice-kit_untested-text = Type it in once, so that you know it can be read and is the right one.
keys-advice-untested = { $label } was not used for six months
keys-advice-untested-text = Try it out once, so that you notice a broken key while the others still work.

keys-rename-title = Rename this key
keys-rename-label = Name
keys-rename-save = Save

keys-remove-title = Remove { $label }?
keys-remove-text = Your chats get a new key, so this one opens them no more. That takes a moment; the others stay as they are.
keys-remove-opened-with = You opened your chats with this one just now. Make sure that you hold another before you remove it.
keys-remove-old = What an old copy still opens:
keys-remove-old-text = whoever kept a copy of the keyring from before, and holds this key, can still open every backup until a new 64-digit key is made in WhatsApp, and every copy of your restored chats that was made before. If you fear that, turn end-to-end encrypted backup off and on again on the phone.
keys-remove-yes = Remove it
keys-removing = Your chats are getting a new key
keys-removing-text = This is not stopped halfway. If the computer should go off now, nothing is lost: it goes on when you next open your chats.

keys-test-kit-label = Your recovery kit
keys-test-kit-hint = Type or paste all its groups. Capitals, spaces and line breaks do not matter.
keys-test-words-label = Your six words
keys-test-words-hint = With a space between them, in their order.

keys-add = Add another way in
keys-add-passkey = Add a passkey
keys-add-passkey-why = A second one, kept in another place than the first, is the best protection against a loss.
keys-add-words = Add six words
keys-add-kit = Make a new kit
keys-added-title = It was added
keys-added-why = Try it once now, so that you know it opens your chats.
keys-added-try = Try it now
keys-added-fine = From now on it opens your chats by itself.

keys-words-title = Six words
keys-words-why = For people without a device at hand: six words, made by chance, open your chats on any computer.
keys-words-before = They are shown once. Have paper and a pen ready, and nobody looking over your shoulder.
keys-words-make = Show me six words
keys-words-write = Write them down in this order, and keep the note where nobody finds it by chance. Whoever has it and your chats can open them.
keys-words-written = I have written them down
keys-words-back = Type the six words
keys-words-back-why = From your note. They count only after that.
keys-words-check = Check
keys-words-again = Show them again
keys-words-wrong = These are not the six words
keys-words-wrong-todo = Compare the note with what is shown. Nothing was added yet.
keys-words-done = The six words open your chats
keys-words-done-text = They were cleared from the screen.

keys-kit-title = A new recovery kit
keys-kit-why = It opens your chats when every passkey is lost. Your old kit goes on working until you remove it.
keys-kit-done = The new kit opens your chats
keys-kit-done-text = Put it away safely; it was cleared from the screen. If the old one is lost, remove it from the list.

keys-drill = What if …?
keys-drill-why = Answered for your own keys, as they are now.
keys-drill-steps = What to do
keys-loss-phone_lost = Phone lost
keys-loss-security_key_lost = Security key lost
keys-loss-computer_dead = This computer is dead
keys-loss-pin_blocked = PIN blocked
keys-verdict-not_affected = None of your keys depends on it
keys-verdict-not_affected-text = Everything still opens: { $open }.
keys-verdict-other_passkey = You still get in
keys-verdict-other_passkey-text = { $lost } would be gone. { $open } still opens your chats.
keys-verdict-kit_only = Only your recovery kit would be left
keys-verdict-kit_only-text = { $lost } would be gone. { $open } still opens your chats; look now whether you know where it is.
keys-verdict-passphrase_only = Only your words would be left
keys-verdict-passphrase_only-text = { $lost } would be gone. { $open } still opens your chats; look now whether you have the note.
keys-verdict-nothing = Nothing would open your chats any more
keys-verdict-nothing-text = { $lost } would be gone, and there is no other way in. While your chats are open, that can still be put right.
keys-step-open = Open your chats with { $open }.
keys-step-synced = On a new phone, sign in to the same account: the passkey may come back with it.
keys-step-reset = Reset the blocked device with its maker’s program. Its passkeys go with that; your chats do not.
keys-step-remove = Here under Keys, remove { $lost }, so that whoever has it can no longer open your chats.
keys-step-add = Add another passkey in its place.
keys-step-kit-now = Make a recovery kit now, on this page, and print it.
keys-step-copy = Your restored chats lie on this computer only. Copy the folder { $folder } to a stick from time to time; it is encrypted.
keys-step-elsewhere = On another computer, put the copy in the same place, and open your chats there with { $open }.
keys-step-no-copy = Without a copy, restore the backup again: it needs its 64 digits once more.

keys-more = Fingerprint of this keyring
keys-fingerprint = Fingerprint, as on the recovery kit
keys-keyring = Keyring
keys-generation = Version of the keyring file
