//! Small pictures in memory, no more than so many bytes: what was not asked for longest goes first.

use std::collections::{HashMap, VecDeque};

use latchkey_index::MessageId;

use super::Size;
use crate::shell::session::Since;

/// Bytes that are kept.
const MOST: usize = 32 << 20;

/// A picture in one of its sizes.
pub type Which = (MessageId, Size);

/// Small pictures by message, of one time in the session's life.
#[derive(Default)]
pub struct Kept {
    since: Option<Since>,
    pictures: HashMap<Which, Vec<u8>>,
    order: VecDeque<Which>,
    bytes: usize,
}

impl Kept {
    /// The picture of a message, when it was kept in this time.
    pub fn get(&mut self, since: Since, which: Which) -> Option<Vec<u8>> {
        if self.since != Some(since) {
            return None;
        }
        let found = self.pictures.get(&which).cloned()?;
        self.order.retain(|kept| *kept != which);
        self.order.push_back(which);
        Some(found)
    }

    /// Keeps a picture; those of another time are forgotten.
    pub fn put(&mut self, since: Since, which: Which, bytes: &[u8]) {
        if self.since != Some(since) {
            *self = Self {
                since: Some(since),
                ..Self::default()
            };
        }
        if bytes.len() > MOST || self.pictures.contains_key(&which) {
            return;
        }
        self.bytes += bytes.len();
        self.order.push_back(which);
        self.pictures.insert(which, bytes.to_vec());
        while self.bytes > MOST {
            let Some(oldest) = self.order.pop_front() else {
                break;
            };
            let gone = self.pictures.remove(&oldest);
            self.bytes -= gone.map_or(0, |gone| gone.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::session::Session;

    fn thumbnail(message: i64) -> Which {
        (MessageId(message), Size::Thumbnail)
    }

    #[test]
    fn the_bytes_are_bounded_and_what_nobody_asks_for_goes_first() {
        let since = Session::default().since();
        let mut kept = Kept::default();
        for id in 0..100 {
            kept.put(since, thumbnail(id), &vec![0; MOST / 10]);
            assert!(kept.bytes <= MOST);
            assert!(kept.get(since, thumbnail(0)).is_some());
        }
        assert!(kept.get(since, thumbnail(90)).is_none());
        assert!(kept.get(since, thumbnail(91)).is_some());
        kept.put(since, thumbnail(200), &vec![0; MOST + 1]);
        assert!(kept.get(since, thumbnail(200)).is_none());
        assert_eq!(kept.pictures.len(), kept.order.len());
    }

    #[test]
    fn a_lock_forgets_them() {
        let session = Session::default();
        let before = session.since();
        let mut kept = Kept::default();
        kept.put(before, thumbnail(1), b"x");
        assert_eq!(kept.get(before, thumbnail(1)).as_deref(), Some(&b"x"[..]));
        session.close();
        assert_eq!(kept.get(session.since(), thumbnail(1)), None);
    }
}
