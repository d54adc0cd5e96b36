//! Names for files, from the source's words: never a path, never hidden, the same in every folder.

/// Bytes of a name; every usual disk has room for it with an ending.
const LONGEST: usize = 120;

/// A name that is no path and hides nothing; empty when nothing is left of it.
#[must_use]
pub fn clean(text: &str) -> String {
    let last = text.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .map(|sign| if is_special(sign) { ' ' } else { sign })
        .filter(|sign| !is_unseen(*sign))
        .collect();
    let kept = kept.trim_matches(|sign: char| sign == '.' || sign.is_whitespace());
    let (stem, ending) = split(kept);
    let room = LONGEST.saturating_sub(ending.len() + 1);
    let stem = stem.get(..stem.floor_char_boundary(room)).unwrap_or(stem);
    match ending {
        "" => stem.trim_end().to_owned(),
        _ => format!("{}.{ending}", stem.trim_end()),
    }
}

/// The name with this ending in the place of its own; a name that has it stays.
#[must_use]
pub fn with_ending(name: &str, ending: &str) -> String {
    let (stem, own) = split(name);
    if own.eq_ignore_ascii_case(ending) {
        return name.to_owned();
    }
    // What only looks like an ending is a part of the name.
    let stem = if is_ending(own) { stem } else { name };
    format!("{stem}.{ending}")
}

/// The ending of a name, in small letters; empty without one.
#[must_use]
pub fn ending(name: &str) -> String {
    split(name).1.to_ascii_lowercase()
}

fn split(name: &str) -> (&str, &str) {
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && is_ending(ending) => (stem, ending),
        _ => (name, ""),
    }
}

fn is_ending(text: &str) -> bool {
    (1..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Signs that some system takes for more than a letter.
fn is_special(sign: char) -> bool {
    sign.is_control() || matches!(sign, ':' | '*' | '?' | '"' | '<' | '>' | '|')
}

/// Signs that turn the order of letters around or have no width: `exe` must not look like `txt`.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{61C}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_path_and_hides_nothing() {
        for (name, cleaned) in [
            ("report.pdf", "report.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\a\\b.doc", "b.doc"),
            ("/", ""),
            ("..", ""),
            (".bashrc", "bashrc"),
            ("a\n<b>|c?.txt", "a  b  c.txt"),
            ("cod\u{202E}fdp.exe", "codfdp.exe"),
            ("  Übersicht 2024.  ", "Übersicht 2024"),
            ("v1.2 final", "v1.2 final"),
        ] {
            let found = clean(name);
            assert_eq!(found, cleaned, "{name}");
            assert!(!found.contains('/') && !found.starts_with('.'));
        }
        let long = clean(&format!("{}.jpeg", "ü".repeat(500)));
        assert!(long.len() <= LONGEST && long.ends_with("ü.jpeg"), "{long}");
    }

    #[test]
    fn an_ending_says_what_the_bytes_are() {
        assert_eq!(with_ending("a.JPG", "jpg"), "a.JPG");
        assert_eq!(with_ending("a.exe", "pdf"), "a.pdf");
        assert_eq!(with_ending("a", "pdf"), "a.pdf");
        assert_eq!(with_ending("Dr. Müller", "vcf"), "Dr. Müller.vcf");
        assert_eq!(ending("a.tar.GZ"), "gz");
        assert_eq!(ending("a."), "");
    }
}
