# Numbers to look at, of one chat or of all.
numbers-title = Numbers
numbers-back = Back to the chats
numbers-chat = Which chat
numbers-everything = All chats
numbers-zone = Days and hours are those of { $zone }.
numbers-again = Try again

## What adds up
numbers-totals = In all
numbers-messages = Messages
numbers-mine = From you
numbers-theirs = From others
numbers-dated = With a date
numbers-undated = Without a date
numbers-undated-note = The phone kept no date for these: they are in no month, day or hour.
numbers-notices = Notices of the app
numbers-notices-note = Not counted as messages anywhere here.
numbers-days = Days with messages
numbers-streak = Longest streak
numbers-streak-days =
    { $count ->
        [one] { $countText } day
       *[other] { $countText } days
    }

## Plots
numbers-months = Messages per month
numbers-years = Messages per year
numbers-month = Month
numbers-year = Year
numbers-people = Messages per person
numbers-person = Person
numbers-you = You
numbers-person-unknown = Name not known
numbers-people-rest = All others together
numbers-hours = When you write to each other
numbers-hours-note = The darker, the more messages. Most in one hour of the week: { $most }.
numbers-hours-note-dark = The brighter, the more messages. Most in one hour of the week: { $most }.
numbers-hour = Hour
numbers-kinds = What was sent
numbers-kind = Kind
numbers-kind-text = Text
numbers-bytes = Size of the files
numbers-kind-label = { $count } · { $size }
numbers-emoji = Most used emoji
numbers-emoji-one = Emoji
numbers-times = Times
numbers-point = { $what }: { $count }
numbers-point-who = { $what }, { $who }: { $count }
numbers-drawing = { $title }. The same numbers stand in the table below.
numbers-undrawn = The drawing is not there. The numbers stand in the table.
numbers-table = Show as table
numbers-save = Save as picture
numbers-saved = Saved

## Nothing there
numbers-none = Nothing to count here
numbers-none-hint = Nobody wrote in this chat, as far as the backup goes.
numbers-none-notices =
    { $count ->
        [one] It holds one notice of the app, which is not a message.
       *[other] It holds { $countText } notices of the app, which are not messages.
    }
numbers-none-everything = Look at all chats
