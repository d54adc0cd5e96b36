# Settings, shared with the latchkey command.
settings-title = Settings
settings-why = They take effect at once and are kept on this computer only.
settings-language = Language
settings-language-system = As the system
settings-language-pseudo = Pseudo (for development)
settings-theme = Appearance
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-zone = Time zone
settings-zone-why = The times of your messages are shown in it.
settings-zone-system = { $zone } (this computer)
settings-zone-search = Type a city or a region
settings-zone-none = No time zone fits. Try the nearest large city.
settings-country = Home country
settings-country-why = Telephone numbers saved without a country code belong to it.
settings-country-none = Not chosen
settings-lock = Lock my chats after
settings-lock-why = When nothing was typed or clicked for so long.
settings-lock-minutes = { $count ->
    [one] One minute
   *[other] { $count } minutes
}
settings-lock-never = Never
settings-clipboard = Clear copied text
settings-clipboard-why = What you copy out of your chats is taken off the clipboard again, if it is still there. A clipboard history of your system may keep it longer.
settings-clipboard-never = Never
settings-clipboard-after = After { $time }
settings-blur = Blur while another window is in front
settings-blur-why = Nobody reads along by chance. This is privacy on the screen, not encryption: to close your chats, lock them.
settings-keyboard = Keyboard shortcuts
settings-folder = Data folder
settings-folder-why = Your restored chats lie here, encrypted. The latchkey command uses the same folder.
settings-open = The chats that are open now
settings-add = Add another backup
settings-add-why = A newer backup of the same number brings in what is new; nothing is added twice.
settings-add-go = Choose a backup
settings-contacts = Names from an address book
settings-contacts-why = Its names stand in your chats at once, for numbers that are the same. A file (.vcf or .csv), as phones and mail programs export it.
settings-contacts-go = Add an address book
settings-contacts-working = Reading the names…
settings-contacts-named = { $count ->
    [0] Nobody in your chats was found in this address book
    [one] One person has a name from your address book now
   *[other] { $countText } people have a name from your address book now
}
settings-contacts-matched = { $entries ->
    [one] The file names one number
   *[other] The file names { $entriesText } numbers
}; { $matched ->
    [0] none of them is in your chats.
    [one] one of them is in your chats.
   *[other] { $matchedText } of them are in your chats.
}
settings-contacts-unread = { $count ->
    [one] One number could not be read.
   *[other] { $countText } numbers could not be read.
}
settings-contacts-guessed = Numbers without a country code were read as those of this country. It was guessed from your chats; you can change it.
settings-contacts-country = Numbers without a country code were read as those of this country. You can change it.
settings-contacts-forget = Take these names out again
settings-contacts-forgotten = { $count ->
    [0] There were no names from an address book
    [one] One name was taken out again
   *[other] { $countText } names were taken out again
}
settings-contacts-none = No names with numbers were found in this file
settings-contacts-none-todo = Export the address book once more, as a vCard (.vcf) or a table (.csv). If its numbers stand there without a country code, choose your home country above first. The names in your chats are as they were.
settings-media = Pictures, voice messages and files
settings-media-why = Point to the phone’s WhatsApp folder, or a copy of it. Everything is shown from there; nothing is copied.
settings-media-go = Link a media folder
settings-media-stop = Stop
settings-media-stopping = Stopping…
settings-media-stopped = Stopped. What was found before is as it was.
settings-media-looking = Looking for pictures and files
settings-media-progress = { $doneText } of { $totalText } looked for
settings-media-found = { $referenced ->
    [0] Your chats name no pictures or files
    [one] { $foundText } of one picture or file was found
   *[other] { $foundText } of { $referencedText } pictures and files were found
}
