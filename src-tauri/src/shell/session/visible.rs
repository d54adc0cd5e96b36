//! Which chats may be shown: all but the locked ones, until the person has opened the keyring once more.

use latchkey_index::{ChatId, QueryError};
use latchkey_restore::History;

/// What readers of the open history have to keep to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visible {
    /// Sorted.
    hidden: Vec<ChatId>,
}

impl Visible {
    /// All but these.
    pub(super) fn without(mut hidden: Vec<ChatId>) -> Self {
        hidden.sort_unstable();
        Self { hidden }
    }

    /// The chats of which nothing is shown.
    pub fn hidden(&self) -> &[ChatId] {
        &self.hidden
    }

    /// Whether something of this chat may be shown.
    pub fn shows(&self, chat: ChatId) -> bool {
        self.hidden.binary_search(&chat).is_err()
    }
}

/// The locked chats of a history. Where they cannot be told, nothing of it may be shown.
///
/// # Errors
/// What reading the tables meets.
pub(super) fn locked_chats(history: &History) -> Result<Vec<ChatId>, QueryError> {
    history
        .index()
        .locked_chats()
        .inspect_err(|_| tracing::warn!(name: "locked-chats-unknown", ""))
}
