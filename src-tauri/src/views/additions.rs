//! What is added to an open history without a restore.

use serde::Serialize;
use ts_rs::TS;

use super::restore::ReasonCountView;

/// What an address book did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddressBookView {
    /// Numbers with a name in the file.
    pub entries: u64,
    /// Of these, numbers of somebody in the history.
    pub matched: u64,
    /// People who are called by the file now.
    pub people_named: u64,
    /// What was written where a number stands and could not be read as one.
    pub unread: u64,
    /// Two letters of the country that numbers without a country code were read as.
    pub country: Option<String>,
    /// Nobody had said which.
    pub country_guessed: bool,
}

/// How far the search for files is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkProgressView {
    /// Messages looked at.
    pub done: u64,
    /// Altogether.
    pub total: u64,
}

/// What linking a media folder did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkedView {
    /// Pictures and files that messages name.
    pub referenced: u64,
    /// Those found now.
    pub found: u64,
    /// Those that were found before.
    pub found_before: u64,
    /// Those not found, by reason.
    pub missing: Vec<ReasonCountView>,
}
