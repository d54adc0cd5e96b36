# The history browser: list of chats, conversation, search.

## Frame
chats-heading = Chats
chats-list-label = Chats
chats-lock = Lock
chats-lock-title = Lock: close the chats and forget the keys
chats-more-menu = More
chats-more-histories = My chats
chats-more-keyboard = Keyboard
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
chats-left = You are no longer in this group
chats-disappearing-new = Messages disappear after { $time }
chats-about = About this chat
chats-about-number = Number
chats-about-first = First message
chats-about-last = Last message
chats-about-disappearing = New messages
chats-about-disappearing-after = disappear after { $time }
chats-search-here = Search in this chat
chats-you = You
chats-you-among = you
chats-no-date = no date
chats-edited = edited
chats-edited-at = edited { $when }
chats-starred = Starred
chats-pinned = Pinned by { $name }
chats-kept = Kept by { $name }
chats-disappearing = A message that disappears
chats-disappearing-after = Disappears after { $time }
chats-disappearing-at = Disappears { $when }
chats-by-list = Sent through a broadcast list
chats-deleted-later = A later backup says that this was deleted for everyone. An earlier one still had it.
chats-forwarded = Forwarded
chats-forwarded-often = Forwarded many times
chats-quote-jump = Go to the quoted message by { $name }
chats-quote-gone = The quoted message is not in these chats
chats-quote-locked = A message of a locked chat
chats-reactions = Reactions
chats-reaction-counted =
    { $count ->
        [one] { $emoji } { $countText } reaction
       *[other] { $emoji } { $countText } reactions
    }
chats-more = and { $countText } more
chats-views =
    { $count ->
        [one] seen once
       *[other] seen { $countText } times
    }
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
chats-revoked-admin = { $name } deleted this message as an admin
chats-revoked-some-admin = An admin deleted this message
chats-revoked-at = Deleted { $when }
chats-revoked-kept = A reply still quotes it:
chats-call-mine = Call you made
chats-call-theirs = Call to you
chats-call-voice = Voice call
chats-call-video = Video call
chats-call-answered = answered
chats-call-missed = not answered
chats-call-declined = declined
chats-call-unavailable = could not be reached
chats-call-member = { $name } ({ $outcome })
chats-call-member-private = Unknown (private number, { $outcome })
chats-view-once-unopened = It was not opened.
chats-view-once-opened = It was opened.
chats-view-once-expired = Nobody opened it in time.
chats-view-once-gone = The phone keeps no copy of these.
chats-album-empty = The phone kept no pictures of it.
chats-album-count =
    { $count ->
        [one] Album with { $countText } picture
       *[other] Album with { $countText } pictures
    }
chats-unsupported = A message of a kind that this version cannot show
chats-unsupported-number = A message of a kind that this version cannot show (no. { $number })

## What belongs to one kind
chats-link-preview = Link
chats-coordinates-copy = Copy the coordinates
chats-live-for = Shared live for { $time }
chats-live-from = First position:
chats-live-to = Last position:
chats-live-to-at = Last position, { $when }:
chats-contacts =
    { $count ->
        [one] Contact card
       *[other] Contact cards ({ $countText })
    }
chats-contact-unnamed = A card without a name
chats-poll-label = Poll · { $rule }
chats-poll-one = one answer each
chats-poll-any = any number of answers
chats-poll-some =
    { $count ->
        [one] one answer each
       *[other] up to { $countText } answers each
    }
chats-poll-unnamed =
    { $count ->
        [one] and { $countText } vote that the backup does not name
       *[other] and { $countText } votes that the backup does not name
    }
chats-poll-voters =
    { $count ->
        [0] Nobody is known to have voted
        [one] { $countText } person voted
       *[other] { $countText } people voted
    }
chats-poll-ends = until { $when }
chats-event-cancelled = Event, called off
chats-event-guests =
    { $count ->
        [one] { $name } and { $countText } guest
       *[other] { $name } and { $countText } guests
    }
chats-event-answers = Answered: { $names }
chats-event-answers-number = Answer no. { $number }: { $names }
chats-event-answers-meaning = The backup keeps each answer only as a number.
chats-invite-until = Valid until { $when }
chats-buttons = Buttons of this message
chats-button-chosen = chosen
chats-order-items =
    { $count ->
        [one] { $countText } item
       *[other] { $countText } items
    }

## Media
chats-media-missing = Not in the media folder
chats-missing-never-downloaded = Never downloaded to the phone
chats-missing-view-once = Could be opened once only
chats-missing-deleted = Deleted for everyone
chats-missing-offloaded = Moved to the cloud by the phone
chats-missing-unreadable = Its place in the media folder holds something else
chats-missing-not-looked-for = No media folder is linked yet
chats-media-preview = Only a preview
chats-pages =
    { $count ->
        [one] { $countText } page
       *[other] { $countText } pages
    }
chats-transcript = In words:
chats-media-unshown = This picture cannot be shown
chats-picture = Photo from { $name }
chats-viewer-open = Look at it in full size
chats-viewer-previous = Picture before
chats-viewer-next = Next picture
chats-viewer-place = { $place } of { $count }
chats-viewer-still = This is a still.
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
chats-search-none-narrowed = Nothing found with these filters
chats-search-none-narrowed-hint = Let go of a filter, or try another spelling.
chats-search-wordless = Without words
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
chats-narrow = Narrow the search
chats-narrow-photos = Photos
chats-narrow-videos = Videos
chats-narrow-voice = Voice
chats-narrow-documents = Documents
chats-narrow-links = Links
chats-narrow-places = Places
chats-narrow-polls = Polls
chats-narrow-starred = Starred
chats-narrow-mine = From me
chats-narrow-bookmarks = My bookmarks
chats-narrow-notes = My notes
chats-narrow-typed = You can type these too:
chats-narrow-from = who wrote it
chats-narrow-tag = one of your tags
chats-narrow-before = dates, also with after: and on:
chats-narrow-quoted = exactly these words
chats-narrow-without = without this word
