//! What businesses write: confirmations with buttons, lists, offers, orders.

use super::Conversation;
use crate::draft::{BusinessDraft, ButtonDraft, FileDraft};
use crate::words;

impl Conversation {
    /// One message of a business.
    pub(super) fn shop(&mut self) -> BusinessDraft {
        let text = self.text();
        let heading = words::heading(self.language, &mut self.dice);
        match self.dice.below(12) {
            0..=4 => BusinessDraft::Template {
                number: *self.dice.pick(&[25, 26, 27, 28]),
                text,
                footer: self.dice.chance(500).then_some(heading),
                buttons: self.buttons(),
            },
            5 => BusinessDraft::TemplateReply(text),
            6 | 7 => self.elements(&text, heading),
            8 => BusinessDraft::ElementsReply {
                number: *self.dice.pick(&[46, 49]),
                values: r#"{"id":"row_2"}"#.to_owned(),
                description: text,
            },
            9 => BusinessDraft::Product {
                title: heading,
                description: text,
                currency: "EUR".to_owned(),
                amount_1000: self.dice.between(5, 90) * 1000 + 990,
                picture: FileDraft {
                    mime: "image/jpeg".to_owned(),
                    width: 640,
                    height: 640,
                    ..FileDraft::default()
                },
            },
            _ => BusinessDraft::Order {
                title: heading,
                message: text,
                items: self.dice.between(1, 6),
                currency: "EUR".to_owned(),
                total_1000: self.dice.between(9, 240) * 500,
                status: self.dice.between(1, 3),
            },
        }
    }

    fn buttons(&mut self) -> Vec<ButtonDraft> {
        let chosen = self.dice.below(3);
        vec![
            ButtonDraft {
                text: self.topic.event().to_owned(),
                target: None,
                chosen: chosen == 0,
            },
            ButtonDraft {
                text: self.topic.place().to_owned(),
                target: Some("https://shop.example.com/visit".to_owned()),
                chosen: false,
            },
        ]
    }

    /// A list: older versions keep all of it as JSON, newer ones have columns beside it.
    fn elements(&mut self, text: &str, heading: String) -> BusinessDraft {
        let newer = self.dice.chance(500);
        let content = format!(
            r#"{{"title":"{heading}","description":"{}","buttonText":"{}","sections":[{{"rows":[{{"id":"row_1","title":"{}"}},{{"id":"row_2","title":"{}"}}]}}]}}"#,
            text.replace(['"', '\\', '\n'], " "),
            self.topic.event(),
            self.topic.place(),
            self.topic.event(),
        );
        BusinessDraft::Elements {
            number: *self.dice.pick(&[45, 55, 57]),
            content,
            description: newer.then(|| text.to_owned()),
            footer: newer.then_some(heading),
            button: newer.then(|| self.topic.event().to_owned()),
        }
    }
}
