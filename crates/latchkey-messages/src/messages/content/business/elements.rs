//! Texts of lists, buttons and carousels, which the app keeps as JSON whose shape it changes at will.
//!
//! Only words that a person would have read are taken out, by the names that they stand under; how much is looked at
//! is bounded, and JSON that is none gives nothing.

use serde_json::Value;

use super::{Found, MOST_BUTTONS, complete};
use crate::messages::tables::{Beside, Tables};
use crate::value;
use crate::{Business, Button};

/// Longer JSON is not looked at.
const LONGEST: usize = 256 << 10;
/// JSON in a text in JSON is opened so many times.
const DEEPEST: usize = 3;

/// Names of the words above, in the middle and below.
const TITLES: [&str; 3] = ["title", "header", "header_title"];
const BODIES: [&str; 5] = ["body", "description", "contentText", "content_text", "text"];
const FOOTERS: [&str; 3] = ["footer", "footerText", "footer_text"];
/// Names of what stands on a button, and of what it leads to.
const LABELS: [&str; 6] = [
    "display_text",
    "displayText",
    "buttonText",
    "button_text",
    "title",
    "text",
];
const TARGETS: [&str; 4] = ["url", "phone_number", "phoneNumber", "copy_code"];
/// Names of JSON that stands in JSON as a text.
const INNER: [&str; 4] = [
    "buttonParamsJson",
    "button_params_json",
    "params_json",
    "params",
];

/// What the tables of elements say of a message.
pub(super) fn read(tables: &mut Tables<'_>, id: i64, found: &mut Found) -> rusqlite::Result<()> {
    let mut bodies = Vec::new();
    let mut business = Business::default();
    tables.each(Beside::Elements, id, &mut |row| {
        let json = value::text(row, 1).filter(|json| json.len() <= LONGEST);
        let (mut own, body) = json.map(|json| words(&json)).unwrap_or_default();
        own.footer = value::text(row, 3).or(own.footer);
        if let Some(text) = value::text(row, 4)
            && own.buttons.is_empty()
        {
            own.buttons.push(button(text));
        }
        bodies.extend(value::text(row, 2).or(body));
        complete(&mut business, own);
    })?;
    let reply = tables.one(Beside::ElementsReply, id, |row| value::text(row, 1))?;
    bodies.extend(reply.flatten());
    let header = tables.one(Beside::Header, id, |row| {
        (value::text(row, 1), value::text(row, 2))
    })?;
    if let Some((title, subtitle)) = header {
        business.title = business.title.take().or(title);
        business.description = subtitle;
    }
    sections(tables, id, &mut business)?;
    let mut bodies = bodies.into_iter();
    found.body = found.body.take().or_else(|| bodies.next());
    let rest = bodies.find(|body| Some(body) != found.body.as_ref());
    business.description = business.description.take().or(rest);
    complete(&mut found.business, business);
    Ok(())
}

/// The rows of a list.
fn sections(tables: &mut Tables<'_>, id: i64, business: &mut Business) -> rusqlite::Result<()> {
    let mut unused = 0;
    tables.each(Beside::Sections, id, &mut |row| {
        let title = value::text(row, 2).or_else(|| value::text(row, 1));
        let words: Vec<String> = title.into_iter().chain(value::text(row, 3)).collect();
        if words.is_empty() || business.buttons.len() >= MOST_BUTTONS {
            unused += 1;
        } else {
            business.buttons.push(button(words.join(": ")));
        }
    })?;
    tables.pass_over(Beside::Sections, unused);
    Ok(())
}

fn button(text: String) -> Button {
    Button {
        text,
        ..Button::default()
    }
}

/// The words of one JSON text, and its body.
fn words(json: &str) -> (Business, Option<String>) {
    let mut business = Business::default();
    let Ok(Value::Object(all)) = serde_json::from_str(json) else {
        return (business, None);
    };
    let own = |names: &[&str]| names.iter().find_map(|name| text_in(all.get(*name)?));
    business.title = own(&TITLES);
    business.footer = own(&FOOTERS);
    let body = own(&BODIES);
    for (name, value) in &all {
        let known = [&TITLES[..], &BODIES, &FOOTERS]
            .iter()
            .any(|names| names.contains(&name.as_str()));
        if !known {
            collect(value, DEEPEST, &mut business.buttons);
        }
    }
    (business, body)
}

/// A text, or the text inside of `{"text": …}`.
fn text_in(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.as_str(),
        Value::Object(inner) => BODIES
            .iter()
            .chain(&TITLES)
            .find_map(|name| inner.get(*name)?.as_str())?,
        _ => return None,
    };
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Every button in a value; the parser bounds how deep JSON nests.
fn collect(value: &Value, depth: usize, buttons: &mut Vec<Button>) {
    if buttons.len() >= MOST_BUTTONS {
        return;
    }
    match value {
        Value::Array(values) => values
            .iter()
            .for_each(|value| collect(value, depth, buttons)),
        Value::Object(fields) => {
            let label = LABELS.iter().find_map(|name| text_in(fields.get(*name)?));
            if let Some(text) = label {
                let target = TARGETS.iter().find_map(|name| fields.get(*name)?.as_str());
                let mut made = button(text);
                made.target = target.map(str::to_owned);
                buttons.push(made);
            }
            for (name, value) in fields {
                match value {
                    Value::Array(_) | Value::Object(_) if !LABELS.contains(&name.as_str()) => {
                        collect(value, depth, buttons);
                    }
                    Value::String(inner) if depth > 0 && INNER.contains(&name.as_str()) => {
                        if let Ok(inner) = serde_json::from_str::<Value>(inner) {
                            collect(&inner, depth - 1, buttons);
                        }
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(business: &Business) -> Vec<&str> {
        let buttons = business.buttons.iter();
        buttons.map(|button| button.text.as_str()).collect()
    }

    #[test]
    fn a_list_gives_its_words_and_its_rows() {
        let json = r#"{"title":"Menu","description":"Choose","footerText":"Open till 9","buttonText":"See all",
            "sections":[{"title":"Warm","rows":[{"title":"Soup","rowId":"1"},{"title":"Pie"}]}]}"#;
        let (business, body) = words(json);
        assert_eq!(
            (business.title.as_deref(), business.footer.as_deref()),
            (Some("Menu"), Some("Open till 9"))
        );
        assert_eq!(body.as_deref(), Some("Choose"));
        assert_eq!(labels(&business), ["Warm", "Soup", "Pie"]);
    }

    #[test]
    fn json_inside_of_json_is_opened() {
        let json = r#"{"body":{"text":"Pay?"},"buttons":[{"name":"cta_url",
            "buttonParamsJson":"{\"display_text\":\"Pay now\",\"url\":\"https://example.org\"}"}]}"#;
        let (business, body) = words(json);
        assert_eq!(body.as_deref(), Some("Pay?"));
        assert_eq!(labels(&business), ["Pay now"]);
        assert_eq!(
            business.buttons.first().and_then(|b| b.target.as_deref()),
            Some("https://example.org")
        );
    }

    #[test]
    fn what_is_no_json_or_too_deep_gives_nothing() {
        for json in ["", "words", "[1", "null", &"[".repeat(100_000)] {
            assert_eq!(words(json), (Business::default(), None));
        }
    }
}
