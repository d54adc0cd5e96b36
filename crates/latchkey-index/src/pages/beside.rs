//! Reads what can hang on any message.

use super::mentions::Digits;
use super::page::{Page, newest_of_each, room};
use super::place_of;
use crate::import::marks;
use crate::rows::{
    ChannelRow, ChatId, CountedReaction, DevicesRow, DisappearingRow, MarkRow, MessageId, PartRow,
    PersonId, QuotedRow, ReactionRow, RevokedRow, SystemRow,
};
use crate::schema::{self, flag};

pub(super) fn media(page: &mut Page<'_>) -> rusqlite::Result<()> {
    page.fill(crate::media::OF_SPAN, |message, row| {
        message.media = Some(crate::media::media_row(row)?);
        Ok(())
    })
}

pub(super) fn quotes(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let tables = page.tables;
    let mut digits = Digits::new(tables);
    let sql =
        "SELECT q.message, q.target, q.from_me, coalesce(p.same_as, q.sender), coalesce(p.name, '+' || p.phone),
           q.kind, unpack(coalesce(q.text, m.text)), m.kind, coalesce(o.same_as, m.sender), coalesce(o.name, '+' || o.phone),
           m.flags
         FROM quote q LEFT JOIN message m ON m.id = q.target
           LEFT JOIN person p ON p.id = q.sender LEFT JOIN person o ON o.id = m.sender
         WHERE q.message BETWEEN ?1 AND ?2";
    page.fill(sql, |message, row| {
        let target: Option<i64> = row.get(1)?;
        let place = match target {
            Some(target) => place_of(tables, target)?,
            None => None,
        };
        let kind = row.get::<_, Option<i64>>(7)?.or(row.get(5)?);
        let from_me = match row.get::<_, Option<i64>>(10)? {
            Some(flags) => flags & flag::FROM_ME != 0,
            None => row.get(2)?,
        };
        let text: Option<String> = row.get(6)?;
        message.quoted = Some(QuotedRow {
            message: target.map(MessageId),
            chat: place.map(|place| ChatId(place.0)),
            position: place.and_then(|place| place.1.try_into().ok()),
            from_me,
            sender: row.get::<_, Option<i64>>(8)?.or(row.get(3)?).map(PersonId),
            sender_name: row.get::<_, Option<String>>(9)?.or(row.get(4)?),
            kind: kind.map(schema::kind),
            text: text.map(|text| digits.named(text)).transpose()?,
        });
        Ok(())
    })
}

pub(super) fn notices(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let sql =
        "SELECT message, action, old_value, new_value, seconds, added, removed, yes FROM notice
        WHERE message BETWEEN ?1 AND ?2";
    page.fill(sql, |message, row| {
        let seconds = row.get::<_, Option<i64>>(4)?;
        let devices: (Option<u32>, Option<u32>) = (row.get(5)?, row.get(6)?);
        message.system = Some(SystemRow {
            action: row.get(1)?,
            old_value: row.get(2)?,
            new_value: row.get(3)?,
            seconds: seconds.and_then(|seconds| seconds.try_into().ok()),
            devices: match devices {
                (None, None) => None,
                (added, removed) => Some(DevicesRow {
                    added: added.unwrap_or(0),
                    removed: removed.unwrap_or(0),
                }),
            },
            yes: row.get(7)?,
            ..SystemRow::default()
        });
        Ok(())
    })?;
    let sql =
        "SELECT n.message, coalesce(p.name, '+' || p.phone, ''), coalesce(p.same_as, n.person)
        FROM notice_person n LEFT JOIN person p ON p.id = n.person
        WHERE n.message BETWEEN ?1 AND ?2 ORDER BY n.message, n.n";
    page.fill(sql, |message, row| {
        if let Some(notice) = &mut message.system {
            notice.people.push(row.get(1)?);
            notice.persons.push(PersonId(row.get(2)?));
        }
        Ok(())
    })?;
    let sql = "SELECT message, name FROM notice_group WHERE message BETWEEN ?1 AND ?2 ORDER BY message, n";
    page.fill(sql, |message, row| {
        if let Some(notice) = &mut message.system {
            notice.groups.push(row.get(1)?);
        }
        Ok(())
    })
}

pub(super) fn reactions(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let most = page.limits.given;
    let sql =
        "SELECT r.message, r.emoji, r.from_me, coalesce(p.same_as, r.sender), coalesce(p.name, '+' || p.phone), r.at
         FROM reaction r LEFT JOIN person p ON p.id = r.sender
         WHERE r.message BETWEEN ?1 AND ?2 ORDER BY r.message, r.n";
    page.fill_first(sql, |message, row| {
        message.reactions.push(ReactionRow {
            emoji: row.get(1)?,
            from_me: row.get(2)?,
            sender: row.get::<_, Option<i64>>(3)?.map(PersonId),
            sender_name: row.get(4)?,
            at: row.get(5)?,
        });
        Ok(room(&message.reactions, most))
    })?;
    // The places of reactions have no gaps: none is ever taken out.
    let count = "SELECT coalesce(max(n) + 1, 0) FROM reaction WHERE message = ?1";
    page.count_more(most, count, |message| {
        Some((message.reactions.len(), &mut message.reactions_more))
    })?;
    for message in page
        .rows
        .iter_mut()
        .filter(|message| message.reactions.len() > 1)
    {
        newest_of_each(&mut message.reactions, |reaction| {
            (reaction.sender, reaction.at)
        });
    }
    Ok(())
}

pub(super) fn part_of(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let sql = "SELECT message, parent, kind FROM part WHERE message BETWEEN ?1 AND ?2 AND parent IS NOT NULL";
    page.fill(sql, |message, row| {
        message.part_of = Some(PartRow {
            message: MessageId(row.get(1)?),
            kind: schema::part_kind(row.get(2)?),
        });
        Ok(())
    })
}

/// The folded parts of messages; a comment (4) stands on its own. The condition is that of the index.
const PARTS: &str = "SELECT parent, message FROM part WHERE parent BETWEEN ?1 AND ?2 AND kind <> 4 ORDER BY parent, message";
const PARTS_OF_ONE: &str = "SELECT count(*) FROM part WHERE parent = ?1 AND kind <> 4";

pub(super) fn parts(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let most = page.limits.parts;
    page.fill_first(PARTS, |message, row| {
        message.parts.push(MessageId(row.get(1)?));
        Ok(room(&message.parts, most))
    })?;
    page.count_more(most, PARTS_OF_ONE, |message| {
        Some((message.parts.len(), &mut message.parts_more))
    })?;
    for message in page
        .rows
        .iter_mut()
        .filter(|message| message.parts.len() > 1)
    {
        let mut placed = Vec::with_capacity(message.parts.len());
        for &part in &message.parts {
            placed.push((place_of(page.tables, part.0)?, part));
        }
        placed.sort();
        message.parts = placed.into_iter().map(|(_, part)| part).collect();
    }
    Ok(())
}

pub(super) fn disappearing(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let sql =
        "SELECT message, seconds, expires_at FROM disappearing WHERE message BETWEEN ?1 AND ?2";
    page.fill(sql, |message, row| {
        let seconds = row.get::<_, Option<i64>>(1)?;
        message.disappearing = Some(DisappearingRow {
            seconds: seconds.and_then(|seconds| seconds.try_into().ok()),
            expires_at: row.get(2)?,
        });
        Ok(())
    })
}

pub(super) fn marks(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let sql = "SELECT m.message, m.what, m.from_me, coalesce(p.same_as, m.sender), coalesce(p.name, '+' || p.phone), m.at
        FROM mark m LEFT JOIN person p ON p.id = m.sender WHERE m.message BETWEEN ?1 AND ?2";
    page.fill(sql, |message, row| {
        let mark = Some(MarkRow {
            from_me: row.get(2)?,
            sender: row.get::<_, Option<i64>>(3)?.map(PersonId),
            sender_name: row.get(4)?,
            at: row.get(5)?,
        });
        match row.get(1)? {
            marks::PINNED => message.pinned = mark,
            marks::KEPT => message.kept = mark,
            _ => {}
        }
        Ok(())
    })
}

pub(super) fn own_marks(page: &mut Page<'_>) -> rusqlite::Result<()> {
    page.fill(crate::marks::OF_SPAN, |message, row| {
        message.own_marks = Some(crate::marks::own_marks(row)?);
        Ok(())
    })
}

pub(super) fn revoked(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let sql = "SELECT r.message, r.by_admin, coalesce(p.same_as, r.admin), coalesce(p.name, '+' || p.phone), r.at
        FROM revoked r LEFT JOIN person p ON p.id = r.admin WHERE r.message BETWEEN ?1 AND ?2";
    page.fill(sql, |message, row| {
        message.revoked = Some(RevokedRow {
            by_admin: row.get(1)?,
            admin: row.get::<_, Option<i64>>(2)?.map(PersonId),
            admin_name: row.get(3)?,
            at: row.get(4)?,
            kept_text: None,
        });
        Ok(())
    })
}

/// What replies have kept of messages that have no words of their own any more: the longest copy of the first thousand.
pub(super) fn kept_texts(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let mut digits = Digits::new(page.tables);
    for message in page.rows.iter_mut() {
        if message.kind != latchkey_messages::Kind::Revoked || message.text.is_some() {
            continue;
        }
        let mut statement = page.tables.prepare_cached(
            "SELECT kept FROM (SELECT unpack(text) AS kept FROM quote WHERE target = ?1 AND text IS NOT NULL LIMIT 1000)
             ORDER BY length(kept) DESC, kept LIMIT 1",
        )?;
        let mut rows = statement.query([message.id.0])?;
        if let Some(row) = rows.next()? {
            let kept = digits.named(row.get(0)?)?;
            message.revoked.get_or_insert_default().kept_text = Some(kept);
        }
    }
    Ok(())
}

pub(super) fn channel(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let sql = "SELECT message, views FROM channel_post WHERE message BETWEEN ?1 AND ?2";
    page.fill(sql, |message, row| {
        let views = row.get::<_, Option<i64>>(1)?;
        message.channel = Some(ChannelRow {
            views: views.and_then(|views| views.try_into().ok()),
            reactions: Vec::new(),
        });
        Ok(())
    })?;
    let sql = "SELECT message, emoji, count FROM channel_reaction WHERE message BETWEEN ?1 AND ?2
        ORDER BY message, count DESC, emoji";
    page.fill(sql, |message, row| {
        message
            .channel
            .get_or_insert_default()
            .reactions
            .push(CountedReaction {
                emoji: row.get(1)?,
                count: row.get::<_, i64>(2)?.try_into().unwrap_or(0),
            });
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use latchkey_messages::PartKind;

    use super::{PARTS, PARTS_OF_ONE};
    use crate::schema::{part_kind_code, plan};

    #[test]
    fn parts_are_found_by_an_index_that_has_no_comments() {
        assert_eq!(part_kind_code(PartKind::Comment), 4);
        for sql in [PARTS, PARTS_OF_ONE] {
            let plan = plan(sql);
            let sorted = plan.contains("TEMP B-TREE");
            assert!(plan.contains("part_parent") && !sorted, "{plan}");
        }
    }
}
