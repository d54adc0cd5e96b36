start-title = Your chats, back in your hands
