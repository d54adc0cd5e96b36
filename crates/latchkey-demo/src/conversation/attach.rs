//! Bodies of messages: files, places, cards, polls, calls, and the pairs and groups of rows some of them need.

use super::sending::Sent;
use super::{Conversation, World};
use crate::draft::{Body, CallDraft, FileKind};
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
                Body::Location {
                    latitude: latitude + self.dice.fraction() / 100.0,
                    longitude: longitude + self.dice.fraction() / 100.0,
                    place: named.then(|| place.to_owned()),
                    address: named.then(|| address.to_owned()),
                }
            }
            Sent::LiveLocation => {
                let (latitude, longitude, ..) = *self.dice.pick(PLACES);
                Body::LiveLocation {
                    latitude: latitude + self.dice.fraction() / 50.0,
                    longitude: longitude + self.dice.fraction() / 50.0,
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
            Sent::Poll => self.poll(),
            Sent::Event => Body::Event {
                name: words::heading(self.language, &mut self.dice),
                place: self.topic.place().to_owned(),
                start: self.clock + self.dice.between(1, 20) * 86_400_000,
                cancelled: self.dice.chance(120),
            },
            Sent::Invite => Body::GroupInvite {
                group: words::heading(self.language, &mut self.dice),
                code: self.dice.hex(22),
            },
            Sent::Revoked => {
                let by_admin = world.modern && self.group() && self.dice.chance(150);
                Body::Revoked {
                    original_key: self.key(),
                    admin: self.setup.members.first().copied().filter(|_| by_admin),
                }
            }
            Sent::Call => self.call(),
            Sent::Unknown => Body::Unknown {
                number: *self.dice.pick(&[118, 110, 118, 207]),
                text: self.dice.chance(300).then(|| self.topic.event().to_owned()),
            },
            Sent::NeverDisplayed => Body::NeverDisplayed,
            // written by their own functions, never asked for here
            Sent::Album | Sent::HdPicture => Body::NeverDisplayed,
        })
    }

    fn file(
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
        }
    }

    fn poll(&mut self) -> Body {
        let question = words::compose(self.language, &self.topic, Mood::Question, &mut self.dice);
        let options = words::poll_options(self.language, &mut self.dice);
        let mut votes = Vec::new();
        for member in self.setup.members.clone() {
            if self.dice.chance(700) {
                let choice = self.dice.index(options.len());
                votes.push((
                    Some(member),
                    vec![choice],
                    self.clock + self.dice.between(5_000, 4_000_000),
                ));
                if self.dice.chance(120) {
                    let other = self.dice.index(options.len());
                    votes.push((
                        Some(member),
                        vec![other],
                        self.clock + self.dice.between(5_000_000, 9_000_000),
                    ));
                }
            }
        }
        votes.push((None, vec![0, options.len() - 1], self.clock + 60_000));
        Body::Poll {
            question,
            options,
            votes,
        }
    }

    fn call(&mut self) -> Body {
        let result = *self.dice.pick(&[5, 5, 5, 5, 2, 2, 4, 3]);
        Body::Call(CallDraft {
            video: self.dice.chance(350),
            duration: if result == 5 {
                self.dice.between(8, 5_400)
            } else {
                0
            },
            result,
        })
    }

    /// An album: its container, then its pictures and films.
    pub(super) fn album(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let images = self.dice.between(3, 7);
        let videos = self.dice.between(0, 1);
        let container = self.draft(Body::Album { images, videos });
        let parent = self.put(&container, world)?;
        for index in 0..images + videos {
            self.clock += 150;
            let kind = if index < images {
                FileKind::Image
            } else {
                FileKind::Video
            };
            let body = self.file(kind, if index == 0 { 500 } else { 20 }, world)?;
            let mut draft = self.draft(body);
            draft.form = container.form;
            draft.parent = Some((parent, 2));
            self.put(&draft, world)?;
        }
        Ok(())
    }

    /// A picture or film sent in high quality: two rows, the better one hangs on the other.
    pub(super) fn twins(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let film = self.dice.chance(250);
        let kind = if film {
            FileKind::Video
        } else {
            FileKind::Image
        };
        let body = self.file(kind, 300, world)?;
        let draft = self.draft(body);
        let parent = self.put(&draft, world)?;
        self.clock += 900;
        let better = self.file(kind, 0, world)?;
        let mut twin = self.draft(better);
        twin.form = draft.form;
        twin.parent = Some((parent, if film { 7 } else { 12 }));
        self.put(&twin, world)?;
        Ok(())
    }
}
