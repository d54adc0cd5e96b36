//! What the command shares with the app on this computer: settings, the folder of histories, keyrings seen.

use crate::failure::Failure;
use jiff::tz::TimeZone;
use latchkey_passkey::{Computer, Setup, TpmAccess};
use latchkey_restore::{DataFolder, Seen, Settings};
use std::path::{Path, PathBuf};

/// The person's settings and folders.
pub(crate) struct Home {
    settings: Settings,
}

impl Home {
    /// Reads the settings; without a readable file, the defaults: the app says so, a command goes on.
    pub(crate) fn find() -> Self {
        let settings = Settings::default_path()
            .and_then(|path| Settings::load(&path).ok())
            .unwrap_or_default();
        Self { settings }
    }

    pub(crate) fn time_zone(&self) -> TimeZone {
        self.settings.zone()
    }

    pub(crate) fn home_country(&self) -> &str {
        &self.settings.home_country
    }

    pub(crate) fn data_folder(&self) -> Result<DataFolder, Failure> {
        if self.settings.data_folder.is_none() && DataFolder::default_path().is_none() {
            return Err(Failure::usage("no_data_folder"));
        }
        Ok(DataFolder::of(&self.settings)?)
    }

    /// The authenticators of this computer; software passkeys only when they were asked for. Opens nothing.
    pub(crate) fn computer(&self, software: bool) -> Result<Computer, Failure> {
        Ok(Computer::new(Setup {
            data_folder: self.data_folder()?.path().to_owned(),
            tpm: Some(TpmAccess {
                program: tpm_program(),
                tcti: named_tcti(std::env::var("LATCHKEY_TCTI").ok()),
            }),
            software,
        }))
    }

    /// What this computer has seen of keyrings.
    pub(crate) fn seen(&self) -> Result<Seen, Failure> {
        Ok(self.data_folder()?.seen())
    }
}

/// The TPM that a variable names; an empty one names none.
fn named_tcti(variable: Option<String>) -> Option<String> {
    variable.filter(|name| !name.trim().is_empty())
}

/// Where packages put the helper for the TPM when it does not lie beside this program.
const INSTALLED_HELPER: &str = "/usr/lib/latchkey/latchkey-tpm";

/// The helper program for the TPM: beside this program, else where packages put it. It may be missing.
fn tpm_program() -> PathBuf {
    let beside = std::env::current_exe().ok().and_then(|program| {
        let program = program.canonicalize().unwrap_or(program);
        Some(program.parent()?.join("latchkey-tpm"))
    });
    match beside {
        Some(beside) if beside.is_file() => beside,
        _ => Path::new(INSTALLED_HELPER).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_variable_names_no_tpm() {
        for empty in [None, Some(""), Some(" ")] {
            assert_eq!(named_tcti(empty.map(str::to_owned)), None);
        }
        let named = Some("device:/dev/tpmrm0".to_owned());
        assert_eq!(named_tcti(named.clone()), named);
    }
}
