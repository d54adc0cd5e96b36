//! The ways into an open history, over a real keyring and software passkeys.

use latchkey_keyring::{FILE_NAME, LockedKeyring};

use super::*;
use crate::histories::{opening, restoring};
use crate::journey::made_up::MadeUp;
use crate::views::{AdviceKind, AuthenticatorKind, DrillVerdict, Loss};

const SOFTWARE: AuthenticatorKind = AuthenticatorKind::Software;

/// Opens the history with a passkey, after a lock.
fn reopen(made_up: &MadeUp, slot: &str, pin: &'static str) -> Result<(), CommandError> {
    made_up.shell.close_everything();
    let person = made_up.person(&[pin]);
    opening::unlock_with_passkey(&made_up.shell, &made_up.history(), slot, person)
}

fn ids(made_up: &MadeUp) -> Vec<String> {
    let slots = view(&made_up.shell).unwrap().slots;
    slots.into_iter().map(|slot| slot.id).collect()
}

#[test]
fn an_added_passkey_opens_the_history_and_the_others_still_do() {
    let made_up = MadeUp::new();
    let (kit, first) = made_up.restored_with_passkey("1234");
    let person = made_up.person(&["5678"]);
    let second = add_passkey(&made_up.shell, SOFTWARE, "Second", person).unwrap();
    assert_eq!(second.label, "Second");
    assert!(made_up.shell.session_view().open, "it is given back");
    assert_eq!(ids(&made_up).len(), 3);
    reopen(&made_up, &second.id, "5678").unwrap();
    reopen(&made_up, &first, "1234").unwrap();
    made_up.shell.close_everything();
    opening::unlock(&made_up.shell, &made_up.history(), &kit).unwrap();
}

#[test]
fn a_stopped_addition_leaves_the_history_open_and_its_keyring_as_it_was() {
    let made_up = MadeUp::new();
    made_up.restored_with_passkey("1234");
    let before = view(&made_up.shell).unwrap();
    let stopped = add_passkey(&made_up.shell, SOFTWARE, "No", made_up.person(&[""]));
    assert_eq!(stopped.unwrap_err().code, ErrorCode::Cancelled);
    assert_eq!(view(&made_up.shell).unwrap(), before);
}

#[test]
fn a_history_whose_keys_are_changed_is_open_and_not_read() {
    let made_up = MadeUp::new();
    made_up.restored_with_passkey("1234");
    let (history, lent) = made_up.shell.session.lend().unwrap();
    assert!(made_up.shell.session_view().open);
    let read = view(&made_up.shell).unwrap_err();
    assert_eq!(read.code, ErrorCode::InUse);
    assert!(lent.is_wanted());
    made_up.shell.close_everything();
    assert!(!lent.is_wanted());
    assert!(!lent.give_back(history), "a lock has come before");
    assert!(!made_up.shell.session_view().open);
}

#[test]
fn a_test_is_noted_and_a_name_is_kept() {
    let made_up = MadeUp::new();
    let (kit, slot) = made_up.restored_with_passkey("1234");
    let before = view(&made_up.shell).unwrap();
    test_passkey(&made_up.shell, &slot, made_up.person(&["1234"])).unwrap();
    let recovery = before.slots[0].id.clone();
    test_typed(&made_up.shell, &recovery, &kit).unwrap();
    rename(&made_up.shell, &slot, "Blue stick").unwrap();
    let after = view(&made_up.shell).unwrap();
    assert!(after.generation > before.generation);
    assert!(after.slots[0].last_tested >= before.slots[0].last_tested);
    assert_eq!(after.slots[1].label, "Blue stick");
    reopen(&made_up, &slot, "1234").unwrap();
    assert_eq!(view(&made_up.shell).unwrap().slots[1].label, "Blue stick");
}

#[test]
fn what_opens_another_slot_is_no_test_of_this_one() {
    let made_up = MadeUp::new();
    let (kit, slot) = made_up.restored_with_passkey("1234");
    let recovery = ids(&made_up)[0].clone();
    let other = made_up.make_kit().concat();
    for (slot, typed) in [(&recovery, other.as_str()), (&slot, kit.as_str())] {
        let error = test_typed(&made_up.shell, slot, typed).unwrap_err();
        assert_eq!(error.code, ErrorCode::NoMatchingSlot);
    }
    let unknown = test_typed(&made_up.shell, "nobody", &kit).unwrap_err();
    assert_eq!(unknown.code, ErrorCode::Usage);
}

#[test]
fn words_count_when_they_were_typed_again_and_open_the_history_then() {
    let made_up = MadeUp::new();
    made_up.restored_with_passkey("1234");
    let before = ids(&made_up);
    let words = add_passphrase(&made_up.shell, "On paper").unwrap().words;
    assert_eq!(words.len(), 6);
    assert_eq!(ids(&made_up), before, "not yet proved");
    assert!(!prove_passphrase(&made_up.shell, "not these words").unwrap());
    assert!(prove_passphrase(&made_up.shell, &words.join(" ")).unwrap());
    assert_eq!(ids(&made_up).len(), 3);
    let again = prove_passphrase(&made_up.shell, &words.join(" ")).unwrap_err();
    assert_eq!(again.code, ErrorCode::Usage);

    made_up.shell.close_everything();
    let history = made_up.history();
    let wrong = opening::unlock_with_words(&made_up.shell, &history, "other words entirely");
    assert_eq!(wrong.unwrap_err().code, ErrorCode::WrongPassphrase);
    opening::unlock_with_words(&made_up.shell, &history, &words.join("-")).unwrap();
}

#[test]
fn a_new_kit_counts_when_it_was_proved_and_the_old_one_stays() {
    let made_up = MadeUp::new();
    let (old, _) = made_up.restored_with_passkey("1234");
    let kit = new_kit(&made_up.shell).unwrap().groups;
    assert_eq!(ids(&made_up).len(), 2, "not yet proved");
    assert!(!prove_kit(&made_up.shell, "aaaa aaaa aa").unwrap());
    made_up.prove(&kit);
    assert_eq!(ids(&made_up).len(), 3);
    for kit in [kit.concat(), old] {
        made_up.shell.close_everything();
        opening::unlock(&made_up.shell, &made_up.history(), &kit).unwrap();
    }
}

#[test]
fn a_change_in_between_takes_the_place_of_a_kit_that_was_not_proved() {
    let made_up = MadeUp::new();
    let (_, slot) = made_up.restored_with_passkey("1234");
    let kit = new_kit(&made_up.shell).unwrap().groups;
    rename(&made_up.shell, &slot, "Another name").unwrap();
    let last = kit[kit.len() - 3..].join(" ");
    let late = prove_kit(&made_up.shell, &last).unwrap_err();
    assert_eq!(late.code, ErrorCode::InUse);
    assert_eq!(ids(&made_up).len(), 2);
}

#[test]
fn a_removed_passkey_opens_nothing_and_the_history_stays_open() {
    let made_up = MadeUp::new();
    let (kit, first) = made_up.restored_with_passkey("1234");
    let person = made_up.person(&["5678"]);
    let second = add_passkey(&made_up.shell, SOFTWARE, "Second", person).unwrap();
    let mut told = Vec::new();
    remove(&made_up.shell, &first, &mut |view| told.push(view)).unwrap();
    assert!(told.last().is_some_and(|view| view.done == view.total));
    assert!(made_up.shell.session_view().open);
    assert!(!ids(&made_up).contains(&first));
    let chats = made_up
        .shell
        .session
        .read(|history| history.index().chats());
    assert!(!chats.unwrap().is_empty());

    let gone = reopen(&made_up, &first, "1234").unwrap_err();
    assert_eq!(gone.code, ErrorCode::Usage);
    reopen(&made_up, &second.id, "5678").unwrap();
    made_up.shell.close_everything();
    opening::unlock(&made_up.shell, &made_up.history(), &kit).unwrap();
}

#[test]
fn a_passkey_that_another_history_names_is_not_taken_back() {
    let made_up = MadeUp::new();
    let (_, first) = made_up.restored_with_passkey("1234");
    let folder = made_up.shell.data_folder().unwrap();
    let passkeys = || {
        let all = std::fs::read_dir(folder.path().join("software-passkeys"));
        let all = all.unwrap().flatten();
        all.filter(|file| file.file_name() != "lock").count()
    };
    let dir = folder.history_dir(&made_up.history()).unwrap();
    let other = folder.new_history_dir().unwrap();
    std::fs::create_dir_all(&other).unwrap();
    for file in std::fs::read_dir(dir).unwrap().flatten() {
        if file.file_type().unwrap().is_file() {
            std::fs::copy(file.path(), other.join(file.file_name())).unwrap();
        }
    }
    assert_eq!(folder.list().unwrap().len(), 2);
    remove(&made_up.shell, &first, &mut |_| {}).unwrap();
    assert_eq!(passkeys(), 1, "the other history's keyring names it");
}

#[test]
fn what_was_begun_before_a_lock_is_not_kept_after_it() {
    let made_up = MadeUp::new();
    let (shell, since) = (&made_up.shell, made_up.shell.session.since());
    let kit = Kit::make(&shell.words()).unwrap();
    shell.close_everything();
    let late = shell.keep_kit(kit, since).unwrap_err();
    assert_eq!(late.code, ErrorCode::Cancelled);
    assert!(!shell.holds_secrets());
}

#[test]
fn no_pin_and_no_words_are_asked_for_by_a_keyring_of_another_signer() {
    let made_up = MadeUp::new();
    let (_, slot) = made_up.restored_with_passkey("1234");
    let history = made_up.history();
    let dir = made_up.shell.data_folder().unwrap().history_dir(&history);
    let keyring = dir.unwrap().join(FILE_NAME);
    let known = made_up
        .shell
        .data_folder()
        .unwrap()
        .path()
        .join("seen.json");
    made_up.shell.close_everything();
    let mut seen: serde_json::Value =
        serde_json::from_slice(&std::fs::read(&known).unwrap()).unwrap();
    let id = LockedKeyring::read(&keyring).unwrap().id().to_owned();
    let other = Kit::make(&made_up.shell.words()).unwrap().view();
    seen[&id]["fingerprint"] = other.fingerprint.into();
    std::fs::write(&known, seen.to_string()).unwrap();

    let nobody = Box::new(|_| panic!("nobody is asked"));
    let refused = opening::unlock_with_passkey(&made_up.shell, &history, &slot, nobody);
    assert_eq!(refused.unwrap_err().code, ErrorCode::KeyringTampered);
    let refused = opening::unlock_with_words(&made_up.shell, &history, "six words");
    assert_eq!(refused.unwrap_err().code, ErrorCode::KeyringTampered);
}

#[test]
fn the_last_kit_stays_while_there_is_a_passkey() {
    let made_up = MadeUp::new();
    made_up.restored_with_passkey("1234");
    let recovery = ids(&made_up)[0].clone();
    let refused = remove(&made_up.shell, &recovery, &mut |_| {}).unwrap_err();
    assert_eq!(refused.code, ErrorCode::LastRecovery);
    assert!(made_up.shell.session_view().open);
}

#[test]
fn advice_and_drill_look_at_this_keyring() {
    let made_up = MadeUp::new();
    made_up.restored_with_passkey("1234");
    let advice = view(&made_up.shell).unwrap().advice;
    let what: Vec<_> = advice.iter().map(|advice| advice.what).collect();
    assert_eq!(what, [AdviceKind::SoftwareOnly]);
    let drills = loss_drill(&made_up.shell).unwrap();
    let verdict = |loss| {
        let drill = drills.iter().find(|drill| drill.loss == loss).unwrap();
        drill.verdict
    };
    assert_eq!(verdict(Loss::PhoneLost), DrillVerdict::NotAffected);
    assert_eq!(verdict(Loss::ComputerDead), DrillVerdict::KitOnly);
}

#[test]
fn nothing_is_sealed_into_a_keyring_nobody_vouches_for() {
    let made_up = MadeUp::new();
    let (kit, _) = made_up.restored_with_passkey("1234");
    made_up.shell.close_everything();
    let data = made_up.shell.data_folder().unwrap().path().to_owned();
    std::fs::remove_file(data.join("seen.json")).unwrap();
    opening::unlock(&made_up.shell, &made_up.history(), &kit).unwrap();
    let vouching = opening::vouching(&made_up.shell).unwrap();
    assert!(!vouching.trusted);
    let refused = restoring::run(&made_up.shell, &made_up.backup, &mut |_| {}).unwrap_err();
    assert_eq!(refused.code, ErrorCode::KeyringUnknown);
    let nobody = Box::new(|_| panic!("nobody is asked"));
    let refused = [
        new_kit(&made_up.shell).err(),
        add_passphrase(&made_up.shell, "On paper").err(),
        add_passkey(&made_up.shell, SOFTWARE, "Mine", nobody).err(),
    ];
    for refused in refused {
        assert_eq!(refused.unwrap().code, ErrorCode::KeyringUnknown);
    }
    assert!(!opening::vouching(&made_up.shell).unwrap().trusted);
    let recovery = ids(&made_up)[0].clone();
    rename(&made_up.shell, &recovery, "Paper").unwrap();
    assert!(!opening::vouching(&made_up.shell).unwrap().trusted);

    assert!(!opening::vouch(&made_up.shell, "0000-0000").unwrap());
    assert!(opening::vouch(&made_up.shell, &vouching.fingerprint).unwrap());
    assert!(opening::vouching(&made_up.shell).unwrap().trusted);
    restoring::run(&made_up.shell, &made_up.backup, &mut |_| {}).unwrap();
}
