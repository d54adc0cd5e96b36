//! A restore needs no network: it works in a namespace that has none.

use std::process::Command;

use latchkey_demo::{SpecialBackup, write_special_backup};
use latchkey_tests::cli::restore_arguments;
use latchkey_tests::home::Home;
use latchkey_tests::programs::{on_path, program};
use latchkey_tests::skipped;

#[test]
fn a_restore_works_without_any_network_interface() {
    let Some(unshare) = on_path("unshare") else {
        return skipped("no_network", "there is no unshare program");
    };
    let allowed = Command::new(&unshare)
        .args(["-rn", "true"])
        .status()
        .is_ok_and(|status| status.success());
    if !allowed {
        return skipped(
            "no_network",
            "this system does not let a network namespace be made (unshare -rn)",
        );
    }
    let home = Home::new();
    let backup = home.path("work/msgstore.db.crypt15");
    let key = write_special_backup(&backup, SpecialBackup::Small, &[0x42; 32]).unwrap();
    let arguments = restore_arguments(&home, &backup, &key, &home.path("work/history"), &[]);
    let mut command = Command::new(unshare);
    home.furnish(&mut command)
        .arg("-rn")
        .arg(program("latchkey"))
        .args(arguments);
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["messages"], 5);
}
