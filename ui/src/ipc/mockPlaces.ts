// Places beside the chats in the played shell: days with talk, the call log, locked chats.
import type { ChatView } from "../bindings/ChatView";
import type { DayView } from "../bindings/DayView";
import type { LoggedCallView } from "../bindings/LoggedCallView";
import type { SlotView } from "../bindings/SlotView";
import { failureOf } from "./errors";
import type { Handlers } from "./mock";
import type { PlayCeremony } from "./mockCeremony";
import { everyChat, momentsOf } from "./mockChats";
import { SLOTS, WORDS } from "./mockKeys";
import { DAY, KIT, letters, NOW } from "./mockPhone";
import { PEOPLE } from "./mockTalk";

type Asked = "chats" | "chat_days" | "calls" | "show_locked_passkey" | "show_locked_typed" | "hide_locked";

export type PlacesOptions = {
  /** How many calls the log holds. */
  calls?: number;
};

const CALLS = 3_420;
const OUTCOMES = ["answered", "missed", "answered", "declined", "answered", "answered", "unavailable"] as const;
/** Chats that people call from, groups last. */
const CALLERS = [2, 4, 5, 7, 8, 9, 11, 12, 13, 20, 24, 27, 29, 3, 6];
const GROUP_CALLERS = 2;
const CHATS = everyChat();

/** The commands, and what the session says of locked chats. */
export function places(options: PlacesOptions, slots: readonly SlotView[] | undefined, play: PlayCeremony): { handlers: Pick<Handlers, Asked>; listed: () => ChatView[]; locked: () => { lockedShown: boolean; lockedChats: number } } {
  let shown = false;
  const total = options.calls ?? CALLS;
  const show = () => {
    shown = true;
    return null;
  };
  const listed = () => CHATS.filter(({ locked }) => shown || !locked);
  return {
    listed,
    locked: () => ({ lockedShown: shown, lockedChats: CHATS.filter(({ locked }) => locked).length }),
    handlers: {
      chats: listed,
      chat_days: ({ chat }) => daysOf(chat),
      calls: ({ offset, limit }) => ({ total, calls: Array.from({ length: Math.max(0, Math.min(limit, 200, total - offset)) }, (_, n) => callAt(offset + n)) }),
      show_locked_passkey: async ({ slot, onMoment }) => {
        await play((slots ?? SLOTS).find(({ id }) => id === slot)?.authenticator ?? "security_key", "use", onMoment);
        return show();
      },
      show_locked_typed: (body, headers) => {
        const typed = letters(new TextDecoder().decode(body));
        const isWords = (slots ?? SLOTS).find(({ id }) => id === headers["slot"])?.kind === "passphrase";
        if (isWords && typed !== WORDS.join("")) throw failureOf("wrong_passphrase");
        if (!isWords && !typed.includes(letters(KIT.groups.join("")))) throw failureOf("no_matching_slot");
        return show();
      },
      hide_locked: () => {
        shown = false;
        return null;
      },
    },
  };
}

/** The days of a chat in the time zone of this computer. */
function daysOf(chat: number): DayView[] {
  const days = new Map<number, DayView>();
  momentsOf(chat).forEach((at, position) => {
    const day = Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / DAY);
    const known = days.get(day);
    if (known) known.messages += 1;
    else days.set(day, { day, position, messages: 1 });
  });
  return [...days.values()].sort((a, b) => a.day - b.day);
}

/** The newest call is number 0. */
function callAt(number: number): LoggedCallView {
  const turn = (number * 7 + Math.floor(number / 11)) % CALLERS.length;
  const chat = CHATS.find(({ id }) => id === CALLERS[turn]);
  const isGroup = turn >= CALLERS.length - GROUP_CALLERS;
  const outcome = OUTCOMES[(number * 3 + turn) % OUTCOMES.length] ?? "answered";
  const members = isGroup ? [2, 4, 6].map((n) => ({ name: PEOPLE[(n + number) % PEOPLE.length] ?? null, outcome: n === 4 ? "missed" : "answered" })) : [];
  return {
    id: 90_000 + number,
    at: number === 5 ? null : Math.round(NOW - (0.04 + number * 0.83) * DAY),
    fromMe: (number + turn) % 3 === 0,
    video: number % 4 === 1,
    duration: outcome === "answered" ? 14 + ((number * 613) % 5_400) : 0,
    outcome,
    name: chat?.name ?? null,
    hue: turn % 8,
    chat: number % 9 === 8 ? null : (chat?.id ?? null),
    position: number % 9 === 8 ? null : Math.max(0, (chat?.messages ?? 1) - 1 - number),
    members,
  };
}
