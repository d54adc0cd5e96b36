//! The commands of the window, one file per subject. Each takes its arguments, calls one thing, and maps the error.

pub mod app;
