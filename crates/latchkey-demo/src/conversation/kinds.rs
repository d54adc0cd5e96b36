//! The kinds of sending, how often each comes up, and which chats know them.

use super::Conversation;
use crate::cast::{Manner, Shape};

/// Kinds that a speaker chooses from; the weights are out of the sum.
const KINDS: &[(Sent, u32)] = &[
    (Sent::Text, 7900),
    (Sent::Emoji, 260),
    (Sent::Image, 470),
    (Sent::Sticker, 210),
    (Sent::Voice, 270),
    (Sent::Video, 80),
    (Sent::Gif, 70),
    (Sent::VideoNote, 25),
    (Sent::Audio, 20),
    (Sent::Document, 60),
    (Sent::Link, 120),
    (Sent::Location, 40),
    (Sent::LiveLocation, 18),
    (Sent::Contact, 28),
    (Sent::Poll, 45),
    (Sent::PollWithPictures, 6),
    (Sent::Event, 20),
    (Sent::Invite, 12),
    (Sent::ChannelInvite, 4),
    (Sent::Revoked, 75),
    (Sent::RevokedAndAnswered, 14),
    (Sent::Album, 28),
    (Sent::HdPicture, 30),
    (Sent::MotionPicture, 12),
    (Sent::Commented, 60),
    (Sent::ViewOnce, 30),
    (Sent::Call, 95),
    (Sent::MissedCall, 18),
    (Sent::Waiting, 8),
    (Sent::StatusMention, 5),
    (Sent::TimerChange, 5),
    (Sent::Business, 1800),
    (Sent::Payment, 9),
    (Sent::Unknown, 14),
    (Sent::UnknownFile, 4),
    (Sent::NeverDisplayed, 6),
    (Sent::Undated, 4),
];

/// A kind of sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sent {
    Text,
    Emoji,
    Image,
    Sticker,
    Voice,
    Video,
    Gif,
    VideoNote,
    Audio,
    Document,
    Link,
    Location,
    LiveLocation,
    Contact,
    Poll,
    /// With a picture for each option.
    PollWithPictures,
    Event,
    Invite,
    ChannelInvite,
    Revoked,
    /// Deleted for everyone after somebody had answered it: the answer keeps a copy.
    RevokedAndAnswered,
    Album,
    HdPicture,
    /// A picture and its short film.
    MotionPicture,
    /// A post and comments on it.
    Commented,
    ViewOnce,
    Call,
    MissedCall,
    /// Never decrypted.
    Waiting,
    StatusMention,
    TimerChange,
    Business,
    Payment,
    Unknown,
    UnknownFile,
    NeverDisplayed,
    Undated,
}

impl Conversation {
    pub(super) fn choose_kind(&mut self, modern: bool) -> Sent {
        let weights: Vec<u32> = KINDS
            .iter()
            .map(|(sent, weight)| if self.fits(*sent, modern) { *weight } else { 0 })
            .collect();
        KINDS[self.dice.weighted(&weights)].0
    }

    /// Whether this chat knows the kind.
    fn fits(&self, sent: Sent, modern: bool) -> bool {
        let posts = matches!(
            self.setup.shape,
            Shape::Channel | Shape::Announcements | Shape::Status | Shape::Broadcast
        );
        let plain = matches!(sent, Sent::Text | Sent::Image | Sent::Link | Sent::Video);
        if posts {
            return plain;
        }
        let person = matches!(self.setup.shape, Shape::Person | Shape::Private);
        match sent {
            Sent::Poll | Sent::PollWithPictures | Sent::Event => modern && self.group(),
            Sent::Commented => modern && self.setup.shape == Shape::Community(3),
            Sent::Business => {
                let shop = matches!(self.setup.manner, Manner::Formal | Manner::Sparse);
                modern && person && shop && !self.mine()
            }
            Sent::Payment => modern && person,
            Sent::TimerChange => person,
            Sent::Album
            | Sent::HdPicture
            | Sent::MotionPicture
            | Sent::ViewOnce
            | Sent::VideoNote
            | Sent::Invite
            | Sent::ChannelInvite
            | Sent::Waiting
            | Sent::StatusMention
            | Sent::UnknownFile
            | Sent::Unknown
            | Sent::NeverDisplayed => modern,
            Sent::Sticker | Sent::Gif | Sent::Emoji => self.setup.manner != Manner::Formal,
            Sent::MissedCall => person && !self.mine(),
            Sent::Call => person || (modern && self.setup.shape == Shape::Group),
            _ => true,
        }
    }
}
