// The chat list as lines: pinned chats, the everyday ones with the groups of a community folded under it, then the quiet sections. Pure; draws nothing.
import type { ChatView } from "../../../bindings/ChatView";
import type { PlacesId } from "../../../i18n/ids/places";
import type { Order } from "../../../state/reading.svelte";

export type SectionName = "archived" | "locked" | "channels" | "status" | "deleted";
export type Line =
  /** `inside`: a group that stands under its community. */
  | { type: "chat"; chat: ChatView; inside: boolean }
  /** The groups of the community above it. */
  | { type: "groups"; community: ChatView; count: number; unfolded: boolean }
  | { type: "section"; section: SectionName; count: number; unfolded: boolean }
  /** The way to the locked chats, or to hiding them again. */
  | { type: "locked"; shown: boolean; count: number };

/** How the lines are wanted. */
export type Wanted = {
  nameOf: (chat: ChatView) => string;
  filter: string;
  order: Order;
  /** Keys of what is unfolded. */
  unfolded: ReadonlySet<string>;
  locked: { shown: boolean; count: number };
};

/** Quiet sections in their order, with their words. */
export const SECTIONS: readonly { section: SectionName; word: PlacesId }[] = [
  { section: "archived", word: "places-archived" },
  { section: "locked", word: "places-locked" },
  { section: "channels", word: "places-channels" },
  { section: "status", word: "places-status" },
  { section: "deleted", word: "places-deleted" },
];

/** The key under which a community is unfolded. */
export const communityKey = (chat: number) => `community ${chat}`;

/** Where a chat stands: locked before archived, because locked says more. */
export function sectionOf(chat: ChatView): SectionName | null {
  if (chat.kind === "deleted") return "deleted";
  if (chat.locked) return "locked";
  if (chat.kind === "status") return "status";
  if (chat.kind === "channel") return "channels";
  return chat.archived ? "archived" : null;
}

/** Text without accents and capitals, for filtering names. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** The lines to draw. While a filter is set every section that has a match is unfolded, and groups stand by themselves. */
export function linesOf(chats: readonly ChatView[], wanted: Wanted): Line[] {
  const filter = folded(wanted.filter.trim());
  const kept = filter === "" ? chats : chats.filter((chat) => folded(wanted.nameOf(chat)).includes(filter));
  const inside = filter === "" ? groupsOf(kept) : new Map<number, ChatView[]>();
  const nested = new Set([...inside.values()].flat());
  const sorted = kept.filter((chat) => !nested.has(chat)).sort(inOrder(wanted, inside));
  const lines = sorted.filter((chat) => sectionOf(chat) === null).flatMap((chat) => withGroups(chat, inside, wanted));
  for (const { section } of SECTIONS) {
    const here = sorted.filter((chat) => sectionOf(chat) === section);
    if (here.length > 0) {
      const open = filter !== "" || wanted.unfolded.has(section);
      lines.push({ type: "section", section, count: here.length, unfolded: open });
      if (open) lines.push(...here.flatMap((chat) => withGroups(chat, inside, wanted)));
    }
    const { shown, count } = wanted.locked;
    if (section === "locked" && filter === "" && (shown ? wanted.unfolded.has(section) : count > 0)) lines.push({ type: "locked", shown, count });
  }
  return lines;
}

/** The groups that stand under a community: those of the same section that the person has not pinned by themselves. */
function groupsOf(chats: readonly ChatView[]): Map<number, ChatView[]> {
  const sections = new Map(chats.map((chat) => [chat.id, sectionOf(chat)]));
  const inside = new Map<number, ChatView[]>();
  for (const chat of chats) {
    const { community } = chat;
    if (community === null || community === chat.id || chat.marks.bookmark || sections.get(community) !== sectionOf(chat)) continue;
    const groups = inside.get(community);
    if (groups) groups.push(chat);
    else inside.set(community, [chat]);
  }
  // a group that says it holds groups itself is no community: nothing may vanish from the list
  const nested = new Set([...inside.values()].flat().map(({ id }) => id));
  return new Map([...inside].filter(([community]) => !nested.has(community)));
}

function withGroups(chat: ChatView, inside: ReadonlyMap<number, ChatView[]>, wanted: Wanted): Line[] {
  const groups = inside.get(chat.id) ?? [];
  const line: Line = { type: "chat", chat, inside: false };
  if (groups.length === 0) return [line];
  const unfolded = wanted.unfolded.has(communityKey(chat.id));
  const below = unfolded ? [...groups].sort(inOrder(wanted, new Map())) : [];
  return [line, { type: "groups", community: chat, count: groups.length, unfolded }, ...below.map((group): Line => ({ type: "chat", chat: group, inside: true }))];
}

/** Pinned first, then as wished; a community counts with its groups. Chats without a date come last. */
function inOrder({ order, nameOf }: Wanted, inside: ReadonlyMap<number, ChatView[]>): (a: ChatView, b: ChatView) => number {
  const own = (chat: ChatView) => (order === "most" ? chat.messages : (chat.lastAt ?? -Infinity));
  const together = (a: number, b: number) => (order === "most" ? a + b : Math.max(a, b));
  // communities once: a comparison must not go through their groups again and again
  const weights = new Map([...inside].map(([id, groups]) => [id, groups.map(own).reduce(together, order === "most" ? 0 : -Infinity)]));
  const weight = (chat: ChatView) => together(own(chat), weights.get(chat.id) ?? (order === "most" ? 0 : -Infinity));
  const names = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  return (a, b) => {
    const pinned = Number(b.marks.bookmark) - Number(a.marks.bookmark);
    if (pinned !== 0) return pinned;
    if (order === "name") return names.compare(nameOf(a), nameOf(b)) || a.id - b.id;
    const [before, after] = [weight(a), weight(b)];
    return before === after ? a.id - b.id : after - before;
  };
}
