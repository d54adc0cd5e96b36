//! Documents: small PDF files (ISO 32000-1) with a heading and lines of text.

use crate::dice::Dice;
use crate::words::{self, Mood, Tongue, Topic};

/// A PDF with this title; returns it with its number of pages.
pub(super) fn write(title: &str, dice: &mut Dice) -> (Vec<u8>, i64) {
    let pages = 1 + dice.index(4);
    let tongue = *dice.pick(&[Tongue::English, Tongue::German, Tongue::Spanish]);
    let mut objects: Vec<Vec<u8>> = Vec::new();
    let kids: Vec<String> = (0..pages)
        .map(|page| format!("{} 0 R", 4 + page * 2))
        .collect();
    objects.push(b"<< /Type /Catalog /Pages 2 0 R >>".to_vec());
    objects.push(
        format!(
            "<< /Type /Pages /Kids [{}] /Count {pages} >>",
            kids.join(" ")
        )
        .into_bytes(),
    );
    objects.push(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_vec(),
    );
    for page in 0..pages {
        let contents = 5 + page * 2;
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {contents} 0 R \
                 /Resources << /Font << /F1 3 0 R >> >> >>"
            )
            .into_bytes(),
        );
        let mut stream = b"BT /F1 20 Tf 64 760 Td (".to_vec();
        push_text(&mut stream, &format!("{title} - {}", page + 1));
        stream.extend(b") Tj /F1 11 Tf 0 -34 Td 17 TL\n");
        let topic = Topic::of(tongue.language(), dice);
        for _ in 0..8 + dice.index(12) {
            let text = words::compose(tongue.language(), &topic, Mood::Remark, dice);
            stream.push(b'(');
            push_text(&mut stream, &text);
            stream.extend(b") Tj T*\n");
        }
        stream.extend(b"ET");
        let mut object = format!("<< /Length {} >>\nstream\n", stream.len()).into_bytes();
        object.extend(stream);
        object.extend(b"\nendstream");
        objects.push(object);
    }
    (assemble(&objects), i64::try_from(pages).unwrap_or(1))
}

/// Header, objects, cross-reference table, trailer.
fn assemble(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut offsets = Vec::with_capacity(objects.len());
    for (index, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        out.extend(format!("{} 0 obj\n", index + 1).into_bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for offset in offsets {
        out.extend(format!("{offset:010} 00000 n \n").into_bytes());
    }
    out.extend(
        format!(
            "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
            objects.len() + 1
        )
        .into_bytes(),
    );
    out
}

/// Text as a PDF string in WinAnsi; what it has no letter for is left out.
fn push_text(out: &mut Vec<u8>, text: &str) {
    for letter in text.chars() {
        match letter {
            '(' | ')' | '\\' => out.extend([b'\\', u8::try_from(letter).unwrap_or(b' ')]),
            '€' => out.push(0x80),
            '…' => out.push(0x85),
            '\n' => out.push(b' '),
            _ => out.extend(u8::try_from(letter).ok()),
        }
    }
}
