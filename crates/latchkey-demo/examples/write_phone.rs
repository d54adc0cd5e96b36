//! Writes a made-up phone and says how long it took: `write_phone DIR MESSAGES [modern|hybrid|legacy] [media]`.
#![allow(clippy::print_stdout, reason = "a measurement for a person")]

use std::error::Error;
use std::ops::ControlFlow::Continue;
use std::path::PathBuf;
use std::time::Instant;

use latchkey_demo::{PhoneOptions, SchemaState, write_phone};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [dir, messages, rest @ ..] = arguments.as_slice() else {
        return Err("write_phone DIR MESSAGES [modern|hybrid|legacy] [media]".into());
    };
    let schema = match rest.first().map(String::as_str) {
        Some("legacy") => SchemaState::Legacy,
        Some("hybrid") => SchemaState::Hybrid,
        _ => SchemaState::Modern,
    };
    let options = PhoneOptions {
        messages: messages.parse()?,
        schema,
        media: rest.iter().any(|word| word == "media"),
        // 18 November 2026
        ..PhoneOptions::demo(1_795_000_000_000)
    };
    let start = Instant::now();
    let phone = write_phone(&PathBuf::from(dir), &options, &mut |_| Continue(()))?;
    println!("{:.1} s", start.elapsed().as_secs_f64());
    println!("{} bytes", std::fs::metadata(&phone.backup)?.len());
    println!("{} bytes plain", phone.plain_bytes);
    println!("{:#?}", phone.expectations);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    for line in status.lines().filter(|line| line.starts_with("VmHWM")) {
        println!("{line}");
    }
    Ok(())
}
