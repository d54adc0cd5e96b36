//! The window's size, kept for the next start in a file of its own. Its place on the screen is the desktop's affair.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::{Deserialize, Serialize};
use tauri::WebviewWindow;

use crate::app::logs;
use crate::files;

/// How large the window is, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Placement {
    /// Inside the frame.
    pub width: f64,
    /// Inside the frame.
    pub height: f64,
    /// Fills the screen.
    pub maximized: bool,
}

/// The last size that was seen.
static REMEMBERED: Mutex<Option<Placement>> = Mutex::new(None);

impl Placement {
    /// No window is smaller.
    pub const LEAST: (f64, f64) = (360.0, 480.0);
    /// No screen is larger; a file that says so is broken.
    const MOST: f64 = 16_384.0;
    /// The first window's.
    const FIRST: Self = Self {
        width: 1100.0,
        height: 760.0,
        maximized: false,
    };

    /// The remembered size: of this run, of the last one, or the first.
    pub fn load() -> Self {
        let remembered = REMEMBERED.lock().ok().and_then(|remembered| *remembered);
        remembered
            .or_else(|| Self::read(&file()))
            .unwrap_or(Self::FIRST)
    }

    /// The size of a window; while it fills the screen, the size it had before.
    pub fn of(window: &WebviewWindow) -> Self {
        let before = Self::load();
        let scale = window.scale_factor().unwrap_or(1.0);
        match (window.is_maximized(), window.inner_size()) {
            (Ok(false), Ok(size)) => {
                let size = size.to_logical::<f64>(scale);
                Self {
                    width: size.width,
                    height: size.height,
                    maximized: false,
                }
                .bounded()
            }
            (Ok(true), _) => Self {
                maximized: true,
                ..before
            },
            _ => before,
        }
    }

    /// Keeps it until the window closes.
    pub fn remember(self) {
        if let Ok(mut remembered) = REMEMBERED.lock() {
            *remembered = Some(self);
        }
    }

    /// Writes what was remembered; a failure only means the first size next time.
    pub fn save_remembered() {
        let remembered = REMEMBERED.lock().ok().and_then(|remembered| *remembered);
        if let Some(text) = remembered.and_then(|placement| serde_json::to_vec(&placement).ok()) {
            let _ = files::write_private(&file(), &text);
        }
    }

    fn read(file: &Path) -> Option<Self> {
        let placement: Self = serde_json::from_slice(&std::fs::read(file).ok()?).ok()?;
        Some(placement.bounded())
    }

    fn bounded(self) -> Self {
        let within = |value: f64, least: f64| {
            if value.is_finite() {
                value.clamp(least, Self::MOST)
            } else {
                least
            }
        };
        Self {
            width: within(self.width, Self::LEAST.0),
            height: within(self.height, Self::LEAST.1),
            ..self
        }
    }
}

fn file() -> PathBuf {
    logs::state_folder().join("window.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_comes_back_and_a_broken_file_does_no_harm() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("window.json");
        let placement = Placement {
            width: 900.0,
            height: 600.0,
            maximized: true,
        };
        std::fs::write(&file, serde_json::to_vec(&placement).unwrap()).unwrap();
        assert_eq!(Placement::read(&file), Some(placement));
        for text in [
            "",
            "{}",
            "not json",
            r#"{"width":"wide","height":1,"maximized":false}"#,
        ] {
            std::fs::write(&file, text).unwrap();
            assert_eq!(Placement::read(&file), None, "{text}");
        }
    }

    #[test]
    fn no_size_is_smaller_than_the_least_or_larger_than_a_screen() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("window.json");
        std::fs::write(&file, r#"{"width":1,"height":1e300,"maximized":false}"#).unwrap();
        let placement = Placement::read(&file).unwrap();
        assert_eq!(
            (placement.width, placement.height),
            (Placement::LEAST.0, Placement::MOST)
        );
    }
}
