//! The gallery: everything of one sort in a chat, or in all of them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::MediaView;

/// What a gallery holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GalleryKind {
    /// Photos, GIFs and films.
    Pictures,
    /// Voice messages and other sound.
    Voice,
    /// Documents.
    Documents,
    /// Addresses of the web, from texts and previews.
    Links,
}

/// The things of a gallery by month, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GalleryMonthView {
    /// Months since January of the year 0, in the person's time zone; absent for what has no date.
    pub month: Option<i32>,
    /// How many.
    pub items: u64,
}

/// One thing of a gallery, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GalleryItemView {
    /// The message it came with.
    pub message: i64,
    /// The chat that is in.
    pub chat: i64,
    /// Its place there.
    pub position: u64,
    /// Milliseconds UTC.
    pub sent_at: Option<i64>,
    /// Whether the person sent it.
    pub from_me: bool,
    /// Who sent it.
    pub sender_name: Option<String>,
    /// The word of the command line.
    pub kind: String,
    /// Text or caption.
    pub text: Option<String>,
    /// The file; absent for links.
    pub media: Option<MediaView>,
    /// The address; absent for files.
    pub url: Option<String>,
    /// What the page called itself.
    pub title: Option<String>,
}
