// The gallery in the played shell: what the made-up chats hold, with films, papers and links of its own strewn in, so that ten years are full.
import type { GalleryItemView } from "../bindings/GalleryItemView";
import type { GalleryKind } from "../bindings/GalleryKind";
import type { GalleryMonthView } from "../bindings/GalleryMonthView";
import type { MediaView } from "../bindings/MediaView";
import type { MessageView } from "../bindings/MessageView";
import type { MissingView } from "../bindings/MissingView";
import type { Handlers } from "./mock";
import { chatHandlers } from "./mockChats";
import { NOW } from "./mockPhone";

/** Chats that are looked through: the short one with every kind, a very long one, and some in other scripts. */
const CHATS = [1, 2, 3, 6, 7, 14, 22, 26, 29];
const CAPTIONS = ["The harbour this morning", "عيد ميلاد سعيد يا جدتي 🌸", "京都の桜、今年は早い", "外婆做的饺子", "Look who came to breakfast", "שבת שלום מכולנו", "Before and after: the whole kitchen, the floor, and what we found under it when the old boards were taken up", "❤️"];
const PAPERS = [
  "Lease 2019 (signed).pdf",
  "invoice\u202Efdp.exe",
  "../../../../etc/passwd",
  "A name without an end_0123456789_0123456789_0123456789_0123456789_0123456789_0123456789_0123456789_0123456789.docx",
  "كشف الحساب ٢٠٢١.xlsx",
  "会議の議事録.odt",
  "<img src=x onerror=alert(1)>.html",
  null,
];
const LINKS: [string, string | null][] = [
  ["https://example.org/timetable?from=coast&to=hills", "Trains between the coast and the hills"],
  ["https://www.example.com/recipes/almond-cake", "Almond cake, the real one"],
  ["http://example.net/old", null],
  ["https://example.org/ar", "أجمل حدائق المدينة"],
  ["javascript:alert(1)", "A gift for you"],
  ["https://xn--80ak6aa92e.example/", "Looks like somebody else"],
];
const REASONS: MissingView[] = ["absent", "never_downloaded", "offloaded", "deleted", "unreadable", "view_once"];

const KINDS: Record<GalleryKind, ReadonlySet<string>> = {
  pictures: new Set(["image", "video", "video_note", "gif"]),
  voice: new Set(["voice", "audio"]),
  documents: new Set(["document"]),
  links: new Set(),
};

function pick<T>(list: readonly T[], n: number): T {
  return list[n % list.length] as T;
}

function itemOf(chat: number, message: MessageView, part: Partial<GalleryItemView> = {}): GalleryItemView {
  const { id, position, sentAt, fromMe, senderName, kind, text, media } = message;
  return { message: id, chat, position, sentAt, fromMe, senderName, kind, text, media, url: null, title: null, ...part };
}

function file(n: number, part: Partial<MediaView>): MediaView {
  const found = n % 7 !== 3;
  return { name: null, mime: null, size: 30_000 + ((n * 7_919) % 9_000_000), duration: null, width: null, height: null, pages: null, transcript: null, waveform: null, found, missing: found ? null : pick(REASONS, n), picture: false, ...part };
}

/** A message's place in the galleries; some texts of the long chats become films, papers and links. */
function thingOf(chat: number, message: MessageView): GalleryItemView | null {
  const n = message.position;
  if (chat === 1) {
    const link = message.content?.type === "link" ? { url: message.content.url, title: message.content.title, media: null } : null;
    return message.media || link ? itemOf(chat, message, link ?? {}) : null;
  }
  if (message.kind === "image" && n % 5 === 0) {
    const long = n % 10 === 0;
    return itemOf(chat, message, { kind: "video", text: pick(CAPTIONS, n), media: file(n, { mime: "video/mp4", duration: 8 + (n % 400), size: long ? 240_000_000 : 8_000_000, width: 1280, height: 720, picture: n % 4 !== 1 }) });
  }
  if (message.kind === "image") return itemOf(chat, message, { text: n % 3 === 0 ? pick(CAPTIONS, n) : null });
  if (message.kind === "voice") return itemOf(chat, message);
  if (message.kind !== "text") return null;
  if (n % 113 === 7) return itemOf(chat, message, { kind: "document", text: null, media: file(n, { name: pick(PAPERS, n), mime: "application/pdf", pages: n % 2 === 0 ? 1 + (n % 40) : null }) });
  const [url, title] = pick(LINKS, n);
  return n % 97 === 5 ? itemOf(chat, message, { url, title }) : null;
}

const all = new Map<number, GalleryItemView[]>();

/** All things of a chat, newest first; what has no date comes last. */
function thingsOf(chat: number): GalleryItemView[] {
  const known = all.get(chat);
  if (known) return known;
  const found: GalleryItemView[] = [];
  for (let from = 0; CHATS.includes(chat); from += 200) {
    const messages = chatHandlers.messages({ chat, from, limit: 200 }, {}) as MessageView[];
    for (const message of messages) {
      const thing = thingOf(chat, message);
      if (thing) found.push(thing);
    }
    if (messages.length < 200) break;
  }
  found.sort((a, b) => (b.sentAt ?? -1) - (a.sentAt ?? -1) || b.position - a.position);
  all.set(chat, found);
  return found;
}

function galleryOf(chat: number | null, kind: GalleryKind): GalleryItemView[] {
  const things = chat === null ? CHATS.flatMap(thingsOf).sort((a, b) => (b.sentAt ?? -1) - (a.sentAt ?? -1)) : thingsOf(chat);
  return things.filter((thing) => (kind === "links" ? thing.url !== null : KINDS[kind].has(thing.kind)));
}

/** As the tests' browser has it; the shell counts in the person's own time zone. */
const ZONED = new Intl.DateTimeFormat("en-u-ca-iso8601", { year: "numeric", month: "numeric" });

function monthOf(at: number | null): number | null {
  if (at === null) return null;
  const part = (type: string) => Number(ZONED.formatToParts(at).find((found) => found.type === type)?.value);
  return part("year") * 12 + part("month") - 1;
}

function monthsOf(things: readonly GalleryItemView[]): GalleryMonthView[] {
  const months: GalleryMonthView[] = [];
  for (const { sentAt } of things) {
    const month = monthOf(sentAt);
    const last = months[months.length - 1];
    if (last && last.month === month) last.items += 1;
    else months.push({ month, items: 1 });
  }
  return months;
}

/** Very many pictures, made when they are asked for: a steady number in each of 120 months. */
function manyPictures(count: number): Pick<Handlers, "gallery_months" | "gallery"> {
  const each = Math.ceil(count / 120);
  const newest = monthOf(NOW) ?? 0;
  const thing = (index: number): GalleryItemView => {
    const month = newest - Math.floor(index / each);
    const sentAt = Date.UTC(Math.floor(month / 12), month % 12, 15);
    return { message: index, chat: 2, position: count - index, sentAt, fromMe: index % 3 === 0, senderName: "Ana Ruiz", kind: "image", text: null, media: file(1, { mime: "image/jpeg", width: 1600, height: 1200, picture: true }), url: null, title: null };
  };
  return {
    gallery_months: () => Array.from({ length: 120 }, (_, n) => ({ month: newest - n, items: Math.min(each, count - n * each) })),
    gallery: ({ offset, limit }) => Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, n) => thing(offset + n)),
  };
}

export function galleryHandlers(pictures: number | null): Pick<Handlers, "gallery_months" | "gallery"> {
  if (pictures !== null) return manyPictures(pictures);
  return {
    gallery_months: ({ chat, kind }) => monthsOf(galleryOf(chat, kind)),
    gallery: ({ chat, kind, offset, limit }) => galleryOf(chat, kind).slice(offset, offset + limit),
  };
}
