//! Nothing of a locked chat is shown before the person has opened the keyring once more, and nothing after a lock.

use latchkey_index::{ChatId, MessageId, Query};
use latchkey_messages::{ChatKind, Kind};

use super::*;
use crate::browsing::{self, details, galleries, marks, media, numbers, picture};
use crate::histories::opening;
use crate::journey::made_up::MadeUp;
use crate::journey::made_up::files::VOICE;
use crate::keys;
use crate::shell::session::Visible;
use crate::views::{ErrorCode, GalleryKind, HitsView, MessageView, OwnMarksView, QuotedView};

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

fn hidden(shell: &Shell) -> Vec<ChatId> {
    let hidden = |_: &_, visible: &Visible| Some(visible.hidden().to_vec());
    shell.session.peek_visible(hidden).unwrap()
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
    assert_eq!(hidden(shell), [eve]);
    assert_eq!((seen(&made_up), messages(&made_up, eve)), ((2, 1), 0));
    assert_eq!(found(&made_up, "nobody").total, 0);

    show_locked_by_passkey(shell, &passkey, made_up.person(&["1234"])).unwrap();
    assert!(shell.session_view().locked_shown && hidden(shell).is_empty());
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

/// What a chat has to show and to hand out.
struct Files {
    photo: MessageId,
    voice: MessageId,
    card: MessageId,
}

fn files_of(made_up: &MadeUp, chat: ChatId) -> Files {
    let rows = made_up
        .shell
        .session
        .read(|history| history.index().messages(chat, 0, 10))
        .unwrap();
    let of = |kind| rows.iter().find(|row| row.kind == kind).unwrap().id;
    Files {
        photo: of(Kind::Image),
        voice: of(Kind::Voice),
        card: of(Kind::Contact),
    }
}

/// The answers for a picture as it is and in its two small sizes; each is a JPEG or nothing.
fn asked(shell: &Shell, message: MessageId) -> [u16; 3] {
    ["/", "/thumbnail-", "/preview-"].map(|before| {
        let answer = picture::of_message(shell, &format!("{before}{}", message.0));
        let kind = answer.headers().get("content-type");
        assert_eq!(
            kind.is_some_and(|kind| kind == "image/jpeg"),
            answer.status() == 200
        );
        assert_eq!(answer.body().is_empty(), answer.status() == 404);
        answer.status().as_u16()
    })
}

/// What is handed out of these: the photo's name, the voice message, the card's name.
fn handed_out(shell: &Shell, files: &Files) -> [Result<String, ErrorCode>; 3] {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    [
        media::find(shell, files.photo).map(|found| found.name),
        media::played(shell, files.voice).map(text),
        media::card(shell, files.card, 0).map(|(name, _)| name),
    ]
    .map(|given| given.map_err(|error| error.code))
}

#[test]
fn files_and_pictures_of_locked_chats_are_not_given_before_they_are_shown_nor_after_a_lock() {
    let made_up = MadeUp::with_files();
    let (kit, _) = made_up.restored_with_passkey("1234");
    let shell = &made_up.shell;
    let recovery = keys::view(shell).unwrap().slots[0].id.clone();
    let eve = locked_chat(&made_up);
    let chats = shell.session.read(|history| history.index().chats());
    let mut chats = chats.unwrap().into_iter();
    let ana = chats.find(|chat| chat.kind == ChatKind::Person && !chat.locked);
    let [ana, eve] = [ana.unwrap().id, eve].map(|chat| files_of(&made_up, chat));
    let given = |photo: &str| {
        let voice = String::from_utf8(VOICE.to_vec()).unwrap();
        [photo.to_owned(), voice, "Ben.vcf".to_owned()].map(Ok)
    };
    let nothing = [
        Err(ErrorCode::Usage),
        Err(ErrorCode::Usage),
        Err(ErrorCode::Usage),
    ];

    assert_eq!(
        (asked(shell, ana.photo), asked(shell, eve.photo)),
        ([200; 3], [404; 3])
    );
    assert_eq!(handed_out(shell, &ana), given("ana.jpg"));
    assert_eq!(handed_out(shell, &eve), nothing);
    assert_eq!(
        media::open_outside(shell, eve.photo).unwrap_err().code,
        ErrorCode::Usage
    );

    show_locked_by_typing(shell, &recovery, &kit).unwrap();
    assert_eq!(
        (asked(shell, ana.photo), asked(shell, eve.photo)),
        ([200; 3], [200; 3])
    );
    assert_eq!(handed_out(shell, &eve), given("eve.jpg"));

    // Small pictures that were made are not given either.
    shell.session.hide_locked();
    assert_eq!(
        (asked(shell, ana.photo), asked(shell, eve.photo)),
        ([200; 3], [404; 3])
    );

    let (before, saved) = (shell.session.since(), made_up.place.path().join("saved"));
    let refused = media::save_of(shell, before, eve.photo, &saved).unwrap_err();
    assert_eq!((refused.code, saved.exists()), (ErrorCode::Usage, false));
    media::save_of(shell, before, ana.photo, &saved).unwrap();
    std::fs::remove_file(&saved).unwrap();

    shell.close_everything();
    // The person was asked where before the lock, and said so after it.
    let late = [
        media::save_of(shell, before, ana.photo, &saved),
        media::save_card(shell, before, (ana.card, 0), &saved),
    ];
    for refused in late {
        assert_eq!(refused.unwrap_err().code, ErrorCode::Cancelled);
    }
    assert!(!saved.exists());
    assert_eq!(
        (asked(shell, ana.photo), asked(shell, eve.photo)),
        ([404; 3], [404; 3])
    );
    assert_eq!(
        (handed_out(shell, &ana), handed_out(shell, &eve)),
        (nothing.clone(), nothing)
    );
}

/// What the readers of whole chats count, of one or of all: messages, then the things of each gallery, by month and by page.
fn counted(shell: &Shell, chat: Option<ChatId>) -> Vec<u64> {
    let mut counts = vec![numbers::statistics(shell, chat).unwrap().messages];
    for kind in [
        GalleryKind::Pictures,
        GalleryKind::Voice,
        GalleryKind::Links,
    ] {
        let months = galleries::months(shell, chat, kind).unwrap();
        counts.push(months.iter().map(|month| month.items).sum());
        let page = galleries::page(shell, chat, kind, 0, 10).unwrap();
        counts.push(page.len().try_into().unwrap());
    }
    counts
}

#[test]
fn no_reader_of_whole_chats_counts_what_is_locked_before_it_is_shown() {
    let made_up = MadeUp::with_files();
    let (kit, _) = made_up.restored_with_passkey("1234");
    let shell = &made_up.shell;
    let recovery = keys::view(shell).unwrap().slots[0].id.clone();
    let eve = locked_chat(&made_up);
    let photo = files_of(&made_up, eve).photo;
    // What is told of one chat or message alone: days, calls, details.
    let told = || {
        let days = numbers::days(shell, eve).unwrap().len();
        let calls = details::call_log(shell, 0, 10).unwrap().total;
        (days, calls, details::of_message(shell, photo).is_ok())
    };
    let hidden = (counted(shell, Some(eve)), counted(shell, None), told());
    assert_eq!((&hidden.0, hidden.2), (&vec![0; 7], (0, 1, false)));

    show_locked_by_typing(shell, &recovery, &kit).unwrap();
    let eves = counted(shell, Some(eve));
    assert!(eves.iter().all(|count| *count > 0), "{eves:?}");
    let both = hidden.1.iter().zip(&eves).map(|(one, other)| one + other);
    assert_eq!(counted(shell, None), both.collect::<Vec<_>>());
    assert_eq!(told(), (1, 2, true));

    shell.session.hide_locked();
    assert_eq!(
        (counted(shell, Some(eve)), counted(shell, None), told()),
        hidden
    );
}
