# Chats as files for others: what, how and where; the work; what came of it.
export-title = Export
export-back = Back
export-plain = The files are not encrypted. Whoever has them can read them.
export-again = Try again

## What
export-what = What
export-everything = All chats
export-chats = Chosen chats
export-search = What your search finds
export-search-words = Search: { $text }
export-gallery-pictures = Pictures and films of the gallery
export-gallery-voice = Voice messages and sounds of the gallery
export-gallery-documents = Documents of the gallery
export-gallery-links = Links of the gallery
export-of-one = Only in { $chat }
export-filter-chats = Find a chat
export-chosen-chats = { $count ->
    [0] No chat is chosen
    [one] { $countText } chat is chosen
   *[other] { $countText } chats are chosen
}
export-none-fits = Nothing fits
export-locked = { $count ->
    [one] One locked chat is not in it, and nothing that quotes it. Show it in the list of chats first, if it is to be exported.
   *[other] { $countText } locked chats are not in it, and nothing that quotes them. Show them in the list of chats first, if they are to be exported.
}
export-narrow = Only some of the messages
export-from = From
export-to = To, with that day
export-days-why = Days of the time zone below. Messages without a date are left out as soon as a day is chosen.
export-people = Sent by
export-people-why = Nobody chosen means everyone.
export-people-you = You
export-people-unknown = Name not known
export-people-find = Find a person
export-people-waiting = Looking through the messages…
export-kinds = Of these kinds
export-kinds-why = No kind chosen means every kind.

## How
export-how = How
export-format = Format
export-format-html = Web pages
export-format-html-use = To read with any browser, with search, without a network
export-format-pdf = PDF
export-format-pdf-use = To print or hand in: numbered pages and messages
export-format-json = JSON
export-format-json-use = Everything in one file, for programs; Latchkey can read it back
export-format-jsonl = JSON Lines
export-format-jsonl-use = One message a line, for large amounts
export-format-csv = Tables (CSV)
export-format-csv-use = To count and sort in a spreadsheet
export-format-text = Text
export-format-text-use = As WhatsApp’s own “Export chat” writes it
export-format-parquet = Parquet
export-format-parquet-use = For data engines such as DuckDB and Spark
export-format-rsmf = RSMF
export-format-rsmf-use = For legal review: a file for each chat and day
export-format-vcard = Contacts (vCard)
export-format-vcard-use = For address books
export-format-kml = Map (KML)
export-format-kml-use = Places that were shared, for map programs
export-format-geojson = Map (GeoJSON)
export-format-geojson-use = Places that were shared, for map tools
export-format-icalendar = Calendar (iCalendar)
export-format-icalendar-use = Calls and events, for calendars
export-format-telegram = Telegram’s JSON
export-format-telegram-use = For programs that read exports of Telegram
export-format-media = Files only
export-format-media-use = Pictures, films and sounds by chat and month
export-preset = Layout
export-preset-android-us = Android, United States
export-preset-android-uk = Android, United Kingdom
export-preset-android-de = Android, Germany
export-preset-ios-us = iPhone, United States
export-preset-ios-uk = iPhone, United Kingdom
export-csv = Made for
export-csv-excel = Spreadsheets (no cell becomes a formula)
export-csv-plain = Spreadsheets, without a byte order mark
export-csv-raw = Programs (texts exactly as they are)
export-paper = Paper
export-paper-a4 = A4
export-paper-letter = Letter
export-dataset = Dataset
export-dataset-why = Add to a dataset that is there, to hold several accounts together.
export-dataset-none = A new one
export-dataset-pick = Choose a dataset
export-dataset-drop = Make a new one
export-media = Pictures and files
export-media-files = With all files
export-media-thumbnails = Small pictures only
export-media-none = Without
export-names = People are called
export-names-names = By name
export-names-numbers = By number
export-names-both = By name and number
export-zone = Time zone
export-zone-why = Every local time is of this zone, and the export says so.
export-zone-search = Type a city or a region
export-zone-none = No time zone fits. Try the nearest large city.
export-language = Language of the export
export-language-why = Of headings and notices; messages stay as they are.
export-marks = With my bookmarks, tags and notes
export-marks-why = They are yours alone: leave them out of what others get.
export-redaction = Redaction
export-redaction-why = A file that says which people, words or kinds are left out or replaced (see the guide).
export-redaction-none = Nothing is redacted
export-redaction-pick = Choose a redaction file
export-redaction-other = Choose another
export-redaction-drop = Do not redact

## Where
export-where = Where
export-place = A new folder
export-place-in = in { $folder }
export-place-pick = Choose another place
export-place-free = { $size } are free there.
export-place-taken = Something of that name is there already. Nothing is ever overwritten: choose another name.
export-estimate-waiting = Reckoning how much it will be…
export-estimate = { $messages ->
    [one] { $messagesText } message
   *[other] { $messagesText } messages
} in { $chats ->
    [one] { $chatsText } chat
   *[other] { $chatsText } chats
}
export-estimate-size = about { $size }, { $files ->
    [one] { $filesText } file
   *[other] { $filesText } files
}
export-estimate-missing = { $count ->
    [one] One file of a message is not there and cannot be exported.
   *[other] { $countText } files of messages are not there and cannot be exported.
}
export-estimate-redacted = What the redaction takes out is still counted here.
export-estimate-tight = There may not be enough room: about { $size } are needed and { $free } are free.
export-start = Export

## The work
export-running = Exporting
export-running-why = You can look at your chats meanwhile. If they are locked, the export stops; what is written stays in its folder, not encrypted, until you go on with it or delete it.
export-stage-beginning = Beginning
export-stage-counting = Counting what there is
export-stage-messages = Writing messages and files
export-stage-finishing = Finishing
export-stage-proof = Proving every file
export-stage-signing = Signing
export-stage-behind = done
export-of-messages = Messages
export-of-total = { $done } of { $total }
export-written-bytes = Written
export-left = Time left
export-left-unknown = Not known yet
export-left-second = { $count ->
    [one] { $countText } second
   *[other] { $countText } seconds
}
export-left-minute = { $count ->
    [one] { $countText } minute
   *[other] { $countText } minutes
}
export-left-hour = { $count ->
    [one] { $countText } hour
   *[other] { $countText } hours
}
export-stop = Stop
export-stopping = Stopping…

## Cut off
export-stopped = The export was stopped
export-stopped-todo = What is written was kept, not encrypted. Go on with it, or delete it.
export-unfinished = Cut off earlier
export-unfinished-of = { $done } of { $total } messages, begun on { $date }
export-unfinished-use = Another program writes it now.
export-unfinished-redacted = It follows a redaction file, which you are asked for again.
export-resume = Go on
export-delete = Delete
export-delete-title = Delete what was written of { $name }?
export-delete-text = The unfinished files go for good. Your chats stay as they are.
export-delete-yes = Delete the unfinished files
export-delete-no = Keep them

## What came of it
export-done = Exported
export-done-in = { $name } is in { $folder }.
export-show = Open the folder
export-another = Export something else
export-counts = What is in it
export-chosen = Messages chosen
export-written = Written
export-left-redacted-person = Left out: somebody whom the redaction names
export-left-redacted-word = Left out: a word that the redaction names
export-left-redacted-pattern = Left out: what a pattern of the redaction describes
export-left-redacted-kind = Left out: a kind that the redaction names
export-left-redacted-message = Left out: messages that the redaction names
export-left-redacted-file = Left out: a file that the redaction keeps back
export-left-not-in-this-format = Left out: this format has no place for them
export-left-other = Left out: { $reason }
export-count-chats = Chats
export-count-people = People
export-count-calls = Calls
export-count-reactions = Reactions
export-count-media = Files of messages
export-count-media-missing = Files that are not there
export-count-media-left = Files that the redaction left out
export-count-replaced = Places that were replaced
export-count-files = Files in the folder
export-count-size = Size
export-glyphs = { $count ->
    [one] One letter could not be drawn: no font has it.
   *[other] { $countText } letters could not be drawn: no font has them.
}
export-proof = Proof
export-proof-why = The folder holds manifest.json and SHA256SUMS. Write this number down, or send it apart from the files: whoever has it can tell that nothing was changed, with “latchkey verify”.
export-proof-hash = SHA-256 of the manifest
export-proof-copy = Copy the number

## What stands in the way
export-no-space = There is not enough free space
export-no-space-todo = What is written was kept. Make room and go on, or delete it and choose another place.
export-exists = Something of that name is there already
export-exists-todo = Nothing was overwritten. Choose another name, or go on with the unfinished export.
export-in-use = Something else is running
export-in-use-todo = Wait until the restore or the other export has ended, then try again.
