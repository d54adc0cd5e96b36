//! Claims about the drill's choice of what is lost; its answers are executed in `tests/keyring/drill.rs`.

use latchkey_passkey::{Argon2Cost, TpmBinding};

use super::*;
use crate::Timestamp;
use crate::document::{Authenticator, PasskeySlot};

fn passkey(id: &str, authenticator: Authenticator, tpm: Option<u8>, created: &str) -> Slot {
    let created: Timestamp = created.parse().unwrap();
    let binding = tpm.map(|name| TpmBinding {
        parent_name: vec![name],
        pin_salt: [0; 16],
        argon2id: Argon2Cost {
            memory_kib: 8,
            passes: 1,
            lanes: 1,
        },
    });
    Slot {
        id: id.into(),
        kind: SlotKind::Passkey(PasskeySlot {
            authenticator,
            identity: String::new(),
            credential_id: vec![1],
            public_key: Vec::new(),
            rp_id: String::new(),
            transports: Vec::new(),
            backup_eligible: true,
            backed_up: true,
            tpm: binding,
        }),
        label: String::new(),
        created,
        last_tested: None,
        recipient: String::new(),
    }
}

const JANUARY: &str = "2026-01-01T00:00:00Z";
const MARCH: &str = "2026-03-01T00:00:00Z";

#[test]
fn of_two_keys_the_one_used_last_is_lost_and_the_other_opens() {
    let slots = [
        passkey("old", Authenticator::SecurityKey, None, JANUARY),
        passkey("new", Authenticator::SecurityKey, None, MARCH),
    ];
    let answer = drill(&slots, Loss::SecurityKeyLost);
    assert_eq!(
        (answer.affected, answer.still_open),
        (vec!["new".into()], vec!["old".into()])
    );
    assert_eq!(answer.verdict, DrillVerdict::OtherPasskey);
}

#[test]
fn a_dead_computer_takes_every_key_of_its_tpm_and_its_files() {
    let slots = [
        passkey("first", Authenticator::Tpm, Some(1), JANUARY),
        passkey("second", Authenticator::Tpm, Some(1), MARCH),
        passkey("elsewhere", Authenticator::Tpm, Some(2), JANUARY),
        passkey("file", Authenticator::Software, None, JANUARY),
    ];
    let answer = drill(&slots, Loss::ComputerDead);
    assert_eq!(answer.affected, ["first", "second", "file"]);
    assert_eq!(
        (answer.still_open, answer.verdict),
        (vec!["elsewhere".into()], DrillVerdict::OtherPasskey)
    );
}

#[test]
fn a_synced_phone_and_a_passkey_of_a_later_version_are_not_relied_on() {
    let slots = [
        passkey("phone", Authenticator::Phone, None, JANUARY),
        passkey(
            "later",
            Authenticator::Unknown("ring".into()),
            None,
            JANUARY,
        ),
    ];
    let answer = drill(&slots, Loss::PhoneLost);
    assert_eq!(
        (answer.affected, answer.still_open),
        (vec!["phone".into()], Vec::new())
    );
    assert_eq!(answer.verdict, DrillVerdict::Nothing);
}

#[test]
fn what_is_not_on_the_list_is_not_lost() {
    let slots = [passkey("key", Authenticator::SecurityKey, None, JANUARY)];
    for loss in [Loss::PhoneLost, Loss::ComputerDead] {
        let answer = drill(&slots, loss);
        assert_eq!(
            (answer.verdict, answer.still_open),
            (DrillVerdict::NotAffected, vec!["key".into()])
        );
    }
    assert_eq!(drill(&slots, Loss::PinBlocked).affected, ["key"]);
}
