// What can be asked about one message in the played shell: its details, its file, its text.
import type { MessageDetailsView } from "../bindings/MessageDetailsView";
import type { MessageView } from "../bindings/MessageView";
import type { ReceiptView } from "../bindings/ReceiptView";
import { failureOf } from "./errors";
import type { Handlers } from "./mock";
import { chatHandlers } from "./mockChats";
import { NOW, DAY } from "./mockPhone";
import { film, tones } from "./mockSounds";
import { PEOPLE } from "./mockTalk";

type Asked = "message_details" | "media_bytes" | "save_media" | "open_media" | "save_contact" | "copy_text";

const MINUTE = 60_000;
const FILMS = new Set(["video", "video_note", "gif"]);
/** Ids in the mock say where a message stands. */
const CHAT = 1_000_000;

/** A hash that no file has, always the same for the same number. */
const hash = (seed: number) => Array.from({ length: 8 }, (_, n) => ((seed * 2_654_435_761 + n * 40_503) >>> 0).toString(16).padStart(8, "0")).join("");

async function messageOf(id: number): Promise<MessageView> {
  const [message] = await chatHandlers.messages({ chat: Math.floor(id / CHAT), from: id % CHAT, limit: 1 }, {});
  if (!message) throw failureOf("usage", "mock: no such message");
  return message;
}

function receiptsOf({ fromMe, sentAt, kind }: MessageView): ReceiptView[] {
  if (!fromMe || sentAt === null) return [];
  const sound = kind === "voice";
  return PEOPLE.slice(0, 4).map((name, n) => ({
    name: n === 3 ? null : name,
    delivered: sentAt + (n + 1) * MINUTE,
    read: n < 2 ? sentAt + (n + 2) * 7 * MINUTE : null,
    played: sound && n === 0 ? sentAt + 30 * MINUTE : null,
  }));
}

async function details({ message: id }: { message: number }): Promise<MessageDetailsView> {
  const message = await messageOf(id);
  return {
    id,
    chat: Math.floor(id / CHAT),
    position: message.position,
    sentAt: message.sentAt,
    receivedAt: message.fromMe || message.sentAt === null ? null : message.sentAt + 2_300,
    editedAt: message.editedAt,
    fromMe: message.fromMe,
    senderName: message.senderName,
    senderAddress: message.fromMe ? null : message.senderName === null ? null : `+155501000${String(message.sender ?? 0).padStart(2, "0")}`,
    device: message.sender === 1 ? 3 : message.fromMe ? null : 0,
    kind: message.kind,
    rawKind: message.rawKind,
    key: message.kind === "system" ? null : `3EB0${hash(id).slice(0, 16).toUpperCase()}`,
    sources: [
      { fileName: "msgstore-2026-04-02.1.db.crypt15", sha256: hash(7), created: NOW - 40 * DAY, importedAt: NOW - 39 * DAY, row: String(id * 3 + 2) },
      { fileName: "msgstore.db.crypt15", sha256: message.position % 2 === 0 ? hash(11) : null, created: NOW - 2 * DAY, importedAt: NOW - DAY, row: null },
    ],
    receipts: receiptsOf(message),
  };
}

async function bytes({ message: id }: { message: number }): Promise<ArrayBuffer> {
  const { kind, media } = await messageOf(id);
  if (!media?.found) throw failureOf("io", "mock: no such file");
  // a sound that no browser plays
  if (media.mime === "audio/amr") return new Uint8Array([35, 33, 65, 77, 82, 10, 0, 0]).buffer;
  return FILMS.has(kind) ? film(media.width ?? 240, media.height ?? 240) : tones(media.duration ?? 3);
}

export const messageHandlers: Pick<Handlers, Asked> = {
  message_details: details,
  media_bytes: bytes,
  save_media: () => true,
  open_media: () => null,
  save_contact: () => true,
  copy_text: () => null,
};
