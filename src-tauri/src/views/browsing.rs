//! What the window shows of the open history: chats, messages and all they carry, calls, galleries, numbers, marks.

mod calls;
mod chats;
mod content;
mod details;
mod gallery;
mod marks;
mod statistics;

pub use calls::{CallsView, LoggedCallView};
pub use chats::{
    ChatHitsView, ChatKind, ChatView, DevicesView, HitView, HitsView, MediaView, MessageView,
    MissingView, QuotedView, ReactionView, SnippetPart, SystemView,
};
pub use content::{
    AnswerView, BusinessView, ButtonView, CallMemberView, CallView, ChannelView, ContactCardView,
    ContactsView, ContentView, CountedView, DisappearingView, EventView, InviteView, LinkView,
    LocationView, MarkView, MentionView, PartKindView, PartView, PollOptionView, PollView,
    RevokedView, ViewOnceView, WhoView,
};
pub use details::{MessageDetailsView, ReceiptView, SourceView};
pub use gallery::{GalleryItemView, GalleryKind, GalleryMonthView};
pub use marks::{MarkedView, MarksPageView, OwnMarksView, TagView};
pub use statistics::{
    DayView, EmojiCountView, KindBytesView, MonthView, PersonCountView, StatisticsView, StreakView,
};
