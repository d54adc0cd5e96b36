//! What the header of a GIF claims: no decoder of ours reads them, and a browser has to get no larger one.

/// The application's and the control extension begin with blocks of these sizes (GIF89a, 23 and 26). Decoders read as many
/// bytes whatever the block says, so that anything else is no GIF here.
const SIZES: [(u8, u8); 2] = [(0xf9, 4), (0xff, 11)];

/// Width and height of the whole (GIF89a, 18), or of its first frame (20) where that is larger: browsers enlarge the whole.
pub(super) fn claimed(bytes: &[u8]) -> Option<(u32, u32)> {
    let frame = first_frame(bytes)?;
    let right = number(bytes, frame + 1)? + number(bytes, frame + 5)?;
    let bottom = number(bytes, frame + 3)? + number(bytes, frame + 7)?;
    let (width, height) = (number(bytes, 6)?, number(bytes, 8)?);
    Some((width.max(right), height.max(bottom)))
}

/// Where the first frame begins: behind the header, the colours and all extensions.
fn first_frame(bytes: &[u8]) -> Option<usize> {
    let flags = *bytes.get(10)?;
    let colours = match flags & 0x80 {
        0 => 0,
        _ => 3_usize << ((flags & 7) + 1),
    };
    let mut at: usize = 13 + colours;
    while *bytes.get(at)? == b'!' {
        let (kind, size) = (*bytes.get(at + 1)?, *bytes.get(at + 2)?);
        if SIZES.iter().any(|(one, due)| *one == kind && *due != size) {
            return None;
        }
        at = behind_blocks(bytes, at + 2)?;
    }
    (*bytes.get(at)? == b',').then_some(at)
}

/// Behind blocks that each begin with their size; the last one has none.
fn behind_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let size = usize::from(*bytes.get(at)?);
        at += 1 + size;
        if size == 0 {
            return Some(at);
        }
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let two = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(u16::from_le_bytes(two).into())
}
