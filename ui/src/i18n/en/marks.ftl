# The person's own marks: bookmarks, tags and notes on messages and chats.
marks-title = Marks
marks-why = Your own bookmarks, tags and notes. They lie encrypted with your chats, and nobody else sees them.
marks-again = Try again
marks-search = Search your marks
marks-search-empty = Empty the search
marks-narrow = Only with one tag
marks-only-tag = Only marks tagged { $tag }
marks-all = { $count ->
    [one] One mark
   *[other] { $countText } marks
}
marks-found = { $count ->
    [0] No mark fits
    [one] One mark fits
   *[other] { $countText } marks fit
}
marks-widen = Show all marks
marks-more = Show more ({ $left } left)
marks-chat-unnamed = Chat without a name
marks-card = { $chat }: a message of { $sender }
marks-card-chat = The chat { $chat }
marks-you = You
marks-sender-unknown = Unknown person
marks-whole-chat = The whole chat
marks-edit = Edit
marks-show = Show in chat
marks-export = Export my marks
marks-exported = { $count ->
    [0] There were no marks to write
    [one] One mark was written to the file
   *[other] { $countText } marks were written to the file
}
marks-exported-text = The file is not encrypted: your notes and the messages they stand on can be read in it. Keep it where only you look.
marks-empty = Nothing is marked yet
marks-empty-bookmark = A bookmark brings you back to a message.
marks-empty-tag = Tags gather what belongs together.
marks-empty-note = A note says what you do not want to forget.
marks-empty-how = Open the menu of a message or of a chat to put them there. All you marked stands here.
marks-empty-go = To the chats

## The editor
marks-of-message = Mark this message
marks-of-chat = Mark this chat
marks-bookmark = Bookmark
marks-bookmark-why = It stands in your marks.
marks-pin = Pin to the top
marks-pin-why = The chat stands above the others in the list.
marks-tags = Tags
marks-tags-hint = Enter or a comma ends a tag.
marks-tags-known = Tags you have used
marks-tag-add = Add a tag, then Enter
marks-tag-drop = Take off { $tag }
marks-note = Note
marks-only-here = Kept encrypted with these chats, on this computer only.
marks-done = Done
marks-leave = Close without keeping it
marks-changed = Your marks on this message were changed
marks-changed-chat = Your marks on this chat were changed
