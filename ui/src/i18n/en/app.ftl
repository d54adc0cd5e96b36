# Words that belong to no single screen.
app-name = Latchkey
app-settings = Settings
app-keys = Keys
app-about = About Latchkey
app-lock = Lock
app-details = Technical details
app-back = Back
app-veiled = Blurred while another window is in front
app-undo = Undo
app-undo-close = Leave it as it is
app-waiting = One moment…
app-demo-label = About this demonstration
app-demo = Demo: software passkey, not safe. Use it with made-up chats only.

app-crash-title = Something in this window stopped working
app-crash-text = Your backup was not changed and your restored chats are as they were. Nothing was sent anywhere.
app-crash-todo = Start again from the first screen. If it happens at the same place a second time, the log can show why; it holds none of your messages.
app-crash-again = Start again
app-crash-logs = Show the log
