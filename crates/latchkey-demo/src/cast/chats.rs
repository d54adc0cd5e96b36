//! The chats of the made-up phone, each with its people, its languages, its weight and its manners.

use crate::calendar::Hours;
use crate::words::Tongue::{
    self, Arabic, Chinese, English, German, Hindi, Japanese, Russian, Spanish, Thai,
};

/// What a chat is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One person, by number.
    Person,
    /// One person, by private address.
    Private,
    /// A group.
    Group,
    /// A community's parent, group or announcements: 1, 2, 3.
    Community(i64),
    Channel,
    Broadcast,
    Status,
    Announcements,
    /// Its row is gone.
    Deleted,
}

/// How people behave in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Short, many, at all hours.
    Close,
    /// Pictures, voices, many people.
    Lively,
    /// Documents, questions, answers.
    Work,
    /// Letters now and then.
    Formal,
    /// One side posts.
    Posts,
    /// A handful of messages.
    Sparse,
}

/// One chat.
pub(crate) struct Casting {
    pub shape: Shape,
    /// Subject, or empty for a person.
    pub subject: &'static str,
    /// Names of the roles in it.
    pub people: &'static [&'static str],
    pub tongues: &'static [Tongue],
    /// Share of all messages.
    pub weight: u32,
    pub manner: Manner,
    pub hours: Hours,
    /// Per mille of the phone's years: first and last message.
    pub life: (i64, i64),
    /// `a` archived, `l` locked, `h` hidden, `t` disappearing timer, `u` unread, `f` flood of security notices.
    pub flags: &'static str,
}

const fn casting(
    shape: Shape,
    subject: &'static str,
    people: &'static [&'static str],
    tongues: &'static [Tongue],
    (weight, manner, hours): (u32, Manner, Hours),
    life: (i64, i64),
    flags: &'static str,
) -> Casting {
    Casting {
        shape,
        subject,
        people,
        tongues,
        weight,
        manner,
        hours,
        life,
        flags,
    }
}

use Hours::{Home, Night, Office};
use Manner::{Close, Formal, Lively, Posts, Sparse, Work};
use Shape::{
    Announcements, Broadcast, Channel, Community, Deleted, Group, Person, Private, Status,
};

const FAMILY: &[&str] = &[
    "Mamá",
    "Álvaro Quintero",
    "Abuela Pilar",
    "Begoña Quintero",
    "Primo Sergio",
    "Carmen Ruiz",
];
const BRANDTS: &[&str] = &[
    "Jonas Brandt",
    "Käthe Brandt",
    "Günther Brandt",
    "Leo Brandt",
    "Frauke Brandt-Sørensen",
];
const FRIENDS: &[&str] = &[
    "Hannah Osei",
    "Isla MacLeod",
    "Grace O'Neill",
    "Sophie Dubois",
    "Robin Falk",
];
const TEAM: &[&str] = &[
    "Priya Raman",
    "Tom Ashworth",
    "Björn Lindqvist",
    "Megan O'Neill",
    "Samuel Adeyemi",
    "Neha Kulkarni",
];
const PARENTS: &[&str] = &[
    "Özlem Kaya",
    "Familie Petersen",
    "Lukas Weiß",
    "Jördis Hlíðdal",
    "Unnamed school parent",
    "Jonas Brandt",
    "Mehmet Yılmaz",
    "Zoë Łukaszewska-Núñez",
    "Ольга Петрова",
    "Nadia Haddad",
];
const HOUSE: &[&str] = &[
    "Nachbarin Ute 3. OG",
    "Familie Petersen",
    "Mehmet Yılmaz",
    "Herr Lindner (Vermieter)",
    "Unnamed neighbour",
    "Jonas Brandt",
];

/// Sixty chats and two that were deleted; one line each, as a table.
#[rustfmt::skip]
pub(crate) const CHATS: &[Casting] = &[
    casting(Person, "", &["Jonas Brandt"], &[German, German, English], (125, Close, Home), (0, 1000), ""),
    casting(Group, "Familia Quintero 🏡", FAMILY, &[Spanish], (105, Lively, Home), (0, 1000), "f"),
    casting(Person, "", &["Hannah Osei"], &[English], (78, Close, Night), (20, 1000), ""),
    casting(Person, "", &["Mamá"], &[Spanish], (70, Close, Home), (0, 1000), ""),
    casting(Group, "Team Kestrel", TEAM, &[English, English, German], (62, Work, Office), (310, 1000), "f"),
    casting(Group, "Brandts & Anhang", BRANDTS, &[German], (44, Lively, Home), (60, 1000), ""),
    casting(Group, "Girls' trip Lisbon ✈️", FRIENDS, &[English], (36, Lively, Night), (420, 760), ""),
    casting(Group, "SV Blau-Weiß Volleyball", &["Trainer Matze", "Lukas Weiß", "Anneliese Krüger", "Özlem Kaya", "Unnamed player", "Sophie Dubois"], &[German, German, English], (33, Lively, Home), (180, 1000), "u"),
    casting(Group, "Klasse 3b – Eltern", PARENTS, &[German, German, German, English], (31, Formal, Home), (520, 1000), "fu"),
    casting(Person, "", &["Priya Raman"], &[English], (28, Close, Office), (320, 1000), ""),
    casting(Person, "", &["Álvaro Quintero"], &[Spanish], (28, Close, Night), (0, 1000), ""),
    casting(Person, "", &["Nadia Haddad"], &[Arabic, Arabic, Arabic, German], (32, Close, Night), (200, 1000), ""),
    casting(Private, "", &["李美玲"], &[Chinese], (27, Close, Home), (610, 1000), ""),
    casting(Group, "Book club – third Thursday", &["Grace O'Neill", "Samuel Adeyemi", "Isla MacLeod", "Zoë Łukaszewska-Núñez", "Amira (Uni)"], &[English], (25, Work, Home), (150, 990), ""),
    casting(Person, "", &["Carmen Ruiz"], &[Spanish], (24, Close, Night), (10, 1000), ""),
    casting(Person, "", &["田中さくら"], &[Japanese], (24, Close, Home), (380, 1000), ""),
    casting(Group, "中文班 B1", &["李美玲", "王志明", "陈雨桐 Rain", "Tom Ashworth"], &[Chinese, Chinese, English], (20, Lively, Home), (640, 1000), ""),
    casting(Person, "", &["Ольга Петрова"], &[Russian], (22, Close, Home), (240, 1000), ""),
    casting(Group, "صديقات نادية 🌸", &["Nadia Haddad", "ليلى حداد", "Amira (Uni)"], &[Arabic], (19, Lively, Night), (300, 1000), ""),
    casting(Group, "عائلة حداد", &["Nadia Haddad", "ليلى حداد", "سامي حداد", "Yousef Haddad يوسف"], &[Arabic], (9, Lively, Home), (500, 960), "a"),
    casting(Group, "Kestrel – incidents 🔥", TEAM, &[English], (18, Work, Office), (420, 1000), "t"),
    casting(Group, "Erasmus 2014 ❤️", &["Sophie Dubois", "Íñigo Etxeberria", "Zoë Łukaszewska-Núñez", "Frauke Brandt-Sørensen", "Unnamed traveller"], &[English, Spanish, German], (18, Lively, Night), (0, 970), ""),
    casting(Group, "Hausgemeinschaft Weg 12", HOUSE, &[German], (16, Formal, Home), (270, 1000), "u"),
    casting(Group, "京都旅行2024", &["田中さくら", "高橋 健太", "Hannah Osei"], &[Japanese, Japanese, English], (15, Lively, Home), (560, 720), ""),
    casting(Group, "Дача 🌿", &["Ольга Петрова", "Дима Соколов", "тётя Нина"], &[Russian], (15, Lively, Home), (330, 1000), ""),
    casting(Group, "Lunch लंच 🍛", &["Priya Raman", "अमित शर्मा", "Neha Kulkarni", "Tom Ashworth"], &[Hindi, Hindi, English], (15, Lively, Office), (450, 1000), ""),
    casting(Group, "Hiking Sunday ⛰️", &["Björn Lindqvist", "Isla MacLeod", "Robin Falk", "Anneliese Krüger"], &[English, German], (14, Lively, Home), (260, 1000), ""),
    casting(Person, "", &["Leo Brandt"], &[German], (15, Close, Home), (700, 1000), ""),
    casting(Group, "WG Pappelallee (alt)", &["Oliver Hughes", "Anneliese Krüger", "Sophie Dubois"], &[German, English], (14, Lively, Night), (0, 300), "a"),
    casting(Status, "", &["Hannah Osei", "Carmen Ruiz", "Álvaro Quintero", "Priya Raman", "Nadia Haddad", "Blumen Yıldız"], &[English, Spanish], (12, Posts, Home), (930, 1000), "h"),
    casting(Person, "", &["Abuela Pilar"], &[Spanish], (11, Close, Home), (80, 930), ""),
    casting(Person, "", &["Grace O'Neill"], &[English], (12, Close, Home), (40, 640), "a"),
    casting(Group, "ทำอาหารไทย 🌶️", &["น้องแพร", "พี่ต้น", "Hannah Osei"], &[Thai, Thai, English], (9, Lively, Home), (480, 1000), ""),
    casting(Person, "", &["น้องแพร"], &[Thai], (8, Close, Home), (470, 990), ""),
    casting(Person, "", &["अमित शर्मा"], &[Hindi, English], (8, Close, Office), (460, 1000), ""),
    casting(Person, "", &["Käthe Brandt"], &[German], (9, Close, Home), (70, 1000), ""),
    casting(Person, "", &["Herr Lindner (Vermieter)"], &[German], (6, Formal, Office), (100, 980), ""),
    casting(Person, "", &["Oliver Hughes"], &[English], (9, Close, Night), (0, 310), "a"),
    casting(Person, "", &["Robin Falk"], &[English], (6, Close, Home), (230, 600), ""),
    casting(Private, "", &["Robin Falk"], &[English], (9, Close, Home), (610, 1000), ""),
    casting(Private, "", &["Sam"], &[English], (6, Close, Night), (800, 1000), "t"),
    casting(Person, "", &["Amira (Uni)"], &[Arabic, English], (7, Close, Night), (340, 990), ""),
    casting(Person, "", &["Íñigo Etxeberria"], &[Spanish], (7, Close, Night), (0, 900), ""),
    casting(Person, "", &["Mehmet Yılmaz"], &[German], (5, Work, Home), (280, 990), ""),
    casting(Person, "", &["Zoë Łukaszewska-Núñez"], &[English], (5, Close, Home), (120, 940), ""),
    casting(Person, "", &["Isla MacLeod"], &[English], (7, Close, Night), (250, 1000), "l"),
    casting(Group, "Surprise for Jonas 🤫", &["Leo Brandt", "Käthe Brandt", "Hannah Osei", "Günther Brandt"], &[German, English], (7, Lively, Home), (880, 950), "l"),
    casting(Community(1), "Nachbarschaft Nord", HOUSE, &[German], (1, Posts, Home), (700, 980), ""),
    casting(Community(3), "Nachbarschaft Nord – Ankündigungen", HOUSE, &[German], (4, Formal, Home), (700, 1000), ""),
    casting(Community(2), "Tauschen & Verschenken", &["Nachbarin Ute 3. OG", "Unnamed neighbour", "Özlem Kaya", "Jördis Hlíðdal", "Kit"], &[German], (10, Lively, Home), (710, 1000), "u"),
    casting(Community(2), "Kinder im Hof", &["Özlem Kaya", "Familie Petersen", "Lukas Weiß", "Kit"], &[German], (6, Lively, Home), (720, 1000), ""),
    casting(Broadcast, "Geburtstagsgrüße 🎂", &["Mamá", "Käthe Brandt", "Hannah Osei"], &[German, Spanish, English], (2, Sparse, Home), (300, 980), ""),
    casting(Channel, "City Library News", &[], &[English], (6, Posts, Office), (760, 1000), "u"),
    casting(Channel, "Heute im Nahverkehr", &[], &[German], (5, Posts, Office), (780, 1000), ""),
    casting(Announcements, "", &[], &[English], (1, Sparse, Office), (100, 900), "h"),
    casting(Person, "", &["Dr. Wagner – Praxis"], &[German], (2, Formal, Office), (430, 960), ""),
    casting(Person, "", &["Blumen Yıldız"], &[German], (2, Sparse, Office), (540, 970), ""),
    casting(Person, "", &["Unnamed courier"], &[English], (1, Sparse, Office), (905, 906), ""),
    casting(Person, "", &["Unnamed flat"], &[German], (1, Sparse, Home), (260, 270), "h"),
    casting(Group, "Umzug Hilfe 📦", &["Jonas Brandt", "Lukas Weiß", "Björn Lindqvist"], &[German, English], (4, Lively, Home), (255, 285), "ah"),
    casting(Deleted, "", &["Tom Ashworth"], &[English], (6, Close, Night), (330, 520), ""),
    casting(Deleted, "", &["Megan O'Neill", "Samuel Adeyemi"], &[English, German], (3, Lively, Home), (100, 240), ""),
];
