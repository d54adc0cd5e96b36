//! The settings as the window shows and changes them.

use std::path::{Path, PathBuf};

use latchkey_restore::{DataFolder, Settings, SettingsError, Theme as Stored};

use crate::views::{CommandError, ErrorCode, SettingsView, Theme};

/// For the window.
pub fn view(settings: &Settings) -> SettingsView {
    SettingsView {
        language: settings.language.clone(),
        theme: match settings.theme {
            Stored::System => Theme::System,
            Stored::Light => Theme::Light,
            Stored::Dark => Theme::Dark,
        },
        time_zone: settings.time_zone.clone(),
        home_country: settings.home_country.clone(),
        auto_lock_minutes: settings.auto_lock_minutes,
        data_folder: shown_folder(settings),
        blur: settings.blur,
        clipboard_seconds: settings.clipboard_seconds,
    }
}

/// The settings after the window's changes. A folder that was only shown back is not a change, so that one that is not
/// UTF-8 survives.
pub fn changed(mut settings: Settings, view: &SettingsView) -> Settings {
    if view.data_folder != shown_folder(&settings) {
        let chosen = view.data_folder.trim();
        settings.data_folder = (!chosen.is_empty()).then(|| PathBuf::from(chosen));
    }
    settings.language.clone_from(&view.language);
    settings.theme = match view.theme {
        Theme::System => Stored::System,
        Theme::Light => Stored::Light,
        Theme::Dark => Stored::Dark,
    };
    settings.time_zone.clone_from(&view.time_zone);
    settings.home_country.clone_from(&view.home_country);
    settings.auto_lock_minutes = view.auto_lock_minutes;
    settings.blur = view.blur;
    settings.clipboard_seconds = view.clipboard_seconds;
    settings
}

/// Writes the settings.
///
/// # Errors
/// What the disk says; `usage` for a folder that cannot stand in the file.
pub fn save(settings: &Settings, file: &Path) -> Result<(), CommandError> {
    settings.save(file).map_err(|error| match error {
        SettingsError::Io(source) => source.into(),
        other => CommandError::new(ErrorCode::Usage, other.to_string()),
    })
}

fn shown_folder(settings: &Settings) -> String {
    let folder = settings
        .data_folder
        .clone()
        .or_else(DataFolder::default_path);
    folder.unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_window_chose_is_what_it_sees_next_time() {
        let chosen = SettingsView {
            language: "de".into(),
            theme: Theme::Dark,
            time_zone: "Europe/Berlin".into(),
            home_country: "DE".into(),
            auto_lock_minutes: 7,
            data_folder: "/mnt/chats".into(),
            blur: true,
            clipboard_seconds: 30,
        };
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.toml");
        changed(Settings::default(), &chosen).save(&file).unwrap();
        assert_eq!(view(&Settings::load(&file).unwrap()), chosen);
    }

    #[test]
    fn the_usual_folder_is_shown_and_not_written_down() {
        let shown = view(&Settings::default());
        assert!(shown.data_folder.ends_with("latchkey"));
        assert_eq!(changed(Settings::default(), &shown).data_folder, None);
    }

    #[test]
    fn keys_of_other_versions_stay_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.toml");
        std::fs::write(&file, "from_the_future = 3\ntheme = \"light\"\n").unwrap();
        let settings = Settings::load(&file).unwrap();
        let shown = view(&settings);
        assert_eq!(shown.theme, Theme::Light);
        changed(settings, &shown).save(&file).unwrap();
        assert!(
            std::fs::read_to_string(&file)
                .unwrap()
                .contains("from_the_future = 3")
        );
    }
}
