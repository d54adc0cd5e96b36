//! Numbers that an account may have kept in an older form than the one people write today.
//!
//! In some countries a change of the numbering plan left accounts under the form of the day they were made, while
//! address books hold another one. These forms are ways to look somebody up, never another person.

/// The other form (digits without `+`) of a number whose country has had two, if this is one of them.
///
/// Mexico had a 1 before mobile numbers until 2020, Argentina has a 9 that people leave out, Brazil put a 9 before
/// mobile numbers from 2012 on, Benin put 01 before every number in 2024.
pub(crate) fn other_spelling(digits: &str) -> Option<String> {
    let local = |code: &str, length: usize| {
        digits
            .strip_prefix(code)
            .filter(|local| local.len() == length)
    };
    if let Some(local) = local("521", 10) {
        return Some(format!("52{local}"));
    }
    if let Some(local) = local("52", 10) {
        return Some(format!("521{local}"));
    }
    if let Some(local) = local("549", 10) {
        return Some(format!("54{local}"));
    }
    if let Some(local) = local("54", 10) {
        return Some(format!("549{local}"));
    }
    if let Some(local) = local("22901", 8) {
        return Some(format!("229{local}"));
    }
    if let Some(local) = local("229", 8) {
        return Some(format!("22901{local}"));
    }
    brazilian(digits)
}

/// Two digits of the area, then a mobile number of nine digits, or of eight that begin like one.
fn brazilian(digits: &str) -> Option<String> {
    let (area, number) = digits.strip_prefix("55")?.split_at_checked(2)?;
    match number.len() {
        9 => number
            .strip_prefix('9')
            .filter(|short| short.starts_with(['6', '7', '8', '9']))
            .map(|short| format!("55{area}{short}")),
        8 if number.starts_with(['6', '7', '8', '9']) => Some(format!("55{area}9{number}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::other_spelling;

    #[test]
    fn the_other_form_of_the_other_form_is_the_number_itself() {
        for (old, new) in [
            ("5215512345678", "525512345678"),
            ("541123456789", "5491123456789"),
            ("551187654321", "5511987654321"),
            ("22997123456", "2290197123456"),
        ] {
            assert_eq!(other_spelling(old).as_deref(), Some(new));
            assert_eq!(other_spelling(new).as_deref(), Some(old));
        }
    }

    #[test]
    fn numbers_of_other_countries_and_landlines_of_brazil_have_one_form() {
        for digits in [
            "34600111222",
            "447700900123",
            "12125550100",
            "551132654321",
            "5511912345678",
            "55",
            "",
            "5",
            "55١١",
        ] {
            assert_eq!(other_spelling(digits), None, "{digits}");
        }
    }
}
