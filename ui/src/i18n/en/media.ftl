# Why pictures and files are not there.
media-missing-view-once =
    { $count ->
        [one] One could be opened once only; the phone keeps none of these.
       *[other] { $countText } could be opened once only; the phone keeps none of these.
    }
media-missing-deleted =
    { $count ->
        [one] One was deleted for everyone, with its message.
       *[other] { $countText } were deleted for everyone, with their messages.
    }
media-missing-offloaded =
    { $count ->
        [one] The phone moved one to the cloud.
       *[other] The phone moved { $countText } to the cloud.
    }
media-missing-never-downloaded =
    { $count ->
        [one] One was never downloaded to the phone.
       *[other] { $countText } were never downloaded to the phone.
    }
media-missing-unreadable =
    { $count ->
        [one] In the place of one the folder holds something else.
       *[other] In the places of { $countText } the folder holds something else.
    }
media-missing-not-looked-for =
    { $count ->
        [one] One was not looked for: no media folder is linked yet.
       *[other] { $countText } were not looked for: no media folder is linked yet.
    }
media-missing-absent =
    { $count ->
        [one] One is not in the folder: it was deleted on the phone, or it lies somewhere else.
       *[other] { $countText } are not in the folder: they were deleted on the phone, or they lie somewhere else.
    }
media-missing-other = { $countText } are missing: { $reason }
