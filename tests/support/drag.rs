//! Drops a file on the app's window the way a file manager does: the source's half of XDND version 5.
//!
//! No pointer moves: the messages carry their own coordinates. The window is found by its `XdndAware` mark.

use std::path::Path;
use std::time::{Duration, Instant};

use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, MapState,
    PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window,
    WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

const PATIENCE: Duration = Duration::from_secs(20);

/// One drag from a window of ours to the app's.
struct Drag {
    x11: RustConnection,
    source: Window,
    target: Window,
    /// Middle of the target, in the root's coordinates.
    middle: (i16, i16),
    list: String,
}

/// Drops `file` on the largest window of the display that takes drops.
///
/// # Panics
/// When there is none, or when it does not accept the drop.
pub fn drop_file(display: &str, file: &Path) {
    let drag = Drag::begin(display, file);
    let uri_list = drag.atom("text/uri-list");
    drag.own_selection();
    drag.send("XdndEnter", [5 << 24, uri_list, 0, 0]);
    let (x, y) = drag.middle;
    let place = u32::from(x.unsigned_abs()) << 16 | u32::from(y.unsigned_abs());
    let copy = drag.atom("XdndActionCopy");
    let start = Instant::now();
    // a target looks at what is offered before it says yes, so it is asked more than once
    loop {
        drag.send("XdndPosition", [0, place, CURRENT_TIME, copy]);
        let status = drag.answer("XdndStatus", Duration::from_secs(2));
        if status.is_some_and(|words| words[1] & 1 == 1) {
            break;
        }
        assert!(
            start.elapsed() < PATIENCE,
            "the window does not accept the drop"
        );
    }
    // and once more, now that it knows the file
    drag.send("XdndPosition", [0, place, CURRENT_TIME, copy]);
    let _ = drag.answer("XdndStatus", Duration::from_secs(2));
    drag.send("XdndDrop", [0, CURRENT_TIME, 0, 0]);
    let _ = drag.answer("XdndFinished", PATIENCE);
}

impl Drag {
    fn begin(display: &str, file: &Path) -> Self {
        let (x11, screen) = x11rb::connect(Some(display)).unwrap();
        let root = x11.setup().roots[screen].root;
        let source = x11.generate_id().unwrap();
        let looks = CreateWindowAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        let (depth, visual) = (x11rb::COPY_DEPTH_FROM_PARENT, x11rb::COPY_FROM_PARENT);
        x11.create_window(
            depth,
            source,
            root,
            0,
            0,
            1,
            1,
            0,
            WindowClass::INPUT_OUTPUT,
            visual,
            &looks,
        )
        .unwrap();
        let aware = x11
            .intern_atom(false, b"XdndAware")
            .unwrap()
            .reply()
            .unwrap()
            .atom;
        let target = largest_aware(&x11, root, aware).expect("a window that takes drops");
        let size = x11.get_geometry(target).unwrap().reply().unwrap();
        let corner = x11
            .translate_coordinates(target, root, 0, 0)
            .unwrap()
            .reply()
            .unwrap();
        let half = |length: u16| i16::try_from(length / 2).unwrap();
        Drag {
            middle: (
                corner.dst_x + half(size.width),
                corner.dst_y + half(size.height),
            ),
            list: format!("file://{}\r\n", file.to_str().unwrap()),
            x11,
            source,
            target,
        }
    }

    fn atom(&self, name: &str) -> Atom {
        self.x11
            .intern_atom(false, name.as_bytes())
            .unwrap()
            .reply()
            .unwrap()
            .atom
    }

    fn own_selection(&self) {
        let selection = self.atom("XdndSelection");
        self.x11
            .set_selection_owner(self.source, selection, CURRENT_TIME)
            .unwrap();
    }

    /// Sends a message of the protocol; its first word is always the source.
    fn send(&self, name: &str, words: [u32; 4]) {
        let [one, two, three, four] = words;
        let message = ClientMessageEvent::new(
            32,
            self.target,
            self.atom(name),
            [self.source, one, two, three, four],
        );
        self.x11
            .send_event(false, self.target, EventMask::NO_EVENT, message)
            .unwrap();
        self.x11.flush().unwrap();
    }

    /// Waits for a message of the protocol, handing out the file's name whenever it is asked for.
    fn answer(&self, name: &str, patience: Duration) -> Option<[u32; 5]> {
        let wanted = self.atom(name);
        let start = Instant::now();
        while start.elapsed() < patience {
            match self.x11.poll_for_event().unwrap() {
                Some(Event::ClientMessage(message)) if message.type_ == wanted => {
                    return Some(message.data.as_data32());
                }
                Some(Event::SelectionRequest(request)) => self.hand_out(&request),
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(10)),
            }
        }
        None
    }

    fn hand_out(&self, request: &SelectionRequestEvent) {
        let targets = self.atom("TARGETS");
        let uri_list = self.atom("text/uri-list");
        let (window, property) = (request.requestor, request.property);
        if request.target == targets {
            let offered = [targets, uri_list];
            self.x11
                .change_property32(
                    PropMode::REPLACE,
                    window,
                    property,
                    AtomEnum::ATOM,
                    &offered,
                )
                .unwrap();
        } else {
            let list = self.list.as_bytes();
            self.x11
                .change_property8(PropMode::REPLACE, window, property, request.target, list)
                .unwrap();
        }
        let done = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: window,
            selection: request.selection,
            target: request.target,
            property,
        };
        self.x11
            .send_event(false, window, EventMask::NO_EVENT, done)
            .unwrap();
        self.x11.flush().unwrap();
    }
}

/// The largest shown window below `window` that is marked as taking drops.
fn largest_aware(x11: &RustConnection, window: Window, aware: Atom) -> Option<Window> {
    let mut best = None;
    let mut waiting = vec![window];
    while let Some(window) = waiting.pop() {
        let Ok(tree) = x11.query_tree(window).unwrap().reply() else {
            continue;
        };
        waiting.extend(tree.children);
        let mark = x11
            .get_property(false, window, aware, AtomEnum::ANY, 0, 1)
            .unwrap()
            .reply();
        let shown = x11.get_window_attributes(window).unwrap().reply();
        let size = x11.get_geometry(window).unwrap().reply();
        let (Ok(mark), Ok(shown), Ok(size)) = (mark, shown, size) else {
            continue;
        };
        let area = u32::from(size.width) * u32::from(size.height);
        if mark.value_len > 0
            && shown.map_state == MapState::VIEWABLE
            && best.is_none_or(|(most, _)| area > most)
        {
            best = Some((area, window));
        }
    }
    best.map(|(_, window)| window)
}
