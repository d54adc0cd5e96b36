//! The settings file that the app and the command share: `settings.toml`.
//!
//! Keys that this version does not know are kept. A value that makes no sense counts as not set.

mod zone;

use std::path::{Path, PathBuf};

pub use zone::utc_offsets;

use serde::{Deserialize, Serialize};

use crate::disk::{create_private_folder, parent_of, write_whole};

/// Minutes without use after which the app locks, unless set.
const AUTO_LOCK_MINUTES: u32 = 15;

/// How the window looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Why settings were not read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SettingsError {
    /// The file is no TOML.
    #[error("the settings file cannot be understood")]
    Malformed,
    /// A path that is not UTF-8 cannot stand in the file.
    #[error("a path in the settings is not UTF-8")]
    PathNotUtf8,
    /// Reading or writing failed.
    #[error("the settings file cannot be used")]
    Io(#[from] std::io::Error),
}

/// What a person chose.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Language tag; empty for the system's.
    pub language: String,
    /// How the window looks.
    pub theme: Theme,
    /// IANA time zone; empty for the system's.
    pub time_zone: String,
    /// Country (two letters) whose numbers the address book writes without a country code; empty for a guess.
    pub home_country: String,
    /// Minutes without use after which the app locks; 0 for never.
    pub auto_lock_minutes: u32,
    /// Where histories live; `None` for the usual place.
    pub data_folder: Option<PathBuf>,
    /// The window blurs what is read while another window has the keyboard.
    pub blur: bool,
    /// Seconds after which the window takes copied text off the clipboard; 0 for never.
    pub clipboard_seconds: u32,
    /// The file as it was, with the keys we do not know.
    file: toml::Table,
}

impl Default for Settings {
    fn default() -> Self {
        Self::of(toml::Table::new())
    }
}

impl Settings {
    /// The usual place of the file: `latchkey/settings.toml` in the system's folder for settings.
    #[must_use]
    pub fn default_path() -> Option<PathBuf> {
        Some(dirs::config_dir()?.join("latchkey").join("settings.toml"))
    }

    /// Reads the file; the defaults where there is none.
    ///
    /// # Errors
    /// [`SettingsError::Malformed`], [`SettingsError::Io`].
    pub fn load(path: &Path) -> Result<Self, SettingsError> {
        match std::fs::read_to_string(path) {
            Ok(text) => text
                .parse()
                .map(Self::of)
                .map_err(|_| SettingsError::Malformed),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                Err(SettingsError::Malformed)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Writes the file whole, with the keys that were in it and are not ours. A file with a slip in it is left as it is:
    /// what stands there is the person's, and one mended line brings it back.
    ///
    /// # Errors
    /// [`SettingsError::Malformed`] when what is there cannot be read; [`SettingsError::PathNotUtf8`], [`SettingsError::Io`].
    pub fn save(&self, path: &Path) -> Result<(), SettingsError> {
        Self::load(path)?;
        let mut file = self.file.clone();
        let mut put = |name: &str, value: toml::Value| {
            file.insert(name.to_owned(), value);
        };
        put("language", self.language.clone().into());
        put(
            "theme",
            toml::Value::try_from(self.theme).map_err(|_| SettingsError::Malformed)?,
        );
        put("time_zone", self.time_zone.clone().into());
        put("home_country", self.home_country.clone().into());
        put("auto_lock_minutes", self.auto_lock_minutes.into());
        put("blur", self.blur.into());
        put("clipboard_seconds", self.clipboard_seconds.into());
        match &self.data_folder {
            Some(folder) => put(
                "data_folder",
                folder.to_str().ok_or(SettingsError::PathNotUtf8)?.into(),
            ),
            None => {
                file.remove("data_folder");
            }
        }
        let text = toml::to_string_pretty(&file).map_err(|_| SettingsError::Malformed)?;
        create_private_folder(parent_of(path))?;
        Ok(write_whole(path, text.as_bytes())?)
    }

    fn of(file: toml::Table) -> Self {
        let text = |name: &str| {
            file.get(name)
                .and_then(toml::Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let theme = file
            .get("theme")
            .cloned()
            .and_then(|value| value.try_into().ok());
        let count = |name: &str| {
            let value = file.get(name).and_then(toml::Value::as_integer);
            value.and_then(|n| u32::try_from(n).ok())
        };
        let blur = file.get("blur").and_then(toml::Value::as_bool);
        let folder = text("data_folder");
        Self {
            language: text("language"),
            theme: theme.unwrap_or_default(),
            time_zone: text("time_zone"),
            home_country: text("home_country"),
            auto_lock_minutes: count("auto_lock_minutes").unwrap_or(AUTO_LOCK_MINUTES),
            blur: blur.unwrap_or(false),
            clipboard_seconds: count("clipboard_seconds").unwrap_or(0),
            data_folder: (!folder.is_empty()).then(|| PathBuf::from(folder)),
            file,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_a_slip_in_it_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        std::fs::write(&path, "data_folder = \"/mnt/chats\nlanguage = 3").unwrap();
        assert!(matches!(
            Settings::load(&path),
            Err(SettingsError::Malformed)
        ));
        let saved = Settings::default().save(&path);
        assert!(matches!(saved, Err(SettingsError::Malformed)));
        let kept = std::fs::read_to_string(&path).unwrap();
        assert!(kept.contains("/mnt/chats"));
    }

    #[test]
    fn settings_survive_the_file_and_unknown_keys_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new folder").join("settings.toml");
        std::fs::create_dir(path.parent().unwrap()).unwrap();
        std::fs::write(
            &path,
            "theme = \"dark\"\nshiny = [1, 2]\n[window]\nwidth = 900\n",
        )
        .unwrap();
        let mut settings = Settings::load(&path).unwrap();
        assert_eq!(
            (settings.theme, settings.auto_lock_minutes),
            (Theme::Dark, AUTO_LOCK_MINUTES)
        );
        settings.language = "de".into();
        settings.auto_lock_minutes = 0;
        (settings.blur, settings.clipboard_seconds) = (true, 60);
        settings.data_folder = Some("/somewhere/ä".into());
        settings.save(&path).unwrap();
        let again = Settings::load(&path).unwrap();
        assert_eq!(
            (again.language.as_str(), again.auto_lock_minutes),
            ("de", 0)
        );
        assert_eq!((again.blur, again.clipboard_seconds), (true, 60));
        assert_eq!(
            again.data_folder.as_deref(),
            Some(Path::new("/somewhere/ä"))
        );
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains("shiny") && text.contains("width = 900"));
    }

    #[test]
    fn no_file_is_the_defaults_and_nonsense_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        assert_eq!(Settings::load(&path).unwrap(), Settings::default());
        std::fs::write(&path, "theme = \"plaid\"\nauto_lock_minutes = -3\n").unwrap();
        assert_eq!(Settings::load(&path).unwrap().theme, Theme::System);
        std::fs::write(&path, "theme = ").unwrap();
        assert!(matches!(
            Settings::load(&path),
            Err(SettingsError::Malformed)
        ));
    }
}
