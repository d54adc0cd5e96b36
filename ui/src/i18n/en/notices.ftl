# What the app itself noted in a chat, one sentence for every sort of notice. `$actor` and `$subject` say who: "you", "named" (`$name`, `$who`) or "nobody" known.
# `$number` is the source's own number of a notice that has no sentence.
notice-number = System notice { $number }
notice-unnumbered = System notice
notice-was = “{ $before }” became “{ $after }”
notice-was-before = It was “{ $before }” before

## The group
notice-subject = { $actor ->
    [you] You changed the group’s name
    [named] { $name } changed the group’s name
   *[nobody] The group’s name was changed
}
notice-icon = { $actor ->
    [you] You changed the group’s picture
    [named] { $name } changed the group’s picture
   *[nobody] The group’s picture was changed
}
notice-description = { $actor ->
    [you] You changed the group’s description
    [named] { $name } changed the group’s description
   *[nobody] The group’s description was changed
}
notice-created = { $actor ->
    [you] You created this group
    [named] { $name } created this group
   *[nobody] This group was created
}
notice-list-created = { $actor ->
    [you] You created this broadcast list
    [named] { $name } created this broadcast list
   *[nobody] This broadcast list was created
}
notice-link-reset = { $actor ->
    [you] You made a new invitation link; the old one stopped working
    [named] { $name } made a new invitation link; the old one stopped working
   *[nobody] A new invitation link was made; the old one stopped working
}
notice-link-rule = { $actor ->
    [you] You changed who may invite by link
    [named] { $name } changed who may invite by link
   *[nobody] It was changed who may invite by link
}
notice-info-rule = { $actor ->
    [you] You changed who may edit the group’s name, picture and description
    [named] { $name } changed who may edit the group’s name, picture and description
   *[nobody] It was changed who may edit the group’s name, picture and description
}
notice-send-rule = { $actor ->
    [you] You changed who may send messages
    [named] { $name } changed who may send messages
   *[nobody] It was changed who may send messages
}
notice-everyone-adds = { $actor ->
    [you] You let all members add others
    [named] { $name } let all members add others
   *[nobody] All members may add others now
}
notice-admins-add = { $actor ->
    [you] You let only admins add others
    [named] { $name } let only admins add others
   *[nobody] Only admins may add others now
}
notice-large = This group has more than 256 members: only admins may edit its name, picture and description

## Who came and went
notice-added = { $who-is ->
    [you] { $actor ->
        [named] { $name } added you
       *[nobody] You were added
    }
    [nobody] { $actor ->
        [you] You added somebody
        [named] { $name } added somebody
       *[nobody] Somebody was added
    }
   *[named] { $actor ->
        [you] You added { $who }
        [named] { $name } added { $who }
       *[nobody] { $count ->
            [one] { $who } was added
           *[other] { $who } were added
        }
    }
}
notice-removed = { $who-is ->
    [you] { $actor ->
        [named] { $name } removed you
       *[nobody] You were removed
    }
    [nobody] { $actor ->
        [you] You removed somebody
        [named] { $name } removed somebody
       *[nobody] Somebody was removed
    }
   *[named] { $actor ->
        [you] You removed { $who }
        [named] { $name } removed { $who }
       *[nobody] { $count ->
            [one] { $who } was removed
           *[other] { $who } were removed
        }
    }
}
notice-left = { $subject ->
    [you] You left
    [named] { $who } left
   *[nobody] Somebody left
}
notice-joined-link = { $subject ->
    [you] You joined by the invitation link
    [named] { $who } joined by the invitation link
   *[nobody] Somebody joined by the invitation link
}
notice-joined-invitation = { $subject ->
    [you] You joined by an invitation
    [named] { $who } joined by an invitation
   *[nobody] Somebody joined by an invitation
}
notice-joined-community = { $subject ->
    [you] You joined from the community
    [named] { $who } joined from the community
   *[nobody] Somebody joined from the community
}
notice-asks-to-join = { $subject ->
    [you] You asked to join
    [named] { $count ->
        [one] { $who } asks to join
       *[other] { $who } ask to join
    }
   *[nobody] Somebody asks to join
}
notice-admin = { $who-is ->
    [named] { $count ->
        [one] { $who } is an admin now
       *[other] { $who } are admins now
    }
   *[you] You are an admin now
}
notice-no-admin = { $who-is ->
    [named] { $count ->
        [one] { $who } is no longer an admin
       *[other] { $who } are no longer admins
    }
   *[you] You are no longer an admin
}
notice-on-whatsapp = { $subject ->
    [named] { $count ->
        [one] { $who } is on WhatsApp now
       *[other] { $who } are on WhatsApp now
    }
   *[nobody] Somebody you know is on WhatsApp now
}

## People
notice-number-changed = { $subject ->
    [you] You changed your phone number
    [named] { $who } changed the phone number
   *[nobody] Somebody changed the phone number
}
notice-number-changed-to = { $from } changed the phone number to { $to }
notice-username = { $subject ->
    [you] You changed your user name
    [named] { $who } changed the user name
   *[nobody] A user name was changed
}
notice-security-code = { $subject ->
    [named] { $count ->
        [one] The security code with { $who } changed
       *[other] The security codes with { $who } changed
    }
   *[nobody] A security code changed
}
notice-devices = { $subject ->
    [named] { $who } changed which devices are linked
   *[nobody] Somebody changed which devices are linked
}
notice-devices-counted = { $subject ->
    [named] { $who } changed which devices are linked
   *[nobody] Somebody changed which devices are linked
}: { $change ->
    [added] { $addedText } added
    [removed] { $removedText } removed
   *[both] { $addedText } added, { $removedText } removed
}
notice-blocked = { $subject ->
    [named] You blocked { $who }
   *[nobody] You blocked this person
}
notice-unblocked = { $subject ->
    [named] You unblocked { $who }
   *[nobody] You unblocked this person
}
notice-block-changed = { $subject ->
    [named] You blocked or unblocked { $who }
   *[nobody] You blocked or unblocked this person
}

## Messages that disappear
notice-timer-on = { $actor ->
    [you] You set new messages to disappear after { $time }
    [named] { $name } set new messages to disappear after { $time }
   *[nobody] New messages were set to disappear after { $time }
}
notice-timer-off = { $actor ->
    [you] You turned off disappearing messages
    [named] { $name } turned off disappearing messages
   *[nobody] Disappearing messages were turned off
}
notice-timer = { $actor ->
    [you] You changed after which time new messages disappear
    [named] { $name } changed after which time new messages disappear
   *[nobody] It was changed after which time new messages disappear
}
notice-timer-default = { $state ->
    [on] A default timer is set here: new messages disappear after { $time }
    [off] The default timer for disappearing messages is off here
   *[unknown] A default timer for disappearing messages is set here
}
notice-kept = Messages that somebody keeps do not disappear from this chat
notice-pinned = { $actor ->
    [you] You pinned a message
    [named] { $name } pinned a message
   *[nobody] A message was pinned
}

## Encryption, businesses, services
notice-encrypted = Messages and calls in this chat are end-to-end encrypted
notice-protection = WhatsApp told here how the messages of this chat are protected
notice-business = { $subject ->
    [named] { $count ->
        [one] { $who } is a business account
       *[other] { $who } are business accounts
    }
   *[nobody] This is a business account
}
notice-business-official = { $subject ->
    [named] { $count ->
        [one] { $who } is an official business account
       *[other] { $who } are official business accounts
    }
   *[nobody] This is an official business account
}
notice-business-over = { $subject ->
    [named] { $count ->
        [one] { $who } is no longer a business account
       *[other] { $who } are no longer business accounts
    }
   *[nobody] This is no longer a business account
}
notice-business-meta = This business uses a service of Meta for its chats
notice-business-terms = WhatsApp told here about this business and the services of Meta
notice-ai = WhatsApp told here about messages with its AI
notice-hidden = An internal note that WhatsApp itself never shows

## Calls and events
notice-group-call = { $actor ->
    [you] You started a group call
    [named] { $name } started a group call
   *[nobody] A group call was started
}
notice-event = { $actor ->
    [you] You changed an event
    [named] { $name } changed an event
   *[nobody] An event was changed
}

## Communities
notice-linked = { $group ->
    [named] { $actor ->
        [you] You added { $groups } to the community
        [named] { $name } added { $groups } to the community
       *[nobody] { $groups } was added to the community
    }
   *[nobody] { $actor ->
        [you] You added a group to the community
        [named] { $name } added a group to the community
       *[nobody] A group was added to the community
    }
}
notice-unlinked = { $group ->
    [named] { $actor ->
        [you] You removed { $groups } from the community
        [named] { $name } removed { $groups } from the community
       *[nobody] { $groups } was removed from the community
    }
   *[nobody] { $actor ->
        [you] You removed a group from the community
        [named] { $name } removed a group from the community
       *[nobody] A group was removed from the community
    }
}
notice-community-admin = { $who-is ->
    [you] You are an admin of the community now
    [named] { $count ->
        [one] { $who } is an admin of the community now
       *[other] { $who } are admins of the community now
    }
   *[nobody] Somebody is an admin of the community now
}
notice-no-community-admin = { $who-is ->
    [you] You are no longer an admin of the community
    [named] { $count ->
        [one] { $who } is no longer an admin of the community
       *[other] { $who } are no longer admins of the community
    }
   *[nobody] Somebody is no longer an admin of the community
}
notice-community = Something changed in this community (notice { $number })

## Many at once
notice-folded = { $count ->
    [one] { $countText } security notice
   *[other] { $countText } security notices
}
notice-folded-any = { $count ->
    [one] { $countText } notice
   *[other] { $countText } notices
}
notice-unfold = Show them
notice-fold = Hide them
