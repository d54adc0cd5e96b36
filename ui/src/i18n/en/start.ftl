# The first screen: two doors.
start-title = Your chats, back in your hands
start-lead = Latchkey opens an encrypted WhatsApp backup with the key that you hold, and lets you read and search your chats on this computer.
start-restore = Restore a backup
start-restore-text = You have a backup file and its key. Five calm steps, with help at each one.
start-open = Open my chats
start-open-text = { $count ->
    [0] Nothing has been restored on this computer yet.
    [one] The chats you restored on this computer, locked with your keys.
   *[other] { $count } restored histories on this computer, locked with your keys.
}
start-promise-offline = Works without the internet
start-promise-unchanged = Never changes your backup
start-promise-locked = Keeps restored chats encrypted
