//! What crosses to the window: one type per reply, exported to `ui/src/bindings/`. No type of a crate crosses as it is, and no path does.

mod additions;
mod app;
mod calls;
mod ceremony;
mod chats;
mod choose;
mod codes;
mod content;
mod details;
mod error;
mod gallery;
mod history;
mod keys;
mod marks;
mod restore;
mod statistics;
mod unlock;

pub use additions::{AddressBookView, LinkProgressView, LinkedView};
pub use app::{AboutView, SettingsView, Theme};
pub use calls::{CallsView, LoggedCallView};
pub use ceremony::{
    Absence, AuthenticatorKind, AuthenticatorView, MomentView, PinPurpose, PinState, PostureView,
    TpmPostureView,
};
pub use chats::{
    ChatKind, ChatView, DevicesView, HitView, HitsView, MediaView, MessageView, MissingView,
    QuotedView, ReactionView, SnippetPart, SystemView,
};
pub use choose::{BackupView, ChecksumView, InspectedView, Purpose};
pub use content::{
    AnswerView, BusinessView, ButtonView, CallMemberView, CallView, ChannelView, ContactCardView,
    ContactsView, ContentView, CountedView, DisappearingView, EventView, InviteView, LinkView,
    LocationView, MarkView, MentionView, PartKindView, PartView, PollOptionView, PollView,
    RevokedView, ViewOnceView, WhoView,
};
pub use details::{MessageDetailsView, ReceiptView, SourceView};
pub use error::{CommandError, ErrorCode};
pub use gallery::{GalleryItemView, GalleryKind, GalleryMonthView};
pub use history::{CopyProgressView, HistoryView, SessionView};
pub use keys::{
    AdviceKind, AdviceView, DrillVerdict, DrillView, FittingView, KeysView, Loss, PassphraseView,
    RekeyProgressView, SlotKind, SlotView, VouchingView,
};
pub use marks::{MarkedView, MarksPageView, OwnMarksView, TagView};
pub use restore::{
    IncrementView, KindCountView, LeftOutView, ReasonCountView, ReportView, RestoreProgressView,
    Stage,
};
pub use statistics::{
    DayView, EmojiCountView, KindBytesView, MonthView, PersonCountView, StatisticsView, StreakView,
};
pub use unlock::{DigitsVerdict, DigitsView, KitView, SavedKitView, SlipKind, SlipView};

#[cfg(test)]
mod bindings;
