//! The list of commands is in three places; this test holds them together.

use std::collections::BTreeSet;

/// The words between `begin` and `end`, one a line, cut by `cut`.
fn listed<'a>(
    text: &'a str,
    begin: &str,
    end: &str,
    cut: impl Fn(&'a str) -> &'a str,
) -> BTreeSet<&'a str> {
    let after = text.split_once(begin).unwrap().1;
    let inside = after.split_once(end).unwrap().0;
    inside
        .lines()
        .map(|line| cut(line.trim().trim_end_matches(',')))
        .filter(|word| !word.is_empty())
        .collect()
}

#[test]
fn the_window_may_call_exactly_the_commands_there_are() {
    let handled = listed(
        include_str!("../app.rs"),
        "generate_handler![",
        "]",
        |line| line.rsplit("::").next().unwrap_or_default(),
    );
    let permitted = listed(
        include_str!("../../permissions/window.toml"),
        "commands.allow = [",
        "]",
        |line| line.trim_matches('"'),
    );
    assert_eq!(handled, permitted);
    assert_eq!(handled.len(), 102);
}
