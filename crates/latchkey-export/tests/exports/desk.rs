//! A restored history of a made-up phone, exported as is asked, and a look at what came out.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use latchkey_backup::BackupKey;
use latchkey_demo::{PhoneOptions, SchemaState, write_phone};
use latchkey_export::{
    Begin, ExportError, ExportProgress, ExportReport, ExportRequest, FormatName, Plan, Readers,
    export, plan,
};
use latchkey_keyring::{RecoveryKit, Timestamp};
use latchkey_restore::{DataFolder, History, RestoreRequest, Target, restore};
use serde_json::Value;

pub const ZONE: &str = "Europe/Madrid";

pub fn now() -> Timestamp {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

/// A history, and a folder for what is made of it.
pub struct Desk {
    root: tempfile::TempDir,
    kit: RecoveryKit,
}

impl Desk {
    /// Of a made-up phone of so many messages, with its media and address book.
    pub fn with(messages: u64) -> Self {
        let desk = Self {
            root: tempfile::tempdir().unwrap(),
            kit: RecoveryKit::generate(),
        };
        let options = PhoneOptions {
            messages,
            older_copy: false,
            schema: SchemaState::Modern,
            ..PhoneOptions::demo(now().as_millisecond())
        };
        let go_on = &mut |_| ControlFlow::Continue(());
        let phone = write_phone(&desk.path("phone"), &options, go_on).unwrap();
        let digits: String = phone.key_digits.split_whitespace().collect();
        let target = Target::New {
            dir: desk.dir(),
            recipients: vec![desk.kit.recipient()],
        };
        let key = BackupKey::from_digits(&digits).unwrap();
        let mut request = RestoreRequest::new(phone.backup, key, target, now());
        request.media = Some(phone.media);
        request.contacts = Some(phone.contacts);
        restore(request, &mut |_| ControlFlow::Continue(())).unwrap();
        desk
    }

    fn dir(&self) -> PathBuf {
        self.path("history")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub fn history(&self) -> History {
        let seen = DataFolder::at(&self.path("data")).unwrap().seen();
        History::open(&self.dir(), &self.kit.identity(), &seen, now()).unwrap()
    }

    pub fn plan(&self, request: ExportRequest) -> Plan {
        plan(self.history().index(), request).unwrap()
    }

    /// Exports into a new folder; everything goes on to the end.
    pub fn export(&self, name: &str, request: ExportRequest) -> ExportReport {
        let plan = self.plan(request);
        let begin = Begin::New(self.path(name));
        self.run(&plan, begin, |_| ControlFlow::Continue(()))
            .unwrap()
    }

    pub fn run(
        &self,
        plan: &Plan,
        begin: Begin,
        mut on_progress: impl FnMut(ExportProgress) -> ControlFlow<()>,
    ) -> Result<ExportReport, ExportError> {
        let beside = self.history();
        let readers = Readers {
            walk: Box::new(beside.another_reader().unwrap()),
            beside: Box::new(beside),
        };
        let at = now().as_millisecond();
        export(plan, readers, begin, None, at, &mut on_progress)
    }
}

/// Everything, in a format, in Madrid.
pub fn everything(format: FormatName) -> ExportRequest {
    ExportRequest::new(format, ZONE)
}

/// Every file of an export by its path, with its bytes.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in next.read_dir().unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned();
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// The values of a file of JSON Lines.
pub fn lines(bytes: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(bytes).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}
