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
settings-zone-system = As the system
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
settings-folder = Data folder
settings-folder-why = Your restored chats lie here, encrypted. The latchkey command uses the same folder.
settings-add = Add a backup to the open chats
settings-add-why = A newer backup of the same number brings in what is new; nothing is added twice.
settings-add-go = Choose a backup
