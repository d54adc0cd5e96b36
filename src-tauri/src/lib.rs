//! The desktop shell: windows, commands, progress. It knows no format, no SQL and no cryptography, and sends nothing anywhere.

mod about;
mod app;
mod arrivals;
mod browsing;
mod commands;
mod dialogs;
mod errors;
mod files;
mod first;
mod kit_page;
mod logs;
mod notice;
mod opening;
mod pace;
mod path_book;
mod picture;
mod protection;
mod restoring;
mod secret_body;
mod session;
mod shell;
mod views;
mod window;
mod wizard;
mod words;

#[cfg(test)]
mod journey;
#[cfg(test)]
mod made_up;

pub use app::run;
