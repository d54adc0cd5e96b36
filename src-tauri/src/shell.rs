//! What the shell holds while it runs: the settings, the wizard, the open history, the running restore.

mod aside;
pub mod session;
mod settings;
pub mod words;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use latchkey_backup::ChecksumCache;
use latchkey_keyring::{FILE_NAME, LockedKeyring, Slot};
use latchkey_passkey::{Computer, Credential, Interaction, Setup};
use latchkey_restore::{DataFolder, Settings};
use tauri::{AppHandle, Manager as _};
use zeroize::Zeroizing;

use crate::app::logs;
use crate::browsing::media::Opened;
use crate::browsing::thumbnail::Thumbnails;
use crate::ceremony::{Ceremonies, Reach, Tell};
use crate::exporting::Exporting;
use crate::histories::bringing_up::BringingUp;
use crate::histories::my_chats;
use crate::histories::restoring::Running;
use crate::views::{CommandError, ErrorCode, SessionView, SettingsView, Theme};
use crate::window::clipboard::{self, Copied};
use crate::window::{self, Page};
use crate::wizard::{Kit, Wizard};
use session::{Session, Since};
use words::Words;

/// How often the clock of the open history is looked at.
const LOOK: Duration = Duration::from_secs(2);

/// The folder of plain copies for other programs.
const OPENED: &str = "opened";

/// How long locking waits for a ceremony to let go of what it holds.
const CEREMONY_ENDS: Duration = Duration::from_secs(1);

/// What a command that was overtaken by a lock says.
const LOCKED: &str = "locked meanwhile";

/// The app's state, one for all windows.
#[derive(Clone)]
pub struct Shell(Arc<Parts>);

/// The parts, each behind its own lock.
pub struct Parts {
    /// The open history.
    pub session: Session,
    /// The restore that runs, if any.
    pub running: Running,
    /// The index that is brought up while its history is opened, if any.
    pub bringing_up: BringingUp,
    /// The ceremony that runs, if any.
    pub ceremonies: Ceremonies,
    /// Small pictures that were made.
    pub thumbnails: Thumbnails,
    /// What was chosen for exports.
    pub exporting: Exporting,
    /// Plain copies for other programs.
    pub opened: Opened,
    copied: Copied,
    /// Checksums that were computed in the background.
    pub checksums: ChecksumCache,
    wizard: Mutex<Wizard>,
    settings: Mutex<Settings>,
    settings_file: Option<PathBuf>,
    reach: Reach,
}

impl std::ops::Deref for Shell {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Shell {
    /// With the person's settings. Those that cannot be read count as not made, and are never written over: saving
    /// says so then.
    pub fn start(reach: Reach) -> Self {
        let file = Settings::default_path();
        let settings = match file.as_deref().map(Settings::load) {
            Some(Ok(settings)) => settings,
            Some(Err(_)) => {
                tracing::warn!(name: "settings-unreadable", "");
                Settings::default()
            }
            None => Settings::default(),
        };
        let opened = logs::state_folder().join(OPENED);
        Self::with(settings, file, opened, reach)
    }

    /// With everything in one folder and software passkeys, for the tests.
    #[cfg(test)]
    pub fn in_folder(folder: &std::path::Path) -> Self {
        let mut settings = Settings::default();
        settings.data_folder = Some(folder.join("data"));
        let reach = Reach {
            software: true,
            tpm: None,
        };
        let file = Some(folder.join("settings.toml"));
        Self::with(settings, file, folder.join(OPENED), reach)
    }

    fn with(
        settings: Settings,
        settings_file: Option<PathBuf>,
        opened: PathBuf,
        reach: Reach,
    ) -> Self {
        Self(Arc::new(Parts {
            session: Session::default(),
            running: Running::default(),
            bringing_up: BringingUp::default(),
            ceremonies: Ceremonies::default(),
            thumbnails: Thumbnails::default(),
            exporting: Exporting::default(),
            opened: Opened::in_folder(opened),
            copied: Copied::default(),
            checksums: ChecksumCache::new(),
            wizard: Mutex::default(),
            settings: Mutex::new(settings),
            settings_file,
            reach,
        }))
    }

    /// Holds one ceremony with what this computer has; its moments go to `tell`, and each counts as use.
    ///
    /// # Errors
    /// `in_use` while another is held; else what `hold` says.
    pub fn ceremony<T>(
        &self,
        tell: Tell,
        hold: impl FnOnce(&mut Computer, &dyn Interaction) -> Result<T, CommandError>,
    ) -> Result<T, CommandError> {
        let shell = self.clone();
        let ceremony = self.ceremonies.begin(Box::new(move |moment| {
            shell.session.touch();
            tell(moment);
        }))?;
        hold(&mut self.computer()?, &ceremony).map_err(|error| ceremony.failed(error))
    }

    /// Locks for good when nobody used what is open or kept for the minutes of the settings.
    pub fn watch_the_clock(&self, app: &AppHandle) {
        let (shell, app) = (self.clone(), app.clone());
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(LOOK);
                shell.session.forget_unanswered();
                let minutes = shell.settings().auto_lock_minutes;
                if shell.is_forgotten(minutes) {
                    tracing::info!(name: "locked-unused", minutes = u64::from(minutes));
                    shell.lock(&app);
                }
            }
        });
    }

    /// Locks as soon as no restore runs, when there is anything to lock. What needs no key goes on meanwhile.
    pub fn lock_after_a_restore(&self, app: &AppHandle) {
        let (shell, app) = (self.clone(), app.clone());
        std::thread::spawn(move || {
            while shell.running.holds_open() {
                std::thread::sleep(LOOK);
            }
            if shell.holds_secrets() {
                shell.lock(&app);
            }
        });
    }

    /// Closes everything and makes the window anew on the start screen, with a new web process.
    pub fn lock(&self, app: &AppHandle) {
        self.close_everything();
        self.take_copy_off(app);
        window::remake(app, Page::App);
    }

    /// Puts a text on the clipboard; after the seconds of the settings it is taken off again, when it is still there.
    ///
    /// # Errors
    /// `cancelled` when no history is open any more; when the app is about to end.
    pub fn copy_text(&self, app: &AppHandle, text: Zeroizing<String>) -> Result<(), CommandError> {
        self.session.touch();
        let ending = |_| CommandError::internal("the app is about to end");
        let turn = self.copied.remember(text);
        // Remembered first: a lock that comes now finds it.
        if self.session.history().is_none() {
            self.copied.forget(turn);
            return Err(CommandError::new(ErrorCode::Cancelled, LOCKED));
        }
        let copied = self.copied.clone();
        app.run_on_main_thread(move || clipboard::put(&copied, turn))
            .map_err(ending)?;
        let seconds = self.settings().clipboard_seconds;
        if seconds > 0 {
            let (copied, app) = (self.copied.clone(), app.clone());
            std::thread::spawn(move || {
                std::thread::sleep(Duration::from_secs(seconds.into()));
                app.run_on_main_thread(move || clipboard::take_off(&copied, Some(turn)))
            });
        }
        Ok(())
    }

    /// Takes what was copied off the clipboard, when it is still there.
    pub fn take_copy_off(&self, app: &AppHandle) {
        let copied = self.copied.clone();
        let _ = app.run_on_main_thread(move || clipboard::take_off(&copied, None));
    }

    /// Stops a restore and waits for it, then ends the app; false when none runs and the window may close at once.
    pub fn stop_restore_then_exit(&self, app: &AppHandle) -> bool {
        if !self.running.is_running() {
            return false;
        }
        self.running.cancel();
        let (shell, app) = (self.clone(), app.clone());
        std::thread::spawn(move || {
            shell.running.wait();
            app.exit(0);
        });
        true
    }
}

impl Parts {
    /// The wizard's memory; this counts as use.
    pub fn wizard(&self) -> MutexGuard<'_, Wizard> {
        self.session.touch();
        self.wizard_unused()
    }

    fn wizard_unused(&self) -> MutexGuard<'_, Wizard> {
        held(&self.wizard)
    }

    /// The settings as they are.
    pub fn settings(&self) -> Settings {
        held(&self.settings).clone()
    }

    /// The settings for the window.
    pub fn settings_view(&self) -> SettingsView {
        settings::view(&self.settings())
    }

    /// Takes the window's settings over and writes them.
    ///
    /// # Errors
    /// What the disk says.
    pub fn set_settings(&self, view: &SettingsView) -> Result<(), CommandError> {
        let settings = settings::changed(self.settings(), view);
        let file = self
            .settings_file
            .as_deref()
            .ok_or(CommandError::new(ErrorCode::Io, "no home folder"))?;
        settings::save(&settings, file)?;
        *held(&self.settings) = settings;
        Ok(())
    }

    /// The file of the settings, where there is a home for it.
    pub fn settings_file(&self) -> Option<&Path> {
        self.settings_file.as_deref()
    }

    /// The theme the person chose.
    pub fn theme(&self) -> Theme {
        self.settings_view().theme
    }

    /// The shell's words in the person's language.
    pub fn words(&self) -> Words {
        Words::chosen(&self.settings().language)
    }

    /// The folder of histories.
    ///
    /// # Errors
    /// When it cannot be used.
    pub fn data_folder(&self) -> Result<DataFolder, CommandError> {
        Ok(DataFolder::of(&self.settings())?)
    }

    /// What this computer has to make and use passkeys with. Opens nothing.
    ///
    /// # Errors
    /// When the data folder cannot be used.
    pub fn computer(&self) -> Result<Computer, CommandError> {
        Ok(Computer::new(Setup {
            data_folder: self.data_folder()?.path().to_owned(),
            tpm: self.reach.tpm.clone(),
            software: self.reach.software,
        }))
    }

    /// Whether a history is open, which, and whether passkeys may be files.
    pub fn session_view(&self) -> SessionView {
        let history = self.session.history();
        let (locked_shown, locked_chats) = self.session.locked();
        SessionView {
            open: history.is_some(),
            history,
            locked_shown,
            locked_chats,
            insecure_demo: self.reach.software,
        }
    }

    /// Lets `keep` put something secret into the wizard, unless there was a lock `since` then: a lock that comes later
    /// finds it there.
    ///
    /// # Errors
    /// `cancelled` after a lock.
    pub fn keep_unless_locked<T>(
        &self,
        since: Since,
        keep: impl FnOnce(&mut Wizard) -> T,
    ) -> Result<T, CommandError> {
        let mut wizard = self.wizard();
        if self.session.since() == since {
            Ok(keep(&mut wizard))
        } else {
            Err(CommandError::new(ErrorCode::Cancelled, LOCKED))
        }
    }

    /// Keeps a kit in the place of an earlier one, whose passkeys open nothing then.
    ///
    /// # Errors
    /// `cancelled` when there was a lock `since` then.
    pub fn keep_kit(&self, kit: Kit, since: Since) -> Result<(), CommandError> {
        let earlier = self.keep_unless_locked(since, |wizard| wizard.kit.replace(kit))?;
        let unused = earlier.map(|kit| kit.enrolled()).unwrap_or_default();
        self.forget_passkeys(&unused);
        Ok(())
    }

    /// Takes back what passkeys left on this computer that open nothing any more. One that a history names stays:
    /// keyrings say which passkey is theirs, and one may name another's.
    pub fn forget_passkeys(&self, unused: &[Credential]) {
        for credential in unused {
            if !self.is_named(credential)
                && let Ok(mut computer) = self.computer()
                && let Ok(authenticator) = computer.of(credential.kind)
            {
                authenticator.forget(credential);
            }
        }
    }

    /// Whether the keyring of a history on this computer has a slot of this passkey; also when it cannot be told.
    fn is_named(&self, credential: &Credential) -> bool {
        let same = |other: Credential| other.kind == credential.kind && other.id == credential.id;
        let names = |dir: &Path| match LockedKeyring::read(&dir.join(FILE_NAME)) {
            Ok(keyring) => keyring.slots().filter_map(Slot::passkey).any(same),
            Err(_) => dir.join(FILE_NAME).exists(),
        };
        let all = |folder: DataFolder| Ok((folder.list()?, folder.resting()?));
        let entries = self.data_folder().and_then(all);
        entries.map_or(true, |(awake, resting)| {
            let mut all = awake.iter().chain(&resting);
            all.any(|entry| entry.missing || names(&entry.dir))
        })
    }

    /// Whether anything is open, under way or kept that a lock would close.
    pub fn holds_secrets(&self) -> bool {
        self.session.holds_secrets()
            || self.running.holds_open()
            || self.ceremonies.is_running()
            || self.wizard_unused().holds_secrets()
    }

    /// Whether there is something to lock that nobody used for `minutes`; never while a restore runs.
    fn is_forgotten(&self, minutes: u32) -> bool {
        !self.running.holds_open() && self.session.is_unused(minutes) && self.holds_secrets()
    }

    /// Takes what was copied off the clipboard, on the main thread and before the app ends.
    pub fn leave_no_copy(&self) {
        clipboard::take_off_now(&self.copied);
    }

    /// Stops a restore and a ceremony, closes the history and forgets every secret, with every plain copy. What needs no
    /// key goes on.
    pub fn close_everything(&self) {
        if self.running.holds_open() {
            self.running.cancel();
        }
        self.bringing_up.stop();
        self.ceremonies.cancel();
        if let Some(opened) = self.session.close() {
            my_chats::close(self, opened);
        }
        self.thumbnails.forget();
        self.exporting.forget();
        self.opened.remove();
        let unused = self.wizard().forget();
        self.forget_passkeys(&unused);
        self.ceremonies.wait(CEREMONY_ENDS);
    }
}

/// What is behind a lock: a panic in one command must not keep the next from locking, nor a ceremony from beginning.
pub fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The shell of an app.
pub fn of(app: &AppHandle) -> Shell {
    app.state::<Shell>().inner().clone()
}
