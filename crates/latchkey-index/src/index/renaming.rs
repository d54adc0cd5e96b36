//! Changes of what people are called: whatever mentions them is found by the new name afterwards.

use rusqlite::{Connection, TransactionBehavior};

use super::Index;
use crate::cipher::Access;
use crate::error::UpdateError;
use crate::import::owed;

impl Index {
    /// Makes a change after which people may be called otherwise, in one transaction, and brings the text index level
    /// with it: the words of messages hold the names of whom they mention.
    ///
    /// # Errors
    /// [`UpdateError`]; nothing is changed then, unless only the text index could not be brought level, which the
    /// next opening does.
    pub(crate) fn rename<T>(
        &mut self,
        change: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, UpdateError> {
        if self.access == Access::Read {
            return Err(UpdateError::ReadOnly);
        }
        // What an earlier change left owing is paid before the list of debts is begun anew.
        if !self.search_is_level()? {
            self.level_search()?;
        }
        let immediate = TransactionBehavior::Immediate;
        let transaction = self.tables.transaction_with_behavior(immediate)?;
        owed::begin(&transaction)?;
        let (changed, owed) = owed::renaming(&transaction, || change(&transaction))?;
        if owed {
            owed::next_generation(&transaction)?;
        }
        transaction.commit()?;
        if owed {
            self.level_search()?;
        }
        Ok(changed)
    }
}
