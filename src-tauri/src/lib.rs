//! The desktop shell: windows, commands, progress. It knows no format, no SQL and no cryptography, and sends nothing anywhere but a phone's sealed messages, when asked to.

mod app;
mod browsing;
mod ceremony;
mod commands;
mod exporting;
mod files;
mod histories;
mod keys;
mod shell;
mod views;
mod window;
mod wizard;

#[cfg(test)]
mod journey;

pub use app::run;
