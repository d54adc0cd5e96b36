//! A JSON object taken apart without losing anything: names in order, values as the exact text they had.
//!
//! A name that stands twice is refused: two readers could believe two different things.

use std::fmt;

use serde::de::{DeserializeOwned, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The members of one object.
pub(crate) struct Members(Vec<(String, Box<RawValue>)>);

impl Members {
    /// Takes out the text of a member.
    pub(crate) fn take(&mut self, name: &str) -> Option<Box<RawValue>> {
        let at = self.0.iter().position(|(n, _)| n == name)?;
        Some(self.0.remove(at).1)
    }

    /// Takes out a member and reads it.
    pub(crate) fn take_as<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        serde_json::from_str(self.take(name)?.get()).ok()
    }

    /// Gives a member another value, in its place or as the last one.
    pub(crate) fn set(&mut self, name: &str, value: Box<RawValue>) {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, text)) => *text = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }

    /// The object again: names in order, values as the exact text they had.
    pub(crate) fn to_raw(&self) -> Box<RawValue> {
        let members: Vec<String> = self
            .0
            .iter()
            .map(|(name, raw)| format!("{}: {}", serde_json::Value::from(name.as_str()), raw.get()))
            .collect();
        RawValue::from_string(format!("{{{}}}", members.join(", ")))
            .expect("members that were read are JSON")
    }

    /// What nobody took, in its order.
    pub(crate) fn into_rest(self) -> Vec<(String, Box<RawValue>)> {
        self.0
    }
}

impl<'de> serde::Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members: Vec<(String, Box<RawValue>)> = Vec::new();
                while let Some((name, raw)) = map.next_entry::<String, Box<RawValue>>()? {
                    if members.iter().any(|(known, _)| *known == name) {
                        return Err(A::Error::custom("a name stands twice"));
                    }
                    members.push((name, raw));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_members_keep_their_exact_text() {
        let text = r#"{"b": 1.50e+3, "a": "x\u0041", "c": {"z":1,  "y":2}}"#;
        let members: Members = serde_json::from_str(text).unwrap();
        let rest: Vec<_> = members
            .into_rest()
            .into_iter()
            .map(|(n, r)| (n, r.get().to_owned()))
            .collect();
        let expected = [
            ("b", "1.50e+3"),
            ("a", r#""x\u0041""#),
            ("c", r#"{"z":1,  "y":2}"#),
        ];
        assert_eq!(rest, expected.map(|(n, r)| (n.to_owned(), r.to_owned())));
    }

    #[test]
    fn a_changed_member_leaves_the_others_their_exact_text() {
        let text = r#"{"b": 1.50e+3, "a": "x\u0041", "c": {"z":1,  "y":2}}"#;
        let mut members: Members = serde_json::from_str(text).unwrap();
        members.set("a", crate::document::raw_of(&"new"));
        members.set("d", crate::document::raw_of(&true));
        let expected = r#"{"b": 1.50e+3, "a": "new", "c": {"z":1,  "y":2}, "d": true}"#;
        assert_eq!(members.to_raw().get(), expected);
    }

    #[test]
    fn a_name_that_stands_twice_is_refused() {
        assert!(serde_json::from_str::<Members>(r#"{"id": 1, "\u0069d": 2}"#).is_err());
    }
}
