# Open my chats: which history, and the recovery kit for it.
open-title = Open my chats
open-why = Your restored chats are encrypted on this computer. Your recovery kit opens them.
open-which = { $count ->
    [one] Your restored chats
   *[other] Which chats do you want to open?
}
open-number = Chats of the number ending in { $suffix }
open-number-unknown = Chats of an unknown number
open-last = Last opened { $ago }
open-never = Not opened yet
open-empty = Nothing has been restored on this computer yet
open-empty-text = Restore a backup first; its chats appear here afterwards.
open-empty-restore = Restore a backup
open-kit-label = Your recovery kit
open-kit-hint = Type or paste the groups from the sheet. Capitals, spaces and line breaks do not matter.
open-kit-open = Open
open-kit-opening = Opening…
open-kit-or = The kit is saved as a file?
open-kit-file = Choose the kit file
open-older-title = Open an older keyring?
open-older-text = The keyring in this folder is older than the one last used on this computer. That is expected after putting back an old copy of the folder. If you did not do that, someone else may have exchanged it.
open-older-yes = Open it all the same
open-older-no = Leave it closed
