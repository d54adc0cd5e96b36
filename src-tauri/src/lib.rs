//! The desktop shell: windows, commands, progress. It knows no format, no SQL and no cryptography, and sends nothing anywhere.

mod about;
mod app;
mod arrivals;
mod commands;
mod files;
mod first;
mod logs;
mod notice;
mod pace;
mod path_book;
mod picture;
mod protection;
mod secret_body;
mod shell;
mod views;
mod window;
mod words;

pub use app::run;
