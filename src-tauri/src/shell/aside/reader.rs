//! One reader beside the open history, given back when it is dropped.

use super::{
    Arc, Aside, ChatId, Deref, GalleryKind, GalleryList, History, ListKey, QueryError, Standing,
    Time,
};

/// Reads beside the open history.
pub struct Reader<'a> {
    aside: &'a Aside,
    ticket: u64,
    time: Time,
    /// Only absent while it is dropped.
    history: Option<History>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(aside: &'a Aside, ticket: u64, time: Time, history: History) -> Self {
        Self {
            aside,
            ticket,
            time,
            history: Some(history),
        }
    }

    /// Whether what it reads counts.
    pub fn standing(&self) -> Standing {
        self.aside.standing(self.time)
    }

    /// What a gallery has: made at the first asking, and kept until a lock or a change of messages.
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
            life: self.time.life,
            generation: self.index().generation()?,
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
            self.aside.give_back(self.ticket, self.time, history);
        }
    }
}
