//! Everything the command asks a person: lines and secrets on a terminal, lines of standard input, ceremonies.
//!
//! Ctrl-C ends every question. What is typed or piped as a secret is never shown and never kept longer than needed.

mod ceremony;
mod prompt;
mod qr;
mod stdin;

pub(crate) use ceremony::{Terminal, name_of, word_of};
pub(crate) use prompt::{confirm, hidden, shown};
pub(crate) use stdin::{next_line, rest};
