//! Composes what people write: phrase grammars in nine languages, with slots, moods, lengths and decoration.
//!
//! A session (one sitting of a conversation) keeps its topic: the same place, dish and event come up again, so that a
//! page of messages reads like people talking. Nothing is taken from anyone's chats.

mod arabic;
mod chinese;
mod english;
mod german;
mod hindi;
mod japanese;
mod russian;
mod spanish;
mod thai;

use crate::dice::Dice;

/// The building blocks of one language; slots are `{p}` place, `{d}` dish, `{t}` thing, `{e}` event, `{w}` day,
/// `{c}` clock, `{n}` number, `{h}` hours, `{m}` money, `{f}` somebody's name.
pub(crate) struct Language {
    joiner: &'static str,
    /// What ends a sentence.
    point: &'static str,
    leads: &'static [&'static str],
    tails: &'static [&'static str],
    openers: &'static [&'static str],
    questions: &'static [&'static str],
    answers: &'static [&'static str],
    remarks: &'static [&'static str],
    shorts: &'static [&'static str],
    letters: &'static [&'static str],
    places: &'static [&'static str],
    dishes: &'static [&'static str],
    things: &'static [&'static str],
    events: &'static [&'static str],
    days: &'static [&'static str],
    money: &'static str,
    friends: &'static [&'static str],
    /// What two words become when they meet.
    meetings: &'static [(&'static str, &'static str)],
}

/// The languages people write in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tongue {
    English,
    Spanish,
    German,
    Arabic,
    Chinese,
    Japanese,
    Russian,
    Hindi,
    Thai,
}

impl Tongue {
    pub(crate) fn language(self) -> &'static Language {
        match self {
            Tongue::English => &english::ENGLISH,
            Tongue::Spanish => &spanish::SPANISH,
            Tongue::German => &german::GERMAN,
            Tongue::Arabic => &arabic::ARABIC,
            Tongue::Chinese => &chinese::CHINESE,
            Tongue::Japanese => &japanese::JAPANESE,
            Tongue::Russian => &russian::RUSSIAN,
            Tongue::Hindi => &hindi::HINDI,
            Tongue::Thai => &thai::THAI,
        }
    }
}

/// What a message does in a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    Opener,
    Question,
    Answer,
    Remark,
    Short,
    Long,
    Letter,
}

/// What one sitting is about.
pub(crate) struct Topic {
    place: &'static str,
    dish: &'static str,
    event: &'static str,
    friend: &'static str,
}

impl Topic {
    pub(crate) fn of(language: &'static Language, dice: &mut Dice) -> Self {
        Topic {
            place: dice.word(language.places),
            dish: dice.word(language.dishes),
            event: dice.word(language.events),
            friend: dice.word(language.friends),
        }
    }

    pub(crate) fn place(&self) -> &'static str {
        self.place
    }

    pub(crate) fn event(&self) -> &'static str {
        self.event
    }
}

/// Emoji as people send them: skin tones, joined families, flags, variation selectors, keycaps.
const EMOJI: &[&str] = &[
    "😂",
    "😂",
    "❤️",
    "👍",
    "🙏",
    "😅",
    "😍",
    "🎉",
    "😭",
    "🤔",
    "👍🏽",
    "👏🏻",
    "🙋🏾‍♀️",
    "👩‍👩‍👧‍👦",
    "👨🏼‍💻",
    "🏳️‍🌈",
    "🇪🇸",
    "🇩🇪",
    "🇯🇵",
    "🥘",
    "🍕",
    "☕️",
    "🚲",
    "🌧️",
    "☀️",
    "🐝",
    "🎂",
    "🚆",
    "💪🏼",
    "🤷‍♂️",
    "🫠",
    "🧑‍🍳",
    "1️⃣",
    "⚽️",
    "🧡",
    "🕯️",
    "👀",
    "🙈",
    "🥲",
    "❄️",
];

/// Composes one text.
pub(crate) fn compose(
    language: &'static Language,
    topic: &Topic,
    mood: Mood,
    dice: &mut Dice,
) -> String {
    let mut out = String::new();
    match mood {
        Mood::Opener => fill(&mut out, dice.word(language.openers), language, topic, dice),
        Mood::Question => {
            let question = dice.word(language.questions);
            led(&mut out, question, language, topic, dice);
        }
        Mood::Answer => {
            fill(&mut out, dice.word(language.answers), language, topic, dice);
            tail(&mut out, language, dice);
        }
        Mood::Remark => {
            let remark = dice.word(language.remarks);
            led(&mut out, remark, language, topic, dice);
            tail(&mut out, language, dice);
        }
        Mood::Short => fill(&mut out, dice.word(language.shorts), language, topic, dice),
        Mood::Long => {
            let sentences = 2 + dice.index(5);
            for index in 0..sentences {
                if index > 0 {
                    out.push_str(if dice.chance(120) {
                        "\n"
                    } else {
                        language.joiner
                    });
                }
                let bank = if dice.chance(250) {
                    language.answers
                } else {
                    language.remarks
                };
                fill(&mut out, dice.word(bank), language, topic, dice);
                end_sentence(&mut out, language);
            }
            tail(&mut out, language, dice);
        }
        Mood::Letter => letter(&mut out, language, topic, dice),
    }
    for (apart, together) in language.meetings {
        if out.contains(apart) {
            out = out.replace(apart, together);
        }
    }
    decorate(&mut out, mood, dice);
    out
}

/// A sentence behind a lead; behind a comma it goes on in lower case.
fn led(
    out: &mut String,
    template: &str,
    language: &'static Language,
    topic: &Topic,
    dice: &mut Dice,
) {
    out.push_str(dice.word(language.leads));
    let start = out.len();
    fill(out, template, language, topic, dice);
    let goes_on = start > 0 && !template.starts_with(['{', '¿']) && !template.starts_with("I ");
    if let (true, Some(first)) = (goes_on, template.chars().next()) {
        let lower: String = first.to_lowercase().collect();
        out.replace_range(start..start + first.len_utf8(), &lower);
    }
}

/// Something said after the point, now and then.
fn tail(out: &mut String, language: &'static Language, dice: &mut Dice) {
    let tail = dice.word(language.tails);
    if !tail.is_empty() {
        end_sentence(out, language);
        out.push_str(tail);
    }
}

/// Puts the point that people leave out at the end of a message.
fn end_sentence(out: &mut String, language: &'static Language) {
    if !out.ends_with(['.', '!', '?', '؟', '。', '।', '？', '！']) {
        out.push_str(language.point);
    }
}

/// A notice of several paragraphs, as schools and landlords send them.
fn letter(out: &mut String, language: &'static Language, topic: &Topic, dice: &mut Dice) {
    let last = language.letters.len() - 1;
    fill(out, language.letters[0], language, topic, dice);
    let mut index = 1 + dice.index(2);
    while index < last {
        out.push_str(if dice.chance(500) {
            "\n\n"
        } else {
            language.joiner
        });
        if dice.chance(180) {
            out.push('*');
            fill(out, language.letters[index], language, topic, dice);
            out.push('*');
        } else {
            fill(out, language.letters[index], language, topic, dice);
        }
        index += 1 + dice.index(2);
        if dice.chance(400) {
            out.push_str(language.joiner);
            fill(out, dice.word(language.remarks), language, topic, dice);
        }
    }
    out.push_str("\n\n");
    fill(out, language.letters[last], language, topic, dice);
}

/// Emoji, markup, stretched letters: now and then.
fn decorate(out: &mut String, mood: Mood, dice: &mut Dice) {
    match dice.below(100) {
        0..=11 => {
            out.push(' ');
            out.push_str(dice.word(EMOJI));
        }
        12..=15 => {
            out.push(' ');
            let emoji = dice.word(EMOJI);
            for _ in 0..=dice.below(3) {
                out.push_str(emoji);
            }
        }
        16 if mood != Mood::Letter => *out = format!("*{out}*"),
        17 if mood != Mood::Letter => *out = format!("_{out}_"),
        18 if mood == Mood::Short => *out = format!("~{out}~"),
        19 | 20 if mood == Mood::Short => out.push_str("!!!"),
        21 => out.push('…'),
        _ => {}
    }
}

/// Only emoji, one to four.
pub(crate) fn emoji_only(dice: &mut Dice) -> String {
    let count = 1 + dice.index(4);
    if dice.chance(500) {
        dice.word(EMOJI).repeat(count)
    } else {
        (0..count).map(|_| dice.word(EMOJI)).collect()
    }
}

/// One emoji, for a reaction.
pub(crate) fn reaction(dice: &mut Dice) -> &'static str {
    const REACTIONS: &[&str] = &[
        "👍",
        "👍",
        "❤️",
        "❤️",
        "😂",
        "😂",
        "😮",
        "😢",
        "🙏",
        "🎉",
        "👏🏽",
        "🔥",
        "👩‍❤️‍👨",
        "🫶",
    ];
    dice.word(REACTIONS)
}

/// A short name for a document, a poll or an event, in the language.
pub(crate) fn heading(language: &'static Language, dice: &mut Dice) -> String {
    let event = dice.word(language.events);
    let day = dice.word(language.days);
    format!("{event} {day}")
}

/// Answers for a poll: days with times, or dishes.
pub(crate) fn poll_options(language: &'static Language, dice: &mut Dice) -> Vec<String> {
    let count = 2 + dice.index(4);
    let dishes = dice.chance(400);
    let mut options: Vec<String> = Vec::with_capacity(count);
    while options.len() < count {
        let option = if dishes {
            dice.word(language.dishes).to_owned()
        } else {
            format!("{} {}", dice.word(language.days), clock(dice))
        };
        if !options.contains(&option) {
            options.push(option);
        }
    }
    options
}

/// Puts words into the slots of a template.
fn fill(
    out: &mut String,
    template: &str,
    language: &'static Language,
    topic: &Topic,
    dice: &mut Dice,
) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((slot, after)) = after.split_once('}') else {
            break;
        };
        rest = after;
        // the sitting's own topic comes up more often than not
        let topical = dice.chance(450);
        match slot {
            "p" if topical => out.push_str(topic.place),
            "p" => out.push_str(dice.word(language.places)),
            "d" if topical => out.push_str(topic.dish),
            "d" => out.push_str(dice.word(language.dishes)),
            "e" if topical => out.push_str(topic.event),
            "e" => out.push_str(dice.word(language.events)),
            "f" if topical => out.push_str(topic.friend),
            "f" => out.push_str(dice.word(language.friends)),
            "t" => out.push_str(dice.word(language.things)),
            "w" => out.push_str(dice.word(language.days)),
            "c" => out.push_str(&clock(dice)),
            "h" => out.push_str(&(2 + dice.below(5)).to_string()),
            "n" => out.push_str(&(2 + dice.below(58)).to_string()),
            "m" => {
                let amount = if dice.chance(500) {
                    (3 + dice.below(240)).to_string()
                } else {
                    format!("{}.{}0", 2 + dice.below(90), dice.below(10))
                };
                out.push_str(&language.money.replace("{}", &amount));
            }
            _ => {}
        }
    }
    out.push_str(rest);
}

fn clock(dice: &mut Dice) -> String {
    let minutes = ["00", "15", "30", "45", "10", "20", "40", "05"];
    format!(
        "{}:{}",
        7 + dice.below(16),
        minutes[dice.weighted(&[6, 4, 6, 4, 1, 1, 1, 1])]
    )
}

#[cfg(test)]
mod tests;
