//! kill -9 while a history is moved to another disk, or copied: whatever the moment, one whole history is listed.

use std::ops::ControlFlow;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use latchkey_restore::{DataFolder, History, Seen, copy_history};

use crate::fixture::{Desk, names, now};
use crate::removing::{holds_the_chats, on};

const CHILD: &str = "moving::the_one_that_is_killed";

/// The calls that change names, or put on the disk what names stand for.
const CALLS: [&str; 11] = [
    "rename",
    "renameat",
    "renameat2",
    "mkdir",
    "mkdirat",
    "unlink",
    "unlinkat",
    "rmdir",
    "link",
    "fsync",
    "fdatasync",
];

/// Not a test of its own: moves or copies what it is told, until it is killed.
#[test]
#[ignore = "run by the tests that kill it"]
fn the_one_that_is_killed() {
    let told = |name: &str| PathBuf::from(std::env::var(name).unwrap());
    let folder = DataFolder::at(&told("KILLED_FOLDER")).unwrap();
    let to = told("KILLED_TO");
    let last = std::env::var("KILLED_AT").map_or(u64::MAX, |step| step.parse().unwrap());
    let mut step = 0;
    let mut die = |_, _| {
        step += 1;
        if step == last {
            // Nothing of ours runs any more after this: no cleaning up, as when the power fails.
            let _ = Command::new("kill")
                .args(["-9", &std::process::id().to_string()])
                .status();
            std::thread::sleep(std::time::Duration::from_secs(60));
        }
        ControlFlow::Continue(())
    };
    match told("KILLED_WORK").to_str() {
        Some("move") => drop(folder.move_history("h1", &to, now(), &mut die).unwrap()),
        _ => drop(folder.save_copy("h1", &to, now(), &mut die).unwrap()),
    }
}

struct Scene {
    desk: Desk,
    /// On another disk than the desk, where there is one.
    disk: tempfile::TempDir,
}

impl Scene {
    #[allow(clippy::print_stderr, reason = "a test that is skipped says so")]
    fn new() -> Option<Self> {
        let desk = Desk::new();
        let shm = Path::new("/dev/shm");
        let here = desk.root.path().metadata().unwrap().dev();
        if !shm.metadata().is_ok_and(|found| found.dev() != here) {
            eprintln!("skipped: there is no second disk");
            return None;
        }
        let disk = tempfile::tempdir_in(shm).unwrap();
        desk.first();
        Some(Self { desk, disk })
    }

    /// A data folder with the one history, and an empty disk.
    fn begin(&self) -> DataFolder {
        let root = self.desk.path("killed");
        let _ = std::fs::remove_dir_all(&root);
        for name in names(self.disk.path()) {
            std::fs::remove_dir_all(self.disk.path().join(name)).unwrap();
        }
        let folder = DataFolder::at(&root).unwrap();
        copy_history(&self.desk.dir(), &root.join("histories/h1"), &mut on).unwrap();
        folder
    }

    fn child(&self, work: &str, mut command: Command) -> Command {
        command
            .arg(CHILD)
            .args(["--exact", "--ignored", "--nocapture"])
            .env("KILLED_WORK", work)
            .env("KILLED_FOLDER", self.desk.path("killed"))
            .env("KILLED_TO", self.disk.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    /// Kills it at a step of copying; true once it came to its end before.
    fn kill_at_step(&self, work: &str, step: u64) -> bool {
        let command = Command::new(std::env::current_exe().unwrap());
        let mut command = self.child(work, command);
        let status = command.env("KILLED_AT", step.to_string()).status().unwrap();
        status.success()
    }

    /// Kills it before the call of this name that has this number: strace counts each name for itself.
    fn kill_at_call(&self, work: &str, name: &str, number: u64) -> ExitStatus {
        let mut command = Command::new("strace");
        command
            .args(["-f", "-qq", "-o", "/dev/null", "-e"])
            // The question mark: not every computer has every call.
            .arg(format!("trace=?{name}"))
            .arg("-e")
            .arg(format!("inject=?{name}:signal=KILL:when={number}"))
            .arg(std::env::current_exe().unwrap());
        self.child(work, command).status().unwrap()
    }

    /// Exactly one history is listed, there, and it opens.
    fn one_is_whole(&self, folder: &DataFolder) -> PathBuf {
        let all = folder.list().unwrap();
        assert_eq!(all.len(), 1, "{all:?}");
        assert!(!all[0].missing && all[0].id == "h1", "{all:?}");
        all[0].dir.clone()
    }

    fn opens(&self, dir: &Path) {
        let seen = Seen::at(&self.desk.path("checking.json"));
        let history = History::open(dir, &self.desk.kit.identity(), &seen, now()).unwrap();
        holds_the_chats(&history);
    }

    /// After a move that was killed, and again after the next start has tidied; whether it had got there.
    fn check_move(&self) -> bool {
        let folder = DataFolder::at(&self.desk.path("killed")).unwrap();
        self.one_is_whole(&folder);
        folder.finish_moves();
        let dir = self.one_is_whole(&folder);
        self.opens(&dir);
        let (here, there) = (
            names(&folder.path().join("histories")),
            names(self.disk.path()),
        );
        let moved = dir.starts_with(self.disk.path());
        assert_eq!(
            (here.len(), there.len()),
            if moved { (0, 1) } else { (1, 0) },
            "{here:?} {there:?}"
        );
        assert_eq!(folder.finish_moves(), 0, "everything is settled");
        moved
    }

    /// After a copy that was killed: the history is as it was, and what has a name is whole.
    fn check_copy(&self) {
        let folder = DataFolder::at(&self.desk.path("killed")).unwrap();
        self.opens(&self.one_is_whole(&folder));
        for name in names(self.disk.path()) {
            if !name.contains(".unfinished-") {
                self.opens(&self.disk.path().join(name));
            }
        }
        // The next one takes away what is left.
        let next = folder.save_copy("h1", self.disk.path(), now(), &mut on);
        self.opens(&next.unwrap());
        let left = names(self.disk.path());
        assert!(
            !left.iter().any(|name| name.contains(".unfinished-")),
            "{left:?}"
        );
    }
}

#[test]
fn killed_at_any_step_of_copying_a_move_leaves_one_whole_history() {
    let Some(scene) = Scene::new() else { return };
    let mut step = 0;
    loop {
        step += 1;
        scene.begin();
        let ended = scene.kill_at_step("move", step);
        assert_eq!(scene.check_move(), ended, "step {step}");
        if ended {
            break;
        }
    }
    assert!(step > 4, "only {step} steps");
}

#[test]
fn killed_at_any_step_a_copy_leaves_the_history_and_no_half_one() {
    let Some(scene) = Scene::new() else { return };
    let mut step = 0;
    loop {
        step += 1;
        scene.begin();
        let ended = scene.kill_at_step("copy", step);
        scene.check_copy();
        if ended {
            break;
        }
    }
    assert!(step > 4, "only {step} steps");
}

#[test]
#[allow(clippy::print_stderr, reason = "a test that is skipped says so")]
fn killed_before_every_single_call_a_move_leaves_one_whole_history() {
    if Command::new("strace").arg("-V").output().is_err() {
        eprintln!("skipped: there is no strace to kill at exact calls with");
        return;
    }
    let Some(scene) = Scene::new() else { return };
    let (mut kills, mut got_there) = (0, 0);
    for name in CALLS {
        let mut before = false;
        for number in 1..200 {
            scene.begin();
            let status = scene.kill_at_call("move", name, number);
            if kills == 0 && status.code().is_some_and(|code| code != 0 && code != 137) {
                eprintln!("skipped: strace may not trace here");
                return;
            }
            let moved = scene.check_move();
            assert!(moved || !before, "once it has got there it stays there");
            before = moved;
            if status.success() {
                break;
            }
            kills += 1;
            got_there += u32::from(moved);
        }
        assert!(before, "{name}: it never comes to its end");
    }
    eprintln!("killed before each of {kills} calls, {got_there} of them in its new place");
    assert!(kills > 20 && (5..kills).contains(&got_there));
}
