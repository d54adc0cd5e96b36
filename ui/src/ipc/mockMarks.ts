// Marks in the played shell: bookmarks, tags and notes on messages and chats. What is set stays set as long as the page lives, and the chats show it.
import type { ChatView } from "../bindings/ChatView";
import type { MarkedView } from "../bindings/MarkedView";
import type { MessageView } from "../bindings/MessageView";
import type { OwnMarksView } from "../bindings/OwnMarksView";
import type { TagView } from "../bindings/TagView";
import type { Handlers } from "./mock";
import { chatHandlers } from "./mockChats";
import { DAY, NOW } from "./mockPhone";

/** Nothing is marked. */
export const UNMARKED: OwnMarksView = { bookmark: false, tags: [], note: null, changedAt: null };

export type MarksOptions = {
  /** Nothing is marked at the start. */
  unmarked?: boolean;
  /** So many messages are marked at the start, some of them the same. */
  marked?: number;
  /** The person dismisses the system's own dialogs. */
  dismissing?: boolean;
};

/** The shell gives no more at once. */
const MOST = 200;

type Place = { chat: number; message: number | null };

const TAGS = ["family", "recipes", "Lisbon 2019", "to answer", "receipts", "garden", "music"] as const;
const NOTES = [
  "The name of the café: A Brasileira.",
  "Ask her about this on Sunday.\nShe still has the letter from 1962, and the photograph with the lighthouse.",
  "هذه هي الوصفة",
  "Paid on the third, receipt in the blue folder.",
] as const;

/** Messages of several chats, and one chat. */
function seeds(count: number): [Place, OwnMarksView][] {
  const chats = [1, 2, 3, 6, 7, 12, 20];
  const messages = Array.from({ length: count }, (_, n): [Place, OwnMarksView] => {
    const chat = chats[n % chats.length] ?? 2;
    const position = chat === 1 ? n % 9 : (n * 17) % 300;
    const tags = [TAGS[n % TAGS.length], n % 5 === 0 ? TAGS[(n + 3) % TAGS.length] : undefined].filter((tag) => tag !== undefined);
    return [
      { chat, message: chat * 1_000_000 + position },
      { bookmark: n % 3 !== 1, tags: n % 4 === 1 ? [] : [...tags].sort(), note: n % 4 === 1 || n % 9 === 0 ? (NOTES[n % NOTES.length] ?? null) : null, changedAt: NOW - (n + 0.1) * 3 * DAY },
    ];
  });
  return [...messages, [{ chat: 10, message: null }, { bookmark: false, tags: ["garden"], note: "The rota for the spring is pinned at the shed.", changedAt: NOW - 4 * DAY }]];
}

const keyOf = ({ chat, message }: Place): string => `${chat}/${message ?? "chat"}`;
const isMarked = (marks: OwnMarksView): boolean => marks.bookmark || marks.tags.length > 0 || marks.note !== null;

function tagsOf(all: readonly OwnMarksView[]): TagView[] {
  const counts = new Map<string, number>();
  for (const { tags } of all) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].map(([tag, count]) => ({ tag, count })).sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}

export function marksHandlers(options: MarksOptions, chats: () => ChatView[]): Pick<Handlers, "marks" | "set_marks" | "export_marks" | "messages" | "chats"> {
  const kept = new Map(options.unmarked ? [] : seeds(options.marked ?? 44).map(([place, marks]) => [keyOf(place), { place, marks }]));
  const marksOf = (place: Place, stored: OwnMarksView | null): OwnMarksView | null => kept.get(keyOf(place))?.marks ?? stored;

  async function view({ chat, message }: Place, marks: OwnMarksView): Promise<MarkedView> {
    const whole = chats().find(({ id }) => id === chat);
    const [found]: (MessageView | undefined)[] = message === null ? [] : await chatHandlers.messages({ chat, from: message % 1_000_000, limit: 1 }, {});
    return {
      chat,
      chatName: whole?.name ?? null,
      message,
      position: found?.position ?? null,
      sentAt: found?.sentAt ?? null,
      fromMe: found?.fromMe ?? false,
      senderName: found?.senderName ?? null,
      kind: found?.kind ?? null,
      text: found?.text ?? null,
      marks,
    };
  }

  return {
    marks: async ({ text, tag, offset, limit }) => {
      const all = [...kept.values()].sort((a, b) => (b.marks.changedAt ?? 0) - (a.marks.changedAt ?? 0));
      const rows = await Promise.all(all.map(({ place, marks }) => view(place, marks)));
      const wanted = text.trim().toLowerCase();
      const said = (row: MarkedView): string => [row.text, row.marks.note, row.chatName, ...row.marks.tags].join("\n").toLowerCase();
      const found = rows.filter((row) => said(row).includes(wanted) && (tag === null || row.marks.tags.includes(tag)));
      return { total: found.length, marked: found.slice(offset, offset + Math.min(limit, MOST)), tags: tagsOf(all.map(({ marks }) => marks)) };
    },
    set_marks: ({ chat, message, marks }) => {
      const place = { chat, message };
      kept.set(keyOf(place), { place, marks: { ...marks, changedAt: Date.now() } });
      if (!isMarked(marks)) kept.delete(keyOf(place));
      return null;
    },
    export_marks: () => (options.dismissing ? null : kept.size),
    messages: async (args, headers) =>
      (await chatHandlers.messages(args, headers)).map((message) => ({ ...message, marks: marksOf({ chat: args.chat, message: message.id }, message.marks) })),
    chats: () => chats().map((chat) => ({ ...chat, marks: marksOf({ chat: chat.id, message: null }, chat.marks) ?? UNMARKED })),
  };
}
