//! How far messages got with each person, for a range of them: what `Index::receipts` says of one.

use super::Beside;
use crate::rows::{PersonId, ReceiptRow};

const OF_SPAN: &str = "SELECT r.message, coalesce(p.same_as, r.person), coalesce(p.name, '+' || p.phone),
       r.delivered, r.read, r.played
     FROM receipt r LEFT JOIN person p ON p.id = r.person WHERE r.message BETWEEN ?1 AND ?2 ORDER BY r.message, r.person";

pub(super) fn fill(beside: &mut Beside<'_>) -> rusqlite::Result<()> {
    beside.fill(OF_SPAN, |walked, row| {
        let from = walked.row.sent_at.unwrap_or(0);
        let time = |after: Option<i64>| after.map(|after| from.saturating_add(after));
        walked.receipts.push(ReceiptRow {
            person: PersonId(row.get(1)?),
            name: row.get(2)?,
            delivered_at: time(row.get(3)?),
            read_at: time(row.get(4)?),
            played_at: time(row.get(5)?),
        });
        Ok(())
    })?;
    let with_receipts = beside.walked.iter_mut();
    for walked in with_receipts.filter(|walked| walked.receipts.len() > 1) {
        one_of_each(&mut walked.receipts);
    }
    Ok(())
}

/// Of two people who turned out to be one the earlier times count; those first who had it first.
fn one_of_each(receipts: &mut Vec<ReceiptRow>) {
    let earlier = |one: Option<i64>, other: Option<i64>| match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    receipts.sort_by_key(|receipt| receipt.person);
    receipts.dedup_by(|later, first| {
        let same = later.person == first.person;
        if same {
            first.delivered_at = earlier(first.delivered_at, later.delivered_at);
            first.read_at = earlier(first.read_at, later.read_at);
            first.played_at = earlier(first.played_at, later.played_at);
        }
        same
    });
    receipts.sort_by_key(|receipt| {
        let first = receipt
            .delivered_at
            .or(receipt.read_at)
            .or(receipt.played_at);
        (first, receipt.person)
    });
}

#[cfg(test)]
mod tests {
    use super::OF_SPAN;
    use crate::schema::plan;

    #[test]
    fn receipts_are_read_in_the_order_of_their_key() {
        let plan = plan(OF_SPAN);
        assert!(!plan.contains("TEMP B-TREE"), "{plan}");
    }
}
