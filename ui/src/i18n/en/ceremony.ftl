# A ceremony, moment by moment: one thing to do, one reason.
ceremony-open = Open with { $label }
ceremony-enrol = Add a passkey
ceremony-rehearse = Try out { $label }

ceremony-stop = Stop
ceremony-stopping = Stopping…
ceremony-again = Try again
ceremony-leave = Leave it for now

ceremony-beginning = One moment…
ceremony-over = That was it
ceremony-plug-in = Plug in your security key
ceremony-plug-in-text = Into any USB socket of this computer.
ceremony-touch-one = Touch the key you mean
ceremony-touch-one-text = { $count ->
    [one] One key is plugged in and blinks.
   *[other] { $count } keys are plugged in and blink. A short touch on one is enough.
}
ceremony-touch = Touch your security key
ceremony-touch-text = It blinks and waits for a short touch.
ceremony-finger = Put your finger on the security key
ceremony-finger-again = Not recognised; once more, please
ceremony-finger-text = Leave it there until the light changes.
ceremony-finger-left = { $count ->
    [one] One try is left; after that the PIN is asked for.
   *[other] { $count } tries are left; after that the PIN is asked for.
}
ceremony-scan = Scan this code with your phone’s camera
ceremony-scan-create-text = Bluetooth has to be on, here and on the phone. Choose to save a passkey there. The code works once, for about five minutes.
ceremony-scan-use-text = Bluetooth has to be on, here and on the phone. The code works once, for about five minutes.
ceremony-qr-alt = A QR code for your phone
ceremony-phone-seen = Your phone is near
ceremony-phone-seen-text = The two are being connected through a server of the phone’s maker.
ceremony-phone-connected = Look at your phone
ceremony-phone-connected-text = Unlock it as you always do, and agree.
ceremony-working-security_key = The security key is at work
ceremony-working-tpm = This computer is at work
ceremony-working-phone = The phone is being reached
ceremony-working-software = The software passkey is at work
ceremony-network = Use the network for this once?
ceremony-network-text = Your phone and this computer meet at { $host }, a server of the phone’s maker. It sees sealed messages only. Nothing else this program does uses a network.
ceremony-network-yes = Connect
ceremony-last-tries = { $count ->
    [one] Only one try is left
   *[other] Only { $count } tries are left
}
ceremony-last-tries-text = A wrong PIN now can block this device for good. If you are not sure, stop and use another way in: nothing is lost by that.
ceremony-last-tries-yes = Try all the same

ceremony-pin-use-security_key = Type the PIN of your security key
ceremony-pin-use-tpm = Type your PIN for this computer
ceremony-pin-use-phone = Type the PIN of your phone
ceremony-pin-use-software = Type the PIN of the software passkey
ceremony-pin-choose-security_key = Choose a PIN for your security key
ceremony-pin-choose-security_key-text = It has none yet. From now on the key asks for it, here and everywhere else.
ceremony-pin-choose-tpm = Choose a PIN for this computer
ceremony-pin-choose-tpm-text = For your chats only; it need not be the one you sign in with.
ceremony-pin-choose-phone = Choose a PIN for your phone
ceremony-pin-choose-phone-text = The phone asks for it from now on.
ceremony-pin-choose-software = Choose a PIN for the software passkey
ceremony-pin-choose-software-text = For the demonstration.
ceremony-pin-wrong = That was not it; once more
ceremony-pin-tries = { $count ->
    [one] One try left before it blocks for good
   *[other] { $count } tries left before it blocks
}
ceremony-pin-label = PIN
ceremony-pin-again = The same PIN again
ceremony-pin-rule = At least { $count } characters.
ceremony-pin-rule-letters = At least { $count } characters, and not digits alone.
ceremony-pin-lack-length = It needs at least { $count } characters.
ceremony-pin-lack-short = It is too long; 63 plain characters fit.
ceremony-pin-lack-letters = Digits alone are not enough here: add letters or other signs.
ceremony-pin-lack-same = The two are not the same. Type them once more.
ceremony-pin-show = Show
ceremony-pin-hide = Hide
ceremony-pin-send = Continue
ceremony-pin-set = Set this PIN

ceremony-still-open = { $count ->
    [one] This still opens your chats:
   *[other] These still open your chats:
}
