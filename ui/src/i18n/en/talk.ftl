# One message of a conversation: its menu, its details, its player, its file.

## Menu
talk-more = More about this message
talk-menu = Message from { $name }
talk-copy = Copy the text
talk-copy-selected = Copy the selected words
talk-details = Details
talk-mark = Bookmark, tags and note
talk-save = Save a copy of the file
talk-open = Open in another program
talk-quoted = Go to the quoted message

## What was done
talk-copied = Copied
talk-copied-until = Copied. The clipboard is cleared in { $time }.
talk-saved = Saved

## Files
talk-document-save = Save a copy
talk-document-open = Open
talk-outside-title = Open in another program?
talk-outside-text = Latchkey makes a plain copy for it, without encryption. Whoever uses this computer can read that copy, and the other program may keep it or send it on.
talk-outside-large = This file is too large to be played here. Another program can play it: Latchkey makes a plain copy for it, without encryption. Whoever uses this computer can read that copy.
talk-outside-safe = What is in your history stays encrypted.
talk-outside-open = Make a plain copy and open it
talk-outside-save = Save a copy instead
talk-outside-leave = Leave it

## Player
talk-play = Play
talk-pause = Pause
talk-play-named = Play: { $what } from { $name }
talk-pause-named = Pause: { $what } from { $name }
talk-place = Place in: { $what } from { $name }
talk-place-value = { $at } of { $whole }
talk-speed = Speed: { $speed } times. Press for { $next } times.
talk-unplayable = This computer cannot play it here
talk-try-outside = Open it in another program

## People
talk-reactions-who = Reactions
talk-reactions-open = Who reacted: { $reactions }
talk-reactions-more = and { $countText } more, whom this page does not name
talk-card-save = Save the card of { $name } as a .vcf file
talk-card-saved = The card was saved

## Marks of one's own
talk-bookmarked = Bookmarked by you
talk-tagged = Your tags
talk-noted = Your note

## Details
talk-details-title = Details of this message
talk-details-close = Close the details
talk-details-loading = Looking it up…
talk-details-times = When
talk-details-sent = Sent
talk-details-received = On the phone
talk-details-edited = Edited
talk-details-no-time = The phone kept no time
talk-details-who = Who
talk-details-sender = From
talk-details-address = Address
talk-details-device = Device
talk-details-phone = The phone itself
talk-details-linked = Linked device no. { $number }
talk-details-kind = What
talk-details-kind-word = Kind
talk-details-kind-number = Type number in the backup
talk-details-place = Place in the chat
talk-details-place-value = no. { $number }
talk-details-sources = Where it comes from
talk-details-file = Backup
talk-details-made = Made
talk-details-restored = Restored
talk-details-sha = SHA-256
talk-details-sha-copy = Copy the whole SHA-256
talk-details-sha-none = not kept for this one
talk-details-row = Row in its table of messages
talk-details-row-none = not recorded
talk-details-key = Its id in the phone’s database
talk-details-key-copy = Copy the id
talk-details-key-none = The phone gave it none.
talk-details-rows = The row is recorded of the backup that brought the message; phones give rows new numbers. In any other, this id finds it: it stands there in the column key_id.
talk-details-receipts = Receipts
talk-details-receipts-none = The backup holds no receipts for this message.
talk-details-person = Person
talk-details-delivered = Delivered
talk-details-read = Read
talk-details-played = Played
talk-details-never = no record
