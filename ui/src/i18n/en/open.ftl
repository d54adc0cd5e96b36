# Open my chats: which history, and the ways into it.
open-title = Open my chats
open-why = Your restored chats are encrypted on this computer. A passkey opens them, or your recovery kit.
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
