//! kill -9 while a slot is removed: whatever the moment, the keyring on disk opens both databases.

use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use latchkey_keyring::{LockedKeyring, RecoveryKit, SlotIdentity};
use latchkey_restore::{ErrorCode, HasCode, History, Seen, copy_history, remove_slot};

use crate::fixture::{Desk, names, now};
use crate::removing::{holds_the_chats, on, slot_of, with_two_kits};

/// Kills at random over the whole, and in the short time between the last written page and the end.
const KILLS: (u32, u32) = (15, 30);

const CHILD: &str = "killing::the_one_that_is_killed";

/// Not a test of its own: removes a slot in the folder it is told, until it is killed.
#[test]
#[ignore = "run by the test that kills it"]
fn the_one_that_is_killed() {
    let told = |name: &str| std::env::var(name).unwrap();
    let identity = std::fs::read_to_string(told("KILLED_KIT")).unwrap();
    let identity = SlotIdentity::parse(&identity).unwrap();
    let dir = told("KILLED_DIR");
    let seen = Seen::at(&Path::new(&dir).with_extension("seen.json"));
    let mut history = History::open(Path::new(&dir), &identity, &seen, now()).unwrap();
    seen.trust(history.keyring(), 0).unwrap();
    // Straight to the descriptor: what the test harness captures would come too late.
    let say = |word: &str| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "\n{word}").unwrap();
        out.flush().unwrap();
    };
    say("opened");
    let slot = history.keyring().slots().nth(1).map(|slot| slot.id.clone());
    let Some(slot) = slot else { return };
    let mut written = |done: u64, total: u64| {
        if done == total {
            say("written");
        }
        ControlFlow::Continue(())
    };
    remove_slot(&mut history, &slot, &seen, now(), &mut written).unwrap();
}

struct Scene {
    desk: Desk,
    removed: RecoveryKit,
    kit: std::path::PathBuf,
}

impl Scene {
    fn new() -> Self {
        let (desk, removed) = with_two_kits();
        // The kit that stays is the first slot's.
        assert_eq!(
            desk.history().keyring().slots().next().unwrap().id,
            slot_of(desk.history().keyring(), &desk.kit)
        );
        let kit = desk.path("kit.txt");
        std::fs::write(&kit, desk.kit.identity_file(now()).as_bytes()).unwrap();
        Self { desk, removed, kit }
    }

    /// A fresh history with both slots.
    fn begin(&self) -> std::path::PathBuf {
        let dir = self.desk.path("killed");
        let _ = std::fs::remove_dir_all(&dir);
        let _ = std::fs::remove_file(dir.with_extension("seen.json"));
        copy_history(&self.desk.dir(), &dir, &mut on).unwrap();
        dir
    }

    fn spawn(&self, dir: &Path) -> Child {
        Command::new(std::env::current_exe().unwrap())
            .args([CHILD, "--exact", "--ignored", "--nocapture"])
            .env("KILLED_DIR", dir)
            .env("KILLED_KIT", &self.kit)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    /// Everything opens with the slot that is left; says how far the keyring had come.
    fn check(&self, dir: &Path) -> (u64, bool) {
        let seen = Seen::at(&self.desk.path("checking.json"));
        let _ = std::fs::remove_file(self.desk.path("checking.json"));
        let found = LockedKeyring::read(&dir.join("keyring.latchkey")).unwrap();
        let (generation, slots) = (found.generation(), found.slots().len());
        let left_over = names(dir).iter().any(|name| name.ends_with(".rekeyed"));
        let history = History::open(dir, &self.desk.kit.identity(), &seen, now()).unwrap();
        holds_the_chats(&history);
        assert!(!history.rekey_is_pending());
        drop(history);
        let whole = ["history.lock", "keyring.latchkey", "search.db", "tables.db"];
        assert_eq!(names(dir), whole, "generation {generation}");
        // The removed one opens it exactly as long as nothing had happened.
        let other = History::open(dir, &self.removed.identity(), &seen, now());
        match slots {
            2 => holds_the_chats(&other.unwrap()),
            _ => assert_eq!(other.unwrap_err().code(), ErrorCode::NoMatchingSlot),
        }
        (generation, left_over)
    }
}

/// Waits for a word of the child's; false when it ended without it.
fn wait_for(lines: &mut impl Iterator<Item = String>, word: &str) -> bool {
    lines.any(|line| line == word)
}

fn lines(child: &mut Child) -> impl Iterator<Item = String> + use<> {
    BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map_while(Result::ok)
}

fn random_part(of: Duration) -> Duration {
    let mut bytes = [0; 2];
    getrandom::fill(&mut bytes).unwrap();
    of.mul_f64(f64::from(u16::from_le_bytes(bytes)) / f64::from(u16::MAX))
}

/// Sleeping is too coarse for the last moments.
fn pause(time: Duration) {
    let start = Instant::now();
    while start.elapsed() < time {
        std::hint::spin_loop();
    }
}

fn kill(mut child: Child) -> bool {
    child.kill().unwrap();
    child.wait().unwrap().code().is_none()
}

#[test]
fn killed_at_any_moment_the_keyring_on_disk_opens_both_databases() {
    let scene = Scene::new();
    // How long it takes when nobody kills it.
    let (mut whole, mut tail) = (Duration::ZERO, Duration::ZERO);
    for _ in 0..3 {
        let dir = scene.begin();
        let mut child = scene.spawn(&dir);
        let mut said = lines(&mut child);
        assert!(wait_for(&mut said, "opened"));
        let start = Instant::now();
        assert!(wait_for(&mut said, "written"));
        let written = Instant::now();
        assert!(child.wait().unwrap().success());
        (whole, tail) = (whole.max(start.elapsed()), tail.max(written.elapsed()));
        assert_eq!(scene.check(&dir), (3, false));
    }
    let mut generations = std::collections::BTreeMap::<(u64, bool), u32>::new();
    let (mut killed, mut rounds) = (0, 0);
    for (word, mut time, wanted) in [("opened", whole, KILLS.0), ("written", tail, KILLS.1)] {
        let mut hits = 0;
        while hits < wanted {
            rounds += 1;
            assert!(rounds < 1000, "only {killed} were still running");
            let dir = scene.begin();
            let mut child = scene.spawn(&dir);
            let mut said = lines(&mut child);
            assert!(wait_for(&mut said, word));
            pause(random_part(time));
            match kill(child) {
                true => hits += 1,
                // It was faster than when it was measured.
                false => time = time.mul_f64(0.8),
            }
            // Every third time the one that finishes it at its opening is killed as well.
            if rounds % 3 == 0 {
                let child = scene.spawn(&dir);
                pause(random_part(whole * 2));
                killed += u32::from(kill(child));
            }
            *generations.entry(scene.check(&dir)).or_default() += 1;
        }
        killed += hits;
    }
    eprintln!(
        "{killed} kills; (generation, leftovers) afterwards: {generations:?}; {whole:?} {tail:?}"
    );
    assert!(killed >= 40);
    assert!(generations.keys().any(|(generation, _)| *generation == 1));
}

/// The calls that change names, or put on the disk what names stand for.
const CALLS: &str =
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat,fsync,fdatasync,ftruncate";

#[test]
fn killed_before_every_single_call_that_changes_the_folder() {
    if Command::new("strace").arg("-V").output().is_err() {
        eprintln!("skipped: there is no strace to kill at exact calls with");
        return;
    }
    let scene = Scene::new();
    let (mut seen, mut call) = (std::collections::BTreeSet::new(), 0);
    loop {
        call += 1;
        let dir = scene.begin();
        let status = Command::new("strace")
            .args(["-f", "-qq", "-o", "/dev/null", "-e"])
            .arg(format!("trace={CALLS}"))
            .arg("-e")
            .arg(format!("inject={CALLS}:signal=KILL:when={call}"))
            .arg(std::env::current_exe().unwrap())
            .args([CHILD, "--exact", "--ignored", "--nocapture"])
            .env("KILLED_DIR", &dir)
            .env("KILLED_KIT", &scene.kit)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        if call == 1 && status.code().is_some_and(|code| code != 137) {
            eprintln!("skipped: strace may not trace here");
            return;
        }
        let state = scene.check(&dir);
        if status.success() {
            assert_eq!(state, (3, false));
            break;
        }
        seen.insert(state);
        assert!(call < 1000, "it never comes to its end");
    }
    eprintln!("killed before each of {} calls: {seen:?}", call - 1);
    // Before anything, with the databases waiting, with some put in place, and with the last save left.
    for state in [(1, false), (1, true), (2, true), (2, false), (3, false)] {
        assert!(seen.contains(&state), "{state:?} was not met");
    }
}
