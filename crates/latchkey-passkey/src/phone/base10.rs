//! Digits for a QR code: seven bytes as seventeen digits (CTAP 2.2, hybrid transports, "QR code").

/// How many digits stand for 0 to 7 bytes.
const DIGITS: [usize; 8] = [0, 3, 5, 8, 10, 13, 15, 17];

/// Bytes in a whole chunk.
const CHUNK: usize = 7;

/// Writes bytes as digits: every chunk is one little-endian number, with leading zeros.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(bytes.len().div_ceil(CHUNK) * DIGITS[CHUNK]);
    for chunk in bytes.chunks(CHUNK) {
        let mut number = [0; 8];
        number[..chunk.len()].copy_from_slice(chunk);
        let number = u64::from_le_bytes(number);
        let width = DIGITS[chunk.len()];
        digits.push_str(&format!("{number:0width$}"));
    }
    digits
}

/// Reads what [`encode`] wrote; `None` for anything that it never writes.
#[cfg(test)]
pub(super) fn decode(digits: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for chunk in digits.as_bytes().chunks(DIGITS[CHUNK]) {
        let length = DIGITS.iter().position(|width| *width == chunk.len())?;
        if !chunk.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let number: u64 = std::str::from_utf8(chunk).ok()?.parse().ok()?;
        let number = number.to_le_bytes();
        if number[length..].iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(&number[..length]);
    }
    Some(bytes)
}
