//! CBOR maps with numbers as keys, as CTAP has them, and the wiping of what was in them.

use std::collections::BTreeMap;

use serde_cbor_2::Value;
use zeroize::Zeroize;

/// Writes a map in the canonical form of CTAP 2.1, section 8, and wipes it.
pub(super) fn encode(map: BTreeMap<u8, Value>) -> Vec<u8> {
    let map = Map(map
        .into_iter()
        .map(|(key, value)| (Value::Integer(key.into()), value))
        .collect());
    serde_cbor_2::to_vec(&map.0).expect("numbers here fit 64 bits")
}

/// A map that came from a phone: wiped when dropped.
pub(super) struct Map(BTreeMap<Value, Value>);

impl Map {
    /// Reads exactly one map; `None` for anything else.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        match serde_cbor_2::from_slice(bytes) {
            Ok(Value::Map(map)) => Some(Self(map)),
            Ok(mut other) => {
                wipe(&mut other);
                None
            }
            Err(_) => None,
        }
    }

    /// The value at a number.
    pub(super) fn at(&self, key: u8) -> Option<&Value> {
        self.0.get(&Value::Integer(key.into()))
    }

    /// The byte string at a number.
    pub(super) fn bytes_at(&self, key: u8) -> Option<&[u8]> {
        self.at(key).and_then(bytes)
    }
}

impl Drop for Map {
    fn drop(&mut self) {
        self.0.values_mut().for_each(wipe);
    }
}

/// The value at a name, when it is a map.
pub(super) fn member<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    match value {
        Value::Map(map) => map.get(&Value::Text(name.to_owned())),
        _ => None,
    }
}

/// A byte string; an array of numbers is none.
pub(super) fn bytes(value: &Value) -> Option<&[u8]> {
    match value {
        Value::Bytes(bytes) => Some(bytes),
        _ => None,
    }
}

/// A map with names.
pub(super) fn named<const N: usize>(members: [(&str, Value); N]) -> Value {
    let members = members.map(|(name, value)| (Value::Text(name.to_owned()), value));
    Value::Map(members.into())
}

fn wipe(value: &mut Value) {
    match value {
        Value::Bytes(bytes) => bytes.zeroize(),
        Value::Text(text) => text.zeroize(),
        Value::Array(values) => values.iter_mut().for_each(wipe),
        Value::Map(map) => map.values_mut().for_each(wipe),
        _ => {}
    }
}
