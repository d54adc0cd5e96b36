# The history browser: list of chats, conversation, search.

## Frame
chats-heading = Chats
chats-list-label = Chats
chats-lock = Lock
chats-lock-title = Lock: close the chats and forget the keys
chats-settings = Settings
chats-back-to-list = Back to the chats
chats-back-to-results = Back to the results
chats-loading = Opening your chats…
chats-retry = Try again
chats-choose = Choose a chat to read
chats-choose-hint = Press / to search in every message.
chats-whole =
    { $chats ->
        [one] { $chatsText } chat
       *[other] { $chatsText } chats
    }, { $messages ->
        [one] { $messagesText } message
       *[other] { $messagesText } messages
    }
chats-span = { $from } – { $to }
chats-none = This backup holds no chats
chats-none-hint = The history opened, and there is nothing in it. Restoring a newer backup adds to it.

## List
chats-filter = Filter by name
chats-filter-clear = Clear the filter
chats-filter-none = No chat has “{ $text }” in its name.
chats-filter-search = Search in messages instead
chats-filtered =
    { $count ->
        [0] No chat
        [one] { $countText } chat
       *[other] { $countText } chats
    }
chats-section-archived = Archived
chats-section-locked = Locked in the phone’s app
chats-section-channels = Channels
chats-section-status = Status posts
chats-section-deleted = Deleted chats
chats-count =
    { $count ->
        [one] { $countText } message
       *[other] { $countText } messages
    }
chats-unread =
    { $count ->
        [one] { $countText } not read
       *[other] { $countText } not read
    }
chats-you-said = You:
chats-no-messages = No messages
chats-private-number = Unknown (private number)
chats-unnamed-group = Group without a name
chats-unnamed-community = Community without a name
chats-unnamed-channel = Channel without a name
chats-broadcast = Broadcast list
chats-status = Status posts
chats-deleted-chat = A deleted chat
chats-unnamed = Chat without a name

## Conversation
chats-conversation = Messages with { $name }
chats-conversation-group = Messages in { $name }
chats-conversation-failed = These messages could not be opened
chats-conversation-empty = No messages in this chat
chats-conversation-empty-hint = The phone kept the chat, and nothing was left in it.
chats-first-message = To the first message
chats-last-message = To the last message
chats-search-here = Search in this chat
chats-you = You
chats-no-date = no date
chats-edited = edited
chats-edited-at = edited { $when }
chats-starred = Starred
chats-forwarded = Forwarded
chats-forwarded-often = Forwarded many times
chats-quote-jump = Go to the quoted message by { $name }
chats-quote-gone = The quoted message is not in this chat
chats-reactions = Reactions
chats-reaction = { $emoji } { $names }
chats-reaction-unknown = someone
chats-link = Open { $url } in your browser
chats-found-here = The message you came for
chats-place = Place in the chat
chats-place-value = { $when }, message { $positionText } of { $countText }

## Kinds of messages
chats-kind-text = Message
chats-kind-image = Photo
chats-kind-video = Video
chats-kind-video-note = Video note
chats-kind-audio = Audio
chats-kind-voice = Voice message
chats-kind-document = Document
chats-kind-sticker = Sticker
chats-kind-gif = GIF
chats-kind-location = Location
chats-kind-live-location = Live location
chats-kind-contact = Contact card
chats-kind-poll = Poll
chats-kind-event = Event
chats-kind-group-invite = Invitation to a group
chats-kind-system = Notice
chats-kind-call = Call
chats-kind-revoked = Message deleted
chats-kind-view-once = View-once message
chats-kind-album = Album
chats-kind-order = Order
chats-kind-payment = Payment
chats-kind-template = Business message
chats-kind-unsupported = Message of an unknown kind
chats-revoked = This message was deleted
chats-revoked-mine = You deleted this message
chats-call-mine = Call you made
chats-call-theirs = Call to you
chats-view-once-gone = The phone keeps no copy of these.
chats-album-holds = Its pictures follow below.
chats-unsupported = A message of a kind that this version cannot show
chats-unsupported-number = A message of a kind that this version cannot show (no. { $number })
chats-notice = Notice about this chat
chats-notice-number = Notice about this chat (no. { $number })
chats-notice-people = Notice about { $people }
chats-notice-people-number = Notice about { $people } (no. { $number })
chats-notice-change = “{ $before }” became “{ $after }”
chats-notice-before = It was “{ $before }” before

## Media
chats-media-missing = Not in the media folder
chats-media-unshown = This picture cannot be shown
chats-picture = Photo from { $name }
chats-sticker = Sticker from { $name }

## Search
chats-search = Search all chats
chats-search-in = Search in { $name }
chats-search-clear = Clear the search
chats-search-scope = Where to search
chats-search-everywhere = All chats
chats-search-this-chat = This chat
chats-search-label = Messages found
chats-search-running = Searching…
chats-search-none = Nothing found for “{ $text }”
chats-search-none-hint = Try fewer letters or another spelling. Accents and capitals do not matter.
chats-search-widen = Search in all chats
chats-search-failed = The search did not finish
chats-search-total =
    { $total ->
        [one] { $totalText } message
       *[other] { $totalText } messages
    }
chats-search-total-at-least = More than { $totalText } messages
chats-search-more = Show more
