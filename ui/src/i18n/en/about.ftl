# About.
about-title = About Latchkey
about-why = A restore assistant for end-to-end encrypted chat backups. It works on this computer alone.
about-version = Version
about-formats = Backups it knows
about-format-crypt12 = crypt12: an older backup, opens with the phone’s key file
about-format-crypt14 = crypt14: a backup without end-to-end encryption, opens with the phone’s key file
about-format-crypt15 = crypt15: an end-to-end encrypted backup, opens with the 64-digit key
about-format-sqlite = msgstore.db: a database that is already decrypted
about-newer = A newer version
about-newer-text = Latchkey never looks for one by itself, because it never uses the network. This opens the page of its releases in your browser:
about-newer-open = Open the releases page
about-logs = The log
about-logs-text = It says what the program did, for seven days. It holds no names, numbers, messages or keys.
about-logs-show = Show the logs
about-licences = Licences
about-independent = Latchkey is independent of WhatsApp and Meta. WhatsApp is a trademark of its owner.
