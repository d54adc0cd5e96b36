//! Holds values against the committed JSON Schema. Of JSON Schema 2020-12 it knows what ours uses, and stops at any other
//! keyword: a library for all of it brings a licence that is not among ours.

use serde_json::Value;

/// Keywords that say nothing of what is allowed.
const ANNOTATIONS: [&str; 6] = [
    "$schema",
    "$id",
    "$defs",
    "title",
    "description",
    "contentEncoding",
];

fn schema() -> Value {
    let text = include_str!("../../schema/latchkey-export-1.schema.json");
    serde_json::from_str(text).unwrap()
}

/// What is wrong with a whole `export.json`, and where.
pub fn wrong_with(value: &Value) -> Option<String> {
    let schema = schema();
    check(&schema, &schema, value, "")
}

/// What is wrong with one record, and where.
pub fn wrong_with_record(name: &str, value: &Value) -> Option<String> {
    let schema = schema();
    check(&schema, &schema["$defs"][name], value, name)
}

/// Every property that the schema knows of a record.
pub fn properties(name: &str) -> Vec<String> {
    let schema = schema();
    let known = schema["$defs"][name]["properties"].as_object().unwrap();
    known.keys().cloned().collect()
}

fn check(all: &Value, schema: &Value, value: &Value, at: &str) -> Option<String> {
    for (keyword, wanted) in schema.as_object().unwrap() {
        let fits = match keyword.as_str() {
            "type" => has_type(value, wanted.as_str().unwrap()),
            "const" => value == wanted,
            "enum" => wanted.as_array().unwrap().contains(value),
            "pattern" => {
                assert_eq!(wanted, "^[0-9a-f]{64}$");
                let text = value.as_str().unwrap_or_default();
                text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
            }
            "required" => {
                let names = wanted.as_array().unwrap().iter();
                names
                    .into_iter()
                    .all(|name| value.get(name.as_str().unwrap()).is_some())
            }
            "anyOf" => {
                let ways = wanted.as_array().unwrap();
                ways.iter().any(|way| check(all, way, value, at).is_none())
            }
            "allOf" => {
                for part in wanted.as_array().unwrap() {
                    if let Some(wrong) = check(all, part, value, at) {
                        return Some(wrong);
                    }
                }
                true
            }
            "$ref" => {
                let name = wanted.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                if let Some(wrong) = check(all, &all["$defs"][name], value, at) {
                    return Some(wrong);
                }
                true
            }
            "properties" => {
                for (name, part) in wanted.as_object().unwrap() {
                    let wrong = value
                        .get(name)
                        .and_then(|value| check(all, part, value, &format!("{at}/{name}")));
                    if wrong.is_some() {
                        return wrong;
                    }
                }
                true
            }
            "items" => {
                for (n, value) in value.as_array().into_iter().flatten().enumerate() {
                    if let Some(wrong) = check(all, wanted, value, &format!("{at}/{n}")) {
                        return Some(wrong);
                    }
                }
                true
            }
            other => {
                assert!(
                    ANNOTATIONS.contains(&other),
                    "the keyword {other} is not looked at"
                );
                true
            }
        };
        if !fits {
            return Some(format!("{at}: {keyword}"));
        }
    }
    None
}

fn has_type(value: &Value, wanted: &str) -> bool {
    match wanted {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        other => panic!("the type {other} is not looked at"),
    }
}
