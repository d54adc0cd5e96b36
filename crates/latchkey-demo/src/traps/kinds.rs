//! One of every kind of message, and kinds that nobody knows.

mod later;

use std::path::Path;

use super::sketch::{Outcome, Sketch};
use crate::Expectations;
use crate::draft::{
    Body, CallDraft, CallKind, ChatNo, ContactDraft, FileDraft, FileKind, MarkDraft, PersonNo,
    PlaceDraft,
};
use crate::tables::SchemaState;

/// Every kind that the state knows, each with words in the place where its words are.
pub(super) fn every_kind(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let (ana, ben) = (sketch.person("Ana")?, sketch.person("Ben")?);
    let group = sketch.group("Everything", &[ana, ben])?;
    let chat = sketch.chat(ana)?;
    files(&mut sketch, group, ana)?;
    plain(&mut sketch, chat, ana)?;
    calls(&mut sketch, (chat, group), (ana, ben))?;
    if sketch.modern() {
        parts(&mut sketch, group, ana)?;
        later::plans(&mut sketch, group, (ana, ben))?;
        later::business(&mut sketch, chat, ana)?;
        later::channel(&mut sketch)?;
    }
    sketch.finish()
}

/// A file that is not there; its name where it has one.
fn file(mime: &str, name: Option<&str>) -> FileDraft {
    FileDraft {
        mime: mime.to_owned(),
        size: 12_345,
        name: name.map(str::to_owned),
        ..FileDraft::default()
    }
}

fn files(sketch: &mut Sketch, group: ChatNo, ana: PersonNo) -> Outcome {
    let kinds = [
        (FileKind::Image, "image/jpeg", "captionwren"),
        (FileKind::Video, "video/mp4", "captionrook"),
        (FileKind::Gif, "video/mp4", "captiontern"),
        (FileKind::Document, "application/pdf", "captionteal"),
        (FileKind::Audio, "audio/mpeg", ""),
        (FileKind::Voice, "audio/ogg; codecs=opus", ""),
        (FileKind::Sticker, "image/webp", ""),
        (FileKind::VideoNote, "video/mp4", ""),
        (FileKind::ViewOnceImage, "image/jpeg", ""),
        (FileKind::ViewOnceVideo, "video/mp4", ""),
        (FileKind::ViewOnceVoice, "audio/ogg; codecs=opus", ""),
    ];
    for (kind, mime, caption) in kinds {
        let late = matches!(
            kind,
            FileKind::VideoNote
                | FileKind::ViewOnceImage
                | FileKind::ViewOnceVideo
                | FileKind::ViewOnceVoice
        );
        if late && !sketch.modern() {
            continue;
        }
        let name = (kind == FileKind::Document).then_some("Rentalpaper dormouse.pdf");
        let mut file = file(mime, name);
        file.view_once = match kind {
            FileKind::ViewOnceVideo => 1,
            FileKind::ViewOnceVoice => 2,
            _ => 0,
        };
        let words = (!caption.is_empty()).then(|| format!("look: {caption}"));
        sketch.body(
            group,
            Some(ana),
            Body::File {
                kind,
                caption: words,
                file,
            },
        )?;
        if !caption.is_empty() {
            sketch.plant(&[caption]);
        }
    }
    sketch.plant(&["dormouse"]);
    Ok(())
}

fn plain(sketch: &mut Sketch, chat: ChatNo, ana: PersonNo) -> Outcome {
    let place = PlaceDraft {
        latitude: 52.5251,
        longitude: 13.3694,
        name: Some("Stationword partridge".to_owned()),
        address: Some("1 Addressword Street".to_owned()),
        url: None,
    };
    sketch.body(chat, Some(ana), Body::Location(place.clone()))?;
    sketch.body(
        chat,
        Some(ana),
        Body::LiveLocation {
            place: PlaceDraft {
                name: None,
                address: None,
                ..place
            },
            seconds: 3600,
            caption: None,
        },
    )?;
    let card = |name: &str| ContactDraft {
        vcard: format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;{name};;;\r\nFN:{name}\r\nTEL:+44 7700 900999\r\nEND:VCARD\r\n"
        ),
        person: None,
    };
    sketch.body(
        chat,
        Some(ana),
        Body::Contacts(vec![card("Bullfinch Card")]),
    )?;
    sketch.body(
        chat,
        None,
        Body::Contacts(vec![card("Goldcrest Card"), card("Siskin Card")]),
    )?;
    sketch.body(
        chat,
        None,
        Body::Link {
            text: "read https://example.org/a nightjarlink".to_owned(),
            url: "https://example.org/a".to_owned(),
            title: "Titleword woodlark".to_owned(),
            description: "What the page says".to_owned(),
            picture: None,
        },
    )?;
    sketch.plant(&[
        "partridge",
        "Bullfinch",
        "Goldcrest",
        "Siskin",
        "nightjarlink",
    ]);
    if sketch.modern() {
        sketch.plant(&["woodlark", "Addressword"]);
    }
    Ok(())
}

fn calls(
    sketch: &mut Sketch,
    (chat, group): (ChatNo, ChatNo),
    (ana, ben): (PersonNo, PersonNo),
) -> Outcome {
    for (result, duration) in [(5, 61), (2, 0), (4, 0), (3, 0), (0, 0), (7, 0)] {
        let call = CallDraft {
            video: result == 5,
            duration,
            result,
            ..CallDraft::default()
        };
        sketch.body(chat, Some(ana), Body::Call(call))?;
    }
    sketch.clock += 3_600_000;
    sketch.body(
        chat,
        Some(ana),
        Body::MissedCall {
            video: true,
            members: vec![ana],
        },
    )?;
    if sketch.modern() {
        for kind in [CallKind::Plain, CallKind::VoiceChat] {
            let call = CallDraft {
                video: false,
                duration: 90,
                result: 5,
                members: vec![(ana, 5), (ben, 2)],
                kind,
            };
            sketch.body(group, Some(ana), Body::Call(call))?;
        }
    }
    Ok(())
}

/// What belongs together: an album, better copies, a moving picture, a poll with pictures, comments.
fn parts(sketch: &mut Sketch, group: ChatNo, ana: PersonNo) -> Outcome {
    let picture = |kind| Body::File {
        kind,
        caption: None,
        file: file("image/jpeg", None),
    };
    let album = Body::Album {
        images: 2,
        videos: 1,
    };
    let album = sketch.body(group, Some(ana), album)?;
    for kind in [FileKind::Image, FileKind::Image, FileKind::Video] {
        let mut member = sketch.draft(group, Some(ana), picture(kind));
        member.parent = Some((album, 2));
        sketch.put(&member)?;
    }
    for (kind, second, association) in [
        (FileKind::Image, FileKind::Image, 12),
        (FileKind::Video, FileKind::Video, 7),
        (FileKind::Image, FileKind::Video, 11),
    ] {
        let parent = sketch.body(group, Some(ana), picture(kind))?;
        let mut twin = sketch.draft(group, Some(ana), picture(second));
        twin.parent = Some((parent, association));
        sketch.put(&twin)?;
    }
    let post = sketch.text(group, Some(ana), "a post: dunnockpost")?;
    let mut comment = sketch.draft(group, None, Body::Text("a comment: lapwingnote".to_owned()));
    comment.comments = Some(post);
    sketch.put(&comment)?;
    let mut pinned = sketch.draft(group, Some(ana), Body::Text("pinned: merlinpin".to_owned()));
    pinned.pins = vec![MarkDraft {
        from: Some(ana),
        on: true,
        at: pinned.at + 5_000,
    }];
    pinned.disappears = Some((604_800, pinned.at + 604_800_000));
    pinned.keeps.clone_from(&pinned.pins);
    sketch.put(&pinned)?;
    sketch.plant(&["dunnockpost", "lapwingnote", "merlinpin"]);
    Ok(())
}

/// Numbers that nobody has documented: shown with what they have.
pub(super) fn unknown_kinds(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let ana = sketch.person("Ana")?;
    let chat = sketch.chat(ana)?;
    let unknown = |number, text: Option<&str>, file| Body::Unknown {
        number,
        text: text.map(str::to_owned),
        file,
        future: number > 200,
    };
    for number in [11, 110, 118, 207, 4711, i64::from(i32::MAX) + 1, -8] {
        sketch.body(chat, Some(ana), unknown(number, None, None))?;
    }
    sketch.text(chat, Some(ana), "known: redpollknown")?;
    sketch.plant(&["redpollknown"]);
    if sketch.modern() {
        let words = Some("an unknown kind that says twitetext");
        sketch.body(chat, Some(ana), unknown(999, words, None))?;
        let mut media = file("image/jpeg", None);
        media.path = Some("Media/WhatsApp Images/IMG-20240301-WA0001.jpg".to_owned());
        let words = Some("one with a picture: shriketext");
        sketch.body(chat, Some(ana), unknown(62, words, Some(media)))?;
        sketch.body(chat, Some(ana), Body::NeverDisplayed)?;
        sketch.body(
            chat,
            Some(ana),
            Body::StatusMention("on a post: pipittext".to_owned()),
        )?;
        sketch.plant(&["twitetext", "shriketext", "pipittext"]);
    }
    sketch.finish()
}
