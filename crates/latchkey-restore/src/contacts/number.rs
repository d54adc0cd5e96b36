//! Phone numbers as people write them, brought to the digits (E.164 without `+`) that a chat address uses.

use std::collections::HashMap;

pub(crate) use rlibphonenumber::Region;
use rlibphonenumber::{NumberLengthType, PhoneNumber, PhoneNumberFormat};

/// Longer than any way to write one number.
const LONGEST: usize = 80;

/// Numbers of a history that are looked at for a guess.
const SAMPLE: usize = 5000;

/// The region of a country code as a person writes it: two letters in any case.
pub(crate) fn region(country: &str) -> Option<Region> {
    let code = country.trim().to_ascii_uppercase();
    Region::from_code(&code)
        .ok()
        .filter(|region| calling_code(*region).is_some())
}

/// The two letters of a region.
pub(super) fn letters(region: Region) -> String {
    region.as_region_str().to_string()
}

fn calling_code(region: Region) -> Option<i32> {
    rlibphonenumber::PHONE_NUMBER_UTIL.get_country_code_for_region(region)
}

/// A number as E.164 digits, as far as it is one: with its country code, else as one of the home country.
pub(super) fn e164(written: &str, home: Option<Region>) -> Option<String> {
    let written = without_marks(written)?;
    if let Some(found) = international(&written) {
        return Some(found);
    }
    if let Some(home) = home
        && let Some(number) = parsed(&written, Some(home))
        && matches!(
            number.is_possible_with_reason(),
            Ok(NumberLengthType::IsPossible)
        )
    {
        return digits_of(&number);
    }
    bare_international(&written)
}

/// Whether somebody may have meant a number by it: enough digits, and nothing that numbers are not written with.
pub(super) fn looks_like_one(written: &str) -> bool {
    let Some(written) = without_marks(written) else {
        return false;
    };
    let digits = written.chars().filter(|c| c.is_numeric()).count();
    let written_so = |c: char| {
        c.is_numeric()
            || c.is_whitespace()
            || "+-()[]./\u{2010}\u{2011}\u{2013}\u{ff0b}".contains(c)
    };
    (5..=17).contains(&digits) && written.chars().all(written_so)
}

/// Without what programs put around numbers: direction marks, a table's quoting, the scheme of a link.
fn without_marks(written: &str) -> Option<String> {
    let bare: String = written
        .chars()
        .filter(|c| !c.is_control())
        .filter(|c| {
            !matches!(*c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        })
        .take(LONGEST + 1)
        .collect();
    let bare = bare.trim_start_matches(['=', '\'', '"', ' ']);
    let bare = bare.trim_end_matches(['"', '\'', ' ']);
    let scheme = bare
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("tel:"));
    let bare = bare.get(scheme.map_or(0, str::len)..)?.trim();
    (!bare.is_empty() && bare.chars().count() <= LONGEST).then(|| bare.to_owned())
}

/// With `+`, or with the `00` that most of the world dials for it.
fn international(written: &str) -> Option<String> {
    let number = if written.starts_with(['+', '\u{ff0b}']) || written.contains("phone-context") {
        parsed(written, None)
    } else {
        let rest = written.strip_prefix("00")?;
        parsed(&format!("+{rest}"), None)
    };
    // Longer than any number of its country: a private number, which cards of the app may carry, too.
    let number = number.filter(|number| {
        !matches!(
            number.is_possible_with_reason(),
            Err(rlibphonenumber::ValidationError::TooLong)
        )
    });
    digits_of(&number?)
}

/// A country code without anything before it, as tables that take numbers for sums leave it.
fn bare_international(written: &str) -> Option<String> {
    if written.starts_with('0') {
        return None;
    }
    let number = parsed(&format!("+{written}"), None)?;
    digits_of(&number).filter(|_| number.is_valid())
}

fn parsed(written: &str, home: Option<Region>) -> Option<PhoneNumber> {
    PhoneNumber::parse(written, home).ok()
}

fn digits_of(number: &PhoneNumber) -> Option<String> {
    let international = number.format_as(PhoneNumberFormat::E164);
    let digits = international.strip_prefix('+')?;
    let possible =
        (6..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    possible.then(|| digits.to_owned())
}

/// The country of a number; of several that share a code the main one, where the numbering plan does not know it.
fn region_of(number: &PhoneNumber) -> Option<Region> {
    let code = number.country_code;
    number
        .get_region_code()
        .or_else(|| rlibphonenumber::PHONE_NUMBER_UTIL.get_region_for_country_code(code))
}

/// The countries that these numbers (E.164 digits without `+`) belong to, that of most of them first.
pub(super) fn countries<'a>(phones: impl Iterator<Item = &'a str>) -> Vec<Region> {
    let mut counts: HashMap<Region, u64> = HashMap::new();
    for phone in phones.take(SAMPLE) {
        let number = parsed(&format!("+{phone}"), None);
        if let Some(region) = number.as_ref().and_then(region_of) {
            *counts.entry(region).or_default() += 1;
        }
    }
    let mut countries: Vec<(Region, u64)> = counts.into_iter().collect();
    countries.sort_by_key(|&(region, count)| (std::cmp::Reverse(count), letters(region)));
    countries.into_iter().map(|(region, _)| region).collect()
}
