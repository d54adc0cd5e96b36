//! Progress bars on stderr, only when it is a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// What a bar counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Bytes,
    Messages,
    Files,
    /// Nothing that can be counted.
    Steps,
}

/// A bar that changes its name, unit and length as a job goes through its stages.
pub(crate) struct Progress {
    bar: ProgressBar,
    unit: Option<Unit>,
    shown: bool,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Self {
            // Nothing is drawn before the first stage has given it a shape.
            bar: ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()),
            unit: None,
            shown: std::io::stderr().is_terminal(),
        }
    }

    pub(crate) fn at(&mut self, name: &str, unit: Unit, done: u64, total: u64) {
        if !self.shown {
            return;
        }
        if self.unit != Some(unit) || self.bar.message() != name {
            self.bar.set_draw_target(ProgressDrawTarget::hidden());
            self.bar.reset();
            self.bar.set_style(style(unit));
            self.bar.set_message(name.to_owned());
            self.bar.set_length(total);
            self.unit = Some(unit);
            self.bar
                .set_draw_target(ProgressDrawTarget::stderr_with_hz(8));
        }
        self.bar.set_length(total);
        self.bar.set_position(done);
    }

    pub(crate) fn done(&self) {
        self.bar.finish_and_clear();
    }
}

fn style(unit: Unit) -> ProgressStyle {
    let template = match unit {
        Unit::Bytes => "{msg:14} {wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}",
        Unit::Messages => "{msg:14} {wide_bar} {human_pos}/{human_len} {per_sec} {eta}",
        Unit::Files => "{msg:14} {wide_bar} {human_pos}/{human_len}",
        Unit::Steps => "{msg:14} {spinner}",
    };
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
