//! What a chat database says, as typed values: people, chats, messages, calls.
//!
//! These types keep what the source had and invent nothing: an absent column is `None`, an unknown
//! number stays a number. Row numbers are the source's own and mean nothing outside one database.

mod calls;
mod chats;
mod content;
mod counts;
mod marks;
mod messages;
mod people;

pub use calls::*;
pub use chats::*;
pub use content::*;
pub use counts::*;
pub use marks::*;
pub use messages::*;
pub use people::*;
