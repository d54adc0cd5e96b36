//! What is kept of what a person types, and what is too much.

use super::*;

fn tags(tags: &[&str]) -> OwnMarks {
    OwnMarks {
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..OwnMarks::default()
    }
}

fn refused(marks: &OwnMarks) -> Option<usize> {
    match tidied(marks) {
        Err(SetMarksError::TooLarge { most, .. }) => Some(most),
        _ => None,
    }
}

#[test]
fn tags_are_sorted_trimmed_and_each_is_there_once() {
    let kept = tidied(&tags(&[
        "  work\tplans ",
        "Été",
        "ete",
        "",
        "c++",
        "c",
        "\u{7}x",
    ]))
    .unwrap();
    assert_eq!(kept.tags, ["c", "c++", "Été", "work plans", "x"]);
}

#[test]
fn a_note_of_nothing_is_none() {
    let note = |text: &str| OwnMarks {
        note: Some(text.to_owned()),
        ..OwnMarks::default()
    };
    assert_eq!(tidied(&note(" \n")).unwrap(), OwnMarks::default());
    assert_eq!(
        tidied(&note(" a\nb ")).unwrap().note.as_deref(),
        Some("a\nb")
    );
    assert_eq!(refused(&note(&"ä".repeat(10_000))), None);
    assert_eq!(refused(&note(&"ä".repeat(10_001))), Some(MOST_NOTE));
}

#[test]
fn too_long_a_tag_and_too_many_are_refused() {
    let long = "日".repeat(50);
    assert_eq!(refused(&tags(&[&long])), None);
    assert_eq!(refused(&tags(&[&format!("{long}x")])), Some(MOST_TAG));
    let many: Vec<String> = (0..21).map(|n| format!("tag {n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(refused(&tags(&many)), Some(MOST_TAGS));
    assert_eq!(refused(&tags(&many[..20])), None);
    let same = ["one", "One", "ONE"].repeat(20);
    assert_eq!(tidied(&tags(&same)).unwrap().tags, ["one"]);
}
