// Which of a few shapes a message's content has. Kinds this version does not know have one too: nothing is left out.
import type { MediaView } from "../../../../bindings/MediaView";
import type { MessageView } from "../../../../bindings/MessageView";

export type Body = "text" | "picture" | "film" | "sound" | "file" | "card" | "call" | "revoked" | "album" | "unsupported";

const FILES = new Set(["image", "video", "video_note", "audio", "voice", "document", "sticker", "gif"]);
const SOUNDS = new Set(["audio", "voice"]);
const FILMS = new Set(["video", "video_note", "gif"]);
const CARDS = new Set([
  "location",
  "live_location",
  "contact",
  "poll",
  "event",
  "group_invite",
  "view_once",
  "album",
  "order",
  "payment",
  "template",
]);

/** The shape of a message's content. */
export function bodyOf(message: MessageView): Body {
  const { kind, media } = message;
  if (kind === "text") return media ? fileOrPicture(media) : "text";
  if (SOUNDS.has(kind) && media?.found) return "sound";
  if (FILMS.has(kind) && (media?.found || media?.picture)) return "film";
  if (kind === "revoked") return "revoked";
  if (kind === "call") return "call";
  if (FILES.has(kind)) return media ? fileOrPicture(media) : "file";
  if (kind === "album" && message.parts.length > 0) return "album";
  if (CARDS.has(kind)) return media?.picture ? "picture" : "card";
  return media ? fileOrPicture(media) : "unsupported";
}

function fileOrPicture(media: MediaView): Body {
  return media.picture ? "picture" : "file";
}

/** Widest and tallest a picture is drawn, in CSS pixels. */
const LARGEST = { picture: { width: 320, height: 340 }, sticker: { width: 168, height: 168 } };
/** Where the source does not say how large a picture is. */
const UNKNOWN = { width: 280, height: 210 };
const ROUND = { width: 220, height: 220 };
const NARROWEST = 120;

/** The room a picture takes: known before it is loaded, so that nothing moves when it comes. */
export function roomFor(media: MediaView, kind: string): { width: number; height: number } {
  if (kind === "video_note") return ROUND;
  const largest = kind === "sticker" ? LARGEST.sticker : LARGEST.picture;
  if (!media.width || !media.height) return kind === "sticker" ? largest : UNKNOWN;
  const scale = Math.min(1, largest.width / media.width, largest.height / media.height);
  const width = Math.round(media.width * scale);
  return { width: Math.max(NARROWEST, width), height: Math.max(40, Math.round(media.height * scale)) };
}
