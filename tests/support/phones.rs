//! Made-up phones for the tests.

use std::ops::ControlFlow::Continue;
use std::path::Path;

use latchkey_demo::{Phone, PhoneOptions, SchemaState, write_phone};

/// 18 November 2026, in milliseconds: the last day of every phone here.
pub const NOW: i64 = 1_795_000_000_000;

/// Options for a phone without media.
#[must_use]
pub fn plain(messages: u64, schema: SchemaState) -> PhoneOptions {
    PhoneOptions {
        messages,
        schema,
        media: false,
        older_copy: false,
        ..PhoneOptions::demo(NOW)
    }
}

/// Writes a phone.
#[must_use]
pub fn phone(folder: &Path, options: &PhoneOptions) -> Phone {
    write_phone(folder, options, &mut |_| Continue(())).unwrap()
}
