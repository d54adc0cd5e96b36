//! One reader beside the open history, given back when it is dropped.

use super::{Arc, Aside, ChatId, Deref, GalleryKind, GalleryList, History, ListKey, QueryError};

/// Reads beside the open history.
pub struct Reader<'a> {
    aside: &'a Aside,
    ticket: u64,
    turn: u64,
    /// Only absent while it is dropped.
    history: Option<History>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(aside: &'a Aside, ticket: u64, turn: u64, history: History) -> Self {
        Self {
            aside,
            ticket,
            turn,
            history: Some(history),
        }
    }

    /// Whether nobody has stopped it.
    pub fn is_wanted(&self) -> bool {
        self.aside.is_wanted(self.turn)
    }

    /// What a gallery has: made at the first asking, and kept until a lock.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn gallery_list(
        &self,
        kind: GalleryKind,
        chat: Option<ChatId>,
        hidden: &[ChatId],
    ) -> Result<Arc<GalleryList>, QueryError> {
        let key = ListKey {
            turn: self.turn,
            edition: self.edition(),
            kind,
            chat,
            hidden: hidden.to_vec(),
        };
        self.aside
            .list(key, || self.index().gallery_list(kind, chat, hidden))
    }
}

impl Deref for Reader<'_> {
    type Target = History;

    fn deref(&self) -> &History {
        self.history
            .as_ref()
            .expect("it is there until it is dropped")
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        if let Some(history) = self.history.take() {
            self.aside.give_back(self.ticket, self.turn, history);
        }
    }
}
