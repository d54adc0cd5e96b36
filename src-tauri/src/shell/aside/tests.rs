//! Readers beside the open history: what a lock does to them, and what the window gets from them.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::time::Instant;

use latchkey_index::{MessageId, UtcOffsets};
use latchkey_messages::Kind;
use tauri::http::StatusCode;

use super::*;
use crate::browsing::{details, galleries, marks, media, numbers, picture};
use crate::journey::made_up::MadeUp;
use crate::shell::Shell;
use crate::views::{CommandError, ContentView, ErrorCode, GalleryKind as Shown, OwnMarksView};

/// A shell with a history that is open.
fn open() -> MadeUp {
    let made_up = MadeUp::new();
    made_up.restored_with_passkey("1234");
    made_up
}

#[test]
fn a_lock_stops_a_reader_and_waits_until_it_is_closed() {
    let made_up = open();
    let session = &made_up.shell.session;
    let (begun, heard) = mpsc::channel();
    std::thread::scope(|scope| {
        let reading = scope.spawn(|| {
            session.read_aside(|reader| {
                begun.send(()).unwrap();
                // Longer than anyone waits, unless it is stopped.
                let begun = Instant::now();
                while reader.standing() == Standing::Wanted
                    && begun.elapsed() < Duration::from_secs(60)
                {
                    reader
                        .index()
                        .statistics(None, &UtcOffsets::default(), &[])?;
                }
                Ok::<_, CommandError>(())
            })
        });
        heard.recv().unwrap();
        // Nobody who scrolls waits meanwhile.
        assert!(session.read(|history| history.index().chats()).is_ok());
        made_up.shell.close_everything();
        let stopped = reading.join().unwrap().unwrap_err();
        assert_eq!(stopped.code, ErrorCode::Cancelled);
    });
    assert_eq!(session.aside_in_use(), 0);
    let after = session.read_aside(|reader| reader.index().chats());
    assert_eq!(after.unwrap_err().code, ErrorCode::Usage);
}

/// A bookmark on a chat.
fn bookmark(shell: &Shell, chat: ChatId) {
    let bookmark = OwnMarksView {
        bookmark: true,
        ..OwnMarksView::default()
    };
    marks::set(shell, chat.0, None, bookmark).unwrap();
}

#[test]
fn a_bookmark_neither_fails_a_long_reading_nor_throws_a_list_away() {
    let made_up = open();
    let shell = &made_up.shell;
    let chats = shell.session.read(|history| history.index().chats());
    let chat = chats.unwrap()[0].id;
    let list = || {
        let list = |reader: &Reader<'_>| reader.gallery_list(GalleryKind::Links, None);
        shell.session.read_aside(list).unwrap()
    };
    let before = list();
    let (begun, heard) = mpsc::channel();
    let runs = AtomicU32::new(0);
    std::thread::scope(|scope| {
        let reading = scope.spawn(|| {
            shell.session.read_aside(|reader| {
                let is_first = runs.fetch_add(1, Ordering::SeqCst) == 0;
                if is_first {
                    begun.send(()).unwrap();
                }
                let begun = Instant::now();
                while is_first
                    && reader.standing() == Standing::Wanted
                    && begun.elapsed() < Duration::from_secs(60)
                {
                    reader
                        .index()
                        .statistics(None, &UtcOffsets::default(), &[])?;
                }
                reader.index().chats()
            })
        });
        heard.recv().unwrap();
        bookmark(shell, chat);
        assert!(reading.join().unwrap().is_ok());
    });
    assert_eq!(runs.load(Ordering::SeqCst), 2);
    assert!(Arc::ptr_eq(&before, &list()));
}

#[test]
fn nobody_waits_for_a_list_but_who_asks_for_it() {
    let made_up = open();
    let make = |history: &History| history.index().gallery_list(GalleryKind::Links, None, &[]);
    let list = made_up.shell.session.read(make).unwrap();
    let key = |kind| ListKey {
        life: 0,
        generation: 0,
        kind,
        chat: None,
        hidden: Vec::new(),
    };
    let aside = Aside::default();
    let made = AtomicU32::new(0);
    let (begun, heard) = mpsc::channel();
    // Makes a list, which takes until the other end of `waits` is dropped.
    let slowly = |kind, waits: &Mutex<mpsc::Receiver<()>>| {
        aside.list(key(kind), || {
            made.fetch_add(1, Ordering::SeqCst);
            begun.send(()).unwrap();
            let _ = held(waits).recv();
            Ok(list.clone())
        })
    };
    let (done, others) = mpsc::channel();
    let quickly = Duration::from_secs(20);
    let (go_on, waits) = mpsc::channel();
    let waits = Mutex::new(waits);
    std::thread::scope(|scope| {
        let both = [(), ()].map(|()| scope.spawn(|| slowly(GalleryKind::Links, &waits)));
        heard.recv().unwrap();
        scope.spawn(|| {
            let other = aside.list(key(GalleryKind::Pictures), || Ok(list.clone()));
            done.send(other.is_ok()).unwrap();
        });
        let other = others.recv_timeout(quickly);
        drop(go_on);
        let [one, same] = both.map(|asked| asked.join().unwrap().unwrap());
        assert_eq!(other, Ok(true), "another list waits for nobody");
        assert!(Arc::ptr_eq(&one, &same) && made.load(Ordering::SeqCst) == 1);
    });
    let (go_on, waits) = mpsc::channel();
    let waits = Mutex::new(waits);
    std::thread::scope(|scope| {
        let slow = scope.spawn(|| slowly(GalleryKind::Voice, &waits).is_ok());
        heard.recv().unwrap();
        scope.spawn(|| {
            aside.stop();
            done.send(true).unwrap();
        });
        let stopped = others.recv_timeout(quickly);
        drop(go_on);
        assert!(slow.join().unwrap());
        assert_eq!(stopped, Ok(true), "a lock waits for no list");
    });
    assert!(held(&aside.lists).is_empty(), "nothing is kept after it");
}

#[test]
fn a_reader_is_used_again_and_dropped_when_the_history_is_lent() {
    let made_up = open();
    let session = &made_up.shell.session;
    for _ in 0..3 {
        session.read_aside(|reader| reader.index().chats()).unwrap();
        assert_eq!(session.aside_in_use(), 1);
    }
    let (history, lent) = session.lend().unwrap();
    assert_eq!(session.aside_in_use(), 0);
    let meanwhile = session.read_aside(|reader| reader.index().chats());
    assert_eq!(meanwhile.unwrap_err().code, ErrorCode::InUse);
    assert!(lent.give_back(history));
    assert!(session.read_aside(|reader| reader.index().chats()).is_ok());
}

#[test]
fn the_window_gets_days_numbers_galleries_calls_and_details() {
    let made_up = open();
    let shell = &made_up.shell;
    let chats = shell
        .session
        .read(|history| history.index().chats())
        .unwrap();
    let said: u64 = chats.iter().map(|chat| chat.messages).sum();
    let all = numbers::statistics(shell, None).unwrap();
    assert_eq!(all.messages + all.notices, said);
    assert!(!all.zone.is_empty() && all.hours.len() == 168);
    let days = numbers::days(shell, chats[0].id).unwrap();
    let on_days: u64 = days.iter().map(|day| day.messages).sum();
    assert!(on_days > 0 && on_days <= chats[0].messages);
    assert!(
        galleries::months(shell, None, Shown::Pictures)
            .unwrap()
            .is_empty()
    );
    assert!(
        galleries::page(shell, None, Shown::Links, 0, 10)
            .unwrap()
            .is_empty()
    );
    assert_eq!(details::call_log(shell, 0, 10).unwrap().total, 0);
    let rows = shell
        .session
        .read(|history| history.index().messages(chats[0].id, 0, 1))
        .unwrap();
    let view = details::of_message(shell, rows[0].id).unwrap();
    assert_eq!((view.id, view.sources.len()), (rows[0].id.0, 1));
    assert_eq!(view.sources[0].file_name, "msgstore.db.crypt15");
    let nobody = details::of_message(shell, MessageId(999_999));
    assert_eq!(nobody.unwrap_err().code, ErrorCode::Usage);
}

/// The first message of a kind in the history.
fn first(shell: &Shell, kind: Kind) -> MessageId {
    let of_kind = |history: &History, _: &_| {
        let ids = (1..100).map(MessageId);
        let mut rows = ids.filter_map(|id| history.index().message(id).unwrap());
        rows.find(|row| row.kind == kind).map(|row| row.id)
    };
    shell.session.peek_visible(of_kind).unwrap()
}

#[test]
fn what_has_no_file_gives_none_and_only_plain_addresses_give_a_picture() {
    let made_up = MadeUp::with_files();
    made_up.restored_with_passkey("1234");
    let shell = &made_up.shell;
    let (text, photo) = (first(shell, Kind::Text), first(shell, Kind::Image));
    let code = |error: CommandError| error.code;
    assert_eq!(
        media::played(shell, text).map_err(code),
        Err(ErrorCode::Usage)
    );
    assert_eq!(
        media::open_outside(shell, text).map_err(code),
        Err(ErrorCode::Usage)
    );
    assert_eq!(
        media::card(shell, text, 0).map_err(code),
        Err(ErrorCode::Usage)
    );
    assert_eq!(
        media::played(shell, photo).map_err(code),
        Err(ErrorCode::OnlySaved)
    );
    let (text, photo) = (text.0, photo.0);
    for (path, status) in [
        (format!("/{photo}"), 200),
        (format!("/thumbnail-{photo}"), 200),
        (format!("/preview-{photo}"), 200),
        (format!("/{text}"), 404),
        (format!("/thumbnail-{text}"), 404),
        (format!("/thumbnail-/{photo}"), 404),
        (format!("/thumbnail--{photo}"), 404),
        (format!("/thumbnail/{photo}"), 404),
        (format!("/thumbnail%2F{photo}"), 404),
        (format!("/preview-{photo}x"), 404),
        ("/thumbnail-x".to_owned(), 404),
        ("/999999".to_owned(), 404),
    ] {
        let answer = picture::of_message(shell, &path);
        assert_eq!(answer.status(), status, "{path}");
    }
}

#[test]
fn a_links_small_picture_has_the_address_of_every_small_picture() {
    let made_up = MadeUp::with_files();
    made_up.restored_with_passkey("1234");
    let shell = &made_up.shell;
    let pictured = |history: &History, _: &_| {
        let ids = (1..100).map(MessageId);
        let mut rows = ids.filter_map(|id| history.index().message(id).unwrap());
        rows.find(|row| row.link.as_ref().is_some_and(|link| link.thumbnail))
    };
    let row = shell.session.peek_visible(pictured).unwrap();
    let answer = picture::of_message(shell, &format!("/thumbnail-{}", row.id.0));
    assert_eq!(answer.status(), StatusCode::OK);
    let page = shell.session.read_visible(|history, visible| {
        crate::browsing::page(history.index(), visible, row.chat, row.position, 1)
    });
    let page = page.unwrap();
    assert!(matches!(&page[0].content, Some(ContentView::Link(link)) if link.picture));
    shell.close_everything();
    let answer = picture::of_message(shell, &format!("/thumbnail-{}", row.id.0));
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
}

#[test]
fn a_lock_removes_plain_copies() {
    let made_up = open();
    let shell = &made_up.shell;
    shell.opened.copy("a.pdf", &mut &b"x"[..]).unwrap();
    let copies = made_up.place.path().join("opened");
    assert!(copies.exists());
    shell.close_everything();
    assert!(!copies.exists());
}

#[test]
fn pictures_that_wait_for_their_turn_open_no_reader() {
    let made_up = MadeUp::with_files();
    made_up.restored_with_passkey("1234");
    let shell = &made_up.shell;
    let photo = first(shell, Kind::Image).0;
    let before = shell.session.aside_in_use();
    std::thread::scope(|scope| {
        let turns = shell.thumbnails.all_turns();
        let asked = ["/thumbnail-", "/preview-", "/"].map(|before| {
            scope.spawn(move || picture::of_message(shell, &format!("{before}{photo}")))
        });
        std::thread::sleep(Duration::from_millis(200));
        assert!(asked.iter().all(|one| !one.is_finished()));
        assert_eq!(shell.session.aside_in_use(), before);
        drop(turns);
        for one in asked {
            assert_eq!(one.join().unwrap().status(), StatusCode::OK);
        }
    });
}
