//! People, chats and messages before they become rows of one of the schema states.

/// A person on the phone.
#[derive(Debug, Clone, Default)]
pub struct PersonDraft {
    /// E.164 digits without `+`; `None` where only the private address is known.
    pub phone: Option<String>,
    /// Private address (LID), digits only.
    pub lid: Option<String>,
    /// Name in the owner's address book.
    pub name: Option<String>,
    /// Name the person shows to others.
    pub push_name: Option<String>,
}

/// Handle of a person given to the writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonNo(pub usize);

/// Handle of a chat given to the writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChatNo(pub usize);

/// What address a chat is kept under.
#[derive(Debug, Clone)]
pub enum ChatAddress {
    /// The person's phone number.
    Phone(PersonNo),
    /// The person's private address.
    Lid(PersonNo),
    /// `<id>@g.us`.
    Group(String),
    /// `<id>@broadcast`.
    Broadcast(String),
    /// `<id>@newsletter`.
    Channel(String),
    /// `status@broadcast`.
    Status,
    /// `0@s.whatsapp.net`.
    Announcements,
    /// No row in the chat table: the messages of a chat that was deleted.
    Deleted,
}

/// A chat.
#[derive(Debug, Clone)]
pub struct ChatDraft {
    /// Where it is kept.
    pub address: ChatAddress,
    /// Group subject, channel or list name.
    pub subject: Option<String>,
    /// Milliseconds UTC.
    pub created_at: Option<i64>,
    /// In the archive.
    pub archived: bool,
    /// Behind the chat lock.
    pub locked: bool,
    /// No visible thread.
    pub hidden: bool,
    /// 0 ordinary, 1 community parent, 2 community group, 3 its announcements.
    pub group_type: i64,
    /// Members other than the owner.
    pub members: Vec<PersonNo>,
    /// Unread messages.
    pub unread: i64,
    /// Seconds after which messages disappear; 0 never.
    pub timer: i64,
}

impl ChatDraft {
    /// An ordinary chat at this address.
    #[must_use]
    pub fn at(address: ChatAddress) -> Self {
        ChatDraft {
            address,
            subject: None,
            created_at: None,
            archived: false,
            locked: false,
            hidden: false,
            group_type: 0,
            members: Vec::new(),
            unread: 0,
            timer: 0,
        }
    }
}

/// Which of a person's addresses stands in a sender column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SenderForm {
    /// The phone number.
    #[default]
    Phone,
    /// The private address.
    Lid,
    /// The phone number with a device number.
    Device(u8),
}

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
}

/// A call as the log has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallDraft {
    /// With video.
    pub video: bool,
    /// Seconds.
    pub duration: i64,
    /// 5 answered, 2 missed, 4 declined, 3 unavailable.
    pub result: i64,
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
    Location {
        latitude: f64,
        longitude: f64,
        place: Option<String>,
        address: Option<String>,
    },
    /// Seconds shared.
    LiveLocation {
        latitude: f64,
        longitude: f64,
        seconds: i64,
        caption: Option<String>,
    },
    Contacts(Vec<String>),
    Poll {
        question: String,
        options: Vec<String>,
        /// Voter (`None`: the owner), chosen options, milliseconds UTC. A later vote replaces an earlier one.
        votes: Vec<(Option<PersonNo>, Vec<usize>, i64)>,
    },
    Event {
        name: String,
        place: String,
        start: i64,
        cancelled: bool,
    },
    GroupInvite {
        group: String,
        code: String,
    },
    Call(CallDraft),
    Notice(NoticeDraft),
    /// Deleted for everyone, by its sender or by an admin; the key is the original's.
    Revoked {
        original_key: String,
        admin: Option<PersonNo>,
    },
    /// A kind number that nobody has documented.
    Unknown {
        number: i64,
        text: Option<String>,
    },
    /// A row the app itself never displays.
    NeverDisplayed,
}

/// What a message quotes.
#[derive(Debug, Clone)]
pub struct QuoteDraft {
    /// Key of the original as it was when it was quoted.
    pub key: String,
    /// The original was the owner's.
    pub from_me: bool,
    /// Its sender, in groups.
    pub sender: Option<PersonNo>,
    /// Milliseconds UTC.
    pub at: i64,
    /// The original's kind number.
    pub number: i64,
    /// The copy kept with the quote.
    pub text: Option<String>,
}

/// One reaction row; an empty emoji withdraws.
#[derive(Debug, Clone)]
pub struct ReactionDraft {
    /// `None`: the owner.
    pub from: Option<PersonNo>,
    /// Emoji, or empty.
    pub emoji: String,
    /// Milliseconds UTC.
    pub at: i64,
}

/// One message.
#[derive(Debug, Clone)]
pub struct MessageDraft {
    /// Its chat.
    pub chat: ChatNo,
    /// Sent by the owner.
    pub from_me: bool,
    /// Sender in groups.
    pub sender: Option<PersonNo>,
    /// Which address of the sender is stored.
    pub form: SenderForm,
    /// Sender's clock, milliseconds UTC.
    pub at: i64,
    /// The message's id.
    pub key: String,
    /// What it is.
    pub body: Body,
    /// What it quotes.
    pub quote: Option<QuoteDraft>,
    /// Starred.
    pub starred: bool,
    /// Hops; 127 many.
    pub forwarded: Option<i64>,
    /// Key before the edit, and when it was edited.
    pub edited: Option<(String, i64)>,
    /// People mentioned in the text as `@digits`.
    pub mentions: Vec<PersonNo>,
    /// Reactions, oldest first.
    pub reactions: Vec<ReactionDraft>,
    /// Row of the message it belongs to, and the association number (2 album, 7 and 12 HD twin).
    pub parent: Option<(i64, i64)>,
    /// Status column.
    pub status: i64,
    /// Position of this row in the chat where it is not the row number (after a history sync).
    pub sort: Option<i64>,
}

impl MessageDraft {
    /// A message with nothing attached.
    #[must_use]
    pub fn new(chat: ChatNo, from_me: bool, at: i64, key: String, body: Body) -> Self {
        MessageDraft {
            chat,
            from_me,
            sender: None,
            form: SenderForm::Phone,
            at,
            key,
            body,
            quote: None,
            starred: false,
            forwarded: None,
            edited: None,
            mentions: Vec::new(),
            reactions: Vec::new(),
            parent: None,
            status: if from_me { 13 } else { 0 },
            sort: None,
        }
    }
}

impl Body {
    /// The app's number for the kind.
    #[must_use]
    pub fn number(&self) -> i64 {
        match self {
            Body::Text(_) | Body::Link { .. } => 0,
            Body::File { kind, .. } => match kind {
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
            },
            Body::Album { .. } => 99,
            Body::Location { .. } => 5,
            Body::LiveLocation { .. } => 16,
            Body::Contacts(cards) => {
                if cards.len() > 1 {
                    14
                } else {
                    4
                }
            }
            Body::Poll { .. } => 66,
            Body::Event { .. } => 92,
            Body::GroupInvite { .. } => 24,
            Body::Call(_) => 90,
            Body::Notice(_) => 7,
            Body::Revoked { admin, .. } => {
                if admin.is_some() {
                    64
                } else {
                    15
                }
            }
            Body::Unknown { number, .. } => *number,
            Body::NeverDisplayed => 116,
        }
    }

    /// The word `restore --json` counts it under.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Body::Text(_) | Body::Link { .. } => "text",
            Body::File { kind, .. } => match kind {
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
            },
            Body::Album { .. } => "album",
            Body::Location { .. } => "location",
            Body::LiveLocation { .. } => "live_location",
            Body::Contacts(_) => "contact",
            Body::Poll { .. } => "poll",
            Body::Event { .. } => "event",
            Body::GroupInvite { .. } => "group_invite",
            Body::Call(_) => "call",
            Body::Notice(_) => "system",
            Body::Revoked { .. } => "revoked",
            Body::Unknown { .. } | Body::NeverDisplayed => "unsupported",
        }
    }

    /// The text column: words of the message, its caption or the poll's question.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Body::Text(text) | Body::Link { text, .. } => Some(text),
            Body::File { caption, .. } | Body::LiveLocation { caption, .. } => caption.as_deref(),
            Body::Poll { question, .. } => Some(question),
            Body::Notice(notice) => notice.text.as_deref(),
            Body::Unknown { text, .. } => text.as_deref(),
            _ => None,
        }
    }
}
