//! Cards of a `.vcf` file, versions 2.1, 3 and 4 as phones and programs write them.
//!
//! The file is read card by card, and of each card only the lines with names and numbers: pictures make address books
//! big, and what is not read cannot be misread. A broken card never hides the next.

use std::io::{self, BufRead};

use calcard::vcard::{VCard, VCardEntry, VCardParameterName, VCardProperty, VCardValue};
use calcard::{Entry, Parser};
use mail_parser::decoders::quoted_printable::quoted_printable_decode;

use super::book::{Contact, Number};
use super::lines::next_line;
use super::text;

/// Most that is kept of one card, bytes.
const CARD: usize = 256 * 1024;

/// Properties that name somebody or say a number.
const KEPT: [&str; 6] = ["VERSION", "FN", "N", "NICKNAME", "ORG", "TEL"];

/// Whether this is the beginning of a file of cards.
pub(super) fn is_one(beginning: &str) -> bool {
    let mut lines = beginning.lines().map(|line| line.trim().as_bytes());
    lines.any(|line| is_mark(line, "BEGIN"))
}

/// `BEGIN:VCARD` or `END:VCARD`, with the blanks that some programs write.
fn is_mark(line: &[u8], word: &str) -> bool {
    let Ok(line) = std::str::from_utf8(line) else {
        return false;
    };
    let line = line.trim_start_matches('\u{feff}');
    line.split_once(':').is_some_and(|(name, value)| {
        name.trim().eq_ignore_ascii_case(word) && value.trim().eq_ignore_ascii_case("VCARD")
    })
}

/// Hands out everybody in the file, until `each` says stop.
pub(super) fn read(
    reader: &mut dyn BufRead,
    each: &mut dyn FnMut(Contact) -> io::Result<()>,
) -> io::Result<()> {
    let mut card: Option<Lines> = None;
    let mut line = Vec::new();
    while next_line(reader, &mut line)? {
        let inside = card.as_ref().is_some_and(Lines::continues);
        if !inside && is_mark(line.trim_ascii(), "BEGIN") {
            // One that was never ended is taken as far as it goes.
            if let Some(contact) = card.replace(Lines::default()).and_then(Lines::read) {
                each(contact)?;
            }
        } else if !inside && is_mark(line.trim_ascii(), "END") {
            if let Some(contact) = card.take().and_then(Lines::read) {
                each(contact)?;
            }
        } else if let Some(card) = &mut card {
            card.add(&line);
        }
    }
    match card.and_then(Lines::read) {
        Some(contact) => each(contact),
        None => Ok(()),
    }
}

/// The lines of one card that are kept, continuations joined.
#[derive(Default)]
struct Lines {
    kept: Vec<Vec<u8>>,
    size: usize,
    /// What the line before was.
    last: Last,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Last {
    #[default]
    Dropped,
    Kept,
    /// Its end is a soft line break: the next line belongs to it, however it looks.
    DroppedSoft,
    KeptSoft,
}

impl Lines {
    /// Whether the next line belongs to the one before.
    fn continues(&self) -> bool {
        matches!(self.last, Last::DroppedSoft | Last::KeptSoft)
    }

    fn add(&mut self, line: &[u8]) {
        let folded = line
            .first()
            .is_some_and(|byte| matches!(byte, b' ' | b'\t'));
        match self.last {
            Last::KeptSoft => self.extend(line),
            Last::DroppedSoft => {
                if !line.ends_with(b"=") {
                    self.last = Last::Dropped;
                }
            }
            Last::Kept if folded => self.extend(line.get(1..).unwrap_or_default()),
            Last::Dropped if folded => {}
            Last::Kept | Last::Dropped => self.begin(line),
        }
    }

    fn begin(&mut self, line: &[u8]) {
        let Some(colon) = line.iter().position(|&byte| byte == b':') else {
            // No property: pictures without folding, nonsense.
            self.last = Last::Dropped;
            return;
        };
        let head = line.get(..colon).unwrap_or_default();
        let soft = line.ends_with(b"=") && is_quoted_printable(head);
        let room = self.size + line.len() <= CARD;
        self.last = match (room && is_kept(head), soft) {
            (true, true) => Last::KeptSoft,
            (true, false) => Last::Kept,
            (false, true) => Last::DroppedSoft,
            (false, false) => Last::Dropped,
        };
        if matches!(self.last, Last::Kept | Last::KeptSoft) {
            let line = line.strip_suffix(b"=").filter(|_| soft).unwrap_or(line);
            self.size += line.len();
            self.kept.push(line.to_owned());
        }
    }

    fn extend(&mut self, line: &[u8]) {
        let soft = self.last == Last::KeptSoft;
        let goes_on = soft && line.ends_with(b"=");
        let line = line.strip_suffix(b"=").filter(|_| goes_on).unwrap_or(line);
        if self.size + line.len() <= CARD
            && let Some(last) = self.kept.last_mut()
        {
            last.extend_from_slice(line);
            self.size += line.len();
        }
        self.last = if goes_on { Last::KeptSoft } else { Last::Kept };
    }

    fn read(self) -> Option<Contact> {
        let mut text = String::from("BEGIN:VCARD\r\n");
        for line in &self.kept {
            text.push_str(&readable(line));
            text.push_str("\r\n");
        }
        text.push_str("END:VCARD\r\n");
        match Parser::new(&text).entry() {
            Entry::VCard(card) => contact(&card),
            _ => None,
        }
    }
}

/// The name of a property, without its group: `item1.TEL;type=pref` is `TEL`.
fn name_of_property(head: &[u8]) -> String {
    let name = head.split(|&byte| byte == b';').next().unwrap_or_default();
    let name = name.rsplit(|&byte| byte == b'.').next().unwrap_or_default();
    String::from_utf8_lossy(name).trim().to_ascii_uppercase()
}

fn is_kept(head: &[u8]) -> bool {
    KEPT.contains(&name_of_property(head).as_str())
}

/// As a parameter of its own: phones write the word into the labels that people made up, too.
fn is_quoted_printable(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head).to_ascii_uppercase();
    head.split(';').skip(1).any(|part| {
        matches!(
            part.trim(),
            "QUOTED-PRINTABLE" | "ENCODING=QUOTED-PRINTABLE" | "ENCODING=Q"
        )
    })
}

/// A line as the parser takes it: UTF-8, and no label that it could stumble over.
fn readable(line: &[u8]) -> String {
    let colon = line.iter().position(|&byte| byte == b':');
    let head = String::from_utf8_lossy(line.get(..colon.unwrap_or(0)).unwrap_or_default());
    let charset = parameter(&head, "charset");
    let line = text::decoded(line, charset);
    let is_number = name_of_property(head.as_bytes()) == "TEL";
    let (head, value) = line.split_once(':').unwrap_or((&line, ""));
    let encoded = is_quoted_printable(head.as_bytes());
    if is_number {
        let known = parameter(head, "waid").map(|digits| format!(";waid={digits}"));
        let preferred = head.to_ascii_lowercase().contains("pref");
        return format!(
            "TEL{}{}{}:{value}",
            known.unwrap_or_default(),
            if preferred { ";PREF=1" } else { "" },
            if encoded {
                ";ENCODING=QUOTED-PRINTABLE"
            } else {
                ""
            },
        );
    }
    // Without a charset it is UTF-8 by now, whatever the standard said in 1996.
    if charset_is_missing(head) && encoded && is_encoded_utf8(value) {
        return format!("{head};CHARSET=UTF-8:{value}");
    }
    line
}

fn parameter<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.split(';').skip(1).find_map(|part| {
        let (known, value) = part.split_once('=')?;
        let value = value.trim().trim_matches('"');
        known.trim().eq_ignore_ascii_case(name).then_some(value)
    })
}

fn charset_is_missing(head: &str) -> bool {
    parameter(head, "charset").is_none()
}

fn is_encoded_utf8(value: &str) -> bool {
    let bytes = quoted_printable_decode(value.as_bytes());
    bytes.is_some_and(|bytes| std::str::from_utf8(&bytes).is_ok())
}

fn contact(card: &VCard) -> Option<Contact> {
    let name = name_of(card)?;
    let mut numbers = Vec::new();
    for entry in every(card, &VCardProperty::Tel) {
        let parameter = |name: VCardParameterName| {
            let mut found = entry.params.iter().filter(move |p| p.name == name);
            found.next()
        };
        let preferred = parameter(VCardParameterName::Pref).is_some();
        // The app's own cards carry the number it knows as a parameter.
        let known = entry
            .params
            .iter()
            .filter(|p| p.name.as_str().eq_ignore_ascii_case("waid"))
            .filter_map(|p| p.value.as_text())
            .map(|digits| format!("+{digits}"));
        let written = entry.values.iter().filter_map(VCardValue::as_text);
        let all = known.chain(written.map(str::to_owned));
        numbers.extend(all.map(|written| Number { written, preferred }));
    }
    Some(Contact { name, numbers })
}

fn every<'a>(card: &'a VCard, property: &'a VCardProperty) -> impl Iterator<Item = &'a VCardEntry> {
    card.entries
        .iter()
        .filter(move |entry| entry.name == *property)
}

/// The name to show: as written, else given and family name, else the nickname, else the organisation.
fn name_of(card: &VCard) -> Option<String> {
    let texts = |property: &VCardProperty| -> Vec<Vec<String>> {
        every(card, property)
            .map(|entry| entry.values.iter().filter_map(parts_of).flatten().collect())
            .collect()
    };
    let joined = |property: &VCardProperty| {
        let texts = texts(property).into_iter();
        texts.map(|parts| parts.join(" ")).collect::<Vec<_>>()
    };
    let structured = texts(&VCardProperty::N).into_iter().map(|parts| {
        let part = |at: usize| parts.get(at).map(String::as_str).unwrap_or_default();
        // Family, given, middle, prefix, suffix (RFC 6350, 6.2.2).
        super::book::full_name(part(3), part(1), part(2), part(0), part(4))
    });
    joined(&VCardProperty::Fn)
        .into_iter()
        .chain(structured)
        .chain(joined(&VCardProperty::Nickname))
        .chain(joined(&VCardProperty::Org))
        .find_map(|name| super::book::clean(&name))
}

fn parts_of(value: &VCardValue) -> Option<Vec<String>> {
    match value {
        VCardValue::Component(parts) => Some(vec![parts.join(" ")]),
        other => other.as_text().map(|text| vec![text.to_owned()]),
    }
}
