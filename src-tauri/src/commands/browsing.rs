//! The commands that read the open history, what is put on it, and what leaves it.

pub mod chats;
pub mod gallery;
pub mod locked;
pub mod marks;
pub mod media;
