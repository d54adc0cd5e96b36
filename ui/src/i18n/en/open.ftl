open-title = Open my chats
