restore-title = Restore a backup
