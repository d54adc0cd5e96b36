//! Writes what can hang on any message: files, quotations, notices, mentions, parts, deletions, receipts, figures.

use latchkey_messages::{
    ChannelFigures, Disappearing, Media, Mention, Message, PartOf, Quote, Revoked, SystemNotice,
};
use rusqlite::{Connection, params};

use super::table::{Meet, Table};
use crate::import::identity::Key;
use crate::import::people::PeopleMap;
use crate::schema;

/// The tables of what hangs on messages.
pub(crate) struct BesideWriter<'a> {
    media: Table<'a>,
    thumbnail: Table<'a>,
    quote: Table<'a>,
    notice: Table<'a>,
    notice_person: Table<'a>,
    notice_group: Table<'a>,
    mention: Table<'a>,
    part: Table<'a>,
    disappearing: Table<'a>,
    revoked: Table<'a>,
    receipt: Table<'a>,
    channel_post: Table<'a>,
    channel_reaction: Table<'a>,
}

impl<'a> BesideWriter<'a> {
    pub(crate) fn new(tables: &'a Connection) -> Self {
        const MESSAGE: &[&str] = &["message"];
        const LISTED: &[&str] = &["message", "n"];
        let table = |name, keys, columns| Table::new(tables, name, keys, columns);
        Self {
            media: table(
                "media",
                MESSAGE,
                &[
                    "path",
                    "name",
                    "mime",
                    "size",
                    "duration",
                    "width",
                    "height",
                    "pages",
                    "sha256",
                    "downloaded",
                    "offloaded",
                    "waveform",
                    "transcript",
                ],
            ),
            thumbnail: table("thumbnail", MESSAGE, &["jpeg"]),
            quote: table(
                "quote",
                MESSAGE,
                &["target", "from_me", "sender", "kind", "text", "key"],
            )
            .packing("text"),
            notice: table(
                "notice",
                MESSAGE,
                &[
                    "action",
                    "old_value",
                    "new_value",
                    "seconds",
                    "added",
                    "removed",
                    "yes",
                ],
            ),
            notice_person: table("notice_person", LISTED, &["person"]),
            notice_group: table("notice_group", LISTED, &["name"]),
            mention: table("mention", LISTED, &["digits", "person", "name"]),
            part: table("part", MESSAGE, &["parent", "kind"]),
            disappearing: table("disappearing", MESSAGE, &["seconds", "expires_at"]),
            revoked: table("revoked", MESSAGE, &["by_admin", "admin", "at"]),
            receipt: table(
                "receipt",
                &["message", "person"],
                &["delivered", "read", "played"],
            ),
            channel_post: table("channel_post", MESSAGE, &["views"]),
            channel_reaction: table("channel_reaction", &["message", "emoji"], &["count"]),
        }
    }

    pub(crate) fn media(&mut self, id: i64, media: &Media, meet: Meet) -> rusqlite::Result<()> {
        let number = |value: Option<u64>| value.and_then(|value| i64::try_from(value).ok());
        self.media.put(
            meet,
            params![
                id,
                media.path,
                media.name,
                media.mime,
                number(media.size),
                number(media.duration),
                media.width,
                media.height,
                media.pages,
                media.sha256,
                media.downloaded,
                media.offloaded,
                media.waveform,
                media.transcript,
            ],
        )?;
        match &media.thumbnail {
            Some(jpeg) => self.thumbnail.put(meet, params![id, jpeg]),
            None => Ok(()),
        }
    }

    pub(crate) fn quote(
        &mut self,
        id: i64,
        quote: &Quote,
        target: Option<i64>,
        meet: Meet,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        let sender = quote.sender.and_then(|person| people.id(person));
        let kind = quote.kind.map(schema::kind_code);
        let key = Key::pack(quote.key_id.as_deref().unwrap_or_default());
        self.quote.put(
            meet,
            params![id, target, quote.from_me, sender, kind, quote.text, key],
        )
    }

    pub(crate) fn notice(
        &mut self,
        id: i64,
        notice: &SystemNotice,
        meet: Meet,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        self.notice.put(
            meet,
            params![
                id,
                notice.action,
                notice.old_value,
                notice.new_value,
                notice
                    .seconds
                    .and_then(|seconds| i64::try_from(seconds).ok()),
                notice.devices.map(|devices| devices.0),
                notice.devices.map(|devices| devices.1),
                notice.yes,
            ],
        )?;
        for (n, person) in (0_i64..).zip(&notice.people) {
            if let Some(person) = people.id(*person) {
                self.notice_person.put(meet, params![id, n, person])?;
            }
        }
        for (n, name) in (0_i64..).zip(&notice.groups) {
            self.notice_group.put(meet, params![id, n, name])?;
        }
        Ok(())
    }

    pub(crate) fn mentions(
        &mut self,
        id: i64,
        mentions: &[Mention],
        meet: Meet,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        for (n, mention) in (0_i64..).zip(mentions) {
            let person = mention.person.and_then(|person| people.id(person));
            self.mention
                .put(meet, params![id, n, mention.digits, person, mention.name])?;
        }
        Ok(())
    }

    pub(crate) fn part(
        &mut self,
        id: i64,
        part: PartOf,
        parent: Option<i64>,
        meet: Meet,
    ) -> rusqlite::Result<()> {
        let kind = schema::part_kind_code(part.kind);
        self.part.put(meet, params![id, parent, kind])
    }

    /// What few messages have; `time` is the one that receipts count from.
    pub(crate) fn rare(
        &mut self,
        id: i64,
        message: &Message,
        time: i64,
        meet: Meet,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        if let Some(disappearing) = message.disappearing {
            self.disappearing(id, disappearing, meet)?;
        }
        if let Some(revoked) = &message.revoked {
            self.revoked(id, revoked, meet, people)?;
        }
        if let Some(figures) = &message.channel {
            self.channel(id, figures, meet)?;
        }
        let after = |at: Option<i64>| at.and_then(|at| at.checked_sub(time));
        for receipt in &message.receipts {
            if let Some(person) = people.id(receipt.person) {
                let offsets = params![
                    id,
                    person,
                    after(receipt.delivered_at),
                    after(receipt.read_at),
                    after(receipt.played_at)
                ];
                // Two addresses of one person may both have a receipt.
                let meet = if meet == Meet::Nothing {
                    Meet::Newer
                } else {
                    meet
                };
                self.receipt.put(meet, offsets)?;
            }
        }
        Ok(())
    }

    fn disappearing(
        &mut self,
        id: i64,
        disappearing: Disappearing,
        meet: Meet,
    ) -> rusqlite::Result<()> {
        let seconds = disappearing
            .seconds
            .and_then(|seconds| i64::try_from(seconds).ok());
        self.disappearing
            .put(meet, params![id, seconds, disappearing.expires_at])
    }

    fn revoked(
        &mut self,
        id: i64,
        revoked: &Revoked,
        meet: Meet,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        let admin = revoked.admin.and_then(|person| people.id(person));
        self.revoked
            .put(meet, params![id, revoked.by_admin, admin, revoked.at])
    }

    fn channel(&mut self, id: i64, figures: &ChannelFigures, meet: Meet) -> rusqlite::Result<()> {
        let number = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
        self.channel_post
            .put(meet, params![id, figures.views.map(number)])?;
        for (emoji, count) in &figures.reactions {
            // A source may list an emoji twice.
            let meet = if meet == Meet::Nothing {
                Meet::Newer
            } else {
                meet
            };
            self.channel_reaction
                .put(meet, params![id, emoji, number(*count)])?;
        }
        Ok(())
    }
}
