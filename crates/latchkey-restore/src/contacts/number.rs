//! Phone numbers as people write them, brought to the digits that a chat address uses.
//!
//! Some countries' chat addresses keep an older form of mobile numbers; then a number has two spellings.

use std::collections::HashMap;

pub(super) use rlibphonenumber::Region;
use rlibphonenumber::{PhoneNumber, PhoneNumberFormat};

/// Every form (E.164 digits without `+`) in which a chat address may hold this number; empty if it is no number.
pub(super) fn spellings(written: &str, home: Option<Region>) -> Vec<String> {
    let bare = written.trim().trim_start_matches("tel:");
    let Ok(number) = PhoneNumber::parse(bare, home) else {
        return Vec::new();
    };
    let international = number.format_as(PhoneNumberFormat::E164);
    let digits = international.trim_start_matches('+').to_owned();
    let other = older_form(&digits);
    std::iter::once(digits).chain(other).collect()
}

/// Mexico and Argentina: a 1 or 9 after the country code that E.164 has dropped or kept; Brazil: the ninth digit.
fn older_form(digits: &str) -> Option<String> {
    let rest = |code: &str| digits.strip_prefix(code);
    if let Some(local) = rest("521").filter(|local| local.len() == 10) {
        return Some(format!("52{local}"));
    }
    if let Some(local) = rest("52").filter(|local| local.len() == 10) {
        return Some(format!("521{local}"));
    }
    if let Some(local) = rest("549").filter(|local| local.len() == 10) {
        return Some(format!("54{local}"));
    }
    if let Some(local) = rest("54").filter(|local| local.len() == 10) {
        return Some(format!("549{local}"));
    }
    let local = rest("55")?;
    let (area, number) = local.split_at_checked(2)?;
    match number.len() {
        9 => number
            .strip_prefix('9')
            .map(|short| format!("55{area}{short}")),
        8 if number.starts_with(['6', '7', '8', '9']) => Some(format!("55{area}9{number}")),
        _ => None,
    }
}

/// The country that most of these numbers (E.164 digits without `+`) belong to, as two letters; empty for none.
pub(crate) fn guess_home_country<'a>(phones: impl Iterator<Item = &'a str>) -> String {
    let mut counts: HashMap<Region, u64> = HashMap::new();
    for phone in phones.take(5000) {
        let number = PhoneNumber::parse(format!("+{phone}"), None).ok();
        if let Some(region) = number.and_then(|number| number.get_region_code()) {
            *counts.entry(region).or_default() += 1;
        }
    }
    let most = counts
        .into_iter()
        .max_by_key(|&(region, count)| (count, region));
    most.map(|(region, _)| region.as_region_str().to_string())
        .unwrap_or_default()
}
