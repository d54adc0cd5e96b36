# Words the shell itself shows: the system's file dialogs, the calm screen, the printed kit. The window has its own catalogue.

pick-backup-file = Choose a backup
pick-backup-folder = Choose the folder of a backup
pick-key-file = Choose the key file
pick-media-folder = Choose the media folder
pick-new-place = Choose the folder to move your chats to
pick-place-for-copy = Choose the folder for the copy
pick-saved-copy = Choose the folder of the copy
pick-contacts = Choose a contacts file
pick-kit-file = Choose your recovery kit
save-kit = Save your recovery kit
save-as = Save a copy
save-kit-name = Latchkey recovery kit.txt
save-marks = Save your bookmarks, tags and notes
save-marks-name = Latchkey marks.json
pick-export-place = Choose a folder and a name for the export
pick-redaction = Choose a redaction file
pick-dataset = Choose the dataset to add to
export-name = Latchkey export { $date }

copy-name = Copy put back on { $date }

filter-backups = Backups
filter-contacts = Contacts (vCard, CSV)
filter-redaction = Redaction files (TOML)
filter-all = All files

stopped-title = Latchkey stopped for a moment
stopped-happened = Something went wrong inside Latchkey, so it closed what was open. Your backups and your chats were not changed.
stopped-todo = Start again. If it happens at the same place once more, the log shows where; it holds nothing of your chats.
stopped-start = Start again

kit-title = Recovery kit
kit-opens = Opens the chat history you restored with Latchkey when nothing else does.
kit-made-on = Made on { $date }.
kit-keep = Keep this sheet where you keep important papers, away from the computer. Whoever holds it together with your history can read your chats. Latchkey keeps no copy.
kit-key-heading = The key
kit-key-hint = Type it with or without blanks and dashes; upper or lower case does not matter.
kit-qr-caption = The same key, for a camera
kit-fingerprint = Fingerprint
kit-keyring = Keyring
kit-public-key = Public key
kit-with-latchkey = In Latchkey: Open my chats, then type this key.
kit-without-heading = Without Latchkey
kit-without-explained = With the programs age and jq, and the file keyring.latchkey from the folder of your history:
kit-step-write = Put the key into a file (type it, then Enter and Ctrl D):
kit-step-digits = Read the 64 digits of your backups:
kit-step-index = Read the key of the history:
