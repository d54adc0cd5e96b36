//! Claims about databases that were made to keep a reader busy: every pass takes steps in proportion to the rows.
//!
//! Where a pass compared each row with each other one, these took minutes to hours; the guard lies far above what they
//! take now, so that a slow machine is no failure.

use std::time::{Duration, Instant};

use crate::testing::{Phone, START, all};
use crate::{Content, NameSource, PartKind, PartOf, RowId};

const ANA: &str = "34600111222@s.whatsapp.net";
/// Far above a pass over the rows, far below one over the pairs of them.
const GUARD: Duration = Duration::from_secs(40);

/// What `work` gives, if it does not compare everything with everything.
fn in_one_pass<T>(work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    assert!(begun.elapsed() < GUARD, "{:?}", begun.elapsed());
    done
}

/// `sql` over the numbers 1 to `count`, which it calls `n`.
fn many(phone: &Phone, count: u32, sql: &str) {
    phone.sql(&format!(
        "WITH RECURSIVE numbers(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < {count}) {sql}"
    ));
}

fn phone_with_ana() -> (Phone, crate::testing::JidRow, crate::testing::ChatRow) {
    let phone = Phone::modern();
    let ana = phone.jid(ANA);
    let chat = phone.chat(ana);
    (phone, ana, chat)
}

#[test]
fn one_person_may_have_very_many_private_numbers() {
    let (phone, ana, _) = phone_with_ana();
    many(
        &phone,
        200_000,
        "INSERT INTO jid (_id, user, server, raw_string)
         SELECT n + 10, 10000000000000 + n, 'lid', (10000000000000 + n) || '@lid' FROM numbers",
    );
    let map = format!(
        "INSERT INTO jid_map SELECT n + 10, {}, 1 FROM numbers",
        ana.0
    );
    many(&phone, 200_000, &map);
    let people = in_one_pass(|| phone.source().people().unwrap());
    assert_eq!((people.len(), people[0].lids.len()), (1, 200_000));
}

#[test]
fn a_long_chain_of_changed_numbers_is_one_person() {
    const LINKS: u32 = 60_000;
    let mut phone = Phone::modern();
    let group = phone.group("120363000000000001@g.us", "Choir");
    many(
        &phone,
        LINKS,
        "INSERT INTO jid (_id, user, server, raw_string)
         SELECT n + 10, 34600000000 + n, 's.whatsapp.net', (34600000000 + n) || '@s.whatsapp.net' FROM numbers",
    );
    let notice = format!(
        "INSERT INTO message (_id, chat_row_id, from_me, key_id, status, timestamp, message_type)
         SELECT n + 10, {}, 0, 'N' || n, 6, {START} + n * 1000, 7 FROM numbers",
        group.0
    );
    many(&phone, LINKS - 1, &notice);
    many(
        &phone,
        LINKS - 1,
        "INSERT INTO message_system_number_change SELECT n + 10, n + 10, n + 11 FROM numbers",
    );
    let _ = phone.sent(group, "hello");
    let people = in_one_pass(|| phone.source().people().unwrap());
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].former_phones.len(), LINKS as usize - 1);
    // The same chain with its last link first.
    phone.sql(&format!(
        "UPDATE message SET timestamp = {START} + ({LINKS} - _id) * 1000 WHERE message_type = 7"
    ));
    let people = in_one_pass(|| phone.source().people().unwrap());
    assert_eq!(people[0].former_phones.len(), LINKS as usize - 1);
}

#[test]
fn a_shared_card_is_read_once_for_all_the_addresses_beside_it() {
    const ADDRESSES: u32 = 4_000;
    let (mut phone, _, chat) = phone_with_ana();
    many(
        &phone,
        ADDRESSES,
        "INSERT INTO jid (_id, user, server, raw_string)
         SELECT n + 10, 34600000000 + n, 's.whatsapp.net', (34600000000 + n) || '@s.whatsapp.net' FROM numbers",
    );
    let row = phone.row(chat, false, None, 4, None);
    let card = format!(
        "BEGIN:VCARD\nNOTE:{}\nFN:Ana\nEND:VCARD",
        "x".repeat(30 << 20)
    );
    phone.card(row, &card, None);
    let beside = format!(
        "INSERT INTO message_vcard_jid (vcard_jid_row_id, vcard_row_id, message_row_id) SELECT n + 10, 1, {row}
         FROM numbers"
    );
    many(&phone, ADDRESSES, &beside);
    let source = in_one_pass(|| phone.source());
    drop(in_one_pass(|| all(&source)));
}

#[test]
fn a_card_of_very_many_addresses_has_the_first_of_them() {
    const ADDRESSES: u32 = 150_000;
    let (mut phone, _, chat) = phone_with_ana();
    many(
        &phone,
        ADDRESSES,
        "INSERT INTO jid (_id, user, server, raw_string)
         SELECT n + 10, 34600000000 + n, 's.whatsapp.net', (34600000000 + n) || '@s.whatsapp.net' FROM numbers",
    );
    let row = phone.row(chat, false, None, 4, None);
    phone.card(row, "FN:Ana", None);
    let beside = format!(
        "INSERT INTO message_vcard_jid (vcard_jid_row_id, vcard_row_id, message_row_id) SELECT n + 10, 1, {row}
         FROM numbers"
    );
    many(&phone, ADDRESSES, &beside);
    let message = in_one_pass(|| phone.message(row));
    let Content::Contacts(cards) = *message.content.unwrap() else {
        panic!()
    };
    assert_eq!(cards[0].people.len(), 100);
}

#[test]
fn chats_that_all_claim_one_row_and_one_address_are_all_there() {
    const CHATS: u32 = 20_000;
    let phone = Phone::with(
        "CREATE TABLE jid (_id INTEGER PRIMARY KEY, user TEXT, server TEXT, raw_string TEXT);
         CREATE TABLE chat (_id INTEGER, jid_row_id INTEGER, subject TEXT);
         CREATE TABLE message (_id INTEGER PRIMARY KEY, chat_row_id INTEGER, key_id TEXT);
         INSERT INTO jid VALUES (1, '120363000000000001', 'g.us', '120363000000000001@g.us');",
    );
    many(
        &phone,
        CHATS,
        "INSERT INTO chat SELECT 7, 1, 'Choir' FROM numbers",
    );
    let chats = in_one_pass(|| phone.source().chats().unwrap());
    let addresses: std::collections::HashSet<_> =
        chats.iter().map(|chat| chat.address.as_str()).collect();
    assert_eq!(
        (chats.len(), addresses.len()),
        (CHATS as usize, CHATS as usize)
    );
    assert!(chats.iter().all(|chat| chat.address.len() < 100));
}

#[test]
fn very_many_deletions_of_a_chat_hide_what_the_farthest_of_them_hides() {
    const ROWS: u32 = 200_000;
    let (phone, _, chat) = phone_with_ana();
    let rows = format!(
        "INSERT INTO message (_id, chat_row_id, from_me, key_id, status, timestamp, message_type, text_data, starred,
           sort_id) SELECT n + 10, {}, 0, 'K' || n, 0, {START} + n, n % 2, 'word', n % 3 = 0, n + 10 FROM numbers",
        chat.0
    );
    many(&phone, ROWS, &rows);
    let jobs = format!(
        "INSERT INTO deleted_chat_job (chat_row_id, deleted_message_row_id, deleted_starred_message_row_id,
           deleted_message_categories, deleted_categories_message_row_id, singular_message_delete_rows_id)
         SELECT {}, min(n, 12), 11, '[\"1\"]', min(n, 18), CASE n WHEN 5 THEN '[\"17\"]' END FROM numbers",
        chat.0
    );
    many(&phone, ROWS, &jobs);
    let source = phone.source();
    let (messages, _) = in_one_pass(|| all(&source));
    let first: Vec<i64> = messages
        .iter()
        .map(|message| message.row.0)
        .take(4)
        .collect();
    // 11 and 12 of all, then the odd kind up to 18 but for the star on 13 and 19, and 17 by itself.
    assert_eq!(first, [13, 14, 16, 18]);
}

#[test]
fn very_many_missed_calls_of_one_person_are_each_told_once() {
    const CALLS: u32 = 250_000;
    let (mut phone, ana, chat) = phone_with_ana();
    let shown = phone.row(chat, false, None, 10, None);
    let logged = format!(
        "INSERT INTO call_log (jid_row_id, from_me, call_id, timestamp, call_result)
         SELECT {}, 0, 'call:' || n, {START} + n * 60000, 2 FROM numbers",
        ana.0
    );
    many(&phone, CALLS, &logged);
    // Every second one stands in the log, too, a moment apart.
    let missed = format!(
        "INSERT INTO missed_call_logs (message_row_id, timestamp)
         SELECT {shown}, {START} + n * 60000 + CASE n % 2 WHEN 0 THEN 9000 ELSE 30000 END FROM numbers"
    );
    many(&phone, CALLS, &missed);
    let calls = in_one_pass(|| phone.calls());
    assert_eq!(calls.len(), (CALLS + CALLS / 2) as usize);
}

#[test]
fn very_many_old_receipts_of_one_key_are_looked_at_once() {
    const ROWS: u32 = 100_000;
    let phone = Phone::legacy();
    let rows = format!(
        "INSERT INTO messages (key_remote_jid, key_from_me, key_id, status, timestamp, media_wa_type, data)
         SELECT '{ANA}', 1, 'K', 5, {START} + n, '0', 'word' FROM numbers"
    );
    many(&phone, ROWS, &rows);
    let receipts = format!(
        "INSERT INTO receipts (key_remote_jid, key_id, remote_resource, receipt_device_timestamp)
         SELECT '{ANA}', 'K', '{ANA}', {START} + n FROM numbers"
    );
    many(&phone, ROWS, &receipts);
    let source = phone.source();
    let (messages, counts) = in_one_pass(|| all(&source));
    assert_eq!(messages[0].receipts.len(), 1);
    assert_eq!(messages[0].receipts[0].delivered_at, Some(START + 1));
    assert!(messages[1].receipts.is_empty());
    assert_eq!(counts.tables["receipts"].rows, u64::from(ROWS));
}

#[test]
fn a_vote_for_everything_again_and_again_is_read_in_one_pass() {
    const ROWS: u32 = 600_000;
    let (mut phone, ana, chat) = phone_with_ana();
    let options: Vec<String> = (0..1000).map(|n| format!("option {n}")).collect();
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    let (poll, rows) = phone.asked(chat, "Where?", &options);
    phone.voted(poll, Some(ana.0), &[], 10);
    let again = format!(
        "INSERT INTO message_add_on_poll_vote_selected_option (message_add_on_row_id, message_poll_option_id)
         SELECT 1, {} + n % 1000 FROM numbers",
        rows[0]
    );
    many(&phone, ROWS, &again);
    let message = in_one_pass(|| phone.message(poll));
    let Content::Poll(poll) = *message.content.unwrap() else {
        panic!()
    };
    assert_eq!(poll.votes[0].options.len(), 1000);
}

#[test]
fn mentions_of_a_whole_town_are_read_in_one_pass() {
    let (mut phone, _, chat) = phone_with_ana();
    many(
        &phone,
        5000,
        "INSERT INTO jid (_id, user, server, raw_string)
         SELECT n + 10, 34600000000 + n, 's.whatsapp.net', (34600000000 + n) || '@s.whatsapp.net' FROM numbers",
    );
    let text: Vec<String> = (1..=5000)
        .rev()
        .map(|n| format!("@{}", 34_600_000_000_i64 + n))
        .collect();
    let text = text.join(" ");
    let rows: Vec<i64> = (0..40).map(|_| phone.got(chat, None, &text)).collect();
    for row in rows {
        let mentions = format!(
            "INSERT INTO message_mentions (message_row_id, jid_row_id) SELECT {row}, n + 10 FROM numbers"
        );
        many(&phone, 5000, &mentions);
    }
    let messages = in_one_pass(|| phone.messages());
    assert!(
        messages
            .iter()
            .all(|message| message.mentions.len() == 5000)
    );
    assert_eq!(messages[0].mentions[0].digits, "34600005000");
}

#[test]
fn parts_of_what_is_itself_a_part_many_times_over_are_read_in_one_pass() {
    const ROWS: u32 = 30_000;
    let (mut phone, _, chat) = phone_with_ana();
    let album = phone.row(chat, false, None, 99, None);
    let picture = phone.row(chat, false, None, 1, None);
    let rows = format!(
        "INSERT INTO message (_id, chat_row_id, from_me, key_id, status, timestamp, message_type, sort_id)
         SELECT n + 10, {}, 0, 'P' || n, 0, {START} + n, 1, n + 10 FROM numbers",
        chat.0
    );
    many(&phone, ROWS, &rows);
    let parts = format!(
        "INSERT INTO message_association (child_message_row_id, parent_message_row_id, association_type)
         SELECT {picture}, {album}, 2 FROM numbers UNION ALL SELECT n + 10, {picture}, 12 FROM numbers"
    );
    many(&phone, ROWS, &parts);
    let messages = in_one_pass(|| phone.messages());
    let twin = PartOf {
        row: RowId(picture),
        kind: PartKind::HdTwin,
    };
    assert!(
        messages[2..]
            .iter()
            .all(|message| message.part_of == Some(twin))
    );
}

#[test]
fn the_newest_of_very_many_reactions_counts_and_every_row_is_accounted_for() {
    const ROWS: u32 = 300_000;
    let (mut phone, ana, chat) = phone_with_ana();
    let row = phone.got(chat, None, "hello");
    let add_ons = format!(
        "INSERT INTO message_add_on (_id, from_me, sender_jid_row_id, parent_message_row_id, timestamp,
           message_add_on_type) SELECT n, 0, {}, {row}, {START} + n, 56 FROM numbers",
        ana.0
    );
    many(&phone, ROWS, &add_ons);
    let reactions = format!(
        "INSERT INTO message_add_on_reaction SELECT n, CASE n WHEN 100000 THEN 'new' ELSE 'old' END, {START} + n
         FROM numbers"
    );
    many(&phone, ROWS, &reactions);
    let message = in_one_pass(|| phone.message(row));
    assert_eq!(message.reactions.len(), 1);
    assert_eq!(message.reactions[0].emoji, "new");
}

#[test]
fn a_name_on_a_card_is_the_last_resort_whatever_table_has_the_better_one() {
    let (mut phone, ana, chat) = phone_with_ana();
    let row = phone.row(chat, true, None, 4, None);
    phone.card(row, "FN:Mum", Some(ana));
    let better = [
        (
            format!(
                "INSERT INTO message_mentions (message_row_id, jid_row_id, display_name) VALUES ({row}, {}, 'Anita')",
                ana.0
            ),
            NameSource::Mention,
        ),
        (
            format!(
                "INSERT INTO group_participant_user (group_jid_row_id, user_jid_row_id, label) VALUES (9, {}, 'Alto')",
                ana.0
            ),
            NameSource::Label,
        ),
        (
            format!(
                "INSERT INTO lid_display_name VALUES ({}, 'Ana P.', NULL)",
                ana.0
            ),
            NameSource::LidDisplay,
        ),
    ];
    let source_of = |phone: &Phone| phone.source().people().unwrap()[0].name.clone().unwrap().1;
    assert_eq!(source_of(&phone), NameSource::SharedCard);
    for (sql, source) in better {
        phone.sql(&sql);
        assert_eq!(source_of(&phone), source);
    }
}
