# The wizard: five calm steps.
restore-steps = Steps of the restore
restore-step-choose = Choose
restore-step-unlock = Unlock
restore-step-keep = Keep it safe
restore-step-restore = Restore
restore-step-done = Done
restore-step-behind = done
restore-next = Continue
restore-cancel = Cancel
restore-again = Try again
restore-choose-other = Choose another backup

restore-leave-title = Leave this restore?
restore-leave-text = Nothing was restored yet and your backup was not changed. The recovery kit made here will not be needed; you get a new one next time.
restore-leave-yes = Leave
restore-leave-no = Stay here

## Step 1

restore-choose-title = Choose your backup
restore-choose-why = Latchkey looks at the file first. So it can tell you whether it is whole and which key opens it, before it asks you for anything.
restore-drop = Drop a backup file here, or the whole folder
restore-pick-file = Choose a file
restore-pick-folder = Choose a folder
restore-path = Or type where it is
restore-path-example = /home/…/WhatsApp/Databases
restore-path-look = Look
restore-looking = Looking at what is there…
restore-found = { $count ->
    [one] One backup that can be restored
   *[other] { $count } backups that can be restored, the newest full one first
}
restore-found-nothing = No backup was found there
restore-found-nothing-todo = On an Android phone, backups are in Android › media › com.whatsapp › WhatsApp › Databases. The newest is called msgstore.db.crypt15 or .crypt14. Copy the whole WhatsApp folder if you can: it holds the pictures too.
restore-found-none-restorable = There is nothing here that this version can restore
restore-found-others = Also found here
restore-found-skipped = { $count ->
    [one] One other file was skipped: it is no backup.
   *[other] { $count } other files were skipped: they are no backups.
}

restore-same-number = You already have chats of this number here
restore-same-number-text = Open them first, and this backup is added to them: only what is new comes in. Otherwise it becomes a history of its own, with a kit of its own.
restore-same-number-open = Open my chats first

restore-card-number = Number ending in { $suffix }
restore-card-age = { $ago }, { $date }
restore-card-version = WhatsApp { $version }
restore-purpose-full = Full backup
restore-purpose-dated = Older full backup
restore-purpose-increment = Additional backup
restore-purpose-contacts = WhatsApp’s contacts
restore-purpose-key_file = Key file
restore-purpose-iphone = iPhone backup
restore-purpose-exported_chat = Exported chat
restore-purpose-other = Backup
restore-whole-waiting = Being checked
restore-whole-ok = Whole
restore-whole-mismatch = Damaged
restore-whole-absent = Will be checked with the key
restore-whole-unknown = Could not be checked
restore-secret-digits = Opens with the 64-digit key
restore-secret-unstated = End-to-end encrypted: opens with the 64-digit key
restore-secret-device-key = Opens with the key file of the phone
restore-secret-passkey = Held by a passkey in WhatsApp: the next step shows the way
restore-secret-password = Held by a password in WhatsApp: the next step shows the way
restore-secret-none = Not locked
restore-able-increment = Holds only what came after a full backup. This version restores full backups; the full one above is the one to choose.
restore-able-contacts = Holds names for your chats. It is used by itself when it lies in the folder WhatsApp made for it.
restore-able-key-file = A key, not a backup. It is asked for in the next step.
restore-able-iphone = Latchkey recognises iPhone backups, but this version cannot restore them yet.
restore-able-exported-chat = A chat exported as text. It is readable without Latchkey; this version cannot add it to your chats yet.
restore-able-other = Recognised, but this version cannot restore it.

## Step 2

restore-unlock-title = Unlock your backup
restore-unlock-why = The 64 digits are the only key. They are tried on this computer, at once, and never stored as you typed them.
restore-unlock-file-title = Unlock your backup with its key file
restore-unlock-file-why = This backup is not end-to-end encrypted. It opens with a small file called “key”, which WhatsApp keeps on the phone.
restore-unlock-none-title = This backup is not locked
restore-unlock-none-why = No key is needed. Your chats are locked by Latchkey in the next step.

restore-unlock-passkey-title = Unlock with your passkey
restore-unlock-passkey-why = A keyring for this number is on this computer. If it holds the key of this backup, no digits are needed, and what is new is added to the chats you have.
restore-use-digits = Use the 64 digits instead
restore-use-key-file = Use the key file instead
restore-use-passkey = Use a passkey after all
restore-keyring-opened = Chats last opened { $ago }
restore-keyring-unopened = Chats not opened yet
restore-keyring-does-not-fit = Your chats are open, but this backup has a key of its own
restore-keyring-does-not-fit-text = WhatsApp makes a new key each time end-to-end backup is turned on. Give the digits of this backup once; they go into the same keyring, and from then on your passkeys open this one too.

restore-digits-label = Your 64 digits
restore-digits-hint = Type or paste them. Letters a to f are digits too.
restore-digits-count = { $groups } of 16 groups
restore-digits-stranger = Group { $group } holds something that is not 0 to 9 or a to f
restore-digits-too-many = These are { $count } digits; the key has 64
restore-digits-trying = Trying the key…
restore-digits-incomplete = The key is not complete yet
restore-digits-incomplete-text = It has 64 digits, in 16 groups of 4. Compare group by group.
restore-digits-incomplete-group = Look at group { $group }: a digit seems to be missing, or one too many.

restore-key-fits = This key opens your backup
restore-key-fits-text = It was tried on { $name }. The digits have been cleared from the screen.
restore-key-fits-keyring = It was in the keyring that is open, and was tried on { $name }. What is new is added to the chats you have.
restore-key-another = Use another key
restore-key-does-not-fit = This key does not open this backup
restore-key-cause-waiting = Latchkey is still checking whether the file is whole; then it can say why. You can compare the digits meanwhile.

restore-slip-wrong_digit = We think one digit in group { $group } is not right
restore-slip-wrong_digit-somewhere = We think one digit is not right
restore-slip-swapped = We think two digits in group { $group } are swapped
restore-slip-swapped-somewhere = We think two digits are swapped
restore-slip-look_alike = We think group { $group } holds a letter that looks like a digit
restore-slip-look_alike-somewhere = We think a letter was taken for a digit
restore-slip-transposed = We think the groups were read down the columns
restore-slip-transposed-somewhere = We think the groups were read down the columns
restore-slip-text = With this put right, the key opens your backup. Look at your note again before you agree, and correct the note too.
restore-slip-accept = Use the corrected key
restore-slip-refuse = No, I will look again

restore-key-file-title = Or a key file
restore-key-file-text = A file called encrypted_backup.key does the same, and so does a text file with the digits in it.
restore-key-file-first = Only a phone with full access (root) gives this file away. If you have it, choose it here.
restore-key-file = Choose a key file
restore-key-file-path = Type where the key file is
restore-key-file-use = Use it

restore-where-title = Where do I find my 64 digits?
restore-where-text = WhatsApp shows the digits once, on the day end-to-end encrypted backup is turned on. Look for a note or a screenshot of 16 groups. If there is none and the phone still works, make a new backup whose key you know:
restore-where-lost = The phone is gone? Look where you keep passwords, among the screenshots in your online photos, and in your papers. Without the digits nobody can open this backup, not even WhatsApp; an older one may open with another key.
restore-where-device-title = I do not have this file
restore-where-device-text = Most people do not. If the phone still works, there is an easier way: make a new backup that opens with 64 digits.
restore-way-open = On the phone, open WhatsApp › Settings › Chats › Chat backup › End-to-end encrypted backup.
restore-way-off = If it is on, turn it off. Your chats on the phone stay as they are.
restore-way-on = Turn it on. Where WhatsApp asks how, choose the 64-digit key.
restore-way-write = Write the digits down, all 16 groups.
restore-way-again = Go back one screen and tap “Back up”. Then copy the new backup to this computer.

restore-locked-why = Latchkey has looked at the beginning of this file. It says that WhatsApp itself guards the key.
restore-locked-passkey = This backup is held by a passkey
restore-locked-passkey-text = A passkey unlocks something with your fingerprint, face, PIN or a security key. This one works only inside WhatsApp, through its servers, so no other program can open this backup. There is a way round it that takes a few minutes; afterwards a passkey of your own can open it here.
restore-locked-password = This backup is held by a password
restore-locked-password-text = The password works only inside WhatsApp, through its servers, so no other program can open this backup with it. There is a way round it that takes a few minutes.
restore-locked-way = The way through
restore-locked-lost-phone = The phone is gone? Install WhatsApp on another phone with the same number, restore the backup there, and then follow these steps.
restore-locked-choose-other = Choose another backup
restore-locked-have-digits = I already have 64 digits for this backup

restore-phone-label = The way on the phone, screen by screen
restore-phone-whatsapp = WhatsApp
restore-phone-settings = Settings
restore-phone-account = Account
restore-phone-privacy = Privacy
restore-phone-chats = Chats
restore-phone-notifications = Notifications
restore-phone-theme = Theme
restore-phone-wallpaper = Wallpaper
restore-phone-backup = Chat backup
restore-phone-history = Chat history
restore-phone-google = Google account
restore-phone-videos = Include videos
restore-phone-encrypted = End-to-end encrypted backup
restore-phone-passkey = Passkey
restore-phone-password = Password
restore-phone-digits = 64-digit key

## Step 3

restore-passkey-title = Next time, no digits
restore-passkey-why = A passkey unlocks your chats with a touch, a fingerprint or a PIN, and it opens later backups of this number too. What do you want to use?
restore-passkey-added = { $label } was added
restore-passkey-added-bound = It opens your chats, and only the device itself can do that: it cannot be copied.
restore-passkey-added-synced = It opens your chats, on every device that your phone’s account keeps passkeys on.
restore-passkey-other = Use something else
restore-passkey-then = Next comes the recovery kit, for the day this passkey is lost. After that, both are tried once.
restore-passkey-skip = Go on without a passkey
restore-passkey-skip-text = It can be added later under Keys. Until then the recovery kit is the only way in: you type it each time, and if it is lost, your restored chats stay locked.
restore-keep-title = Keep it safe
restore-keep-with-passkey-why = A passkey can be lost with its device. The recovery kit opens your chats then; if everything is lost, nobody can open them, not even us.
restore-keep-why = Your restored chats stay encrypted on this computer. The recovery kit is the one key to them: with it you can always open them, and without it nobody can, not even us.
restore-keep-merging-why = Your chats are open, so this backup is added to them.
restore-keep-merging = The keys you have stay the keys
restore-keep-merging-text = No new passkey and no new kit are needed. Messages you already have are not added twice.
restore-kit-name = Recovery kit
restore-kit-text = One sheet of paper is enough. Keep it where you keep passports.
restore-kit-print = Print the kit
restore-kit-save = Save it as a file
restore-kit-by-hand = Write it down by hand
restore-kit-hide = Hide it again
restore-kit-groups = The groups of your recovery kit
restore-kit-fingerprint = Fingerprint
restore-kit-printed = The kit is in a window of its own; print it from there.
restore-kit-saved = Saved as { $name } in { $folder }. Whoever has this file and this computer can open your chats, so move it to a stick or another safe place.
restore-kit-proved = You have your kit
restore-kit-proved-text = Put it away safely. It was cleared from the screen.
restore-proof-label = { $count ->
    [one] Type the last group of your kit
   *[other] Type the last { $count } groups of your kit
}
restore-proof-why = From the paper or the file, so that you know it is readable.
restore-proof-check = Check
restore-proof-wrong = These are not the last groups of this kit
restore-proof-wrong-todo = They stand at the end of the long line of groups, underlined. Capitals and spaces do not matter.

restore-rehearsal-title = Try it once
restore-rehearsal-why = Before anything is locked, every way in opens the keyring once. So you know that it works.
restore-rehearsal-passkey = Open the keyring with it now.
restore-rehearsal-kit = Go back one page and type its last groups.
restore-rehearsal-try = Try it now
restore-rehearsal-opened = It opened the keyring
restore-rehearsal-done = Both work. Your chats can be restored now.

## Step 4

restore-ready-title = Ready to restore
restore-ready-why = { $name } is opened, checked and sorted on this computer. Two things can make it better; both are optional.
restore-media = Pictures, voice messages and files
restore-media-text = They lie beside the backup, not in it. Latchkey shows them from their folder and copies nothing.
restore-media-none = No folder chosen: their places stay empty
restore-media-pick = Choose a folder
restore-contacts = Names from your address book
restore-contacts-text = A file of contacts (.vcf or .csv), as phones and mail programs export it.
restore-contacts-none = No file chosen: names that people gave themselves are used
restore-contacts-pick = Choose a file
restore-start = Restore my chats
restore-stop = Stop
restore-stopping = Stopping…
restore-stopping-text = Stopping, and leaving nothing behind
restore-running-title = Restoring your chats
restore-running-why = You can leave this window alone; it tells you when it is done.
restore-beginning = Beginning
restore-stage-decrypting = Opening and verifying the backup
restore-stage-reading = Reading the chats
restore-stage-indexing = Sorting the messages
restore-stage-searching = Preparing the search
restore-stage-media = Looking for pictures and files
restore-stage-finishing = Locking it all with your keys
restore-count = Messages
restore-speed = Messages per second
restore-left = Time left
restore-left-unknown = Not known yet
restore-left-second = { $count ->
    [one] One second
   *[other] { $count } seconds
}
restore-left-minute = { $count ->
    [one] One minute
   *[other] { $count } minutes
}
restore-left-hour = { $count ->
    [one] One hour
   *[other] { $count } hours
}

## Step 5

restore-done-title = { $count ->
    [0] No messages were in this backup
    [one] One message is back
   *[other] { $count } messages are back
}
restore-done-nothing-new = You already had all of these messages
restore-done-why = { $seconds ->
    [one] It took one second. Every row of the backup is accounted for.
   *[other] It took { $seconds } seconds. Every row of the backup is accounted for.
}
restore-done-time = { $seconds ->
    [one] It took one second.
   *[other] It took { $seconds } seconds.
}
restore-unaccounted = { $count ->
    [one] One row could not be accounted for
   *[other] { $countText } rows could not be accounted for
}
restore-unaccounted-text = Everything that was read is kept. This is a fault in Latchkey, not in your backup; keep the backup, a later version may find what is missing.
restore-damaged-stretches = { $count ->
    [one] One stretch of the file is damaged
   *[other] { $countText } stretches of the file are damaged
}
restore-damaged-stretches-text = The messages are here. Some may lack a picture, a quotation or a reaction that stood there.
restore-increments = { $count ->
    [one] A file beside the backup holds newer changes
   *[other] { $countText } files beside the backup hold newer changes
}
restore-increments-text = This version cannot add them, so these days are missing until you restore a full backup that was made later:
restore-increment-day = { $day }
restore-increment-since = from { $day } on
restore-increment-unknown = days unknown
restore-increment-messages = { $count ->
    [one] one message
   *[other] { $countText } messages
}
restore-folded-album = shown in an album
restore-folded-hd-twin = the same in better quality
restore-folded-motion-clip = the film of a moving picture
restore-folded-poll-picture = the picture of a poll’s answer
restore-folded-other = shown as a part of another ({ $reason })
restore-done-checksum = The file’s own checksum is damaged
restore-done-checksum-text = Your chats are not affected: they were verified with the key.
restore-ledger = How it adds up
restore-ledger-restored = Messages restored
restore-ledger-new = new
restore-ledger-present = you already had
restore-ledger-lacking = Not accounted for
restore-ledger-rows = Rows in the backup
restore-left-sentinel = Left out: the backup’s own placeholder row, never a message
restore-left-never-displayed = Left out: internal notes that WhatsApp itself never shows
restore-left-deleted-by-owner = Left out: you had deleted them, and the phone had not yet cleaned them away
restore-left-unreadable = Left out: could not be read, this part of the file is damaged
restore-left-other = Left out: { $reason }
restore-done-chats = Chats
restore-done-people = People
restore-done-reactions = Reactions
restore-done-calls = Calls
restore-done-media = { $found } of { $referenced } pictures and files were found
restore-done-media-missing = { $count ->
    [one] One is missing: it was deleted on the phone or is in another folder. Its place in the chat says so.
   *[other] { $count } are missing: they were deleted on the phone or are in another folder. Their places in the chats say so.
}
restore-done-kinds = What kinds of messages they are
restore-open-chats = Open my chats
restore-kind-text = Text
restore-kind-image = Pictures
restore-kind-video = Videos
restore-kind-video-note = Video notes
restore-kind-audio = Audio files
restore-kind-voice = Voice messages
restore-kind-document = Documents
restore-kind-sticker = Stickers
restore-kind-gif = GIFs
restore-kind-location = Locations
restore-kind-live-location = Live locations
restore-kind-contact = Contacts
restore-kind-poll = Polls
restore-kind-event = Events
restore-kind-group-invite = Group invitations
restore-kind-system = Notices
restore-kind-call = Calls in chats
restore-kind-revoked = Deleted messages
restore-kind-view-once = Seen once
restore-kind-album = Albums
restore-kind-order = Orders
restore-kind-payment = Payments
restore-kind-template = Business messages
restore-kind-unsupported = Other
