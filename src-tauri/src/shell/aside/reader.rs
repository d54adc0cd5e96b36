//! One reader beside the open history, given back when it is dropped.

use super::{
    Arc, Aside, ChatId, Deref, GalleryKind, GalleryList, History, ListKey, QueryError, Standing,
    Time, Visible,
};

/// Reads beside the open history.
pub struct Reader<'a> {
    aside: &'a Aside,
    ticket: u64,
    time: Time,
    /// Only absent while it is dropped.
    history: Option<History>,
    visible: Visible,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        aside: &'a Aside,
        ticket: u64,
        time: Time,
        history: History,
        visible: &Visible,
    ) -> Self {
        Self {
            aside,
            ticket,
            time,
            history: Some(history),
            visible: visible.clone(),
        }
    }

    /// Whether what it reads counts.
    pub fn standing(&self) -> Standing {
        self.aside.standing(self.time)
    }

    /// What may be shown of what it reads.
    pub fn visible(&self) -> &Visible {
        &self.visible
    }

    /// What a gallery has of what may be shown: made at the first asking, and kept until a lock or a change of messages.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn gallery_list(
        &self,
        kind: GalleryKind,
        chat: Option<ChatId>,
    ) -> Result<Arc<GalleryList>, QueryError> {
        let hidden = self.visible.hidden();
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
