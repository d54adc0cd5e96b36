//! The browser in the real window: from the start to the chats, the largest chat, a date, a search, the gallery and a voice
//! message. Every time is printed and none is asserted; that no row is dropped, that sound advances and what memory stays
//! below is.

use std::time::{Duration, Instant};

use latchkey_demo::{PhoneOptions, SchemaState};
use latchkey_tests::cli::run;
use latchkey_tests::home::Home;
use latchkey_tests::memory::processes_of;
use latchkey_tests::phones::{phone, plain};
use latchkey_tests::window::{Window, no_window};
use latchkey_tests::{arguments, skipped};
use serde_json::Value;

/// Folder of the restored history, in the home's data.
const HISTORY: &str = "data/latchkey/histories/00112233aabbccdd";

/// What the web view's process may keep, in MiB, however much was read: its own memory with the libraries and fonts it maps.
const MEMORY: u64 = 400;

/// Scrolls from the first message to the last, a screenful at a time, and notes which messages were drawn.
const SCROLL_THROUGH: &str = r#"
window.seen = { done: false };
(async () => {
  const list = document.querySelector('[role="feed"]');
  const drawn = new Set();
  const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
  let slowest = 0, steps = 0, torn = 0, began = 0;
  // around what the list does when it was scrolled; the last of its listeners comes last
  list.addEventListener('scroll', () => { began = performance.now(); }, { capture: true });
  list.addEventListener('scroll', () => {
    document.body.offsetHeight;
    slowest = Math.max(slowest, performance.now() - began);
  });
  list.focus();
  list.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
  for (let still = 0, before = -1; still < 40; steps += 1) {
    await frame();
    const places = [...list.querySelectorAll('[data-position]')].map((row) => Number(row.dataset.position));
    if (places.some((place, n) => n > 0 && place !== places[n - 1] + 1)) torn += 1;
    const waiting = list.querySelector('.ghost') !== null;
    for (const row of list.querySelectorAll('[data-position]')) if (!row.querySelector('.ghost')) drawn.add(Number(row.dataset.position));
    if (waiting) continue;
    list.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
    const last = places[places.length - 1];
    still = last === before ? still + 1 : 0;
    before = last;
  }
  window.seen = { done: true, drawn: drawn.size, slowest, steps, torn };
})();
"#;

/// A window on a restored phone, and what was measured.
struct Browsing {
    home: Home,
    window: Window,
    kit: String,
    messages: u64,
}

impl Browsing {
    /// Restores a phone with the command and opens the window on it.
    async fn on(options: &PhoneOptions) -> Self {
        let home = Home::new();
        let phone = phone(&home.path("work/phone"), options);
        std::fs::create_dir_all(home.path(HISTORY).parent().unwrap()).unwrap();
        let restored = run(
            &home,
            &arguments![
                "restore",
                &phone.backup,
                "--key-file",
                &phone.key_file,
                "--index",
                home.path(HISTORY),
                "--media",
                &phone.media,
                "--kit",
                home.path("kit.txt"),
                "--json",
            ],
        );
        assert_eq!(restored.code, Some(0), "{}", restored.stderr);
        let kit = std::fs::read_to_string(home.path("kit.txt")).unwrap();
        let kit = kit.lines().last().unwrap().to_owned();
        let window = Window::open(&home, &[]).await;
        let messages = phone.expectations.messages;
        Self {
            home,
            window,
            kit,
            messages,
        }
    }

    async fn until(&self, selector: &str, what: &str, since: Instant) {
        self.window.wait(selector).await;
        println!(
            "measured, {} messages: {what}: {} ms",
            self.messages,
            since.elapsed().as_millis()
        );
    }

    /// From the kit to the list.
    async fn open(&self) {
        let window = &self.window;
        window.click("start-open").await;
        window.find("history-card").await;
        window.type_into("kit-input", &self.kit).await;
        let began = Instant::now();
        window.click("kit-open").await;
        let list = "[data-testid=\"chat-row\"]";
        self.until(list, "from the key to the list of chats", began)
            .await;
        self.print_web_memory("the list of chats");
    }

    /// The chat with most messages, which is on top when the list is sorted by them.
    async fn open_largest(&self) -> u64 {
        let window = &self.window;
        window.click("sort").await;
        let most = window.all("[role=\"menuitemradio\"]").await;
        most.last().unwrap().click().await.unwrap();
        let began = Instant::now();
        window.click("chat-row").await;
        let row = "[data-testid=\"message\"]";
        self.until(row, "opening the largest chat", began).await;
        let rows = self.rows().await;
        assert!(rows > 0);
        rows
    }

    async fn number(&self, script: &str) -> u64 {
        match self
            .window
            .script(&format!("return Number({script})"))
            .await
        {
            Value::Number(number) => number.as_f64().map_or(0, |number| number as u64),
            other => panic!("{script} is {other}"),
        }
    }

    /// Every message of the open chat comes by, in order and without a gap.
    async fn scroll_through(&self, rows: u64) {
        let began = Instant::now();
        self.window.script(SCROLL_THROUGH).await;
        let mut most = 0;
        while self.window.script("return window.seen.done").await != Value::Bool(true) {
            assert!(began.elapsed() < Duration::from_secs(3_600));
            most = most.max(self.web_memory("VmRSS:"));
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        let drawn = self.number("window.seen.drawn").await;
        let torn = self.number("window.seen.torn").await;
        assert_eq!((drawn, torn), (rows, 0), "messages drawn, and gaps");
        println!(
            "measured, {} messages: scrolling through {rows} messages: {} s, {} steps, slowest script and layout {} ms",
            self.messages,
            began.elapsed().as_secs(),
            self.number("window.seen.steps").await,
            self.number("Math.ceil(window.seen.slowest)").await,
        );
        println!(
            "measured, {} messages: memory of the web view while scrolling: at most {most} MiB",
            self.messages,
        );
        let memory = self.print_web_memory("scrolling through the largest chat");
        assert!(memory < MEMORY, "{memory} MiB");
    }

    /// Memory of the process that draws the page, in MiB, by a name of its `/proc/PID/status`.
    fn web_memory(&self, what: &str) -> u64 {
        let processes = processes_of(&self.home);
        let web = processes
            .iter()
            .find(|process| process.program == "WebKitWebProcess");
        let status = format!("/proc/{}/status", web.expect("a web process").pid);
        let status = std::fs::read_to_string(status).unwrap();
        let line = status.lines().find(|line| line.starts_with(what));
        let kib = line.and_then(|line| line.split_whitespace().nth(1));
        kib.unwrap().parse::<u64>().unwrap() / 1024
    }

    /// Its resident memory, in MiB; printed with what is its own and what it shares with others.
    fn print_web_memory(&self, after: &str) -> u64 {
        let resident = self.web_memory("VmRSS:");
        println!(
            "measured, {} messages: memory of the web view after {after}: {resident} MiB, of that {} its own, {} of files, {} shared",
            self.messages,
            self.web_memory("RssAnon:"),
            self.web_memory("RssFile:"),
            self.web_memory("RssShmem:"),
        );
        resident
    }

    /// By the calendar to a day in the middle, which stands in sight then.
    async fn go_to_a_date(&self) {
        let window = &self.window;
        window.click("calendar-open").await;
        window.find("calendar-grid").await;
        let years = "[data-testid=\"calendar-year\"]";
        let middle = format!(
            "const years = document.querySelector('{years}'); years.value = years.options[years.options.length >> 1].value; \
             years.dispatchEvent(new Event('change', {{ bubbles: true }})); return years.value"
        );
        window.script(&middle).await;
        let busy = "[data-testid=\"calendar-day\"]:not([data-busy=\"0\"])";
        let day = window.wait(busy).await;
        let first = "document.querySelector('[data-testid=\"message\"]').dataset.position";
        let rows = self.rows().await;
        let began = Instant::now();
        day.click().await.unwrap();
        // The last messages stay until those of the day are there.
        let mut at = rows;
        while at >= rows - rows / 20 {
            assert!(
                began.elapsed() < Duration::from_secs(60),
                "still at {at} of {rows}"
            );
            at = self.number(first).await;
        }
        self.until("[data-testid=\"message\"]", "to a day in the middle", began)
            .await;
        assert!(at > rows / 20, "{at} of {rows}");
    }

    async fn search(&self, needle: &str) {
        let began = Instant::now();
        self.window.type_into("search-input", needle).await;
        self.until("[data-testid=\"search-hit\"]", "a search, typed", began)
            .await;
        self.window.type_into("search-input", "\u{E00C}").await;
    }

    /// The pictures of everything, then a voice message in its chat, which is heard.
    async fn look_and_listen(&self) {
        let window = &self.window;
        let began = Instant::now();
        window.click("place-gallery").await;
        self.until("[data-testid=\"thumbnail\"]", "opening the gallery", began)
            .await;
        let drawn = "return [...document.querySelectorAll('[data-testid=\"thumbnail\"]')].some((one) => one.naturalWidth > 0)";
        while window.script(drawn).await != Value::Bool(true) {
            assert!(began.elapsed() < Duration::from_secs(30), "no picture");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        window.screenshot("browsing-gallery").await;
        window.click("tab-voice").await;
        let there = "[data-testid=\"row\"]:not(:has(.missing))";
        window.wait(there).await.click().await.unwrap();
        let message = "[data-testid=\"message\"]:has([data-testid=\"jump-highlight\"]) [data-testid=\"play\"]";
        let play = window.wait(message).await;
        let began = Instant::now();
        play.click().await.unwrap();
        let advances = "[...document.querySelectorAll('[data-testid=\"scrubber\"]')].some((one) => Number(one.getAttribute('aria-valuenow') ?? one.value) > 0)";
        while self.window.script(&format!("return {advances}")).await != Value::Bool(true) {
            assert!(
                began.elapsed() < Duration::from_secs(30),
                "no sound:\n{}",
                window.text().await
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        println!(
            "measured, {} messages: until a voice message is heard: {} ms",
            self.messages,
            began.elapsed().as_millis()
        );
        window.screenshot("browsing-voice").await;
    }

    async fn rows(&self) -> u64 {
        self.number("document.querySelector('[role=\"article\"]').ariaSetSize")
            .await
    }
}

macro_rules! needs_a_window {
    ($test:literal) => {
        if let Some(reason) = no_window() {
            return skipped($test, reason);
        }
    };
}

async fn browse(options: &PhoneOptions) {
    let browsing = Browsing::on(options).await;
    browsing.open().await;
    let rows = browsing.open_largest().await;
    browsing.go_to_a_date().await;
    browsing.search("the").await;
    browsing.print_web_memory("a date and a search");
    browsing.scroll_through(rows).await;
    browsing.look_and_listen().await;
    browsing.print_web_memory("gallery and voice");
    browsing.window.close().await;
}

#[tokio::test]
async fn the_demo_is_browsed_without_a_dropped_row_and_heard() {
    needs_a_window!("browsing");
    browse(&PhoneOptions {
        media: true,
        ..plain(20_000, SchemaState::Modern)
    })
    .await;
}

#[tokio::test]
#[ignore = "a million messages take half an hour: make bench-window"]
async fn a_million_messages_are_browsed_without_a_dropped_row() {
    needs_a_window!("browsing a million");
    browse(&PhoneOptions {
        media: true,
        largest_chat: std::num::NonZeroU64::new(200_000),
        ..plain(1_000_000, SchemaState::Modern)
    })
    .await;
}
