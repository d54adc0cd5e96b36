# The gallery of a chat or of everything, and the viewer.
gallery-title = Gallery
gallery-back = Back to the chats
gallery-chat = Which chat
gallery-everything = All chats
gallery-kinds = What to look at
gallery-pictures = Photos and videos
gallery-voice = Voice
gallery-documents = Documents
gallery-links = Links
gallery-count-pictures =
    { $count ->
        [one] { $countText } photo or video
       *[other] { $countText } photos and videos
    }
gallery-count-voice =
    { $count ->
        [one] { $countText } voice message or sound
       *[other] { $countText } voice messages and sounds
    }
gallery-count-documents =
    { $count ->
        [one] { $countText } document
       *[other] { $countText } documents
    }
gallery-count-links =
    { $count ->
        [one] { $countText } link
       *[other] { $countText } links
    }
gallery-month-jump = Go to a month
gallery-month-count = { $month } ({ $countText })
gallery-month-label = { $month }: { $countText }
gallery-undated = Without a date
gallery-undated-one = The phone kept no date
gallery-again = Try again
gallery-some-unread = Some of these could not be read
gallery-you = You
gallery-someone = Somebody whose name is not known
gallery-cell = { $what }, { $name }, { $when }
gallery-cell-caption = { $what }, { $name }, { $when }: { $text }
gallery-cell-missing = { $reason }.
gallery-show = Show in chat
gallery-save = Save a copy
gallery-saved = Saved
gallery-open-link = Open in your browser
gallery-link-not-web = Not an address of the web
gallery-unnamed-document = Document without a name
gallery-unshown = Cannot be shown

## Nothing there
gallery-none-pictures = No photos or videos here
gallery-none-pictures-hint = None were sent here, as far as the backup goes.
gallery-none-voice = No voice messages here
gallery-none-voice-hint = Voice messages and other sound stand here by their month.
gallery-none-documents = No documents here
gallery-none-documents-hint = Papers, tables and other files stand here by their month.
gallery-none-links = No links here
gallery-none-links-hint = Addresses from messages stand here. Nothing is opened before you press it.
gallery-none-everything = Look in all chats

## The viewer
gallery-viewer-tools = This picture
gallery-viewer-nearer = Nearer
gallery-viewer-farther = Farther away
gallery-viewer-whole = Whole picture
gallery-viewer-scale = { $percent } %
gallery-viewer-slides = Slideshow
gallery-viewer-pause = Stop the slideshow
gallery-viewer-close = Close
gallery-viewer-play = Play the video
gallery-viewer-no-still = There is no still of this video
gallery-viewer-large = This video is large ({ $size }). It plays in another program.
gallery-viewer-unplayable = This video cannot be played here. Another program may know its kind.
gallery-viewer-opened = Another program has it now.
gallery-viewer-plain-copy = For that a plain copy is made that other programs can read. It is not encrypted and stays until you delete it or the system does.
gallery-viewer-open-outside = Make a copy and open it
