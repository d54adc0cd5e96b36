//! Folds letters to the form they are searched in: case, compatibility forms and marks (Unicode
//! UAX 15 and default case folding), plus the letters that Unicode does not take apart.
//!
//! Marks that make another letter (Cyrillic й, Kana and Indic signs) stay.

use icu_casemap::{CaseMapper, CaseMapperBorrowed};
use icu_normalizer::{
    ComposingNormalizer, ComposingNormalizerBorrowed, DecomposingNormalizer,
    DecomposingNormalizerBorrowed,
};

/// Letters below this are folded once and remembered: Latin, Greek, Cyrillic, Hebrew, Arabic.
const REMEMBERED: u32 = 0x700;

/// Folds clusters: one letter with the marks that follow it.
pub(crate) struct Folding {
    case: CaseMapperBorrowed<'static>,
    decompose: DecomposingNormalizerBorrowed<'static>,
    compose: ComposingNormalizerBorrowed<'static>,
    remembered: Vec<Option<Box<str>>>,
}

impl Folding {
    pub(crate) fn new() -> Self {
        Self {
            case: CaseMapper::new(),
            decompose: DecomposingNormalizer::new_nfkd(),
            compose: ComposingNormalizer::new_nfc(),
            remembered: vec![None; REMEMBERED as usize],
        }
    }

    /// Appends the folded form of one letter without marks.
    pub(crate) fn letter(&mut self, letter: char, out: &mut String) {
        if folds_to_itself(letter) {
            out.push(letter);
            return;
        }
        let place = u32::from(letter) as usize;
        if let Some(slot) = self.remembered.get(place) {
            if let Some(folded) = slot {
                out.push_str(folded);
                return;
            }
            let mut folded = String::new();
            self.cluster(letter.encode_utf8(&mut [0; 4]), &mut folded);
            out.push_str(&folded);
            self.remembered[place] = Some(folded.into_boxed_str());
        } else {
            self.cluster(letter.encode_utf8(&mut [0; 4]), out);
        }
    }

    /// Appends the folded form of a letter and its marks.
    pub(crate) fn cluster(&self, cluster: &str, out: &mut String) {
        let apart: String = self.decompose.normalize_iter(cluster.chars()).collect();
        let folded = self.case.fold_string(&apart);
        let mut base = '\0';
        let bare = self.decompose.normalize_iter(folded.chars()).filter(|&c| {
            let keep = !is_folded_mark(c) || (c == '\u{306}' && base == 'и');
            if keep {
                base = c;
            }
            keep
        });
        for letter in self.compose.normalize_iter(bare) {
            match spelled_out(letter) {
                Some(letters) => out.push_str(letters),
                None => out.push(letter),
            }
        }
    }
}

/// The bulk of East Asian text: ideographs, Hiragana, Katakana and Hangul syllables in their composed form.
fn folds_to_itself(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// Marks that a person leaves out when typing: Latin, Greek and Cyrillic accents, Hebrew points,
/// Arabic vowel signs and the stretching stroke.
fn is_folded_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'
        | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{640}'
        | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{6E7}'
        | '\u{6E8}' | '\u{6EA}'..='\u{6ED}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// Letters that are written with a stroke or as one, and how people type them without.
fn spelled_out(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ٱ' => "ا",
        'ى' | 'ی' | 'ے' => "ي",
        'ة' | 'ہ' | 'ھ' | 'ە' => "ه",
        'ک' => "ك",
        '٠' | '۰' | '०' => "0",
        '١' | '۱' | '१' => "1",
        '٢' | '۲' | '२' => "2",
        '٣' | '۳' | '३' => "3",
        '٤' | '۴' | '४' => "4",
        '٥' | '۵' | '५' => "5",
        '٦' | '۶' | '६' => "6",
        '٧' | '۷' | '७' => "7",
        '٨' | '۸' | '८' => "8",
        '٩' | '۹' | '९' => "9",
        _ => return None,
    })
}
