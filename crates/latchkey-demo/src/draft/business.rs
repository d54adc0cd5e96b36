//! What businesses send. Amounts are thousandths of the currency's unit.

use super::FileDraft;

/// A button of a template, and whether it was the one chosen.
#[derive(Debug, Clone, Default)]
pub struct ButtonDraft {
    /// What stands on it.
    pub text: String,
    /// An address or a number.
    pub target: Option<String>,
    /// It was chosen.
    pub chosen: bool,
}

/// One message of a business.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the fields are the words themselves")]
pub enum BusinessDraft {
    /// Text, small print and buttons in tables of their own; `number` is 25 to 28.
    Template {
        number: i64,
        text: String,
        footer: Option<String>,
        buttons: Vec<ButtonDraft>,
    },
    /// The answer to a template's button: text.
    TemplateReply(String),
    /// A list or buttons as JSON, in newer versions with columns beside it; `number` is 45, 55 or 57.
    Elements {
        number: i64,
        content: String,
        description: Option<String>,
        footer: Option<String>,
        button: Option<String>,
    },
    /// The answer to such a list; `number` is 46 or 49.
    ElementsReply {
        number: i64,
        values: String,
        description: String,
    },
    Product {
        title: String,
        description: String,
        currency: String,
        amount_1000: i64,
        picture: FileDraft,
    },
    Order {
        title: String,
        message: String,
        items: i64,
        currency: String,
        total_1000: i64,
        status: i64,
    },
    /// A text with an entry in the list of payments.
    Payment {
        note: Option<String>,
        currency: String,
        amount_1000: i64,
        status: i64,
    },
}

impl BusinessDraft {
    pub(super) fn number(&self) -> i64 {
        match self {
            Self::Template { number, .. }
            | Self::Elements { number, .. }
            | Self::ElementsReply { number, .. } => *number,
            Self::TemplateReply(_) => 32,
            Self::Product { .. } => 23,
            Self::Order { .. } => 44,
            Self::Payment { .. } => 0,
        }
    }

    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Product { .. } | Self::Order { .. } => "order",
            Self::Payment { .. } => "payment",
            _ => "template",
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::TemplateReply(text) => Some(text),
            Self::Payment { note, .. } => note.as_deref(),
            _ => None,
        }
    }
}
