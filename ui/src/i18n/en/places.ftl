# The places of the browser: what stands in the list of chats, and the ways from one place to another.

## Beside the chats
places-shelf = Look at everything
places-gallery = Gallery
places-numbers = Numbers
places-marks = Marks
places-calls = Calls

## List
places-archived = Archived
places-locked = Locked chats
places-channels = Channels
places-status = Status posts
places-deleted = Deleted chats
places-sort = Sort the chats
places-sort-newest = Newest first
places-sort-name = By name
places-sort-most = Most messages first
places-pinned = Pinned
places-pin = Pin to the top
places-mark = Tags and a note
places-unpin = Unpin
places-row-menu = More for { $name }
places-groups =
    { $count ->
        [one] { $countText } group
       *[other] { $countText } groups
    }
places-groups-of = of { $name }
places-refused = The list stays as it was
places-refused-close = Close this note

## Locked chats
places-locked-hide = Hide the locked chats
places-locked-show = Show locked chats
places-locked-why =
    { $count ->
        [one] { $countText } chat was locked on the phone. Open it once more with one of your keys.
       *[other] { $countText } chats were locked on the phone. Open them once more with one of your keys.
    }
places-locked-privacy = This keeps them out of sight on this screen. It is not encryption of its own: these chats are encrypted together with all the others.
places-locked-typed = Or type what you have on paper
places-locked-leave = Leave them locked
places-locked-back = Another way
places-locked-open = Show them
places-locked-no-ways = The ways into these chats could not be read

## From place to place
places-trail = Places you have been
places-back = Back to the place before
places-forward = Forward again
places-more = More of this chat
places-first-message = To the first message
places-last-message = To the last message
places-chat-gallery = Gallery of this chat
places-chat-numbers = Numbers of this chat
places-chat-export = Export this chat
places-export = Export
places-search-export = Export what was found
places-gallery-export = Export what is shown
places-hit = Hit { $placeText } of { $countText }
places-hit-at-least = Hit { $placeText } of more than { $countText }
places-hit-previous = Hit before (Shift and F3)
places-hit-next = Next hit (F3)
places-hits-close = End the search

## Calendar
places-calendar = Go to a date
places-calendar-month = Month
places-calendar-year = Year
places-calendar-previous = Month before
places-calendar-next = Next month
places-calendar-hint = More dots, more messages.
places-calendar-close = Close
places-calendar-waiting = Looking through the days…
places-calendar-unread = The days of this chat could not be read
places-calendar-again = Try again
places-calendar-empty = No message in this chat has a date.
places-calendar-day =
    { $count ->
        [0] { $day }, no messages
        [one] { $day }, { $countText } message
       *[other] { $day }, { $countText } messages
    }
places-calendar-sum =
    { $days ->
        [0] No messages in { $month }
       *[other] { $month }: { $messages ->
            [one] { $messagesText } message
           *[other] { $messagesText } messages
        } on { $days ->
            [one] { $daysText } day
           *[other] { $daysText } days
        }
    }

## Search
places-hits-here =
    { $count ->
        [one] { $countText } hit
       *[other] { $countText } hits
    }
places-hits-at-least = At least { $countText } hits
places-notes = In your notes
places-notes-all =
    { $count ->
        [one] Show { $countText } in your marks
       *[other] Show all { $countText } in your marks
    }
places-notes-chat = About this chat
places-narrow-in = in which chat
places-narrow-has = also audio, gif, contact, media
