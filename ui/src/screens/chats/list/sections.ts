// The chat list as lines: first the everyday chats, then the quiet sections that can be unfolded. Pure; draws nothing.
import type { ChatView } from "../../../bindings/ChatView";
import type { ChatsId } from "../../../i18n/ids/chats";

export type SectionName = "archived" | "locked" | "channels" | "status" | "deleted";
export type Line =
  | { type: "chat"; chat: ChatView }
  | { type: "section"; section: SectionName; count: number; unfolded: boolean };

/** Quiet sections in their order, with their words. */
export const SECTIONS: readonly { section: SectionName; word: ChatsId }[] = [
  { section: "archived", word: "chats-section-archived" },
  { section: "locked", word: "chats-section-locked" },
  { section: "channels", word: "chats-section-channels" },
  { section: "status", word: "chats-section-status" },
  { section: "deleted", word: "chats-section-deleted" },
];

/** Where a chat stands: locked before archived, because locked says more. */
export function sectionOf(chat: ChatView): SectionName | null {
  if (chat.kind === "deleted") return "deleted";
  if (chat.locked) return "locked";
  if (chat.kind === "status") return "status";
  if (chat.kind === "channel") return "channels";
  return chat.archived ? "archived" : null;
}

/** Newest first; chats without a date last. */
export function byRecency(a: ChatView, b: ChatView): number {
  return (b.lastAt ?? -Infinity) - (a.lastAt ?? -Infinity) || a.id - b.id;
}

/** Text without accents and capitals, for filtering names. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** The lines to draw. While a filter is set every section that has a match is unfolded. */
export function linesOf(
  chats: readonly ChatView[],
  nameOf: (chat: ChatView) => string,
  filter: string,
  unfolded: ReadonlySet<SectionName>,
): Line[] {
  const wanted = folded(filter.trim());
  const kept = wanted === "" ? chats : chats.filter((chat) => folded(nameOf(chat)).includes(wanted));
  const sorted = [...kept].sort(byRecency);
  const lines: Line[] = sorted
    .filter((chat) => sectionOf(chat) === null)
    .map((chat) => ({ type: "chat", chat }));
  for (const { section } of SECTIONS) {
    const inside = sorted.filter((chat) => sectionOf(chat) === section);
    if (inside.length === 0) continue;
    const open = wanted !== "" || unfolded.has(section);
    lines.push({ type: "section", section, count: inside.length, unfolded: open });
    if (open) lines.push(...inside.map((chat): Line => ({ type: "chat", chat })));
  }
  return lines;
}
