//! The tables beside the messages that this version reads, opened once for a whole pass.
//!
//! Every table, its owner's column and its other columns stand in one list; the readers name them by it, and the
//! columns' places are their places in the list, counted from 1.

use std::collections::BTreeMap;

use rusqlite::Row;

use super::media;
use crate::TableCounts;
use crate::side::{RowSet, Side, Spec};
use crate::source::Parts;

macro_rules! tables {
    ($($beside:ident: $table:literal by $owner:literal $columns:expr;)*) => {
        /// A table beside the messages.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Beside { $($beside),* }

        /// The tables in the order of [`Beside`].
        const SPECS: &[(Beside, Spec)] = &[
            $((Beside::$beside, Spec { table: $table, owner: $owner, columns: &$columns })),*
        ];
    };
}

tables! {
    // Files
    Media: "message_media" by "message_row_id" media::COLUMNS;
    Thumbnail: "message_thumbnail" by "message_row_id" ["thumbnail"];
    MicroThumbnail: "mms_thumbnail_metadata" by "message_row_id" ["micro_thumbnail"];
    MmsThumbnail: "mms_metadata" by "message_row_id" ["micro_thumbnail"];
    // Text
    Mentions: "message_mentions" by "message_row_id" ["jid_row_id", "display_name", "mention_type"];
    Forwarded: "message_forwarded" by "message_row_id" ["forward_score"];
    Edits: "message_edit_info" by "message_row_id" ["edited_timestamp", "sender_timestamp", "original_key_id"];
    // Quotations
    Quoted: "message_quoted" by "message_row_id"
        ["key_id", "chat_row_id", "from_me", "sender_jid_row_id", "message_type", "origin", "text_data"];
    QuotedMedia: "message_quoted_media" by "message_row_id" ["media_caption"];
    // Notices
    System: "message_system" by "message_row_id" ["action_type"];
    Participants: "message_system_chat_participant" by "message_row_id" ["user_jid_row_id"];
    Numbers: "message_system_number_change" by "message_row_id" ["old_jid_row_id", "new_jid_row_id"];
    OldValues: "message_system_value_change" by "message_row_id" ["old_data"];
    NoticeGroup: "message_system_group" by "message_row_id" ["is_me_joined"];
    NoticeDevices: "message_system_device_change" by "message_row_id"
        ["device_added_count", "device_removed_count"];
    NoticeBlocked: "message_system_block_contact" by "message_row_id" ["is_blocked"];
    NoticeBusiness: "message_system_business_state" by "message_row_id" ["business_name"];
    NoticeProvider: "message_system_initial_privacy_provider" by "message_row_id" ["verified_biz_name"];
    NoticeCall: "message_system_linked_group_call" by "message_row_id" ["is_video_call"];
    NoticeLinked: "message_system_community_link_changed" by "message_row_id"
        ["linked_parent_group_jid_row_id"];
    NoticeNodes: "message_system_with_group_nodes" by "message_row_id" ["group_subject", "group_jid_row_id"];
    NoticeSiblings: "message_system_sibling_group_link_change" by "message_row_id"
        ["subgroup_subject", "subgroup_raw_jid"];
    NoticeParent: "message_system_group_with_parent" by "message_row_id" ["linked_parent_group_name"];
    NoticeUsername: "message_system_username_change" by "message_row_id"
        ["old_username", "new_username", "user_jid"];
    NoticeLid: "message_system_lid_change" by "message_row_id" ["old_lid_row_id", "new_lid_row_id"];
    NoticeEvent: "message_system_event_updates" by "message_row_id" ["event_name"];
    NoticeCallStart: "message_system_scheduled_call_start" by "message_row_id" ["call_title"];
    NoticeSharing: "message_limit_sharing_setting" by "message_row_id" ["enabled"];
    Timer: "message_ephemeral_setting" by "message_row_id" ["setting_duration"];
    TimerNotApplied: "message_system_ephemeral_setting_not_applied" by "message_row_id" ["setting_duration"];
    // Marks
    Ephemeral: "message_ephemeral" by "message_row_id" ["duration", "expire_timestamp", "keep_in_chat"];
    Revoked: "message_revoked" by "message_row_id" ["revoked_key_id", "admin_jid_row_id", "revoke_timestamp"];
    ViewOnce: "message_view_once_media" by "message_row_id" ["state"];
    Receipts: "receipt_user" by "message_row_id"
        ["receipt_user_jid_row_id", "receipt_timestamp", "read_timestamp", "played_timestamp"];
    Post: "newsletter_message" by "message_row_id" ["view_count"];
    PostReactions: "newsletter_message_reaction" by "message_row_id" ["reaction", "reaction_count"];
    Audio: "audio_data" by "message_row_id" ["waveform"];
    // Content
    Link: "message_text" by "message_row_id" ["url", "page_title", "description"];
    Location: "message_location" by "message_row_id"
        ["latitude", "longitude", "place_name", "place_address", "url", "live_location_share_duration",
        "live_location_final_latitude", "live_location_final_longitude", "live_location_final_timestamp"];
    Cards: "message_vcard" by "message_row_id" ["vcard"];
    CardPeople: "message_vcard_jid" by "message_row_id" ["vcard_row_id", "vcard_jid_row_id"];
    LegacyCards: "messages_vcards" by "message_row_id" ["vcard"];
    LegacyCardPeople: "messages_vcards_jids" by "message_row_id" ["vcard_row_id", "vcard_jid"];
    Poll: "message_poll" by "message_row_id" ["selectable_options_count", "end_time"];
    PollOptions: "message_poll_option" by "message_row_id" ["_id", "option_name", "vote_total"];
    Event: "message_event" by "message_row_id"
        ["name", "description", "location_latitude", "location_longitude", "location_name", "location_address",
        "join_link", "start_time", "end_time", "is_canceled"];
    EventInvite: "message_event_invite" by "message_row_id"
        ["event_title", "caption", "call_link", "start_time", "end_time", "is_canceled"];
    GroupInvite: "message_group_invite" by "message_row_id"
        ["group_name", "group_jid_row_id", "invite_code", "expiration"];
    AdminInvite: "message_newsletter_admin_invite" by "message_row_id"
        ["newsletter_name", "newsletter_jid_row_id", "expiration"];
    FollowerInvite: "message_newsletter_follower_invite" by "message_row_id"
        ["newsletter_name", "newsletter_jid_row_id"];
    // Business
    Template: "message_template" by "message_row_id" ["content_text_data", "footer_text_data"];
    Buttons: "message_template_button" by "message_row_id" ["text_data", "extra_data", "selected_index", "used"];
    Elements: "message_ui_elements" by "message_row_id"
        ["element_content", "description", "footer_text", "button_text"];
    ElementsReply: "message_ui_elements_reply" by "message_row_id" ["reply_description", "reply_values"];
    Header: "interactive_message_header_content" by "message_row_id" ["header_title", "header_sub_title"];
    Sections: "interactive_message_sections" by "message_row_id"
        ["section_title", "item_title", "item_description"];
    Product: "message_product" by "message_row_id"
        ["title", "description", "body", "footer", "currency_code", "amount_1000", "sale_amount_1000"];
    Order: "message_order" by "message_row_id"
        ["order_title", "message", "item_count", "status", "currency_code", "total_amount_1000"];
    Payment: "message_payment" by "message_row_id" ["amount_with_symbol"];
    Transaction: "pay_transaction" by "message_row_id" ["amount_1000", "currency_code", "status"];
    Invoice: "message_invoice" by "message_row_id" ["amount", "note", "status"];
    // Parts of other messages
    Association: "message_association" by "child_message_row_id" ["parent_message_row_id", "association_type"];
    OlderAssociation: "message_parent_association" by "message_row_id"
        ["parent_message_row_id", "association_type"];
    Comment: "message_comment" by "message_row_id" ["parent_message_row_id"];
}

/// Tables of the old family, which are left alone once the messages have moved.
fn is_legacy(beside: Beside) -> bool {
    matches!(beside, Beside::LegacyCards | Beside::LegacyCardPeople)
}

/// Tables of what a notice says.
fn is_notice(beside: Beside) -> bool {
    (Beside::System as usize..=Beside::TimerNotApplied as usize).contains(&(beside as usize))
}

/// Tables of what a message carries beside its text.
fn is_content(beside: Beside) -> bool {
    (Beside::Link as usize..=Beside::Invoice as usize).contains(&(beside as usize))
}

/// Every table of the list.
#[cfg(test)]
pub(crate) fn specs() -> Vec<Spec> {
    SPECS.iter().map(|&(_, spec)| spec).collect()
}

/// Every side table of a message.
pub(super) struct Tables<'s> {
    sides: Vec<Side<'s>>,
    /// Places of those that have rows.
    filled: Vec<usize>,
    /// Messages that have rows in any of them.
    any: RowSet,
    /// The message that is being put together, if it has rows in none of them.
    bare: Option<i64>,
    /// Messages that have rows in the tables of content.
    content: RowSet,
    /// Messages that have rows in the tables of notices.
    notice: RowSet,
}

impl<'s> Tables<'s> {
    pub(super) fn open(parts: &'s Parts, legacy: bool) -> rusqlite::Result<Self> {
        let (connection, schema) = (&parts.connection, &parts.schema);
        let (mut any, mut content, mut notice) =
            (RowSet::default(), RowSet::default(), RowSet::default());
        let mut sides = Vec::new();
        for &(beside, mut spec) in SPECS {
            if is_legacy(beside) && !legacy {
                spec.table = "";
            }
            let side = Side::open(connection, schema, spec, &|id| parts.order.has(id))?;
            side.each_owner(&mut |owner| {
                any.insert(owner);
                if is_content(beside) {
                    content.insert(owner);
                } else if is_notice(beside) {
                    notice.insert(owner);
                }
            });
            sides.push(side);
        }
        any.finish();
        content.finish();
        notice.finish();
        let filled = (0..sides.len())
            .filter(|&at| {
                sides
                    .get(at)
                    .is_some_and(|side: &Side<'_>| !side.is_empty())
            })
            .collect();
        Ok(Self {
            sides,
            filled,
            any,
            bare: None,
            content,
            notice,
        })
    }

    /// Begins with a message. Most have rows in no table: then every question about it is answered at once.
    pub(super) fn begin(&mut self, id: i64) {
        self.bare = Some(id).filter(|&id| !self.any.contains(id));
    }

    /// A message has rows in a table.
    pub(super) fn has(&self, beside: Beside, id: i64) -> bool {
        self.bare != Some(id) && self.side(beside).is_some_and(|side| side.has(id))
    }

    /// A message has rows in any table of content.
    pub(super) fn has_content(&self, id: i64) -> bool {
        self.content.contains(id)
    }

    /// A message has rows in any table of notices.
    pub(super) fn has_notice(&self, id: i64) -> bool {
        self.notice.contains(id)
    }

    /// Looks at the rows of a message without entering them into the accounts.
    pub(super) fn peek(
        &mut self,
        beside: Beside,
        id: i64,
        on_row: &mut dyn FnMut(&Row<'_>),
    ) -> rusqlite::Result<()> {
        self.side_mut(beside)
            .map_or(Ok(()), |side| side.peek(id, on_row))
    }

    fn side(&self, beside: Beside) -> Option<&Side<'s>> {
        self.sides.get(beside as usize)
    }

    fn side_mut(&mut self, beside: Beside) -> Option<&mut Side<'s>> {
        self.sides.get_mut(beside as usize)
    }

    /// Every row of a message in a table, in row order; column 0 is the row number.
    pub(super) fn each(
        &mut self,
        beside: Beside,
        id: i64,
        on_row: &mut dyn FnMut(&Row<'_>),
    ) -> rusqlite::Result<()> {
        if self.bare == Some(id) {
            return Ok(());
        }
        self.side_mut(beside)
            .map_or(Ok(()), |side| side.each(id, on_row))
    }

    /// The first row of a message in a table, read by `read`.
    pub(super) fn one<T>(
        &mut self,
        beside: Beside,
        id: i64,
        read: impl Fn(&Row<'_>) -> T,
    ) -> rusqlite::Result<Option<T>> {
        if self.bare == Some(id) {
            return Ok(None);
        }
        self.side_mut(beside)
            .map_or(Ok(None), |side| side.one(id, read))
    }

    /// So many rows that were just read of a table say nothing that is shown.
    pub(super) fn pass_over(&mut self, beside: Beside, rows: u64) {
        if let Some(side) = self.side_mut(beside) {
            side.pass_over(rows);
        }
    }

    /// So many rows that were just read of a table had to make way for others.
    pub(super) fn supersede(&mut self, beside: Beside, rows: u64) {
        if let Some(side) = self.side_mut(beside) {
            side.supersede(rows);
        }
    }

    /// Enters the rows of a message into the accounts.
    pub(super) fn settle(&mut self, id: i64, shown: bool) {
        if self.bare == Some(id) || !self.any.contains(id) {
            return;
        }
        for &at in &self.filled {
            if let Some(side) = self.sides.get_mut(at) {
                side.settle(id, shown);
            }
        }
    }

    /// Damaged stretches met so far.
    pub(super) fn damage(&self) -> u64 {
        self.sides.iter().map(|side| side.damage).sum()
    }

    /// What became of the rows of each table that there is.
    pub(super) fn counts(&self, counts: &mut BTreeMap<String, TableCounts>) {
        for ((_, spec), side) in SPECS.iter().zip(&self.sides) {
            if side.counts() != TableCounts::default() {
                counts.insert(spec.table.to_owned(), side.counts());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SPECS;

    #[test]
    fn the_list_is_in_the_order_of_its_names() {
        for (place, (beside, _)) in SPECS.iter().enumerate() {
            assert_eq!(*beside as usize, place, "{beside:?}");
        }
    }
}
