// The mock's search: plain words without accents, and the filters that the window has buttons for. Only enough to show the screens.
import type { HitsView } from "../bindings/HitsView";
import type { HitView } from "../bindings/HitView";
import type { MessageView } from "../bindings/MessageView";

type Chat = { id: number; name: string | null; count: number };
type Fits = (message: MessageView) => boolean;

const ENOUGH = 10_000;

const holds = (...kinds: string[]): Fits => ({ kind }) => kinds.includes(kind);
const FILTERS: Record<string, Fits> = {
  "has:photo": holds("image"),
  "has:video": holds("video", "video_note"),
  "has:voice": holds("voice"),
  "has:document": holds("document"),
  "has:link": ({ text }) => /https?:/.test(text ?? ""),
  "has:location": holds("location", "live_location"),
  "has:poll": holds("poll"),
  "has:bookmark": ({ marks }) => marks?.bookmark === true,
  "has:note": ({ marks }) => (marks?.note ?? "") !== "",
  "is:starred": ({ starred }) => starred,
  "from:me": ({ fromMe }) => fromMe,
};

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What was typed, taken apart: several `has:` widen, all else narrows. */
function asked(typed: string): { wanted: string; fits: Fits } {
  const pieces = typed.split(/\s+/);
  const filters = pieces.filter((piece) => piece in FILTERS);
  const all = (begins: boolean) => filters.filter((piece) => piece.startsWith("has:") === begins).flatMap((piece) => FILTERS[piece] ?? []);
  const [any, every] = [all(true), all(false)];
  return {
    wanted: pieces.filter((piece) => !(piece in FILTERS)).join(" "),
    fits: (message) => (any.length === 0 || any.some((fits) => fits(message))) && every.every((fits) => fits(message)),
  };
}

function hitIn(chat: Chat, message: MessageView, wanted: string): HitView | null {
  const text = message.text ?? "";
  const at = text.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0 && !folded(text).includes(folded(wanted))) return null;
  // from the beginning of a word, as the shell cuts it
  const from = at <= 40 ? 0 : Math.min(at, text.indexOf(" ", at - 40) + 1);
  const part = (start: number, end: number, hit: boolean) => ({ text: text.slice(start, end), hit });
  const end = at + wanted.length;
  const cut = [{ text: `${from > 0 ? "…" : ""}${text.slice(from, at)}`, hit: false }, part(at, end, true), part(end, end + 90, false)];
  const snippet = at < 0 || wanted === "" ? [part(0, 120, false)] : cut;
  const { id, position, sentAt, senderName, fromMe, kind } = message;
  return { chat: chat.id, chatName: chat.name, message: id, position, sentAt, senderName, fromMe, kind, snippet };
}

export function search<C extends Chat>(chats: readonly C[], messageAt: (chat: C, position: number) => MessageView, typed: string, offset: number, limit: number): HitsView {
  const { wanted, fits } = asked(typed);
  const hits: HitView[] = [];
  for (const chat of chats) {
    for (let position = chat.count - 1; position >= 0 && hits.length < ENOUGH; position -= 1) {
      const message = messageAt(chat, position);
      const hit = fits(message) ? hitIn(chat, message, wanted) : null;
      if (hit) hits.push(hit);
    }
  }
  hits.sort((one, other) => (other.sentAt ?? 0) - (one.sentAt ?? 0));
  const counted = chats.map(({ id }) => ({ chat: id, hits: hits.filter((hit) => hit.chat === id).length })).filter((one) => one.hits > 0);
  return { total: hits.length, totalAtLeast: hits.length >= ENOUGH, hits: hits.slice(offset, offset + limit), chats: counted };
}
