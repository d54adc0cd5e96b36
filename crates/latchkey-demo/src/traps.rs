//! Small databases that each hold one thing readers of such databases have stumbled over, and what must come out.
//!
//! Every trap plants words that a search has to find afterwards: a message that is lost on the way is a word that is
//! not found. What is counted is exact unless the trap is [damaged](Trap::damaged).

mod damage;
mod hanging;
mod kinds;
mod notices;
mod people;
mod places;
mod sketch;
mod values;

use std::path::Path;

use crate::Expectations;
use crate::tables::{SchemaState, WriteSourceError};

/// How a trap is written.
type Write = fn(&Path, SchemaState) -> Result<Expectations, WriteSourceError>;

/// One of them.
#[derive(Debug, Clone, Copy)]
pub struct Trap {
    /// What it is, in a few words with underscores.
    pub name: &'static str,
    /// States of the schema in which it can be.
    pub states: &'static [SchemaState],
    /// Pages are broken: how many rows are lost depends on the reader, only the planted words are sure, and a restore
    /// says that something is missing.
    pub damaged: bool,
    write: Write,
}

impl Trap {
    const fn new(name: &'static str, states: &'static [SchemaState], write: Write) -> Self {
        Trap {
            name,
            states,
            damaged: false,
            write,
        }
    }

    /// Writes the database to `path`, which must not exist; returns what a restore of it must report.
    ///
    /// # Errors
    /// [`WriteSourceError::Database`].
    pub fn write(
        &self,
        path: &Path,
        schema: SchemaState,
    ) -> Result<Expectations, WriteSourceError> {
        (self.write)(path, schema)
    }
}

use SchemaState::{Hybrid, Legacy, Modern};

const ALL: &[SchemaState] = &[Legacy, Hybrid, Modern];
const TABLED: &[SchemaState] = &[Hybrid, Modern];
const NEW: &[SchemaState] = &[Modern];
const BETWEEN: &[SchemaState] = &[Hybrid];

/// Every trap.
#[must_use]
pub fn traps() -> Vec<Trap> {
    vec![
        Trap::new("every_kind", ALL, kinds::every_kind),
        Trap::new("unknown_kinds", ALL, kinds::unknown_kinds),
        Trap::new("every_notice", ALL, notices::every_notice),
        Trap::new("floods", ALL, notices::floods),
        Trap::new("one_row_in_the_new_table", BETWEEN, places::one_row),
        Trap::new("old_table_left_behind", NEW, places::left_behind),
        Trap::new("orphans", ALL, places::orphans),
        Trap::new("hidden_and_empty_chats", ALL, places::hidden_and_empty),
        Trap::new("old_group_ids", ALL, places::old_groups),
        Trap::new("far_row_numbers", ALL, places::far_rows),
        Trap::new("negative_row_numbers", ALL, places::negative_rows),
        Trap::new("one_moment", ALL, places::one_moment),
        Trap::new("deleted_and_not_yet_cleaned", NEW, places::deleted_later),
        Trap::new("senders_of_no_row", NEW, people::senders),
        Trap::new("one_person_two_chats", NEW, people::two_chats),
        Trap::new("chat_of_another_address", NEW, people::account_address),
        Trap::new("devices", NEW, people::devices),
        Trap::new("people_without_names", NEW, people::unnamed),
        Trap::new("number_changed", NEW, people::number_changed),
        Trap::new("number_given_away", NEW, people::number_given_away),
        Trap::new("bytes_in_text_columns", ALL, values::bytes),
        Trap::new("numbers_in_text_columns", NEW, values::affinity),
        Trap::new("impossible_times", ALL, values::times),
        Trap::new("broken_text", ALL, values::broken_text),
        Trap::new("long_text", ALL, values::long_text),
        Trap::new("hostile_names", TABLED, values::hostile_names),
        Trap::new("many_rows_each", NEW, hanging::many_rows),
        Trap::new("broadcast_copies", ALL, hanging::broadcasts),
        Trap::new("quotes", ALL, hanging::quotes),
        Trap::new("revoked", ALL, hanging::revoked),
        Trap::new("search_tables", NEW, damage::search_tables),
        Trap {
            damaged: true,
            ..Trap::new("broken_pages", NEW, damage::broken_pages)
        },
    ]
}
