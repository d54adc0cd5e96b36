// Made-up chats for the mock: some forty of them in a dozen scripts, one of 100,000 messages and one of 200,000. Messages are made when asked for, by position,
// always the same for the same place. Nobody in them exists.
import type { ChatKind } from "../bindings/ChatKind";
import type { ChatView } from "../bindings/ChatView";
import type { MessageView } from "../bindings/MessageView";
import type { Handlers } from "./mock";
import { UNMARKED } from "./mockMarks";
import { DAY, NOW } from "./mockPhone";
import { search } from "./mockSearch";
import { NO_NOTICE, SHOWCASE } from "./mockShowcase";
import { PEOPLE, TONGUES, type Tongue } from "./mockTalk";

type Made = {
  id: number;
  name: string | null;
  address: string;
  kind: ChatKind;
  count: number;
  days: number;
  /** Days before now of the newest message. */
  age: number;
  tongue: Tongue;
  members: number[];
  part?: Partial<ChatView>;
};

const MINUTE = 60_000;
/** The largest chat. A search over all chats leaves it out here: the mock looks at every message. */
const HUGE = 41;

function chat(id: number, name: string | null, tongue: Tongue, count: number, days: number, age: number, more: Partial<Made> = {}): Made {
  const address = `1555010${String(id).padStart(4, "0")}@s.whatsapp.net`;
  return { id, name, tongue, count, days, age, kind: "person", address, members: [], ...more };
}

function group(id: number, name: string | null, tongue: Tongue, count: number, days: number, age: number, more: Partial<Made> = {}): Made {
  const members = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => (n + id) % PEOPLE.length).slice(0, 4 + (id % 5));
  return { ...chat(id, name, tongue, count, days, age), kind: "group", address: `12036304100000${id}@g.us`, members, ...more };
}

const MADE: Made[] = [
  group(1, "Grandpa’s 80th 🎂", "en", SHOWCASE.length, 9, 0.02, {
    part: { unread: 3, description: "He turns eighty on the twelfth.\nSurprise: not a word to him. Lists and plans in here only.", disappearing: 7_776_000 },
  }),
  chat(2, "Ana Ruiz Fernández", "en", 100_000, 3_900, 0.1),
  group(3, "Sierra walks", "en", 18_240, 2_300, 0.3),
  chat(4, "মা", "bn", 6_412, 1_800, 0.6),
  chat(5, "Lukas Brandstätter", "de", 2_318, 1_400, 1.2),
  group(6, "عائلة الشمري", "ar", 9_870, 1_900, 1.6, { part: { unread: 12 } }),
  chat(7, "王小明", "zh", 1_204, 900, 2.1),
  chat(8, null, "en", 41, 60, 3.2),
  chat(9, null, "en", 7, 4, 4.4, { address: "204518830917213@lid" }),
  group(10, "Community garden, plots 12–40, watering and tool shed rota", "en", 3_904, 1_300, 5.5),
  chat(11, "Мария Иванова", "ru", 882, 700, 6.3),
  chat(12, "דנה לוי", "he", 640, 400, 9),
  chat(13, "अर्जुन मेहता", "hi", 1_960, 1_100, 12),
  group(14, "東京の同窓会", "ja", 2_750, 1_500, 15, { part: { unread: 1 } }),
  chat(15, "Νίκος Παππάς", "el", 318, 300, 21),
  chat(16, "สมชาย", "th", 96, 90, 26),
  chat(17, "김민지", "ko", 455, 500, 33),
  group(18, null, "en", 212, 200, 40),
  chat(19, "Dr. Oyelaran’s surgery", "en", 38, 700, 47),
  chat(20, "Inés (piano)", "es", 1_033, 1_000, 58),
  chat(21, "Tom next door", "en", 210, 900, 71),
  group(22, "Book club: one chapter a week", "en", 4_120, 1_700, 80),
  chat(23, "Fatima Zahra", "ar", 77, 120, 96),
  chat(24, "Uncle Joe", "en", 1_502, 2_000, 110),
  chat(25, "Bike repair", "en", 19, 30, 140),
  group(26, "Kita Sonnenschein Eltern", "de", 2_905, 800, 170),
  chat(27, "Chloé Lefèvre", "fr", 690, 1_300, 190),
  chat(28, "Mr. Bartholomew Featherstonehaugh-Cholmondeley III, Esq.", "en", 12, 40, 230),
  chat(29, "Pedro", "es", 3_301, 2_600, 260),
  chat(30, "Nobody wrote here yet", "en", 0, 0, 300),
  { ...chat(31, "Walking friends", "en", 8, 200, 310), kind: "broadcast", address: "1555010031@broadcast" },
  { ...group(32, "Our street", "en", 5_120, 1_600, 12), kind: "community", address: "120363041000320@g.us" },
  group(42, "Our street: tools to lend", "en", 730, 900, 13, { part: { community: 32 } }),
  group(43, "Our street: summer party", "en", 1_210, 1_100, 2.6, { part: { community: 32 } }),
  chat(33, "Old flatmate", "en", 820, 400, 900, { part: { archived: true } }),
  group(34, "Lisbon trip 2019", "en", 1_420, 40, 2_200, { part: { archived: true, left: true } }),
  chat(35, "Estate agent", "en", 54, 90, 1_300, { part: { archived: true } }),
  chat(36, "Solicitor", "en", 61, 200, 30, { part: { locked: true } }),
  { ...chat(37, "Weather for sailors", "en", 940, 800, 0.4), kind: "channel", address: "120363037000000@newsletter", members: [3] },
  { ...chat(38, null, "en", 310, 600, 0.9), kind: "status", address: "status@broadcast", members: [0, 1, 2, 4, 6] },
  { ...chat(39, null, "en", 122, 300, 1_900), kind: "deleted", address: "deleted-39", members: [5] },
  { ...chat(40, null, "es", 9, 3, 2_400), kind: "deleted", address: "deleted-40", members: [7] },
  chat(HUGE, "Marta, since school", "en", 200_000, 3_900, 8),
];

const BY_ID = new Map(MADE.map((made) => [made.id, made]));

/** A steady number below `below` for a place and a purpose. */
function dice(made: Made, position: number, purpose: number, below: number): number {
  let seed = (made.id * 374_761_393 + position * 668_265_263 + purpose * 2_246_822_519) >>> 0;
  seed = Math.imul(seed ^ (seed >>> 13), 1_274_126_177) >>> 0;
  return ((seed ^ (seed >>> 16)) >>> 0) % below;
}

/** Talk comes in runs of eleven, a minute or three apart. */
function momentOf(made: Made, position: number): number {
  const start = NOW - (made.age + made.days) * DAY;
  const last = Math.max(1, made.count - 1);
  const run = Math.floor(position / 11) * 11;
  return Math.round(start + (run / last) * made.days * DAY + (position - run) * 2.5 * MINUTE);
}

function textOf(made: Made, position: number): string {
  const lines = TONGUES[made.tongue];
  const line = (purpose: number) => lines[dice(made, position, purpose, lines.length)] ?? "";
  const length = dice(made, position, 3, 10);
  if (length < 6) return line(4);
  if (length < 9) return `${line(5)} ${line(6)}`;
  return `${line(7)} ${line(8)} ${line(9)}\n\n${line(10)}`;
}

function plain(made: Made, position: number): MessageView {
  const speaker = Math.floor(position / 2 + dice(made, Math.floor(position / 3), 1, 3));
  const fromMe = made.kind !== "channel" && made.kind !== "status" && speaker % 3 === 0;
  const member = made.members[speaker % Math.max(1, made.members.length)];
  return {
    id: made.id * 1_000_000 + position,
    position,
    sentAt: momentOf(made, position),
    fromMe,
    sender: fromMe ? null : (member ?? made.id),
    senderName: fromMe ? null : member === undefined ? made.name : (PEOPLE[member] ?? null),
    hue: (member ?? made.id) % 8,
    kind: "text",
    rawKind: 0,
    text: textOf(made, position),
    starred: dice(made, position, 20, 60) === 0,
    forwarded: dice(made, position, 21, 70) === 0 ? 1 : null,
    editedAt: dice(made, position, 22, 50) === 0 ? momentOf(made, position) + 3 * MINUTE : null,
    quoted: null,
    media: null,
    system: null,
    reactions: [],
    reactionsMore: 0,
    marks: null,
    content: null,
    mentions: [],
    partOf: null,
    parts: [],
    disappearing: null,
    pinned: null,
    kept: null,
    revoked: null,
    deletedLater: false,
    viewOnce: null,
    broadcast: made.kind === "broadcast" && fromMe,
    channel: made.kind === "channel" ? { views: 1_204 + dice(made, position, 60, 4_000), reactions: [{ emoji: "👍", count: 12 + dice(made, position, 61, 300) }] } : null,
  };
}

const SIZES = [
  [1600, 1200],
  [1200, 1600],
  [1280, 720],
  [900, 900],
] as const;

function mediaOf(made: Made, position: number, picture: boolean): NonNullable<MessageView["media"]> {
  const [width, height] = SIZES[dice(made, position, 30, SIZES.length)] ?? SIZES[0];
  const found = dice(made, position, 33, 5) > 0;
  return {
    name: null,
    mime: picture ? "image/jpeg" : "audio/ogg",
    size: 20_000 + dice(made, position, 31, 4_000_000),
    duration: picture ? null : 3 + dice(made, position, 32, 240),
    width: picture ? width : null,
    height: picture ? height : null,
    pages: null,
    transcript: null,
    waveform: picture ? null : Array.from({ length: 64 }, (_, n) => Math.round(Math.abs(Math.sin(n / 5 + position)) * (30 + dice(made, position * 64 + n, 34, 70)))),
    found,
    missing: found ? null : "absent",
    picture: picture && found,
  };
}

/** Runs of security notices: short ones everywhere in this chat, one that goes on over many pages; and a flood of people who come, with a short one in it. */
const FLOODED = { chat: 10, every: 97, run: 12, from: 1_000, to: 1_640 };
const JOINED = { from: 2_000, to: 2_090 };

function isFlooded(made: Made, position: number): boolean {
  const long = position >= FLOODED.from && position < FLOODED.to;
  return made.id === FLOODED.chat && (long || (position % FLOODED.every < FLOODED.run && position > FLOODED.every));
}

/** Replies in private: one to a message of another chat, and one to a message of a locked chat. */
const REPLIES = { chat: 5, to: { chat: 3, position: 12_000 }, known: 2_313, hidden: 2_315 };

function replyAt(message: MessageView): MessageView {
  const { chat, position } = REPLIES.to;
  const there = BY_ID.get(chat);
  if (message.position === REPLIES.hidden) return { ...message, quoted: { message: null, chat: null, position: null, senderName: null, fromMe: false, text: null, kind: null, hidden: true } };
  return message.position === REPLIES.known && there ? { ...message, quoted: quoteOf(chat, plain(there, position)) } : message;
}

function quoteOf(chat: number, { id, position, senderName, fromMe, text }: MessageView): MessageView["quoted"] {
  return { message: id, chat, position, senderName, fromMe, text, kind: "text", hidden: false };
}

function notice(message: MessageView, system: NonNullable<MessageView["system"]>): MessageView {
  return { ...message, fromMe: false, kind: "system", rawKind: 7, text: null, starred: false, forwarded: null, editedAt: null, system };
}

function messageAt(made: Made, position: number): MessageView {
  const message = plain(made, position);
  if (made.id === REPLIES.chat && (position === REPLIES.known || position === REPLIES.hidden)) return replyAt(message);
  if (isFlooded(made, position)) {
    const [code, devices] = position % 3 === 0 ? [57, { added: 1, removed: 0 }] : [18, null];
    return notice(message, { ...NO_NOTICE, action: code, people: [PEOPLE[position % PEOPLE.length] ?? ""], devices });
  }
  if (made.id === FLOODED.chat && position >= JOINED.from && position < JOINED.to) return notice(message, { ...NO_NOTICE, action: 12, people: [PEOPLE[position % PEOPLE.length] ?? ""] });
  if (made.id === 1) {
    const wanted = SHOWCASE[position];
    return wanted ? { ...message, forwarded: null, editedAt: null, starred: false, ...wanted(message) } : message;
  }
  const fate = dice(made, position, 2, 100);
  if (fate < 6) return { ...message, kind: "image", rawKind: 1, text: fate < 2 ? message.text : null, media: mediaOf(made, position, true) };
  if (fate < 9) return { ...message, kind: "voice", rawKind: 2, text: null, media: mediaOf(made, position, false) };
  if (fate === 9) return { ...message, kind: "revoked", rawKind: 15, text: null, editedAt: null };
  if (fate === 10 && made.members.length > 0) return { ...message, kind: "system", rawKind: 7, text: null, system: { ...NO_NOTICE, action: 12, people: [PEOPLE[position % PEOPLE.length] ?? "Ana"] } };
  if (fate === 11) return { ...message, kind: "call", rawKind: 90, text: null };
  if (fate < 17 && position > 20) {
    const back = plain(made, position - 3 - dice(made, position, 40, 15));
    return { ...message, quoted: quoteOf(made.id, back) };
  }
  if (fate < 24) return { ...message, reactions: reactionsOf(made, position) };
  return message;
}

function reactionsOf(made: Made, position: number): MessageView["reactions"] {
  const signs = ["👍", "❤️", "😂", "🙏", "😮"];
  return Array.from({ length: 1 + dice(made, position, 50, made.members.length > 0 ? 4 : 1) }, (_, n) => ({
    emoji: signs[dice(made, position, 51 + Math.floor(n / 2), signs.length)] ?? "👍",
    fromMe: n === 2,
    senderName: n === 2 ? null : (PEOPLE[(position + n) % PEOPLE.length] ?? null),
  }));
}

function viewOf(made: Made): ChatView {
  const last = made.count > 0 ? messageAt(made, made.count - 1) : null;
  return {
    id: made.id,
    name: made.name,
    address: made.address,
    kind: made.kind,
    messages: made.count,
    firstAt: made.count > 0 ? momentOf(made, 0) : null,
    lastAt: last?.sentAt ?? null,
    lastText: last?.text ?? null,
    lastKind: last?.kind ?? null,
    lastFromMe: last?.fromMe ?? false,
    unread: 0,
    archived: false,
    locked: false,
    description: made.kind === "channel" ? "Wind, waves and tides, every morning at six." : null,
    disappearing: null,
    left: false,
    community: null,
    marks: UNMARKED,
    ...made.part,
  };
}

/** Every chat, the locked ones too. */
export const everyChat = () => MADE.map(viewOf);

function eachOf<T>(chat: number, of: (made: Made, position: number) => T): T[] {
  const made = BY_ID.get(chat);
  return made ? Array.from({ length: made.count }, (_, position) => of(made, position)) : [];
}

/** All messages of a chat, in their order. */
export const messagesOf = (chat: number): MessageView[] => eachOf(chat, messageAt);
/** The moments of a chat's messages, in their order. */
export const momentsOf = (chat: number): number[] => eachOf(chat, momentOf);

export const chatHandlers: Pick<Handlers, "messages" | "position_at" | "search"> = {
  messages: (args) => {
    const made = BY_ID.get(args.chat);
    if (!made) return [];
    const limit = Math.min(args.limit, 200, made.count - args.from);
    return Array.from({ length: Math.max(0, limit) }, (_, n) => messageAt(made, args.from + n));
  },
  position_at: (args) => {
    const made = BY_ID.get(args.chat);
    let low = 0;
    let high = made?.count ?? 0;
    while (made && low < high) {
      const middle = (low + high) >> 1;
      if (momentOf(made, middle) < args.at) low = middle + 1;
      else high = middle;
    }
    return low;
  },
  search: (args) => search(MADE.filter(({ id }) => (args.chat === null ? id !== HUGE : id === args.chat)), messageAt, args.text, args.offset, args.limit),
};
