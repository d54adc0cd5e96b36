//! What a browser asks of whole chats at once: days, galleries, numbers; and everything about one message.
//!
//! All of it is read from the tables in one pass and changes nothing. Chats in `hidden` are not there: they are left out
//! of everything, and asked for by their id they give nothing.

mod calendar;
mod calls;
mod days;
mod details;
mod emoji;
mod gallery;
mod spans;
mod statistics;
mod tally;

pub use calls::{CallsPage, PlacedCall};
pub(crate) use calls::{chat_of_call, shown_calls};
pub use days::ChatDay;
pub use details::{MessageDetails, SourceRow};
pub use gallery::{GalleryItem, GalleryKind, GalleryList, GalleryMonth};
pub use statistics::{EmojiCount, KindCount, MonthCount, PersonCount, Statistics, Streak};
