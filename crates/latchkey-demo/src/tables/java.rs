//! The serialised Java object that old databases keep a media file's path in.
//!
//! Written by the rules of the Java Object Serialization Specification 6.4: class `com.whatsapp.MediaData` with the
//! few fields that matter here, one of them a `java.io.File`.

/// Bytes of a `MediaData` object whose file has this path.
pub(super) fn media_location(path: &str, size: i64, width: i64, height: i64) -> Vec<u8> {
    let mut out = vec![0xAC, 0xED, 0x00, 0x05, 0x73, 0x72];
    utf(&mut out, "com.whatsapp.MediaData");
    // serialVersionUID as the app's class has it, then SC_SERIALIZABLE and five fields
    out.extend([
        0xFF, 0xF4, 0x96, 0xED, 0xE1, 0xA2, 0x30, 0x06, 0x02, 0x00, 0x05,
    ]);
    for (code, name) in [
        (b'J', "fileSize"),
        (b'I', "height"),
        (b'Z', "transferred"),
        (b'I', "width"),
    ] {
        out.push(code);
        utf(&mut out, name);
    }
    out.push(b'L');
    utf(&mut out, "file");
    out.push(0x74);
    utf(&mut out, "Ljava/io/File;");
    out.extend([0x78, 0x70]);
    out.extend(size.to_be_bytes());
    out.extend(i32::try_from(height).unwrap_or(0).to_be_bytes());
    out.push(1);
    out.extend(i32::try_from(width).unwrap_or(0).to_be_bytes());
    out.extend([0x73, 0x72]);
    utf(&mut out, "java.io.File");
    out.extend([
        0x04, 0x2D, 0xA4, 0x45, 0x0E, 0x0D, 0xE4, 0xFF, 0x03, 0x00, 0x01, b'L',
    ]);
    utf(&mut out, "path");
    out.push(0x74);
    utf(&mut out, "Ljava/lang/String;");
    out.extend([0x78, 0x70, 0x74]);
    utf(&mut out, path);
    // File.writeObject adds the separator character in a block of two bytes
    out.extend([0x77, 0x02, 0x00, 0x2F, 0x78]);
    out
}

/// A string with its length in two bytes.
fn utf(out: &mut Vec<u8>, text: &str) {
    let length = u16::try_from(text.len()).unwrap_or(u16::MAX);
    out.extend(length.to_be_bytes());
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::media_location;

    #[test]
    fn the_path_stands_in_clear_behind_the_java_header() {
        let bytes = media_location("Media/WhatsApp Images/IMG-20200101-WA0001.jpg", 12, 3, 4);
        assert!(bytes.starts_with(&[0xAC, 0xED, 0x00, 0x05, 0x73, 0x72, 0x00, 0x16]));
        let path = b"\x74\x00\x2dMedia/WhatsApp Images/IMG-20200101-WA0001.jpg";
        assert!(bytes.windows(path.len()).any(|window| window == path));
    }
}
