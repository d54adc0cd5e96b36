//! What crosses to the window: one type per reply, exported to `ui/src/bindings/`. No type of a crate crosses as it is, and no path does.

mod additions;
mod app;
mod browsing;
mod ceremony;
mod choose;
mod codes;
mod error;
mod exporting;
mod history;
mod keys;
mod restore;
mod unlock;

pub use additions::{AddressBookView, LinkProgressView, LinkedView};
pub use app::{AboutView, SettingsView, Theme};
pub use browsing::{
    AnswerView, BusinessView, ButtonView, CallMemberView, CallView, CallsView, ChannelView,
    ChatHitsView, ChatKind, ChatView, ContactCardView, ContactsView, ContentView, CountedView,
    DayView, DevicesView, DisappearingView, EmojiCountView, EventView, GalleryItemView,
    GalleryKind, GalleryMonthView, HitView, HitsView, InviteView, KindBytesView, LinkView,
    LocationView, LoggedCallView, MarkView, MarkedView, MarksPageView, MediaView, MentionView,
    MessageDetailsView, MessageView, MissingView, MonthView, OwnMarksView, PartKindView, PartView,
    PersonCountView, PollOptionView, PollView, QuotedView, ReactionView, ReceiptView, RevokedView,
    SnippetPart, SourceView, StatisticsView, StreakView, SystemView, TagView, ViewOnceView,
    WhoView,
};
pub use ceremony::{
    Absence, AuthenticatorKind, AuthenticatorView, MomentView, PinPurpose, PinState, PostureView,
    TpmPostureView,
};
pub use choose::{BackupView, ChecksumView, InspectedView, Purpose};
pub use error::{CommandError, ErrorCode};
pub use exporting::{
    ExportAskView, ExportEstimateView, ExportFormat, ExportGroundView, ExportPersonView,
    ExportPlaceView, ExportProgressView, ExportReportView, ExportScopeView, UnfinishedExportView,
};
pub use history::{CopyProgressView, HistoryView, SessionView};
pub use keys::{
    AdviceKind, AdviceView, DrillVerdict, DrillView, FittingView, KeysView, Loss, PassphraseView,
    RekeyProgressView, SlotKind, SlotView, VouchingView,
};
pub use restore::{
    IncrementView, KindCountView, LeftOutView, ReasonCountView, ReportView, RestoreProgressView,
    Stage,
};
pub use unlock::{DigitsVerdict, DigitsView, KitView, SavedKitView, SlipKind, SlipView};

#[cfg(test)]
mod bindings;
