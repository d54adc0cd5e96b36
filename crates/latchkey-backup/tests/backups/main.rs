//! The crate from outside: backups of every kind, whole, cut, flipped, with the right key and others.

mod files;
mod folders;
mod headers;
mod limits;
mod phones;
mod publishing;
mod repair;
mod shared_vectors;
mod sweep;
mod testkit;
mod verdicts;
