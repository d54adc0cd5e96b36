// One chat of the mock that shows every kind of message once, and the corners of each.
import type { ContentView } from "../bindings/ContentView";
import type { LocationView } from "../bindings/LocationView";
import type { MessageView } from "../bindings/MessageView";
import type { SystemView } from "../bindings/SystemView";
import { PEOPLE } from "./mockTalk";

type Maker = (plain: MessageView) => Partial<MessageView>;
type Media = NonNullable<MessageView["media"]>;

const ANA = { fromMe: false, sender: 0, senderName: PEOPLE[0] ?? "", hue: 0 };
const TOMAS = { fromMe: false, sender: 1, senderName: PEOPLE[1] ?? "", hue: 5 };
const ROSE = { fromMe: false, sender: 2, senderName: PEOPLE[2] ?? "", hue: 2 };
const NOA = { fromMe: false, sender: 5, senderName: PEOPLE[5] ?? "", hue: 6 };
const LID = { fromMe: false, sender: 99, senderName: null, hue: 4 };
const ME = { fromMe: true, sender: null, senderName: null };
const NOTHING: Media = { name: null, mime: null, size: null, duration: null, width: null, height: null, pages: null, transcript: null, waveform: null, found: true, missing: null, picture: false };
export const NO_NOTICE: SystemView = { action: null, people: [], oldValue: null, newValue: null, groups: [], seconds: null, devices: null, yes: null };
const PLACE: LocationView = { latitude: null, longitude: null, name: null, address: null, url: null, liveSeconds: null, lastLatitude: null, lastLongitude: null, lastAt: null };
const DAY = 86_400_000;

function say(who: Partial<MessageView>, text: string, part: Partial<MessageView> = {}): Maker {
  return () => ({ ...who, kind: "text", text, ...part });
}

function send(who: Partial<MessageView>, kind: string, media: Partial<Media> | null, text: string | null = null, part: Partial<MessageView> = {}): Maker {
  return () => ({ ...who, kind, rawKind: null, text, media: media && { ...NOTHING, ...media }, ...part });
}

function note(action: number | null, people: string[], system: Partial<SystemView> = {}, text: string | null = null, who: Partial<MessageView> = ANA): Maker {
  return () => ({ ...who, kind: "system", rawKind: 7, text, system: { ...NO_NOTICE, action, people, ...system } });
}

function carry(who: Partial<MessageView>, kind: string, content: ContentView, text: string | null = null, part: Partial<MessageView> = {}): Maker {
  return () => ({ ...who, kind, rawKind: null, text, content, ...part });
}

/** A message that is a part of the one so many places before it. */
function part(before: number, kind: "album" | "hd_twin", maker: Maker): Maker {
  return (plain) => ({ ...maker(plain), partOf: { message: plain.id - before, kind } });
}

/** An album of the so many messages after it. */
function album(who: Partial<MessageView>, count: number): Maker {
  return (plain) => ({ ...who, kind: "album", rawKind: 99, text: null, parts: Array.from({ length: count }, (_, n) => plain.id + 1 + n) });
}

const mine = { fromMe: true, name: null };
const named = (name: string | null) => ({ fromMe: false, name });

function quoting(position: number | null, who: string | null, text: string | null, kind = "text", fromMe = false): Partial<MessageView> {
  return { quoted: { message: position === null ? null : 1_000_000 + position, chat: 1, position, senderName: who, fromMe, text, kind, hidden: false } };
}

const react = (emoji: string, senderName: string | null) => ({ emoji, senderName, fromMe: senderName === null });

const POLL: ContentView = {
  type: "poll",
  choices: null,
  endsAt: null,
  voters: 4,
  more: 0,
  options: [
    { text: "At half past four, with the cake", voters: [named("Ana Ruiz"), named("Grandma Rose"), mine], total: 5 },
    { text: "At five sharp", voters: [named("Tomás Vidal"), named(null)], total: 2 },
    { text: "We do not hide, we are adults", voters: [], total: 0 },
  ],
};

const EVENT: ContentView = {
  type: "event",
  name: "Grandpa’s birthday",
  description: "Bring a chair, and no presents with engines.",
  location: { ...PLACE, name: "Garden gate", address: "Mill Lane 4" },
  link: "https://example.org/party",
  startsAt: Date.UTC(2027, 4, 12, 15),
  endsAt: Date.UTC(2027, 4, 12, 21),
  cancelled: false,
  more: 0,
  answers: [
    { who: named("Ana Ruiz"), response: 1, guests: 2 },
    { who: mine, response: 1, guests: null },
    { who: named("Tomás Vidal"), response: 3, guests: null },
  ],
};

const OFFER: ContentView = {
  type: "business",
  title: "Bakery Hofmann",
  description: "Your order is ready to be collected.",
  footer: "Open until 18:00",
  items: null,
  amount1000: null,
  currency: null,
  buttons: [
    { text: "I come today", target: null, chosen: true },
    { text: "Call the bakery", target: "+15550100077", chosen: false },
    { text: "Our cakes", target: "https://example.org/cakes", chosen: false },
  ],
};

const ORDER: ContentView = { ...OFFER, type: "business", title: "Almonds, blanched", description: null, footer: null, items: 3, amount1000: 27_450, currency: "EUR", buttons: [] };

const WAVES = Array.from({ length: 64 }, (_, n) => Math.round(8 + Math.abs(Math.sin(n / 4) * Math.cos(n / 11)) * 90));

/** All the marks a text can have. */
const MARKED = [
  "*The almond cake*, _as my mother made it_:",
  "1. 250 g almonds, ~blanched~ with their skins",
  "2. *six* eggs, see https://example.org/cakes_and_eggs",
  "",
  "Then:",
  "- beat the eggs",
  "- fold in the almonds, `180 °C`, 50 minutes",
  "> “A cake is ready when it smells ready”",
  "```oven: on",
  "door:  shut```",
  "snake_case_stays 2*3*4 and so does * this *.",
].join("\n");

/** Every kind of message once, and the corners of each. */
export const SHOWCASE: readonly Maker[] = [
  note(11, [], {}, "Grandpa’s 80th 🎂"),
  note(12, ["Ana Ruiz", "Tomás Vidal", "Grandma Rose"]),
  say(ANA, "Right, everyone: he turns eighty on the twelfth and he suspects nothing."),
  say(ANA, "Let us keep it that way."),
  say(TOMAS, "He suspects everything, he was a customs officer."),
  say(ME, "I can bring the long table and the lanterns.", { reactions: [react("🙏", "Ana Ruiz"), react("🙏", "Tomás Vidal"), react("❤️", "Grandma Rose")] }),
  say(ROSE, "I will make the almond cake. And keep him busy in the garden until five, which will not be hard, because the beans have to be tied up and he has been putting it off since Sunday.", { starred: true }),
  send(ANA, "image", { mime: "image/jpeg", size: 2_204_118, width: 1600, height: 1200, picture: true }, "The garden this morning. Table here, music there?"),
  send(ANA, "image", { mime: "image/jpeg", size: 1_904_000, width: 1200, height: 1600, picture: true }),
  say(ME, "Perfect. The shade will be on our side by then.", quoting(7, "Ana Ruiz", "The garden this morning. Table here, music there?", "image")),
  say(NOA, "אני מביאה את המוזיקה, יש לי את כל התקליטים הישנים שלו!"),
  say(TOMAS, "سأحضر القهوة والتمر إن شاء الله"),
  send(TOMAS, "voice", { mime: "audio/ogg", size: 84_112, duration: 42, waveform: WAVES, transcript: "I have the accordion, but the accordion has no strap." }),
  send(ME, "voice", { mime: "audio/ogg", size: 31_002, duration: 9, found: false }),
  send(ANA, "document", { name: "Guest list (final, really final).pdf", mime: "application/pdf", size: 182_440, pages: 2 }, null, { forwarded: 1 }),
  send(TOMAS, "document", { name: "speech-draft-7.odt", mime: "application/vnd.oasis.opendocument.text", size: 22_810, found: false }),
  send(ROSE, "video", { mime: "video/mp4", size: 18_804_233, duration: 77, width: 1280, height: 720, picture: true }, "Him dancing at my sister’s wedding, 1971"),
  send(ROSE, "video", { mime: "video/mp4", size: 44_120_000, duration: 184, found: false }),
  send(ANA, "sticker", { mime: "image/webp", size: 41_000, width: 512, height: 512, picture: true }),
  say(ME, "🎂🎉"),
  say(ME, "❤️", { reactions: [react("❤️", "Grandma Rose")] }),
  say(TOMAS, "The band wants the timetable: https://example.org/trains/2026?from=coast&to=hills (the last train back is at 23:40). Old page: http://example.net/old.", { content: { type: "link", url: "https://example.org/trains/2026?from=coast&to=hills", title: "Trains between the coast and the hills", description: "All departures of the summer timetable, with the last connections back.", picture: true } }),
  say(ANA, "@Tomás Vidal and @…, who brings the chairs? @everyone else brings a cushion.", { mentions: [{ start: 0, end: 12, name: "Tomás Vidal", everyone: false }, { start: 17, end: 19, name: null, everyone: false }, { start: 44, end: 53, name: null, everyone: true }] }),
  say(ME, "I changed my mind about the lanterns: paper ones, no candles.", { editedAt: Date.now() - 86_400_000 }),
  carry(ANA, "location", { type: "location", ...PLACE, name: "Garden gate", address: "Mill Lane 4\nby the water", latitude: 51.50134, longitude: -0.14189 }),
  carry(TOMAS, "live_location", { type: "location", ...PLACE, latitude: 51.5, longitude: -0.12, liveSeconds: 3_600, lastLatitude: 51.5031, lastLongitude: -0.1276, lastAt: Date.UTC(2026, 4, 2, 17, 5) }, "I am on my way"),
  carry(ROSE, "contact", { type: "contacts", more: 0, cards: [{ name: "Bakery Hofmann", people: [] }, { name: "Cousin Bea", people: ["Bea"] }, { name: null, people: [] }] }),
  carry(ANA, "poll", POLL, "When do we hide behind the shed?"),
  carry(ANA, "event", EVENT),
  carry(LID, "group_invite", { type: "invite", name: "Music for the party", expiresAt: Date.UTC(2027, 4, 1) }, "Join us, we need a tenor"),
  send(LID, "text", null, "Hello, this is the accordion player. Ana gave me the link."),
  note(10, ["+15550100044", "Old Sam"]),
  note(1, [], { oldValue: "Grandpa’s 80th" }, "Grandpa’s 80th 🎂"),
  note(18, ["Tomás Vidal"]),
  note(18, ["Grandma Rose"]),
  note(57, ["Tomás Vidal"], { devices: { added: 2, removed: 1 } }),
  note(18, [""]),
  note(56, [], { seconds: 7_776_000 }, null, ROSE),
  note(87, ["Tomás Vidal"]),
  send(TOMAS, "revoked", null, null, { revoked: { byAdmin: false, adminName: null, at: Date.now() - DAY, keptText: "He knows. I am sorry, I talked in my sleep." } }),
  send(TOMAS, "revoked", null, null, { revoked: { byAdmin: true, adminName: "Ana Ruiz", at: null, keptText: null } }),
  say(TOMAS, "I said nothing to anybody.", { deletedLater: true }),
  send(ME, "revoked", null),
  carry(ANA, "call", { type: "call", video: false, duration: 0, outcome: "missed", members: [] }),
  carry(ME, "call", { type: "call", video: true, duration: 1_265, outcome: "answered", members: [{ name: "Tomás Vidal", outcome: "answered" }, { name: null, outcome: "declined" }] }),
  send(ME, "call", null),
  send(ROSE, "view_once", { mime: "image/jpeg", found: false, missing: "view_once" }, null, { viewOnce: "opened" }),
  album(ANA, 5),
  part(1, "album", send(ANA, "image", { mime: "image/jpeg", size: 2_204_118, width: 1600, height: 1200, picture: true })),
  part(2, "album", send(ANA, "image", { mime: "image/jpeg", size: 2_104_118, width: 1200, height: 1600, picture: true }, "The shed, cleared out")),
  part(3, "album", send(ANA, "video", { mime: "video/mp4", size: 9_104_118, duration: 31, width: 1280, height: 720, picture: true })),
  part(4, "album", send(ANA, "image", { mime: "image/jpeg", found: false, missing: "never_downloaded" })),
  part(5, "album", send(ANA, "image", { mime: "image/jpeg", size: 2_204_118, width: 1600, height: 1200, picture: true })),
  send(ANA, "album", null),
  send(ROSE, "image", { mime: "image/jpeg", size: 204_118, width: 800, height: 600, picture: true }, "The almond tree", { disappearing: { seconds: 604_800, expiresAt: null }, kept: { who: named("Ana Ruiz"), at: null }, pinned: { who: mine, at: null } }),
  part(1, "hd_twin", send(ROSE, "image", { mime: "image/jpeg", size: 3_204_118, width: 3_200, height: 2_400, picture: true })),
  send(ANA, "image", { mime: "image/jpeg", size: 900_000, width: 900, height: 900, picture: true, found: false, missing: "offloaded" }),
  send(ANA, "image", { mime: "image/jpeg", size: 0, found: false, missing: "never_downloaded" }, "This one never finished downloading."),
  send(TOMAS, "gif", { mime: "video/mp4", size: 402_000, duration: 3, width: 480, height: 270, picture: true }),
  send(TOMAS, "video_note", { mime: "video/mp4", size: 1_402_000, duration: 14 }),
  send(TOMAS, "audio", { name: "Accordion – Valse.mp3", mime: "audio/mpeg", size: 5_402_118, duration: 212 }),
  carry(ROSE, "order", ORDER, "3 kg almonds"),
  send(ROSE, "payment", null),
  carry(ROSE, "template", OFFER),
  send(ANA, "something_new", null, null, { kind: "unsupported", rawKind: 118 }),
  send(ANA, "something_new", null, "A text of a kind nobody knows yet.", { kind: "unsupported", rawKind: 137 }),
  say(ANA, "A message whose date the phone did not keep.", { sentAt: null }),
  say(ME, "Answering something that is gone.", quoting(null, "Old Sam", null, "voice")),
  say(TOMAS, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde_and_a_word_that_never_ends_0123456789_0123456789_0123456789_0123456789"),
  say(ROSE, "Line one\nLine two\n\n    indented, and <b>not bold</b> & not a <script>\nLast line", { forwarded: 127 }),
  say(ME, "He just called. He asked what time the party is.", { reactions: [react("😂", "Ana Ruiz"), react("😂", "Tomás Vidal"), react("😂", null), react("😮", "Grandma Rose"), react("🙏", "נועה")] }),
  say(TOMAS, "Customs officer. I told you."),
  say(ROSE, MARKED, { marks: { bookmark: true, tags: ["party", "to do"], note: "Ask her about the cardamom.", changedAt: null } }),
  say(NOA, "*רשימה:*\n- תקליטים\n- _רמקולים_", { marks: { bookmark: false, tags: ["music"], note: null, changedAt: null } }),
  send(ANA, "video", { mime: "video/mp4", size: 412_000_000, duration: 1_804, width: 1280, height: 720, picture: true, name: "VID-20260402-WA0007.mp4" }),
  send(TOMAS, "voice", { mime: "audio/amr", size: 9_400, duration: 6, waveform: WAVES }),
  say(ANA, "So, does anyone still need a lift on Saturday?"),
];
