//! The main job: a backup and a key become an encrypted history, with progress, cancel and a clean way back.
//!
//! Owns the folder of histories (layout, lock, list, copy, delete), the settings that the app and the command
//! share, and the closed list of error codes. It never prints and never leaves half a history behind.

mod code;
mod contacts;
mod data_folder;
mod disk;
mod fitting;
mod history;
mod keyring;
mod kit_place;
mod lock;
mod marks;
mod media;
mod restore;
mod seen;
mod settings;

pub use code::{ErrorCode, HasCode, absence_word};
pub use contacts::{
    ChangeContactsError, ContactsReport, ReadContactsError, forget_contacts, guess_country,
    import_contacts, is_country, read_contacts,
};
pub use data_folder::{
    CopyHistoryError, DataFolder, DataFolderError, DeleteHistoryError, ForgetHistoryError,
    HistoryEntry, HistorySummary, MoveHistoryError, NoteHistoryError, REST, RestError,
    copy_history, delete_history,
};
pub use disk::{free_space, rename_folder, sync_folder};
pub use fitting::{FittingKeyring, fitting_key, keyrings_for};
pub use history::{History, OpenHistoryError};
pub use keyring::{
    ChangeKeyringError, RekeyError, StaleKeyringError, change_keyring, index_format, mark_tested,
    refresh_copies, refuse_stale, rekey, remove_slot, rename_slot,
};
pub use kit_place::{KitPlaceError, kit_place};
pub use marks::{ChangeMarksError, marks_were_exported, set_marks};
pub use media::{
    LinkMediaError, LinkMediaReport, MediaCounts, MediaFile, MediaTrust, OpenMediaError, file_name,
    link_media, open_media, scale, sniff, suggested_media,
};
pub use restore::{
    MissingIncrement, RestoreError, RestoreProgress, RestoreReport, RestoreRequest, Seconds, Stage,
    Target, prepare_keyring, restore, restore_in,
};
pub use seen::{Seen, SeenVerdict};
pub use settings::{Settings, SettingsError, Theme, utc_offsets};
