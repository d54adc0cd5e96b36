# The ways into a person's chats, wherever they are named: kinds, invitations, what can be added, and what cannot be used here.
ways-kind-security_key = Security key
ways-kind-tpm = This computer
ways-kind-phone = Phone
ways-kind-software = Software passkey (demo)
ways-kind-passkey = Passkey
ways-kind-recovery = Recovery kit
ways-kind-passphrase = Six words
ways-kind-unknown = A way that this version does not know

ways-use-security_key = Touch your security key
ways-use-tpm = This computer’s PIN
ways-use-phone = Scan with your phone
ways-use-software = PIN of the software passkey
ways-use-passkey = Use this passkey

ways-last-tested = Last used { $ago }
ways-never-tested = Not used yet
ways-none-here = None of your passkeys can be used on this computer right now.
ways-phone-note = Not yet tried with a real phone. Uses a server of the phone’s maker.

ways-absent = { $count ->
    [one] One that cannot be used here now, and why
   *[other] { $count } that cannot be used here now, and why
}
ways-look-again = Look again

ways-enrol-security_key = Security key
ways-enrol-security_key-text = A small key for the USB socket. You touch it and type its PIN; it works on every computer.
ways-enrol-tpm = This computer
ways-enrol-tpm-text = Its security chip (TPM) keeps the key, and a PIN that you choose opens it. It works on this computer only.
ways-enrol-phone = Your phone
ways-enrol-phone-text = You scan a code and unlock the phone as you always do. It works on every computer with Bluetooth.
ways-enrol-software = Software passkey
ways-enrol-software-text = A file on this computer and a PIN.
ways-phone-untried = Not yet tried with a real phone.
ways-phone-network = Sealed messages go through a server of the phone’s maker. It is the only network this program ever uses, and only when you choose this.
ways-software-note = For the demonstration only: it is not safe, and it does not count as a passkey.
ways-plug-in-later = Plug it in when you are asked.
ways-no-pin-yet = It has no PIN yet; you choose one on the way.
ways-few-tries = { $count ->
    [0] Its PIN is blocked.
    [one] Only one PIN try is left before it blocks.
   *[other] Only { $count } PIN tries are left before it blocks.
}
ways-tpm-unguarded = Nothing stops others who hold this computer from trying PINs without limit, so yours needs at least 10 characters, not digits alone.
ways-without-prf = The one that is plugged in can sign in, but it cannot keep a key.
ways-nothing-to-enrol = There is nothing on this computer to make a passkey with right now. What could be here, and how to get it, stands below.

ways-older-title = Open an older keyring?
ways-older-text = The keyring in this folder is older than the one last used on this computer. That is expected after putting back an old copy of the folder. If you did not do that, someone else may have exchanged it.
ways-older-yes = Open it all the same
ways-older-no = Leave it closed

ways-vouch-title = Is this your keyring?
ways-vouch-text = This computer has not seen it before: perhaps the folder was copied from another one. Before anything is added, compare it with your recovery kit, so that nobody can slip you an exchanged keyring.
ways-vouch-label = Type the fingerprint from your kit
ways-vouch-hint = It is printed at the foot of the recovery kit. Spaces and capitals do not matter.
ways-vouch-compare = Compare
ways-vouch-other = This is not the fingerprint of this keyring
ways-vouch-other-todo = Look once more, at the foot of the kit. If it still differs, do not add anything: this keyring may belong to somebody else. Nothing was changed.
