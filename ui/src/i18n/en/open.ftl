# My chats: the histories on this computer, the ways into them, and what looks after them.
open-title = My chats
open-why = Your restored chats are encrypted on this computer. A passkey opens them, or your recovery kit.
open-which = { $count ->
    [one] On this computer
   *[other] Which chats do you want to open?
}
open-again = Try again
open-now = Open now
open-from-copy = Restore from a copy
open-number = Chats of the number ending in { $suffix }
open-number-short = Number ending in { $suffix }
open-number-unknown = Chats of an unknown number
open-last = Last opened { $ago }
open-never = Not opened yet
open-empty = Nothing has been restored on this computer yet
open-empty-deleted = All chats on this computer are deleted
open-empty-text = Restore a backup, or bring back a copy that you saved before; the chats appear here afterwards.
open-empty-restore = Restore a backup
open-with-passkey = Open with a passkey
open-with-words = Open with your six words
open-with-kit = Open with the recovery kit
open-words-label = Your six words
open-words-hint = With a space between them, in their order. Capitals do not matter.
open-kit-label = Your recovery kit
open-kit-hint = Type or paste the groups from the sheet. Capitals, spaces and line breaks do not matter.
open-kit-open = Open
open-kit-opening = Opening…
open-kit-or = The kit is saved as a file?
open-kit-file = Choose the kit file

## Looking after them
open-menu = More for { $name }
open-menu-rename = Rename
open-menu-copy = Save a copy
open-menu-move = Move
open-menu-delete = Delete
open-menu-lock-first = Lock these chats first
open-rename-label = Name of these chats
open-rename-hint = Only you see it. Without a name, the number stands here.
open-rename-save = Rename
open-rename-leave = Leave it
open-renamed = Renamed

## Copies
open-copy-these = your chats
open-copy-title = Saving a copy: { $name }
open-move-title = Moving: { $name }
open-restore-title = Restoring from a copy
open-copy-progress = { $done } of { $total } copied and compared
open-copy-while = The copy stays encrypted. Your chats here are not changed.
open-move-while = The chats stay where they are until all of them has arrived and was compared.
open-restore-while = The copy itself is not changed.
open-copy-stop = Stop
open-copy-stopping = Stopping…
open-copy-stopped = Stopped
open-copy-stopped-text = Your chats are as they were, and nothing half-finished was left behind.
open-copy-close = Done
open-bringing-title = Your chats are being brought up to date
open-bringing-progress = { $done } of { $total } copied
open-bringing-checking = All of it is copied and is being checked
open-bringing-while = This version of Latchkey keeps more of your chats. Until all of it is done, they stay as they were, and you can stop.
open-copy-done = The copy is complete: { $name }
open-copy-done-text = All { $size } of it was read back and compared with your chats, the keyring too. It is encrypted like them and opens with the same keys.
open-move-done = Moved: { $name }
open-move-done-text = All { $size } of it was read back and compared before the old place was emptied. It opens with the same keys as before.
open-move-done-same-disk = Its new place is on the same disk, so nothing had to be copied. It opens with the same keys as before.
open-restore-done = Your copy is here again: { $name }
open-restore-done-text = All { $size } of it was read back and compared with the copy. It opens with the keys it had when the copy was saved.
open-restore-not-one = There is no copy of chats in this folder
open-restore-not-one-todo = Choose the folder that Latchkey made when you saved the copy. Nothing was changed.
open-not-there = These chats are not there now
open-not-there-todo = They may lie on a disk or stick that is not plugged in. Plug it in and try again; nothing was changed.

## Deleted, and for 30 days not gone
open-deleted = Deleted: { $name }. It rests for 30 days, still encrypted.
open-deleted-marks =
    Deleted: { $name }. It rests for 30 days, still encrypted. { $count ->
        [one] One mark of yours was never exported.
       *[other] { $countText } marks of yours were never exported.
    }
open-brought-back = Brought back: { $name }
open-resting = Deleted
open-resting-why = They rest here for 30 days, still encrypted, and can be brought back.
open-resting-left = { $days ->
    [0] Gone for good today
    [one] One day left, until { $date }
   *[other] { $daysText } days left, until { $date }
}
open-resting-back = Bring back
open-resting-delete = Delete for good now
open-end-title = Delete for good: { $name }
open-end-key = First the key.
open-end-key-text = The keyring is overwritten and removed. Without it nobody can read these chats any more, not with a passkey, not with the recovery kit, and neither can we.
open-end-files = Then the files.
open-end-files-text = An SSD may keep old blocks for a while; nobody can read them without the key.
open-end-copies = Backups on the phone, and copies that you saved elsewhere, stay as they are.
open-end-marks = { $count ->
    [one] One mark of yours was never exported
   *[other] { $countText } marks of yours were never exported
}
open-end-marks-text = Bookmarks, tags and notes are in no backup; they go with these chats.
open-end-export = Open and export first
open-end-leave = Let them rest
open-end-yes = Delete for good
open-ended = Deleted for good: { $name }
