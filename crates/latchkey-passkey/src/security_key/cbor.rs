//! CBOR maps as CTAP2 exchanges them: canonical when written, and read without trust.

use std::collections::BTreeMap;

use serde_cbor_2::Value;

use super::status::Failure;

/// A map that is being written. `Value` keeps keys in CTAP2's canonical order (CTAP 2.1, 8).
#[derive(Default)]
pub(super) struct Map(BTreeMap<Value, Value>);

impl Map {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Puts a member in.
    pub(super) fn with(mut self, key: impl Into<Key>, value: impl Into<Value>) -> Self {
        self.0.insert(key.into().0, value.into());
        self
    }

    /// Puts a member in where there is one.
    pub(super) fn with_some(self, key: impl Into<Key>, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// The request: the command's byte, then the map.
    pub(super) fn request(self, command: u8) -> Vec<u8> {
        let mut bytes = vec![command];
        serde_cbor_2::to_writer(&mut bytes, &Value::Map(self.0))
            .expect("writing such values to memory cannot fail");
        bytes
    }
}

impl From<Map> for Value {
    fn from(map: Map) -> Self {
        Self::Map(map.0)
    }
}

/// A key of a map: CTAP2 numbers its parameters and names its options.
pub(super) struct Key(Value);

impl From<i64> for Key {
    fn from(key: i64) -> Self {
        Self(Value::Integer(key.into()))
    }
}

impl From<&str> for Key {
    fn from(key: &str) -> Self {
        Self(Value::Text(key.to_owned()))
    }
}

/// Text as a value.
pub(super) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// Bytes as a value.
pub(super) fn bytes(bytes: &[u8]) -> Value {
    Value::Bytes(bytes.to_vec())
}

/// A map that was read.
#[derive(Debug, Default)]
pub(super) struct Answer(BTreeMap<Value, Value>);

impl Answer {
    /// Reads an answer; an empty one is an empty map, as for commands that only succeed.
    pub(super) fn read(answer: &[u8]) -> Result<Self, Failure> {
        if answer.is_empty() {
            return Ok(Self::default());
        }
        match serde_cbor_2::from_slice(answer) {
            Ok(Value::Map(map)) => Ok(Self(map)),
            _ => Err(Failure::breaks("the answer is no CBOR map")),
        }
    }

    /// The map in a value.
    pub(super) fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Map(map) => Some(Self(map.clone())),
            _ => None,
        }
    }

    pub(super) fn get(&self, key: impl Into<Key>) -> Option<&Value> {
        self.0.get(&key.into().0)
    }

    pub(super) fn bytes(&self, key: impl Into<Key>) -> Option<&[u8]> {
        match self.get(key)? {
            Value::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(super) fn number(&self, key: impl Into<Key>) -> Option<u64> {
        match self.get(key)? {
            Value::Integer(number) => u64::try_from(*number).ok(),
            _ => None,
        }
    }

    pub(super) fn flag(&self, key: impl Into<Key>) -> Option<bool> {
        match self.get(key)? {
            Value::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    pub(super) fn map(&self, key: impl Into<Key>) -> Option<Self> {
        Self::of(self.get(key)?)
    }

    /// The texts in an array; what is no text is passed over.
    pub(super) fn texts(&self, key: impl Into<Key>) -> Vec<String> {
        let Some(Value::Array(values)) = self.get(key) else {
            return Vec::new();
        };
        let texts = values.iter().filter_map(|value| match value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        });
        texts.collect()
    }

    /// The numbers in an array.
    pub(super) fn numbers(&self, key: impl Into<Key>) -> Vec<u64> {
        let Some(Value::Array(values)) = self.get(key) else {
            return Vec::new();
        };
        let numbers = values.iter().filter_map(|value| match value {
            Value::Integer(number) => u64::try_from(*number).ok(),
            _ => None,
        });
        numbers.collect()
    }
}
