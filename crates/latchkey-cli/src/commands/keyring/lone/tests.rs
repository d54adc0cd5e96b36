use super::*;
use crate::dates;
use latchkey_keyring::RecoveryKit;
use latchkey_restore::{ErrorCode, prepare_keyring};
use tempfile::TempDir;

fn lone(folder: &TempDir, vouched: bool) -> Lone {
    let path = folder.path().join("my.latchkey");
    let kit = RecoveryKit::generate();
    let mut keyring = prepare_keyring(&[kit.recipient()], dates::now()).unwrap();
    keyring.prove_with(&kit.identity());
    keyring.save(&path).unwrap();
    Lone {
        path,
        keyring,
        vouched,
    }
}

fn rename(keyring: &mut OpenKeyring, name: &str) -> Result<(), Failure> {
    let slot = keyring.slots().next().unwrap().id.clone();
    Ok(keyring.rename_slot(&slot, name)?)
}

#[test]
fn a_change_made_elsewhere_meanwhile_is_not_written_over() {
    let folder = TempDir::new().unwrap();
    let mut lone = lone(&folder, true);
    let path = lone.path.clone();
    let mut other = lone.keyring.draft();
    let changed = lone.change(|keyring| {
        rename(&mut other, "theirs")?;
        other.save(&path)?;
        rename(keyring, "ours")
    });
    assert!(changed.unwrap_err().is(ErrorCode::InUse));
    // And once more, before anybody is asked for anything.
    let asked = lone.change(|_| -> Result<(), Failure> { unreachable!() });
    assert!(asked.unwrap_err().is(ErrorCode::InUse));
    let found = LockedKeyring::read(&path).unwrap();
    assert!(found.slots().all(|slot| slot.label == "theirs"));
}

#[test]
fn nothing_is_sealed_into_a_file_that_nobody_vouches_for() {
    let folder = TempDir::new().unwrap();
    let mut unknown = lone(&folder, false);
    let sealed = unknown.seal(|_| -> Result<(), Failure> { unreachable!() });
    assert!(sealed.unwrap_err().is(ErrorCode::KeyringUnknown));
    unknown.change(|keyring| rename(keyring, "mine")).unwrap();
}
