//! Nothing of a locked chat is shown before the person has opened the keyring once more, and nothing after a lock.

use latchkey_index::{ChatId, Query};

use super::*;
use crate::browsing::{self, picture, thumbnail};
use crate::journey::made_up::MadeUp;
use crate::views::{ErrorCode, HitsView, MessageView, OwnMarksView, QuotedView};
use crate::{keys, marks, opening};

/// What the window sees of the chats: how many, and what a search for a word of all of them finds.
fn seen(made_up: &MadeUp) -> (usize, u64) {
    let chats = made_up
        .shell
        .session
        .read_visible(|history, visible| browsing::chats(history.index(), visible));
    (chats.unwrap().len(), found(made_up, "harbour").total)
}

fn found(made_up: &MadeUp, text: &str) -> HitsView {
    let query = Query {
        text: text.to_owned(),
        limit: 10,
        ..Query::default()
    };
    browsing::search(&made_up.shell, query).unwrap()
}

fn page(made_up: &MadeUp, chat: ChatId) -> Vec<MessageView> {
    let page = made_up
        .shell
        .session
        .read_visible(|history, visible| browsing::page(history.index(), visible, chat, 0, 10));
    page.unwrap()
}

fn messages(made_up: &MadeUp, chat: ChatId) -> usize {
    page(made_up, chat).len()
}

/// The locked chat, which is there whether it is shown or not.
fn locked_chat(made_up: &MadeUp) -> ChatId {
    let chats = made_up
        .shell
        .session
        .read(|history| history.index().locked_chats());
    chats.unwrap()[0]
}

/// A history with a locked chat, its kit and the slots of kit and passkey.
fn restored() -> (MadeUp, String, [String; 2]) {
    open(MadeUp::with_a_locked_chat())
}

fn open(made_up: MadeUp) -> (MadeUp, String, [String; 2]) {
    let (kit, passkey) = made_up.restored_with_passkey("1234");
    let recovery = keys::view(&made_up.shell).unwrap().slots[0].id.clone();
    (made_up, kit, [recovery, passkey])
}

fn bookmark() -> OwnMarksView {
    OwnMarksView {
        bookmark: true,
        tags: vec!["quiet".to_owned()],
        ..OwnMarksView::default()
    }
}

#[test]
fn locked_chats_are_in_no_list_page_or_search_until_a_passkey_shows_them() {
    let (made_up, _, [_, passkey]) = restored();
    let shell = &made_up.shell;
    let eve = locked_chat(&made_up);
    let view = shell.session_view();
    assert_eq!((view.locked_shown, view.locked_chats), (false, 1));
    assert_eq!(shell.session.hidden_chats(), [eve]);
    assert_eq!((seen(&made_up), messages(&made_up, eve)), ((2, 1), 0));
    assert_eq!(found(&made_up, "nobody").total, 0);

    show_locked_by_passkey(shell, &passkey, made_up.person(&["1234"])).unwrap();
    assert!(shell.session_view().locked_shown && shell.session.hidden_chats().is_empty());
    assert_eq!((seen(&made_up), messages(&made_up, eve)), ((3, 2), 2));

    shell.session.hide_locked();
    assert_eq!((seen(&made_up), messages(&made_up, eve)), ((2, 1), 0));
}

#[test]
fn a_typed_kit_shows_them_and_a_lock_forgets_it() {
    let (made_up, kit, [recovery, passkey]) = restored();
    let shell = &made_up.shell;
    let other = made_up.make_kit().concat();
    for (slot, typed) in [(&recovery, &other), (&passkey, &kit)] {
        let refused = show_locked_by_typing(shell, slot, typed).unwrap_err();
        assert_eq!(refused.code, ErrorCode::NoMatchingSlot);
    }
    assert_eq!(seen(&made_up).0, 2);
    show_locked_by_typing(shell, &recovery, &kit).unwrap();
    assert_eq!(seen(&made_up).0, 3);
    shell.close_everything();
    assert_eq!(shell.session.locked(), (false, 0));
    opening::unlock(shell, &made_up.history(), &kit).unwrap();
    assert_eq!(seen(&made_up).0, 2);
}

#[test]
fn a_ceremony_that_is_overtaken_by_a_lock_shows_nothing() {
    let (made_up, kit, _) = restored();
    let shell = &made_up.shell;
    let since = shell.session.since();
    shell.close_everything();
    opening::unlock(shell, &made_up.history(), &kit).unwrap();
    let late = shell.session.show_locked(since).unwrap_err();
    assert_eq!(late.code, ErrorCode::Cancelled);
    assert_eq!(seen(&made_up).0, 2);
    let stopped = show_locked_by_passkey(shell, "nobody", made_up.person(&["1234"]));
    assert_eq!(stopped.unwrap_err().code, ErrorCode::Usage);
    assert_eq!(seen(&made_up).0, 2);
}

#[test]
fn marks_in_locked_chats_are_neither_listed_nor_exported_nor_set_while_they_are_hidden() {
    let (made_up, kit, [recovery, _]) = restored();
    let shell = &made_up.shell;
    let eve = locked_chat(&made_up).0;
    let refused = marks::set(shell, eve, None, bookmark()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::Usage);
    show_locked_by_typing(shell, &recovery, &kit).unwrap();
    marks::set(shell, eve, None, bookmark()).unwrap();
    let list = || marks::page(shell, String::new(), None, 0, 10).unwrap();
    assert_eq!((list().total, list().tags.len()), (1, 1));
    assert!(shell.session_view().locked_shown, "a mark hides nothing");

    shell.session.hide_locked();
    assert_eq!((list().total, list().tags.len()), (0, 0));
    let file = made_up.place.path().join("marks.json");
    assert_eq!(marks::export(shell, &file).unwrap(), 0);
}

#[test]
fn a_reply_in_another_chat_leads_to_that_chat_and_tells_nothing_of_a_locked_one() {
    let (made_up, kit, [recovery, _]) = open(MadeUp::with_replies_in_private());
    let shell = &made_up.shell;
    let chats = shell.session.read(|history| history.index().chats());
    let chats = chats.unwrap();
    let named = |name: &str| {
        let mut all = chats.iter();
        all.find(|row| row.name.as_deref() == Some(name))
            .unwrap()
            .id
    };
    let ben = chats
        .iter()
        .find(|row| row.last_text.as_deref() == Some("which boots"));
    let ben = ben.unwrap().id;
    let quotes = || {
        let rows = page(&made_up, ben);
        rows.into_iter()
            .filter_map(|row| row.quoted)
            .collect::<Vec<_>>()
    };
    let [of_eve, of_the_walk] = quotes().try_into().unwrap();
    let nothing = QuotedView {
        hidden: true,
        ..QuotedView::default()
    };
    assert_eq!(of_eve, nothing);
    let place = (of_the_walk.chat, of_the_walk.position);
    assert_eq!(place, (Some(named("Sunday walk").0), Some(1)));
    assert_eq!(of_the_walk.text.as_deref(), Some("boots then"));

    show_locked_by_typing(shell, &recovery, &kit).unwrap();
    let [of_eve, _] = quotes().try_into().unwrap();
    assert_eq!(of_eve.text.as_deref(), Some("nobody knows"));
    let place = (of_eve.chat, of_eve.position);
    assert_eq!(place, (Some(locked_chat(&made_up).0), Some(0)));
    assert!(!of_eve.hidden);
}

#[test]
fn pictures_of_locked_chats_are_not_given() {
    let (made_up, kit, [recovery, _]) = restored();
    let shell = &made_up.shell;
    let eve = locked_chat(&made_up);
    let message = shell
        .session
        .read(|history| history.index().messages(eve, 0, 1))
        .unwrap()[0]
        .id;
    let shows = || {
        let hidden = shell.session.hidden_chats();
        let shown = |history: &_| Some(thumbnail::is_shown(history, message, &hidden));
        shell.session.peek(shown).unwrap()
    };
    assert!(!shows());
    let path = format!("/{}", message.0);
    assert_eq!(picture::of_message(shell, &path).status(), 404);
    show_locked_by_typing(shell, &recovery, &kit).unwrap();
    assert!(shows());
}
