//! The histories on this computer: restored and added to, opened, named, moved, copied and laid to rest.

pub mod additions;
pub mod bringing_up;
pub mod my_chats;
pub mod opening;
pub mod restoring;
