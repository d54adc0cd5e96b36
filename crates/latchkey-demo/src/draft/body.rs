//! What a message is: files, places, cards, polls, calls, notices, and what is no message at all.

use super::business::BusinessDraft;
use super::{ChatNo, PersonNo};

/// Which table of media kinds a file message belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name is the word itself")]
pub enum FileKind {
    Image,
    Video,
    VideoNote,
    Gif,
    Audio,
    Voice,
    Document,
    Sticker,
    ViewOnceImage,
    ViewOnceVideo,
    ViewOnceVoice,
}

/// The file of a message.
#[derive(Debug, Clone, Default)]
pub struct FileDraft {
    /// Path as the app stores it, under the WhatsApp folder.
    pub path: Option<String>,
    /// It lies where the path says (counted as found).
    pub exists: bool,
    /// Media type.
    pub mime: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the plain file.
    pub sha256: Option<[u8; 32]>,
    /// Document name.
    pub name: Option<String>,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
    /// Seconds.
    pub duration: i64,
    /// Pages.
    pub pages: i64,
    /// Small JPEG.
    pub thumbnail: Option<Vec<u8>>,
    /// What a voice note says, as the phone wrote it down.
    pub transcript: Option<String>,
    /// Moved to the cloud to make room.
    pub offloaded: bool,
    /// What became of view-once media: 0 unseen, 1 opened, 2 expired.
    pub view_once: i64,
}

/// How a call was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CallKind {
    /// Two people, or a group that was rung.
    #[default]
    Plain,
    /// A voice chat that members of a group join.
    VoiceChat,
}

/// A call as the log has it.
#[derive(Debug, Clone, Default)]
pub struct CallDraft {
    /// With video.
    pub video: bool,
    /// Seconds.
    pub duration: i64,
    /// 5 answered, 2 missed, 4 declined, 3 unavailable.
    pub result: i64,
    /// Who else was called, and how it went for them.
    pub members: Vec<(PersonNo, i64)>,
    /// How it was made.
    pub kind: CallKind,
}

/// A system notice.
#[derive(Debug, Clone, Default)]
pub struct NoticeDraft {
    /// Action code.
    pub action: i64,
    /// New value.
    pub text: Option<String>,
    /// Value before.
    pub old: Option<String>,
    /// People it speaks of.
    pub people: Vec<PersonNo>,
    /// Seconds, for timer changes.
    pub timer: Option<i64>,
    /// Groups it speaks of: subject, and the chat where it is on this phone.
    pub groups: Vec<(String, Option<ChatNo>)>,
    /// A name that stands in a table of its own: a business, a user name.
    pub name: Option<String>,
    /// Devices added and removed.
    pub devices: Option<(i64, i64)>,
    /// Blocked, joined oneself, with video: what the code's own table says.
    pub yes: Option<bool>,
}

impl NoticeDraft {
    /// A notice of which only the code is known.
    #[must_use]
    pub fn of(action: i64) -> Self {
        NoticeDraft {
            action,
            ..NoticeDraft::default()
        }
    }
}

/// A place.
#[derive(Debug, Clone, Default)]
pub struct PlaceDraft {
    /// Degrees.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
    /// Name.
    pub name: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// A link sent with it.
    pub url: Option<String>,
}

/// One contact card.
#[derive(Debug, Clone, Default)]
pub struct ContactDraft {
    /// The card.
    pub vcard: String,
    /// Whose address stands beside the card.
    pub person: Option<PersonNo>,
}

/// One row of a poll's votes; without options it takes the vote back.
#[derive(Debug, Clone)]
pub struct VoteDraft {
    /// `None`: the owner.
    pub from: Option<PersonNo>,
    /// Places of the chosen options.
    pub options: Vec<usize>,
    /// Milliseconds UTC.
    pub at: i64,
}

/// A poll.
#[derive(Debug, Clone, Default)]
pub struct PollDraft {
    /// The message's text.
    pub question: String,
    /// In their order.
    pub options: Vec<String>,
    /// Oldest first; a later vote of the same person replaces an earlier one.
    pub votes: Vec<VoteDraft>,
    /// How many options one may choose; 0: any number.
    pub choices: i64,
    /// Milliseconds UTC.
    pub ends: Option<i64>,
    /// Votes that are counted for the first option although nobody is known to have cast them.
    pub unknown_votes: i64,
    /// Written as the second encoding of polls (number 106).
    pub quiz: bool,
}

/// One row of an event's answers.
#[derive(Debug, Clone)]
pub struct Answer {
    /// `None`: the owner.
    pub from: Option<PersonNo>,
    /// The source's number: 1 going, 2 not going, 3 maybe.
    pub response: i64,
    /// People they bring.
    pub guests: i64,
    /// Milliseconds UTC.
    pub at: i64,
}

/// An event.
#[derive(Debug, Clone, Default)]
pub struct EventDraft {
    /// Name.
    pub name: String,
    /// What it is about.
    pub description: Option<String>,
    /// Where.
    pub place: String,
    /// A link to take part by.
    pub link: Option<String>,
    /// Milliseconds UTC.
    pub start: i64,
    /// Milliseconds UTC.
    pub end: Option<i64>,
    /// Called off.
    pub cancelled: bool,
    /// Oldest first.
    pub answers: Vec<Answer>,
}

/// What a message is.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the fields are the words themselves")]
pub enum Body {
    Text(String),
    /// Text with a link preview.
    Link {
        text: String,
        url: String,
        title: String,
        description: String,
        /// A small picture of the page; the old tables go without it.
        picture: Option<Vec<u8>>,
    },
    File {
        kind: FileKind,
        caption: Option<String>,
        file: FileDraft,
    },
    /// The container of an album; its members follow as ordinary files.
    Album {
        images: i64,
        videos: i64,
    },
    Location(PlaceDraft),
    /// Seconds shared.
    LiveLocation {
        place: PlaceDraft,
        seconds: i64,
        caption: Option<String>,
    },
    Contacts(Vec<ContactDraft>),
    Poll(PollDraft),
    Event(EventDraft),
    GroupInvite {
        group: String,
        chat: Option<ChatNo>,
        code: String,
    },
    /// An invitation to look after a channel (number 94).
    ChannelInvite {
        channel: String,
    },
    Business(BusinessDraft),
    Call(CallDraft),
    /// A missed call of the older table (number 10).
    MissedCall {
        video: bool,
        members: Vec<PersonNo>,
    },
    Notice(NoticeDraft),
    /// A notice with a number of its own instead of an action code: 36 and 56 a change of the timer, 88, 112.
    NumberedNotice {
        number: i64,
        seconds: Option<i64>,
    },
    /// A text that answers a status post (number 103).
    StatusMention(String),
    /// Deleted for everyone, by its sender or by an admin; the key is the original's.
    Revoked {
        original_key: String,
        admin: Option<PersonNo>,
    },
    /// A kind number that nobody has documented, or one that was never decrypted (11).
    Unknown {
        number: i64,
        text: Option<String>,
        file: Option<FileDraft>,
        /// Kept raw because the app was too old for it.
        future: bool,
    },
    /// A row the app itself never displays.
    NeverDisplayed,
}

impl Body {
    /// The app's number for the kind.
    #[must_use]
    pub fn number(&self) -> i64 {
        match self {
            Body::Text(_) | Body::Link { .. } => 0,
            Body::File { kind, .. } => kind.number(),
            Body::Album { .. } => 99,
            Body::Location(_) => 5,
            Body::LiveLocation { .. } => 16,
            Body::Contacts(cards) => {
                if cards.len() > 1 {
                    14
                } else {
                    4
                }
            }
            Body::Poll(poll) => {
                if poll.quiz {
                    106
                } else {
                    66
                }
            }
            Body::Event(_) => 92,
            Body::GroupInvite { .. } => 24,
            Body::ChannelInvite { .. } => 94,
            Body::Business(business) => business.number(),
            Body::Call(_) => 90,
            Body::MissedCall { .. } => 10,
            Body::Notice(_) => 7,
            Body::Revoked { admin, .. } => {
                if admin.is_some() {
                    64
                } else {
                    15
                }
            }
            Body::Unknown { number, .. } | Body::NumberedNotice { number, .. } => *number,
            Body::StatusMention(_) => 103,
            Body::NeverDisplayed => 116,
        }
    }

    /// The word `restore --json` counts it under.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Body::Text(_) | Body::Link { .. } | Body::StatusMention(_) => "text",
            Body::File { kind, .. } => kind.word(),
            Body::Album { .. } => "album",
            Body::Location(_) => "location",
            Body::LiveLocation { .. } => "live_location",
            Body::Contacts(_) => "contact",
            Body::Poll(_) => "poll",
            Body::Event(_) => "event",
            Body::GroupInvite { .. } | Body::ChannelInvite { .. } => "group_invite",
            Body::Business(business) => business.word(),
            Body::Call(_) | Body::MissedCall { .. } => "call",
            Body::Notice(_) | Body::NumberedNotice { .. } => "system",
            Body::Revoked { .. } => "revoked",
            Body::Unknown { .. } | Body::NeverDisplayed => "unsupported",
        }
    }

    /// The text column: words of the message, its caption or the poll's question.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Body::Text(text) | Body::Link { text, .. } | Body::StatusMention(text) => Some(text),
            Body::File { caption, .. } | Body::LiveLocation { caption, .. } => caption.as_deref(),
            Body::Poll(poll) => Some(&poll.question),
            Body::Business(business) => business.text(),
            Body::Notice(notice) => notice.text.as_deref(),
            Body::Unknown { text, .. } => text.as_deref(),
            _ => None,
        }
    }

    /// The file it carries.
    #[must_use]
    pub fn file(&self) -> Option<&FileDraft> {
        match self {
            Body::File { file, .. } => Some(file),
            Body::Unknown { file, .. } => file.as_ref(),
            Body::Business(BusinessDraft::Product { picture, .. }) => Some(picture),
            _ => None,
        }
    }
}

impl FileKind {
    /// The app's number.
    fn number(self) -> i64 {
        match self {
            FileKind::Image => 1,
            FileKind::Audio | FileKind::Voice => 2,
            FileKind::Video => 3,
            FileKind::Document => 9,
            FileKind::Gif => 13,
            FileKind::Sticker => 20,
            FileKind::ViewOnceImage => 42,
            FileKind::ViewOnceVideo => 43,
            FileKind::ViewOnceVoice => 82,
            FileKind::VideoNote => 81,
        }
    }

    /// The word in reports.
    fn word(self) -> &'static str {
        match self {
            FileKind::Image => "image",
            FileKind::Video => "video",
            FileKind::VideoNote => "video_note",
            FileKind::Gif => "gif",
            FileKind::Audio => "audio",
            FileKind::Voice => "voice",
            FileKind::Document => "document",
            FileKind::Sticker => "sticker",
            FileKind::ViewOnceImage | FileKind::ViewOnceVideo | FileKind::ViewOnceVoice => {
                "view_once"
            }
        }
    }
}
