marks-title = My marks
marks-edit-title = Your own marks
marks-edit-bookmark = Bookmark
marks-edit-tags = Tags, with commas between them
marks-edit-note = Note
marks-edit-keep = Keep
marks-edit-leave = Leave it as it was
