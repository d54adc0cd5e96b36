//! Claims about who is one person and what they are called.

use std::ops::ControlFlow;

use crate::testing::{ChatRow, JidRow, Phone, START};
use crate::{CallOutcome, NameSource, Person, PersonId};

const DAY: i64 = 24 * 3_600_000;
const OLD: &str = "34600111222@s.whatsapp.net";
const NEW: &str = "34600999888@s.whatsapp.net";

/// Somebody who went from one number to another a month after the start.
struct Moved {
    phone: Phone,
    old: JidRow,
    new: JidRow,
    group: ChatRow,
}

fn moved() -> Moved {
    let mut phone = Phone::modern();
    let (old, new) = (phone.jid(OLD), phone.jid(NEW));
    let group = phone.group("120363000000000001@g.us", "Choir");
    let notice = phone.notice(group, Some(old), 10);
    let again = phone.notice(group, Some(new), 28);
    phone.sql(&format!(
        "INSERT INTO message_system_number_change VALUES ({notice}, {old}, {new}), ({again}, {old}, {new});
         UPDATE message SET timestamp = {START} + 30 * {DAY} WHERE _id IN ({notice}, {again})",
        old = old.0,
        new = new.0
    ));
    Moved {
        phone,
        old,
        new,
        group,
    }
}

impl Moved {
    /// Somebody wrote so many days after the start.
    fn wrote(&mut self, sender: JidRow, day: i64) -> i64 {
        let row = self.phone.got(self.group, Some(sender), "hello");
        self.phone.sql(&format!(
            "UPDATE message SET timestamp = {START} + {day} * {DAY} WHERE _id = {row}"
        ));
        row
    }

    fn people(&self) -> Vec<Person> {
        self.phone.source().people().unwrap()
    }
}

#[test]
fn the_old_and_the_new_number_are_one_person() {
    let mut moved = moved();
    let (old, new) = (moved.old, moved.new);
    let before = moved.wrote(old, 3);
    let after = moved.wrote(new, 33);
    let chat = moved.phone.chat(old);
    let people = moved.people();
    assert_eq!(people.len(), 1);
    assert_eq!(
        (people[0].address.as_str(), people[0].id),
        (NEW, PersonId(new.0))
    );
    assert_eq!(people[0].former_phones, ["34600111222"]);
    let sender = |row| moved.phone.message(row).sender;
    assert_eq!(
        (sender(before), sender(after)),
        (Some(people[0].id), Some(people[0].id))
    );
    let chats = moved.phone.source().chats().unwrap();
    let peer = chats
        .iter()
        .find(|other| other.id.0 == chat.0)
        .unwrap()
        .peer;
    assert_eq!(peer, Some(people[0].id));
}

#[test]
fn a_number_that_somebody_else_writes_from_afterwards_stays_theirs() {
    let mut moved = moved();
    let (old, new) = (moved.old, moved.new);
    moved.wrote(old, 300);
    moved.wrote(new, 301);
    assert_eq!(moved.people().len(), 2);
}

#[test]
fn a_number_that_somebody_else_wrote_from_before_stays_theirs() {
    let mut moved = moved();
    let new = moved.new;
    moved.wrote(new, 2);
    assert_eq!(moved.people().len(), 2);
}

#[test]
fn a_day_of_wrong_clocks_separates_nobody_and_a_change_without_a_date_joins_nobody() {
    let mut moved = moved();
    let (old, new) = (moved.old, moved.new);
    moved.wrote(old, 31);
    moved.wrote(new, 29);
    assert_eq!(moved.people().len(), 1);
    moved
        .phone
        .sql("UPDATE message SET timestamp = 0 WHERE message_type = 7");
    assert_eq!(moved.people().len(), 2);
}

#[test]
fn several_changes_are_followed_and_a_way_back_joins_nobody_twice() {
    let moved = moved();
    let third = moved.phone.jid("34600777666@s.whatsapp.net");
    let mut phone = moved.phone;
    let notice = phone.notice(moved.group, Some(third), 28);
    let back = phone.notice(moved.group, Some(third), 28);
    phone.sql(&format!(
        "INSERT INTO message_system_number_change VALUES ({notice}, {new}, {third}), ({back}, {third}, {old});
         UPDATE message SET timestamp = {START} + 60 * {DAY} WHERE _id IN ({notice}, {back})",
        new = moved.new.0,
        old = moved.old.0,
        third = third.0
    ));
    let people = phone.source().people().unwrap();
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].address, "34600777666@s.whatsapp.net");
    assert_eq!(people[0].former_phones, ["34600111222", "34600999888"]);
}

#[test]
fn a_shared_card_names_whoever_has_no_other_name() {
    let mut phone = Phone::modern();
    let (ana, ben) = (phone.jid(OLD), phone.jid(NEW));
    let chat = phone.chat(ana);
    let row = phone.row(chat, true, None, 4, None);
    phone.card(row, "FN:Ana from work", Some(ana));
    phone.card(row, "FN:Ben from work", Some(ben));
    phone.sql(&format!(
        "INSERT INTO newsletter_subscribers VALUES (1, {}, 'Benny')",
        ben.0
    ));
    let people = phone.source().people().unwrap();
    let name = |place: usize| people[place].name.clone().unwrap();
    assert_eq!(name(0), ("Ana from work".into(), NameSource::SharedCard));
    assert_eq!(name(1), ("Benny".into(), NameSource::Push));
}

/// A group of strangers, and Ana, whom nothing names but the cards that are shared there.
struct Cards {
    phone: Phone,
    ana: JidRow,
    others: [JidRow; 2],
    group: ChatRow,
}

fn cards() -> Cards {
    let phone = Phone::modern();
    let ana = phone.jid(OLD);
    let others =
        ["34600000001", "34600000002"].map(|user| phone.jid(&format!("{user}@s.whatsapp.net")));
    let group = phone.group("120363000000000001@g.us", "Choir");
    Cards {
        phone,
        ana,
        others,
        group,
    }
}

impl Cards {
    /// Somebody, or the owner, shares a card of Ana's number.
    fn shares(&mut self, sender: Option<JidRow>, name: &str) {
        let sender_row = sender.map(|jid| jid.0);
        let row = self
            .phone
            .row(self.group, sender.is_none(), sender_row, 4, None);
        self.phone.card(row, &format!("FN:{name}"), Some(self.ana));
    }

    fn name(&self) -> Option<String> {
        let people = self.phone.source().people().unwrap();
        let ana = people.into_iter().find(|person| person.id.0 == self.ana.0);
        ana.unwrap().name.map(|(name, _)| name)
    }
}

#[test]
fn of_cards_that_differ_none_names_anybody_whichever_came_first() {
    let mut cards = cards();
    let [stranger, friend] = cards.others;
    cards.shares(Some(stranger), "Mum");
    cards.shares(Some(friend), "Mum");
    assert_eq!(cards.name().as_deref(), Some("Mum"));
    cards.shares(Some(friend), "Ana Pérez");
    assert_eq!(cards.name(), None);
}

#[test]
fn the_owners_own_card_names_before_anybody_elses_and_the_last_one_counts() {
    let mut cards = cards();
    let [stranger, friend] = cards.others;
    cards.shares(Some(stranger), "Mum");
    cards.shares(None, "Ana");
    cards.shares(None, "Ana Pérez");
    cards.shares(Some(friend), "Not Ana");
    assert_eq!(cards.name().as_deref(), Some("Ana Pérez"));
}

#[test]
fn nobody_names_themselves_by_a_card() {
    let mut cards = cards();
    cards.shares(Some(cards.ana), "Mum");
    assert_eq!(cards.name(), None);
    // Of a chat of two the chat itself is the sender.
    let chat = cards.phone.chat(cards.ana);
    let row = cards.phone.row(chat, false, None, 4, None);
    cards.phone.card(row, "FN:Mum", Some(cards.ana));
    assert_eq!(cards.name(), None);
    cards.shares(Some(cards.others[0]), "Ana");
    assert_eq!(cards.name().as_deref(), Some("Ana"));
}

#[test]
fn a_card_whose_message_is_gone_counts_as_somebodys() {
    let mut cards = cards();
    cards.shares(Some(cards.others[0]), "Ana");
    cards
        .phone
        .sql("DELETE FROM message WHERE message_type = 4");
    assert_eq!(cards.name().as_deref(), Some("Ana"));
}

#[test]
fn calls_have_everyone_who_was_called() {
    let phone = Phone::modern();
    let (ana, ben) = (phone.jid(OLD).0, phone.jid(NEW).0);
    phone.sql(&format!(
        "INSERT INTO call_log (_id, jid_row_id, call_id, timestamp) VALUES (3, {ana}, 'call:A', {START});
         INSERT INTO call_log_participant_v2 (call_log_row_id, jid_row_id, call_result)
            VALUES (3, {ben}, 5), (3, {ana}, 2), (4, {ana}, 5), (3, 4711, 5);
         INSERT INTO missed_call_logs (_id, timestamp) VALUES (9, {START} + 99999999);
         INSERT INTO missed_call_log_participant VALUES (1, 9, '{NEW}', 2);"
    ));
    let calls = phone.calls();
    let members = [
        (PersonId(ben), CallOutcome::Answered),
        (PersonId(ana), CallOutcome::Unknown),
    ];
    assert_eq!(calls[0].members, members);
    assert_eq!(calls[1].members, [(PersonId(ben), CallOutcome::Unknown)]);
    let source = phone.source();
    source.calls(&mut |_| ControlFlow::Continue(())).unwrap();
    let counts = source.tables()["call_log_participant_v2"];
    assert_eq!(
        (counts.shown, counts.orphaned, counts.passed_over),
        (2, 1, 1)
    );
}
