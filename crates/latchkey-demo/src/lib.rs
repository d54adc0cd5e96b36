//! Writes made-up phones: databases, encrypted backups, media; for the demo, tests and benchmarks.
