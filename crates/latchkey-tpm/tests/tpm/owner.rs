//! What the owner of a computer does to its TPM, and Latchkey never: settings, passwords, clearing.
//!
//! Single commands (TPM 2.0 Part 3), authorised with the empty password.

use std::io::{Read, Write};
use std::net::TcpStream;

/// Command codes (TPM 2.0 Part 2, 6.5.2).
pub const CLEAR: u32 = 0x126;
pub const SET_LOCKOUT: u32 = 0x13a;
pub const RESET_LOCKOUT: u32 = 0x139;
const CHANGE_AUTH: u32 = 0x129;
const SHUTDOWN: u32 = 0x145;

/// Hierarchies (TPM 2.0 Part 2, 7.4).
pub const OWNER: u32 = 0x4000_0001;
pub const LOCKOUT: u32 = 0x4000_000a;

const SESSIONS: u16 = 0x8002;
const NO_SESSIONS: u16 = 0x8001;

/// TPM_RS_PW with no nonce, no attributes and an empty password, after its length.
const EMPTY_PASSWORD: [u8; 13] = [0, 0, 0, 9, 0x40, 0, 0, 9, 0, 0, 0, 0, 0];

/// Runs a command on a hierarchy.
pub fn command(port: u16, code: u32, hierarchy: u32, parameters: &[u8]) {
    let handle = hierarchy.to_be_bytes();
    let body = [handle.as_slice(), &EMPTY_PASSWORD, parameters].concat();
    exchange(port, SESSIONS, code, &body);
}

pub fn set_password(port: u16, hierarchy: u32, password: &[u8]) {
    let length = u16::try_from(password.len()).unwrap().to_be_bytes();
    let parameters = [length.as_slice(), password].concat();
    command(port, CHANGE_AUTH, hierarchy, &parameters);
}

/// Tells it that the power goes (TPM_SU_CLEAR).
pub fn shut_down(port: u16) {
    exchange(port, NO_SESSIONS, SHUTDOWN, &[0, 0]);
}

fn exchange(port: u16, tag: u16, code: u32, body: &[u8]) {
    let size = u32::try_from(10 + body.len()).unwrap();
    let mut message = tag.to_be_bytes().to_vec();
    message.extend(size.to_be_bytes());
    message.extend(code.to_be_bytes());
    message.extend(body);
    let mut tpm = TcpStream::connect(("127.0.0.1", port)).unwrap();
    tpm.write_all(&message).unwrap();
    let mut header = [0; 10];
    tpm.read_exact(&mut header).unwrap();
    assert_eq!(header[6..], [0; 4], "the TPM refused {code:#x}");
}
