//! Claims about keyring files, from outside: what opens, what is refused, what is kept.

mod forgery;
mod golden;
mod saving;
mod stranger;
mod with_age;
