//! Locks when the computer goes to sleep, and when the desktop is locked unless a restore runs (then after it), as the system's login manager says over D-Bus
//! (org.freedesktop.login1). Where there is none, the clock alone locks. It hears; it asks for nothing but a moment's delay.

use std::cell::RefCell;

use gio::glib::{Error, Variant, VariantDict, VariantTy};
use gio::prelude::*;
use gio::{BusType, Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags, UnixFDList};
use tauri::AppHandle;

use crate::shell;

/// The login manager.
const NAME: &str = "org.freedesktop.login1";
const PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
/// No call is waited for longer, in milliseconds.
const PATIENCE: i32 = 5_000;

thread_local! {
    /// Signals come as long as the connection lives; it belongs to the main thread.
    static CONNECTION: RefCell<Option<DBusConnection>> = const { RefCell::new(None) };
    /// While it is held, sleep waits a moment for us to lock (systemd "delay" inhibitor).
    static DELAY: RefCell<Option<UnixFDList>> = const { RefCell::new(None) };
}

/// From now on the app locks when the computer sleeps or the desktop is locked. Called on the main thread; a system
/// without D-Bus is no error.
pub fn lock_with_the_computer(app: &AppHandle) {
    let app = app.clone();
    gio::bus_get(BusType::System, Cancellable::NONE, move |connection| {
        let Ok(connection) = connection else {
            tracing::info!(name: "no-system-bus", "");
            return;
        };
        hear_sleep(&connection, app.clone());
        hear_locked_session(&connection, app);
        ask_for_delay(&connection);
        CONNECTION.set(Some(connection));
    });
}

fn hear_sleep(connection: &DBusConnection, app: AppHandle) {
    connection.signal_subscribe(
        Some(NAME),
        Some(MANAGER),
        Some("PrepareForSleep"),
        Some(PATH),
        None,
        DBusSignalFlags::NONE,
        move |connection, _, _, _, _, said| match begins(said) {
            Some(true) => {
                tracing::info!(name: "sleep-begins", "");
                let shell = shell::of(&app);
                if shell.holds_secrets() {
                    shell.lock(&app);
                }
                DELAY.set(None);
            }
            Some(false) => ask_for_delay(connection),
            None => {}
        },
    );
}

/// Asks which session is ours, and hears when its desktop says that it is locked.
fn hear_locked_session(connection: &DBusConnection, app: AppHandle) {
    let (heard, own) = (connection.clone(), ("auto",).to_variant());
    let listen = move |answer: Result<Variant, Error>| {
        let answer = answer.ok().and_then(|answer| answer.try_child_value(0));
        let Some(path) = answer.as_ref().and_then(Variant::str) else {
            return;
        };
        heard.signal_subscribe(
            Some(NAME),
            Some("org.freedesktop.DBus.Properties"),
            Some("PropertiesChanged"),
            Some(path),
            Some(SESSION),
            DBusSignalFlags::NONE,
            move |_, _, _, _, _, said| {
                if is_locked(said) {
                    tracing::info!(name: "desktop-locked", "");
                    shell::of(&app).lock_after_a_restore(&app);
                }
            },
        );
    };
    connection.call(
        Some(NAME),
        PATH,
        MANAGER,
        "GetSession",
        Some(&own),
        None,
        DBusCallFlags::NO_AUTO_START,
        PATIENCE,
        Cancellable::NONE,
        listen,
    );
}

/// Takes the delay that lets us lock before the computer sleeps.
fn ask_for_delay(connection: &DBusConnection) {
    let wish = ("sleep", "Latchkey", "Locks the chat history", "delay");
    connection.call_with_unix_fd_list(
        Some(NAME),
        PATH,
        MANAGER,
        "Inhibit",
        Some(&wish.to_variant()),
        None,
        DBusCallFlags::NO_AUTO_START,
        PATIENCE,
        UnixFDList::NONE,
        Cancellable::NONE,
        |answer| DELAY.set(answer.ok().map(|(_, held)| held)),
    );
}

/// Whether sleep begins (`PrepareForSleep(b)`); nothing for a signal of another form.
fn begins(said: &Variant) -> Option<bool> {
    said.get::<(bool,)>().map(|(begins,)| begins)
}

/// Whether changed properties (`(sa{sv}as)`) say that the desktop is locked.
fn is_locked(said: &Variant) -> bool {
    said.try_child_value(1)
        .filter(|changed| changed.type_() == VariantTy::VARDICT)
        .and_then(|changed| VariantDict::new(Some(&changed)).lookup_value("LockedHint", None))
        .and_then(|hint| hint.get::<bool>())
        .unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(name: &str, value: Variant) -> Variant {
        let properties = VariantDict::new(None);
        properties.insert_value(name, &value);
        Variant::tuple_from_iter([
            SESSION.to_variant(),
            properties.end(),
            Vec::<String>::new().to_variant(),
        ])
    }

    #[test]
    fn only_a_locked_desktop_locks() {
        assert!(is_locked(&changed("LockedHint", true.to_variant())));
        assert!(!is_locked(&changed("LockedHint", false.to_variant())));
        assert!(!is_locked(&changed("IdleHint", true.to_variant())));
        assert!(!is_locked(&changed("LockedHint", "true".to_variant())));
        assert!(!is_locked(&().to_variant()));
    }

    #[test]
    fn sleep_begins_and_ends() {
        assert_eq!(begins(&(true,).to_variant()), Some(true));
        assert_eq!(begins(&(false,).to_variant()), Some(false));
        assert_eq!(begins(&("true",).to_variant()), None);
    }
}
