//! Which relying party ids are taken: names of hosts, and nothing else that a keyring from anywhere may hold.

use crate::error::CeremonyError;

/// Longest name of a host (RFC 1035, 2.3.4, without the root's dot).
const LONGEST: usize = 253;

/// Longest part between two dots.
const LONGEST_LABEL: usize = 63;

/// Refuses a relying party id that is no name of a host.
pub(crate) fn check(rp_id: &str) -> Result<(), CeremonyError> {
    if rp_id.len() <= LONGEST && rp_id.split('.').all(is_label) {
        return Ok(());
    }
    Err(CeremonyError::Inconsistent {
        rule: "the relying party is no name of a host",
    })
}

fn is_label(label: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=LONGEST_LABEL).contains(&label.len())
        && label.bytes().all(letters)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn names_of_hosts_are_taken_up_to_their_longest() {
        let label = "a".repeat(63);
        let last = "b".repeat(61);
        let longest = [label.as_str(), &label, &label, &last].join(".");
        assert_eq!(longest.len(), 253);
        for name in [
            crate::RP_ID,
            "example.com",
            "localhost",
            "xn--a.b-c.1",
            &longest,
        ] {
            assert!(check(name).is_ok(), "{name}");
        }
        assert!(check(&format!("{longest}a")).is_err());
        assert!(check(&format!("{label}a.com")).is_err());
    }

    #[test]
    fn anything_else_is_refused() {
        let endless = "a.".repeat(1 << 20);
        let wrong = [
            "",
            ".",
            "a.",
            ".a",
            "a..b",
            "-a.b",
            "a-.b",
            "a b",
            "a/b",
            "a:1",
            "\u{e9}.fr",
            "a\0",
            &endless,
        ];
        for name in wrong {
            assert!(check(name).is_err(), "{:.20}", name);
        }
    }
}
