//! The app's real window, driven through WebKitWebDriver.
//!
//! The driver starts the app itself, with `TAURI_WEBVIEW_AUTOMATION=true` (what makes the web view listen to it), in a home
//! of its own and, where there is Xvfb, on a display of its own. Everything started here ends with it.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::home::Home;
use crate::programs::{on_path, program};

/// How long a screen may take on a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(60);

/// Draws one pixel anew for two seconds. A page that is drawn without the graphics card and stands still has no next
/// drawing, and the driver's picture waits for one.
const KEEP_DRAWING: &str = r"
const pixel = document.createElement('i');
pixel.style.cssText = 'position: fixed; inset: 0 auto auto 0; inline-size: 1px; block-size: 1px';
document.documentElement.append(pixel);
let turns = 0;
const timer = setInterval(() => {
  pixel.style.background = turns % 2 ? 'rgb(0 0 0 / 1%)' : 'rgb(0 0 0 / 2%)';
  if ((turns += 1) > 40) { clearInterval(timer); pixel.remove(); }
}, 50);
";

/// A running app and its driver.
pub struct Window {
    client: Client,
    display_name: String,
    // dropped in this order: the driver (and with it the app), then the display
    _driver: Running,
    _display: Option<Running>,
}

/// A child process that ends with its owner.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Why no window can be opened here, if so.
#[must_use]
pub fn no_window() -> Option<&'static str> {
    if on_path("WebKitWebDriver").is_none() {
        return Some("there is no WebKitWebDriver (Debian: webkit2gtk-driver)");
    }
    if std::env::var_os("DISPLAY").is_none() && on_path("Xvfb").is_none() {
        return Some("there is no display and no Xvfb");
    }
    None
}

impl Window {
    /// Starts the app in a home, with these arguments.
    pub async fn open(home: &Home, arguments: &[&Path]) -> Window {
        let (display, name) = display();
        let port = free_port();
        let mut driver = Command::new(on_path("WebKitWebDriver").unwrap());
        home.furnish(&mut driver)
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("LANG", "C.UTF-8")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            // the web process may outlive its home by a moment and would complain
            .env("MESA_SHADER_CACHE_DISABLE", "true")
            .stdin(Stdio::null())
            .stdout(log())
            .stderr(log());
        driver.env("DISPLAY", &name);
        let driver = Running(driver.spawn().unwrap());
        let arguments: Vec<&str> = arguments
            .iter()
            .map(|path| path.to_str().unwrap())
            .collect();
        let options = json!({ "binary": program("latchkey-desktop"), "args": arguments });
        let client = connect(port, &options).await;
        Window {
            client,
            display_name: name,
            _driver: driver,
            _display: display,
        }
    }

    /// The element with this test id, once it is there and shown.
    pub async fn find(&self, id: &str) -> Element {
        self.wait(&format!("[data-testid=\"{id}\"]")).await
    }

    /// The first element that the selector finds, once it is there and shown.
    pub async fn wait(&self, selector: &str) -> Element {
        let start = Instant::now();
        loop {
            if let Ok(element) = self.client.find(Locator::Css(selector)).await
                && element.is_displayed().await.unwrap_or(false)
            {
                return element;
            }
            if start.elapsed() > PATIENCE {
                self.screenshot("not-found").await;
                panic!(
                    "{selector} did not come; the window shows:\n{}",
                    self.text().await
                );
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Whether the element is there now.
    pub async fn has(&self, id: &str) -> bool {
        self.client
            .find(Locator::Css(&format!("[data-testid=\"{id}\"]")))
            .await
            .is_ok()
    }

    /// Every element that the selector finds now.
    pub async fn all(&self, selector: &str) -> Vec<Element> {
        self.client.find_all(Locator::Css(selector)).await.unwrap()
    }

    /// Clicks the element with this test id, once it can be clicked.
    pub async fn click(&self, id: &str) {
        let start = Instant::now();
        loop {
            let element = self.find(id).await;
            if element.is_enabled().await.unwrap_or(false) && element.click().await.is_ok() {
                return;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "{id} cannot be clicked:\n{}",
                self.text().await
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Clicks an element that destroys the web view it stands in; goes on in the new one, if the driver sees it.
    ///
    /// Whether it does is the return value.
    pub async fn click_away(&self, id: &str) -> bool {
        let element = self.find(id).await;
        // the answer may be lost with the web view
        let _ = element.click().await;
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(15) {
            for handle in self.client.windows().await.unwrap_or_default() {
                if self.client.switch_to_window(handle).await.is_ok() && !self.has(id).await {
                    return true;
                }
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        false
    }

    /// Types into the element with this test id.
    pub async fn type_into(&self, id: &str, text: &str) {
        self.find(id).await.send_keys(text).await.unwrap();
    }

    /// Waits until an attribute of the element has one of these values; returns it.
    pub async fn attribute(&self, selector: &str, attribute: &str, wanted: &[&str]) -> String {
        let start = Instant::now();
        loop {
            let mut seen = None;
            if let Ok(element) = self.client.find(Locator::Css(selector)).await {
                seen = element.attr(attribute).await.unwrap_or(None);
                if let Some(value) = seen.as_deref().filter(|value| wanted.contains(value)) {
                    return value.to_owned();
                }
            }
            if start.elapsed() > PATIENCE {
                self.screenshot("not-so").await;
                panic!(
                    "{attribute} of {selector} is {seen:?}, not {wanted:?}:\n{}",
                    self.text().await
                );
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// All words on the screen.
    pub async fn text(&self) -> String {
        match self
            .client
            .execute("return document.body.innerText", Vec::new())
            .await
        {
            Ok(Value::String(text)) => text,
            other => format!("{other:?}"),
        }
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Keeps a picture of the window in `artefacts/`.
    pub async fn screenshot(&self, name: &str) {
        let folder = artefacts();
        std::fs::create_dir_all(&folder).unwrap();
        // what is drawn comes a moment after what is there
        tokio::time::sleep(Duration::from_millis(400)).await;
        let _ = self.client.execute(KEEP_DRAWING, Vec::new()).await;
        if let Ok(png) = self.client.screenshot().await {
            std::fs::write(folder.join(format!("{name}.png")), png).unwrap();
        }
    }

    /// Drops a file on the window, as a file manager does.
    pub fn drop_file(&self, file: &Path) {
        crate::drag::drop_file(&self.display_name, file);
    }

    /// Gives the window a size.
    pub async fn resize(&self, width: u32, height: u32) {
        // a display without a window manager may refuse; the page is then as large as it was
        let _ = self.client.set_window_size(width, height).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }

    /// Closes it.
    pub async fn close(self) {
        let _ = self.client.clone().close().await;
    }
}

/// Where pictures and logs of test runs go; git ignores it.
#[must_use]
pub fn artefacts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../artefacts")
}

/// What the driver and the app print, in `artefacts/`.
fn log() -> Stdio {
    std::fs::create_dir_all(artefacts()).unwrap();
    let path = artefacts().join("window.log");
    let file = std::fs::File::options()
        .create(true)
        .append(true)
        .open(path)
        .unwrap();
    file.into()
}

async fn connect(port: u16, options: &Value) -> Client {
    let capabilities = json!({ "webkitgtk:browserOptions": options });
    let Value::Object(capabilities) = capabilities else {
        unreachable!("written as an object above")
    };
    let start = Instant::now();
    loop {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities.clone());
        match builder.connect(&format!("http://127.0.0.1:{port}")).await {
            Ok(client) => return client,
            // refused while the driver starts
            Err(error) => assert!(
                start.elapsed() < PATIENCE,
                "the driver does not answer: {error}"
            ),
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// A display of its own, so that a drop cannot fall on another test's window; the person's where there is no Xvfb.
fn display() -> (Option<Running>, String) {
    let Some(xvfb) = on_path("Xvfb") else {
        return (None, std::env::var("DISPLAY").unwrap());
    };
    let mut server = Command::new(xvfb)
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x800x24",
            "-nolisten",
            "tcp",
        ])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut number = String::new();
    let mut out = BufReader::new(server.stdout.take().unwrap());
    out.read_line(&mut number).unwrap();
    (Some(Running(server)), format!(":{}", number.trim()))
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}
