//! Bodies of messages: files, places, cards, polls, calls, and the pairs and groups of rows some of them need.

use super::kinds::Sent;
use super::{Conversation, World};
use crate::draft::{Body, BusinessDraft, FileKind, PlaceDraft};
use crate::phone::WritePhoneError;
use crate::words::{self, Mood};

/// Places with their coordinates: public squares and stations.
const PLACES: &[(f64, f64, &str, &str)] = &[
    (52.5251, 13.3694, "Hauptbahnhof", "Europaplatz 1, Berlin"),
    (40.4168, -3.7038, "Puerta del Sol", "Madrid"),
    (38.7078, -9.1366, "Praça do Comércio", "Lisboa"),
    (51.5045, -0.0865, "Borough Market", "London"),
    (34.9858, 135.7588, "京都駅", "京都市下京区"),
    (33.8938, 35.5018, "ساحة النجمة", "بيروت"),
    (31.2304, 121.4737, "人民广场", "上海"),
    (59.9343, 30.3351, "Невский проспект", "Санкт-Петербург"),
    (28.6304, 77.2177, "Connaught Place", "New Delhi"),
    (13.7437, 100.5286, "สยามสแควร์", "กรุงเทพฯ"),
];

const SITES: &[(&str, &str, &str)] = &[
    (
        "https://www.example.org/recipes/",
        "One pan, forty minutes",
        "A weeknight dinner with what is left in the fridge.",
    ),
    (
        "https://example.com/events/",
        "What's on this weekend",
        "Concerts, flea markets and guided walks.",
    ),
    (
        "https://news.example.net/local/",
        "New night line from September",
        "Every thirty minutes until two in the morning.",
    ),
    (
        "https://example.org/wander/",
        "Rundweg um den See",
        "11 km, 140 Höhenmeter, Einkehr am Steg.",
    ),
    (
        "https://tienda.example.com/p/",
        "Mochila de 40 litros",
        "Impermeable, con garantía de tres años.",
    ),
    (
        "https://example.net/video/",
        "How bees decide",
        "A talk of eighteen minutes.",
    ),
    (
        "https://example.org/ar/",
        "دليل المدينة القديمة",
        "خمس جولات سيراً على الأقدام.",
    ),
    (
        "https://example.com/ja/",
        "紅葉の見頃カレンダー",
        "今年の予想は平年並み。",
    ),
];

impl Conversation {
    /// The body of one sending.
    // Long, because every kind that can be sent has its line or its few.
    pub(super) fn body(&mut self, sent: Sent, world: &mut World) -> Result<Body, WritePhoneError> {
        Ok(match sent {
            Sent::Text | Sent::Undated => Body::Text(self.text()),
            Sent::Emoji => Body::Text(words::emoji_only(&mut self.dice)),
            Sent::Image => self.file(FileKind::Image, 330, world)?,
            Sent::Video => self.file(FileKind::Video, 250, world)?,
            Sent::Gif => self.file(FileKind::Gif, 60, world)?,
            Sent::Sticker => self.file(FileKind::Sticker, 0, world)?,
            Sent::Voice => self.file(FileKind::Voice, 0, world)?,
            Sent::VideoNote => self.file(FileKind::VideoNote, 0, world)?,
            Sent::Audio => self.file(FileKind::Audio, 0, world)?,
            Sent::Document => self.file(FileKind::Document, 200, world)?,
            Sent::ViewOnce => {
                let kinds = [
                    FileKind::ViewOnceImage,
                    FileKind::ViewOnceVideo,
                    FileKind::ViewOnceVoice,
                ];
                let kind = *self.dice.pick(&kinds);
                self.file(kind, 0, world)?
            }
            Sent::Link => self.link(),
            Sent::Location => {
                let (latitude, longitude, place, address) = *self.dice.pick(PLACES);
                let named = self.dice.chance(700);
                let linked = named && self.dice.chance(200);
                Body::Location(PlaceDraft {
                    latitude: latitude + self.dice.fraction() / 100.0,
                    longitude: longitude + self.dice.fraction() / 100.0,
                    name: named.then(|| place.to_owned()),
                    address: named.then(|| address.to_owned()),
                    url: linked.then(|| "https://example.org/places/1207".to_owned()),
                })
            }
            Sent::LiveLocation => {
                let (latitude, longitude, ..) = *self.dice.pick(PLACES);
                Body::LiveLocation {
                    place: PlaceDraft {
                        latitude: latitude + self.dice.fraction() / 50.0,
                        longitude: longitude + self.dice.fraction() / 50.0,
                        ..PlaceDraft::default()
                    },
                    seconds: *self.dice.pick(&[900, 3600, 28_800]),
                    caption: self.dice.chance(400).then(|| self.topic.place().to_owned()),
                }
            }
            Sent::Contact => {
                let count = *self.dice.pick(&[1, 1, 1, 1, 2, 3]);
                Body::Contacts(
                    (0..count)
                        .map(|_| self.dice.pick(&world.cards).clone())
                        .collect(),
                )
            }
            Sent::Poll => Body::Poll(self.poll()),
            Sent::Event => Body::Event(self.event()),
            Sent::Invite => Body::GroupInvite {
                group: words::heading(self.language, &mut self.dice),
                chat: self.dice.chance(300).then_some(self.setup.chat),
                code: self.dice.hex(22),
            },
            Sent::ChannelInvite => Body::ChannelInvite {
                channel: words::heading(self.language, &mut self.dice),
            },
            Sent::Business => Body::Business(self.shop()),
            Sent::Payment => Body::Business(BusinessDraft::Payment {
                note: self.dice.chance(600).then(|| self.text()),
                currency: "EUR".to_owned(),
                amount_1000: self.dice.between(3, 180) * 500,
                status: *self.dice.pick(&[405, 405, 418]),
            }),
            Sent::MissedCall => Body::MissedCall {
                video: self.dice.chance(250),
                members: Vec::new(),
            },
            Sent::Waiting => unknown(11, None),
            Sent::StatusMention => Body::StatusMention(self.text()),
            Sent::TimerChange => Body::NumberedNotice {
                number: *self.dice.pick(&[36, 56]),
                seconds: Some(*self.dice.pick(&[86_400, 604_800, 7_776_000, 0])),
            },
            Sent::Revoked => {
                let by_admin = world.modern && self.group() && self.dice.chance(150);
                Body::Revoked {
                    original_key: self.key(),
                    admin: self.setup.members.first().copied().filter(|_| by_admin),
                }
            }
            Sent::Call => self.call(),
            Sent::Unknown => {
                let number = *self.dice.pick(&[118, 110, 118, 207]);
                let text = self.dice.chance(300).then(|| self.topic.event().to_owned());
                unknown(number, text)
            }
            Sent::UnknownFile => {
                let file = world
                    .shelf
                    .take(FileKind::Image, self.mine(), self.clock, None)?;
                Body::Unknown {
                    number: 62,
                    text: Some(self.text()),
                    file: Some(file),
                    future: false,
                }
            }
            Sent::NeverDisplayed => Body::NeverDisplayed,
            // written by their own functions, never asked for here
            Sent::Album
            | Sent::HdPicture
            | Sent::MotionPicture
            | Sent::PollWithPictures
            | Sent::RevokedAndAnswered
            | Sent::Commented => Body::NeverDisplayed,
        })
    }

    pub(super) fn file(
        &mut self,
        kind: FileKind,
        captioned: u64,
        world: &mut World,
    ) -> Result<Body, WritePhoneError> {
        let name = (kind == FileKind::Document)
            .then(|| words::heading(self.language, &mut self.dice).replace('/', "-"));
        let file = world
            .shelf
            .take(kind, self.mine(), self.clock, name.as_deref())?;
        let caption = self.dice.chance(captioned).then(|| self.text());
        Ok(Body::File {
            kind,
            caption,
            file,
        })
    }

    fn link(&mut self) -> Body {
        let (site, title, description) = *self.dice.pick(SITES);
        let url = format!("{site}{}", self.dice.between(1000, 99_999));
        let text = match self.dice.below(3) {
            0 => url.clone(),
            1 => format!("{} {url}", self.text()),
            _ => format!(
                "{url}\n{}",
                words::compose(self.language, &self.topic, Mood::Remark, &mut self.dice)
            ),
        };
        Body::Link {
            text,
            url,
            title: title.to_owned(),
            description: description.to_owned(),
            picture: None,
        }
    }
}

/// A kind that nobody knows; every other one is kept raw, too, because the app was too old for it.
fn unknown(number: i64, text: Option<String>) -> Body {
    Body::Unknown {
        future: number == 207,
        number,
        text,
        file: None,
    }
}
