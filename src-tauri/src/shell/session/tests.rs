//! What waits for the person's word, and what a lock reaches while the session is busy.

use latchkey_keyring::RecoveryKit;

use super::*;
use crate::journey::made_up::MadeUp;

fn older() -> Older {
    Older {
        id: "history".into(),
        identity: RecoveryKit::generate().identity(),
    }
}

/// A session that asks about an older keyring.
fn asking() -> Session {
    let session = Session::default();
    session.ask_about_older(older(), session.since());
    assert!(session.holds_secrets());
    session
}

#[test]
fn a_no_and_a_lock_forget_what_would_have_opened_the_older_one() {
    let close = |session: &Session| drop(session.close());
    for end in [Session::refuse_older, close] {
        let session = asking();
        end(&session);
        assert!(!session.holds_secrets());
        assert!(session.take_older().is_none());
    }
}

#[test]
fn nobody_is_asked_about_an_older_one_after_a_lock() {
    let session = Session::default();
    let since = session.since();
    session.close();
    session.ask_about_older(older(), since);
    assert!(!session.holds_secrets());
}

#[test]
fn a_question_without_an_answer_is_forgotten_after_a_while() {
    let session = asking();
    session.forget_unanswered();
    assert!(session.holds_secrets(), "there is still time");
    if let Some(asked) = held(&session.inside).older.as_mut() {
        asked.at = asked.at.checked_sub(OLDER_WAITS).unwrap();
    }
    session.forget_unanswered();
    assert!(!session.holds_secrets());
}

#[test]
fn a_yes_opens_nothing_when_a_lock_comes_in_between() {
    let session = asking();
    let (_, since) = session.take_older().unwrap();
    session.close();
    assert_ne!(session.since(), since);
}

#[test]
fn what_is_under_way_knows_of_a_lock_that_still_waits() {
    let session = Session::default();
    let before = session.since();
    std::thread::scope(|scope| {
        let busy = held(&session.inside);
        scope.spawn(|| session.close());
        while session.since() == before {
            std::thread::yield_now();
        }
        let meanwhile = session.since();
        drop(busy);
        while session.since() == meanwhile {
            std::thread::yield_now();
        }
    });
}

#[test]
fn unused_minutes_are_counted_from_the_last_use_and_zero_is_never() {
    let session = Session::default();
    let earlier = Instant::now().checked_sub(Duration::from_secs(61));
    *held(&session.used) = earlier.unwrap();
    assert!(session.is_unused(1) && !session.is_unused(2) && !session.is_unused(0));
    session.touch();
    assert!(!session.is_unused(1));
}

#[test]
fn a_history_of_which_nobody_can_tell_what_is_locked_is_not_open() {
    let made_up = MadeUp::with_a_locked_chat();
    made_up.restored_with_passkey("1234");
    let session = &made_up.shell.session;
    let (history, lent) = session.lend().unwrap();
    let another = history.another_reader().unwrap();
    let tables = history.dir().join("tables.db");
    let bytes = std::fs::metadata(&tables).unwrap().len();
    std::fs::write(&tables, vec![0x42; bytes.try_into().unwrap()]).unwrap();
    assert!(!lent.give_back(history), "its chats cannot be read");
    assert_eq!(session.history(), None);

    let opened = Opened {
        id: "history".into(),
        history: another,
    };
    let refused = session.open(opened, session.since()).err().unwrap();
    assert_eq!(refused.code, ErrorCode::IndexDamaged);
    assert_eq!((session.history(), session.locked()), (None, (false, 0)));
}

#[test]
fn a_work_without_a_key_keeps_nothing_open_and_a_restore_does() {
    let made_up = MadeUp::new();
    made_up.restored_with_passkey("1234");
    let shell = &made_up.shell;
    let earlier = Instant::now().checked_sub(Duration::from_secs(61)).unwrap();
    *held(&shell.session.used) = earlier;
    let copying = shell.running.begin_on_files().unwrap();
    assert!(shell.is_forgotten(1) && shell.running.is_running());
    assert_eq!(shell.running.begin().err().unwrap().code, ErrorCode::InUse);
    drop(copying);
    let _restoring = shell.running.begin().unwrap();
    assert!(!shell.is_forgotten(1));
}
