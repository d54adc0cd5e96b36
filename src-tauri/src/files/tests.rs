//! Private files, secrets that are read, links and typed paths.

use super::*;

#[test]
fn a_private_file_is_whole_and_the_persons_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("kit.txt");
    write_private(&path, b"first").unwrap();
    write_private(&path, b"second").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"second");
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1);
}

#[test]
fn a_secret_is_read_from_a_file_and_never_waited_for() {
    let place = tempfile::tempdir().unwrap();
    let (file, pipe) = (place.path().join("kit.txt"), place.path().join("pipe"));
    std::fs::write(&file, b"secret").unwrap();
    assert_eq!(read_secret(&file, 6).unwrap().as_slice(), b"secret");
    assert!(read_secret(&file, 5).is_err());
    let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    assert!(read_secret(&pipe, 6).is_err());
    assert!(read_secret(place.path(), 6).is_err());
}

#[test]
fn only_links_of_the_web_are_opened() {
    assert!(web_link("https://example.org/a?b=c#d").is_some());
    assert!(web_link("http://example.org").is_some());
    for link in [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "--version",
        "ftp://example.org",
        "https://user:word@example.org",
        "mailto:a@example.org",
        "",
        "https://",
    ] {
        assert!(web_link(link).is_none(), "{link}");
    }
}

#[test]
fn a_typed_path_may_be_quoted_a_link_or_start_at_home() {
    assert_eq!(typed_path(" '/a b/c' "), PathBuf::from("/a b/c"));
    assert_eq!(typed_path("file:///a%20b/c"), PathBuf::from("/a b/c"));
    assert_eq!(
        typed_path("~/phone"),
        dirs::home_dir().unwrap().join("phone")
    );
    assert_eq!(typed_path("/plain"), PathBuf::from("/plain"));
}
