//! The small pictures of a range of messages.

use super::Beside;

/// A larger one is no thumbnail, whatever the source says; bytes.
const LARGEST: i64 = 256 << 10;

pub(super) fn fill(beside: &mut Beside<'_>) -> rusqlite::Result<()> {
    let sql = format!(
        "SELECT message, jpeg FROM thumbnail WHERE message BETWEEN ?1 AND ?2 AND length(jpeg) <= {LARGEST}"
    );
    beside.fill(&sql, |walked, row| {
        walked.thumbnail = Some(row.get(1)?);
        Ok(())
    })
}
