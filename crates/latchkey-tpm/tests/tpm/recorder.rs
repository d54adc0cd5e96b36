//! A recorder on the bus: everything between the program and the TPM passes it and is kept.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// Command codes (TPM 2.0 Part 2, 6.5.2).
pub const CREATE_PRIMARY: u32 = 0x131;
pub const CREATE: u32 = 0x153;
pub const HMAC: u32 = 0x155;
pub const LOAD: u32 = 0x157;
pub const FLUSH_CONTEXT: u32 = 0x165;
pub const START_AUTH_SESSION: u32 = 0x176;
pub const GET_CAPABILITY: u32 = 0x17a;

#[derive(Default)]
struct Recording {
    sent: Vec<u8>,
    received: Vec<u8>,
}

pub struct Recorder {
    port: u16,
    recording: Arc<Mutex<Recording>>,
}

impl Recorder {
    /// In front of the TPM at `port`.
    pub fn before(port: u16) -> Self {
        let (commands, control) = listeners();
        let own = commands.local_addr().unwrap().port();
        let recording = Arc::new(Mutex::new(Recording::default()));
        pass(commands, port, Some(Arc::clone(&recording)));
        pass(control, port + 1, None);
        Self {
            port: own,
            recording,
        }
    }

    pub fn tcti(&self) -> String {
        format!("swtpm:host=127.0.0.1,port={}", self.port)
    }

    /// The codes of all commands so far.
    pub fn commands(&self) -> Vec<u32> {
        self.handles().into_iter().map(|(code, _)| code).collect()
    }

    /// The codes of all commands so far, each with what stands first in its body: for many a handle.
    pub fn handles(&self) -> Vec<(u32, u32)> {
        let recording = self.recording.lock().unwrap();
        let mut rest = recording.sent.as_slice();
        let mut commands = Vec::new();
        while rest.len() >= 12 {
            let word = |at: usize| match rest.get(at..at + 4) {
                Some(bytes) => u32::from_be_bytes(bytes.try_into().unwrap()),
                None => 0,
            };
            commands.push((word(6), word(10)));
            rest = &rest[word(2) as usize..];
        }
        commands
    }

    /// Whether these bytes, or their first half, went over the bus in either direction.
    pub fn saw(&self, bytes: &[u8]) -> bool {
        let recording = self.recording.lock().unwrap();
        let half = &bytes[..bytes.len() / 2];
        let in_it = |stream: &[u8]| stream.windows(half.len()).any(|window| window == half);
        in_it(&recording.sent) || in_it(&recording.received)
    }
}

/// Two ports, the second after the first.
pub fn listeners() -> (TcpListener, TcpListener) {
    loop {
        let first = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = first.local_addr().unwrap().port();
        if let Some(Ok(second)) = port
            .checked_add(1)
            .map(|next| TcpListener::bind(("127.0.0.1", next)))
        {
            return (first, second);
        }
    }
}

fn pass(listener: TcpListener, port: u16, recording: Option<Arc<Mutex<Recording>>>) {
    thread::spawn(move || {
        for client in listener.incoming().map_while(Result::ok) {
            let Ok(tpm) = TcpStream::connect(("127.0.0.1", port)) else {
                return;
            };
            let ways = [(&client, &tpm, true), (&tpm, &client, false)];
            for (from, to, sent) in ways {
                let (from, to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
                let recording = recording.clone();
                thread::spawn(move || copy(from, to, sent, recording));
            }
        }
    });
}

fn copy(
    mut from: TcpStream,
    mut to: TcpStream,
    sent: bool,
    recording: Option<Arc<Mutex<Recording>>>,
) {
    let mut chunk = [0; 4096];
    while let Ok(read @ 1..) = from.read(&mut chunk) {
        if let Some(recording) = &recording {
            let mut recording = recording.lock().unwrap();
            let stream = if sent {
                &mut recording.sent
            } else {
                &mut recording.received
            };
            stream.extend(&chunk[..read]);
        }
        if to.write_all(&chunk[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}
