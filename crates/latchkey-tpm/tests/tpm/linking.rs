//! Only the helper needs the TPM libraries: the others start where libtss2 is missing.

use std::path::Path;
use std::process::Command;

use crate::swtpm::program;

/// Every library a program needs, and those need, as the loader sees it.
fn libraries(program: &Path) -> String {
    let output = Command::new("ldd").arg(program).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_helper_links_the_tpm_libraries_and_a_program_with_the_passkey_crate_does_not() {
    assert!(libraries(&program()).contains("libtss2-esys"));
    // This test is such a program.
    let this = libraries(&std::env::current_exe().unwrap());
    assert!(
        this.contains("libc.so") && !this.contains("libtss2"),
        "{this}"
    );
}

#[test]
fn the_command_and_the_window_do_not_link_them() {
    for name in ["latchkey", "latchkey-desktop"] {
        let path = program().with_file_name(name);
        // Built only where the whole workspace is.
        if path.is_file() {
            let libraries = libraries(&path);
            assert!(!libraries.contains("libtss2"), "{name}: {libraries}");
        }
    }
}
