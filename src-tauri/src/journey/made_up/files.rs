//! What made-up people send besides texts: a photo, a voice message, a card, a call and a link, with the media folder.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use image::{ImageFormat, Rgb, RgbImage};
use latchkey_demo::source::{
    Body, CallDraft, CallKind, ChatSource, ContactDraft, FileDraft, FileKind,
};

/// What the voice messages hold.
pub const VOICE: &[u8] = b"OggS\0\x02 nobody says anything";

const CARD: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben\r\nTEL:+34600000001\r\nEND:VCARD\r\n";

/// The chat with a photo, a voice message, a card, a call and a link at its end; the files are put into the phone's folder.
pub fn with_files(chat: ChatSource, name: &str, phone: &Path) -> ChatSource {
    let photo = (FileKind::Image, "image/jpeg", photo());
    let voice = (FileKind::Voice, "audio/ogg; codecs=opus", VOICE.to_vec());
    let sent = [(photo, "jpg"), (voice, "opus")].into_iter();
    let chat = sent.fold(chat, |chat, ((kind, mime, bytes), ending)| {
        let path = format!("Media/{name}.{ending}");
        put(&phone.join(&path), &bytes);
        let file = FileDraft {
            path: Some(path),
            exists: true,
            mime: mime.to_owned(),
            size: i64::try_from(bytes.len()).unwrap(),
            ..FileDraft::default()
        };
        chat.sent_body(Body::File {
            kind,
            caption: None,
            file,
        })
    });
    let card = Body::Contacts(vec![ContactDraft {
        vcard: CARD.to_owned(),
        person: None,
    }]);
    let call = Body::Call(CallDraft {
        video: false,
        duration: 60,
        result: 5,
        members: Vec::new(),
        kind: CallKind::default(),
    });
    let url = format!("https://example.org/{name}");
    let link = Body::Link {
        text: url.clone(),
        url,
        title: "A page".to_owned(),
        description: "What it says".to_owned(),
        picture: Some(picture(96, 64)),
    };
    chat.sent_body(card).sent_body(call).sent_body(link)
}

/// A photo that is larger than its small pictures.
fn photo() -> Vec<u8> {
    picture(960, 720)
}

fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::default();
    RgbImage::from_pixel(width, height, Rgb([20, 80, 160]))
        .write_to(&mut bytes, ImageFormat::Jpeg)
        .unwrap();
    bytes.into_inner()
}

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}
