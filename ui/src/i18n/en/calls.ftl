# The call log.
calls-title = Calls
calls-total =
    { $count ->
        [one] { $countText } call, the newest first
       *[other] { $countText } calls, the newest first
    }
calls-label = Calls, the newest first
calls-none = No calls in this history
calls-none-hint = Calls that the phone kept in its log stand here once a backup that has them is restored.
calls-unread = The call log could not be read
calls-again = Try again
calls-made = You called
calls-received = Called you
calls-missed = You missed this call
calls-not-answered = Nobody answered
calls-declined = Declined
calls-unavailable = Could not be reached
calls-voice = Voice call
calls-video = Video call
calls-group = Group call
calls-with = With { $names }
calls-member = { $name } ({ $outcome })
calls-member-private = Unknown (private number, { $outcome })
calls-member-missed = not answered
calls-member-declined = declined
calls-member-unavailable = could not be reached
calls-somebody = Unknown (private number)
calls-no-date = No date
calls-show = Show in chat
calls-waiting = Opening the call log…
