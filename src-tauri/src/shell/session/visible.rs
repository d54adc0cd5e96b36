//! Which chats may be shown: all but the locked ones, until the person has opened the keyring once more.

use latchkey_index::ChatId;
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

/// The locked chats of a history.
pub(super) fn locked_chats(history: &History) -> Vec<ChatId> {
    history.index().locked_chats().unwrap_or_else(|_| {
        // Then the chat list cannot be read either.
        tracing::warn!(name: "locked-chats-unknown", "");
        Vec::new()
    })
}
