# The chats and the search over them.
chats-title = Your chats
