//! Who writes to whom: the people and chats of the made-up phone, and strangers for the larger ones.

mod chats;

pub(crate) use chats::{CHATS, Casting, Manner, Shape};

use crate::dice::Dice;
use crate::draft::PersonDraft;
use crate::words::Tongue;

/// The owner's name as others see it.
pub(crate) const OWNER: &str = "Lucía Brandt";

/// One person of the cast.
pub(crate) struct Role {
    /// Name in the address book; also what the chats call them by.
    pub name: &'static str,
    /// Main language.
    pub tongue: Tongue,
    /// 0 number only, 1 number and private address, 2 private address only.
    pub addresses: u8,
    /// In the owner's address book.
    pub listed: bool,
}

const fn role(name: &'static str, tongue: Tongue, addresses: u8, listed: bool) -> Role {
    Role {
        name,
        tongue,
        addresses,
        listed,
    }
}

use Tongue::{Arabic, Chinese, English, German, Hindi, Japanese, Russian, Spanish, Thai};

/// Everybody the chats name.
pub(crate) const ROLES: &[Role] = &[
    role("Jonas Brandt", German, 1, true),
    role("Mamá", Spanish, 0, true),
    role("Hannah Osei", English, 1, true),
    role("Álvaro Quintero", Spanish, 1, true),
    role("Abuela Pilar", Spanish, 0, true),
    role("Carmen Ruiz", Spanish, 1, true),
    role("Íñigo Etxeberria", Spanish, 0, true),
    role("Begoña Quintero", Spanish, 0, true),
    role("Primo Sergio", Spanish, 0, true),
    role("Käthe Brandt", German, 0, true),
    role("Günther Brandt", German, 0, true),
    role("Leo Brandt", German, 1, true),
    role("Frauke Brandt-Sørensen", German, 0, true),
    role("Priya Raman", English, 1, true),
    role("Tom Ashworth", English, 1, true),
    role("Björn Lindqvist", German, 0, true),
    role("Megan O'Neill", English, 0, true),
    role("Grace O'Neill", English, 0, true),
    role("Oliver Hughes", English, 0, true),
    role("Isla MacLeod", English, 1, true),
    role("Samuel Adeyemi", English, 0, true),
    role("Anneliese Krüger", German, 0, true),
    role("Lukas Weiß", German, 0, true),
    role("Sophie Dubois", English, 1, true),
    role("Herr Lindner (Vermieter)", German, 0, true),
    role("Nadia Haddad", Arabic, 1, true),
    role("ليلى حداد", Arabic, 0, true),
    role("سامي حداد", Arabic, 0, true),
    role("Yousef Haddad يوسف", Arabic, 0, true),
    role("Amira (Uni)", Arabic, 1, true),
    role("李美玲", Chinese, 1, true),
    role("王志明", Chinese, 0, true),
    role("陈雨桐 Rain", Chinese, 0, true),
    role("田中さくら", Japanese, 1, true),
    role("高橋 健太", Japanese, 0, true),
    role("Ольга Петрова", Russian, 0, true),
    role("Дима Соколов", Russian, 0, true),
    role("тётя Нина", Russian, 0, true),
    role("अमित शर्मा", Hindi, 0, true),
    role("Neha Kulkarni", Hindi, 1, true),
    role("น้องแพร", Thai, 0, true),
    role("พี่ต้น", Thai, 0, true),
    role("Mehmet Yılmaz", German, 0, true),
    role("Zoë Łukaszewska-Núñez", English, 0, true),
    role("Robin Falk", English, 1, true),
    role("Jördis Hlíðdal", German, 0, true),
    role("Dr. Wagner – Praxis", German, 0, true),
    role("Blumen Yıldız", German, 0, true),
    role("Trainer Matze", German, 0, true),
    role("Nachbarin Ute 3. OG", German, 0, true),
    role("Özlem Kaya", German, 1, true),
    role("Familie Petersen", German, 0, true),
    role("Sam", English, 2, false),
    role("Kit", English, 2, false),
    role("Unnamed courier", English, 0, false),
    role("Unnamed flat", German, 0, false),
    role("Unnamed school parent", German, 1, false),
    role("Unnamed player", German, 2, false),
    role("Unnamed traveller", English, 1, false),
    role("Unnamed neighbour", German, 2, false),
];

/// The people as the writer takes them; `modern` phones know private addresses.
pub(crate) fn people(modern: bool) -> Vec<PersonDraft> {
    ROLES
        .iter()
        .enumerate()
        .map(|(index, role)| {
            let addresses = if modern { role.addresses } else { 0 };
            PersonDraft {
                phone: (addresses != 2).then(|| number(role.tongue, index)),
                lid: (addresses > 0).then(|| private_address(index)),
                name: role.listed.then(|| role.name.to_owned()),
                push_name: (!role.name.starts_with("Unnamed")).then(|| push_name(role.name)),
                lid_name: shown_name(role.name),
                more_lids: if modern && role.name == "Robin Falk" {
                    vec![private_address(9_000)]
                } else {
                    Vec::new()
                },
                same: false,
            }
        })
        .collect()
}

/// A stranger for phones larger than the cast; some are in the address book.
pub(crate) fn stranger(index: usize, dice: &mut Dice) -> (PersonDraft, Tongue) {
    const FIRST: &[&str] = &[
        "Aisha", "Bruno", "Chloé", "Daan", "Elif", "Fionn", "Giulia", "Hiro", "Ingrid", "João",
        "Kofi", "Lena", "Mateo", "Noor", "Oskar", "Paula", "Quentin", "Rosa", "Stefan", "Tereza",
        "Uma", "Viktor", "Wanda", "Ximena", "Yara", "Zeno",
    ];
    const LAST: &[&str] = &[
        "Abbott", "Bauer", "Castillo", "Diallo", "Eriksen", "Ferrari", "García", "Horváth",
        "Ivanova", "Jansen", "Kowalski", "López", "Müller", "Nguyen", "Okafor", "Pereira",
        "Quispe", "Rossi", "Santos", "Tamura", "Ueda", "Vogel", "Wójcik",
    ];
    let tongue = *dice.pick(&[
        English, English, Spanish, Spanish, German, German, Arabic, Chinese, Japanese, Russian,
    ]);
    let name = format!("{} {}", dice.pick(FIRST), dice.pick(LAST));
    let person = PersonDraft {
        phone: Some(number(tongue, 100 + index)),
        lid: dice.chance(400).then(|| private_address(100 + index)),
        name: dice.chance(800).then(|| name.clone()),
        push_name: Some(name),
        ..PersonDraft::default()
    };
    (person, tongue)
}

/// A number of a range kept for fiction, as E.164 digits: Ofcom's mobile range, 555-01xx of the North American plan,
/// ARCEP's 06 39 98, the Federal Network Agency's 030 23125.
fn number(tongue: Tongue, index: usize) -> String {
    const AREAS: &[&str] = &[
        "212", "305", "312", "415", "503", "602", "617", "702", "713", "808", "832", "917",
    ];
    match tongue {
        English if index < 1000 => format!("447700900{index:03}"),
        German if index < 1000 => format!("493023125{index:03}"),
        Spanish | Arabic if index < 10_000 => format!("3363998{index:04}"),
        _ => {
            let hundred = index / 100;
            // A phone of ten million messages knows more people than these areas have numbers.
            let area = AREAS.get(hundred).map_or_else(
                || (220 + hundred - AREAS.len()).to_string(),
                |area| (*area).to_owned(),
            );
            format!("1{area}55501{:02}", index % 100)
        }
    }
}

fn private_address(index: usize) -> String {
    format!("{}", 187_204_000_000_000_u64 + 7_919_311 * index as u64)
}

/// What the app shows of a private address where it is not the name the person chose: a masked number (which names
/// nobody), or a name with marks that turn the writing direction.
fn shown_name(name: &str) -> Option<String> {
    match name {
        "Unnamed neighbour" => {
            Some("+49\u{2219}\u{2219}\u{2219}\u{2219}\u{2219}\u{2219}\u{2219}71".to_owned())
        }
        "Kit" => Some("\u{2067}Kit\u{2069}\u{200F}".to_owned()),
        _ => None,
    }
}

fn push_name(name: &str) -> String {
    name.split([' ', '(']).next().unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_on_the_largest_phone_has_a_number_of_their_own() {
        for tongue in [English, Spanish, German, Arabic, Russian] {
            let numbers: std::collections::HashSet<String> =
                (0..4200).map(|index| number(tongue, index)).collect();
            assert_eq!(numbers.len(), 4200, "{tongue:?}");
        }
    }
}
