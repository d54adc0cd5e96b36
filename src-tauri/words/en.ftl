# Words the shell itself shows: the system's file dialogs, the calm screen, the printed kit. The window has its own catalogue.

pick-backup-file = Choose a backup
pick-backup-folder = Choose the folder of a backup
pick-key-file = Choose the key file
pick-media-folder = Choose the media folder
pick-contacts = Choose a contacts file
pick-kit-file = Choose your recovery kit
save-kit = Save your recovery kit
save-kit-name = Latchkey recovery kit.txt

filter-backups = Backups
filter-contacts = Contacts (vCard)
filter-all = All files

stopped-title = Latchkey stopped for a moment
stopped-happened = Something went wrong inside Latchkey, so it closed what was open. Your backups and your chats were not changed.
stopped-todo = Start again. If it happens at the same place once more, the log shows where; it holds nothing of your chats.
stopped-start = Start again
