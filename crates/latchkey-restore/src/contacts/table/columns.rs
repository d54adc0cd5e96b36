//! Which columns of a table hold names and which hold numbers.

use csv::StringRecord;

use super::super::book::{clean, full_name};
use super::super::number::looks_like_one;

/// Words at the head of a column of numbers, in lower case; a head holds one of them.
const NUMBER_WORDS: [&str; 42] = [
    "phone",
    "mobile",
    "telephone",
    "tel.",
    "cell",
    "whatsapp",
    "telefon",
    "handy",
    "mobil",
    "rufnummer",
    "teléfono",
    "telefono",
    "móvil",
    "movil",
    "celular",
    "téléphone",
    "portable",
    "gsm",
    "cellulare",
    "telefone",
    "telemóvel",
    "telefoon",
    "mobiel",
    "puhelin",
    "matkapuhelin",
    "numer",
    "komórka",
    "telefonszám",
    "τηλέφωνο",
    "κινητό",
    "телефон",
    "мобильный",
    "هاتف",
    "جوال",
    "موبايل",
    "טלפון",
    "फ़ोन",
    "मोबाइल",
    "โทรศัพท์",
    "电话",
    "電話",
    "전화",
];

/// And of short ones that only stand alone: within a longer word they mean other things.
const SHORT_NUMBER_WORDS: [&str; 9] = [
    "tel",
    "nr",
    "number",
    "no.",
    "手机",
    "手機",
    "携帯",
    "휴대폰",
    "điện thoại",
];

/// Heads of columns that look like numbers and are none.
const OTHER_WORDS: [&str; 16] = [
    "fax",
    "pager",
    "type",
    "label",
    "birth",
    "geburt",
    "date",
    "datum",
    "fecha",
    "zip",
    "postal",
    "post code",
    "postcode",
    "plz",
    "id number",
    "account",
];

/// What a column of words says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Prefix,
    Given,
    Middle,
    Family,
    Suffix,
    Full,
    Nickname,
    Organisation,
}

/// Heads of columns with names, in lower case.
const NAME_WORDS: [(Part, &[&str]); 8] = [
    (Part::Prefix, &["name prefix", "title", "anrede", "prefix"]),
    (
        Part::Given,
        &[
            "first name",
            "given name",
            "vorname",
            "prénom",
            "prenom",
            "nombre de pila",
            "primeiro nome",
            "имя",
            "名",
            "名字",
            "voornaam",
            "imię",
            "förnamn",
            "etunimi",
            "fornavn",
            "이름",
            "firstname",
            "givenname",
        ],
    ),
    (
        Part::Middle,
        &[
            "middle name",
            "additional name",
            "weitere vornamen",
            "segundo nombre",
            "nome do meio",
            "deuxième prénom",
            "отчество",
        ],
    ),
    (
        Part::Family,
        &[
            "last name",
            "family name",
            "surname",
            "nachname",
            "apellidos",
            "apellido",
            "nom de famille",
            "cognome",
            "sobrenome",
            "apelido",
            "фамилия",
            "姓",
            "achternaam",
            "nazwisko",
            "efternamn",
            "sukunimi",
            "etternavn",
            "성",
            "lastname",
            "familyname",
        ],
    ),
    (Part::Suffix, &["name suffix", "suffix"]),
    (
        Part::Full,
        &[
            "name",
            "full name",
            "display name",
            "contact",
            "contact name",
            "anzeigename",
            "nombre completo",
            "nom complet",
            "nome completo",
            "姓名",
            "名前",
            "氏名",
            "이름 전체",
            "الاسم",
            "שם",
            "नाम",
            "ชื่อ",
            "naam",
            "имя и фамилия",
            "kontakt",
        ],
    ),
    (
        Part::Nickname,
        &["nickname", "spitzname", "apodo", "surnom", "soprannome"],
    ),
    (
        Part::Organisation,
        &[
            "organization name",
            "organization 1 - name",
            "company",
            "company name",
            "firma",
            "empresa",
            "société",
            "organisation",
            "organization",
            "azienda",
            "会社",
            "公司",
        ],
    ),
];

/// Where names and numbers stand.
pub(super) struct Columns {
    /// The first row is no person.
    pub has_head: bool,
    pub numbers: Vec<usize>,
    parts: Vec<(Part, usize)>,
}

impl Columns {
    /// By the first rows; `None` where no column holds numbers, or none holds names.
    pub(super) fn of(sample: &[StringRecord]) -> Option<Self> {
        let first = sample.first()?;
        let has_head = !first.iter().any(looks_like_one);
        let heads: Vec<String> = match has_head {
            true => first.iter().map(plain).collect(),
            false => Vec::new(),
        };
        let rows = sample.get(usize::from(has_head)..).unwrap_or_default();
        let width = sample.iter().map(StringRecord::len).max().unwrap_or(0);
        let numbers = number_columns(&heads, rows, width);
        let mut parts: Vec<(Part, usize)> = heads
            .iter()
            .enumerate()
            .filter_map(|(at, head)| Some((part_of(head)?, at)))
            .filter(|(_, at)| !numbers.contains(at))
            .collect();
        let names_somebody =
            |(part, _): &(Part, usize)| !matches!(part, Part::Prefix | Part::Suffix);
        if !parts.iter().any(names_somebody) {
            // "Nombre", "Nom", "Nome": a first name beside a last one, else the whole.
            parts.extend(column_of_words(rows, width, &numbers).map(|at| (Part::Full, at)));
        }
        adopt_first_name(&mut parts, &heads);
        (!numbers.is_empty() && parts.iter().any(names_somebody)).then_some(Self {
            has_head,
            numbers,
            parts,
        })
    }

    /// The name in a row: the whole one, else its parts, else nickname or organisation.
    pub(super) fn name(&self, row: &StringRecord) -> Option<String> {
        let cell = |wanted: Part| {
            let found = self.parts.iter().filter(move |(part, _)| *part == wanted);
            let mut cells = found.filter_map(|(_, at)| row.get(*at).map(str::trim));
            cells.find(|cell| !cell.is_empty()).unwrap_or_default()
        };
        let of_parts = full_name(
            cell(Part::Prefix),
            cell(Part::Given),
            cell(Part::Middle),
            cell(Part::Family),
            cell(Part::Suffix),
        );
        let has_parts = !(cell(Part::Given).is_empty() && cell(Part::Family).is_empty());
        [
            cell(Part::Full),
            if has_parts { &of_parts } else { "" },
            cell(Part::Nickname),
            cell(Part::Organisation),
        ]
        .into_iter()
        .find_map(clean)
    }
}

/// A head as it is compared.
fn plain(head: &str) -> String {
    head.trim().trim_matches('"').to_lowercase()
}

fn part_of(head: &str) -> Option<Part> {
    let known = NAME_WORDS.iter().find(|(_, words)| words.contains(&head));
    known.map(|(part, _)| *part)
}

/// In Spanish, French, Italian and Portuguese the same word heads the first name and the whole one.
fn adopt_first_name(parts: &mut Vec<(Part, usize)>, heads: &[String]) {
    const EITHER: [&str; 4] = ["nombre", "nom", "nome", "ім'я"];
    let has = |wanted: Part, parts: &[(Part, usize)]| parts.iter().any(|(part, _)| *part == wanted);
    for (at, head) in heads.iter().enumerate() {
        if !EITHER.contains(&head.as_str()) || parts.iter().any(|(_, known)| *known == at) {
            continue;
        }
        // French: "Nom" is the family's beside "Prénom".
        let part = match (has(Part::Given, parts), has(Part::Family, parts)) {
            (true, false) => Part::Family,
            (false, true) => Part::Given,
            _ => Part::Full,
        };
        parts.push((part, at));
    }
}

fn number_columns(heads: &[String], rows: &[StringRecord], width: usize) -> Vec<usize> {
    let cells = |at: usize| {
        rows.iter()
            .filter_map(move |row| row.get(at))
            .map(str::trim)
    };
    let has_numbers = |at: usize| cells(at).any(|cell| super::numbers_of(cell).next().is_some());
    let by_head: Vec<usize> = heads
        .iter()
        .enumerate()
        .filter(|(at, head)| is_number_head(head) && has_numbers(*at))
        .map(|(at, _)| at)
        .collect();
    if !by_head.is_empty() {
        return by_head;
    }
    let other = |at: usize| {
        heads
            .get(at)
            .is_some_and(|head| OTHER_WORDS.iter().any(|word| head.contains(word)))
    };
    (0..width)
        .filter(|&at| !other(at) && is_clearly_numbers(cells(at)))
        .collect()
}

fn is_number_head(head: &str) -> bool {
    let other = OTHER_WORDS.iter().any(|word| head.contains(word));
    let known = NUMBER_WORDS.iter().any(|word| head.contains(word))
        || SHORT_NUMBER_WORDS
            .iter()
            .any(|word| head == *word || head.contains(word) && !word.is_ascii());
    known && !other
}

/// Nearly everything in it is written like a phone number, and not like a date or a short code.
fn is_clearly_numbers<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let (mut filled, mut numbers) = (0_usize, 0_usize);
    for cell in cells.filter(|cell| !cell.is_empty()) {
        filled += 1;
        let digits = cell.chars().filter(char::is_ascii_digit).count();
        numbers += usize::from(looks_like_one(cell) && digits >= 7 && !is_date(cell));
    }
    filled > 0 && numbers * 10 >= filled * 8
}

/// `1985-04-12`, `12.04.1985`, `4/12/1985`.
fn is_date(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split(['-', '.', '/']).collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let digits = parts
        .iter()
        .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let year_first = matches!(lengths.as_slice(), [4, 1 | 2, 1 | 2]);
    let year_last = matches!(lengths.as_slice(), [1 | 2, 1 | 2, 4]);
    digits && (year_first || year_last)
}

/// The first column in which most cells hold letters.
fn column_of_words(rows: &[StringRecord], width: usize, numbers: &[usize]) -> Option<usize> {
    (0..width).filter(|at| !numbers.contains(at)).find(|&at| {
        let cells = rows.iter().filter_map(|row| row.get(at));
        let filled = cells.filter(|cell| !cell.trim().is_empty());
        let (words, all) = filled.fold((0, 0), |(words, all), cell| {
            let named = cell.chars().any(char::is_alphabetic) && !cell.contains('@');
            (words + usize::from(named), all + 1)
        });
        all > 0 && words * 2 >= all
    })
}
