// The numbers of the played shell: made up, but they add up, as the shell's do.
import type { MessageView } from "../bindings/MessageView";
import type { StatisticsView } from "../bindings/StatisticsView";
import type { Handlers } from "./mock";
import { messagesOf } from "./mockChats";
import { NOW } from "./mockPhone";
import { PEOPLE } from "./mockTalk";

const EMOJI = ["❤️", "😂", "👍", "🎂", "🙏", "🌸", "😮", "🎉", "👨‍👩‍👧‍👦", "🇵🇹", "☀️", "😴", "🤷🏽‍♀️", "🌧️", "🐕", "🥟"];
const NAMES = [...PEOPLE, "عائشة الشمري", "Mr. Bartholomew Featherstonehaugh-Cholmondeley III, Esq.", "김민지", "+1 555 010 0044", "Kita Sonnenschein", "Νίκος", "Uncle Joe", "Chloé", "Pedro", "Old flatmate", "Dr. Oyelaran", "Weather", "\u202Eesrever", "東京の同窓会の幹事さん"];

/** A steady number below `below`. */
function dice(seed: number, below: number): number {
  const mixed = Math.imul((seed * 2_654_435_761) ^ (seed >>> 7), 1_274_126_177) >>> 0;
  return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
}

/** Whole parts of a sum, after weights; what is left over goes to the first. */
function shares(sum: number, weights: readonly number[]): number[] {
  const all = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => Math.floor((sum * weight) / all));
  const left = sum - parts.reduce((a, b) => a + b, 0);
  return parts.map((part, n) => (n === 0 ? part + left : part));
}

const NOTHING: StatisticsView = {
  messages: 0,
  undated: 0,
  notices: 2,
  months: [],
  people: [],
  peopleMore: 0,
  hours: Array.from({ length: 7 * 24 }, () => 0),
  kinds: [],
  emoji: [],
  streak: null,
  days: 0,
  zone: "Europe/Berlin",
};

function made(seed: number, span: number, scale: number): StatisticsView {
  const newest = new Date(NOW).getUTCFullYear() * 12 + new Date(NOW).getUTCMonth();
  const months = Array.from({ length: span }, (_, n) => {
    const quiet = dice(seed + n, 17) === 0;
    const swell = 1 + Math.sin(n / 9) * 0.6 + (n % 12 === 11 ? 0.8 : 0);
    const mine = quiet ? 0 : Math.round(swell * scale * (0.3 + dice(seed + n * 3, 60) / 100));
    return { month: newest - span + 1 + n, mine, theirs: quiet ? 0 : Math.round(swell * scale * (0.5 + dice(seed + n * 5, 90) / 100)) };
  });
  const mine = months.reduce((sum, month) => sum + month.mine, 0);
  const theirs = months.reduce((sum, month) => sum + month.theirs, 0);
  const undated = 3;
  const messages = mine + theirs + undated;
  const week = Array.from({ length: 7 * 24 }, (_, n) => {
    const [day, hour] = [Math.floor(n / 24), n % 24];
    if (hour < 6) return hour === 0 ? 2 : 0;
    return 8 + 40 * Math.exp(-(((hour - 20) / 3) ** 2)) + 22 * Math.exp(-(((hour - 12.5) / 2) ** 2)) + (day > 4 ? 9 : 0) + dice(seed + n, 6);
  });
  const peopleMore = Math.floor(theirs / 40);
  const weights = NAMES.map((_, n) => 1 / (n + 1));
  const others = shares(theirs + undated - peopleMore, weights).map((count, n) => ({ fromMe: false, name: n === 7 ? null : (NAMES[n] ?? null), hue: n % 8, messages: count }));
  const kinds = shares(messages, [780, 92, 40, 22, 18, 14, 9, 6, 3, 2]);
  const bytes = [0, 2_100_000, 96_000, 14_000_000, 41_000, 640_000, 0, 380_000, 0, 0];
  const names = ["text", "image", "voice", "video", "sticker", "document", "call", "gif", "location", "poll"];
  return {
    messages,
    undated,
    notices: 512,
    months,
    people: [{ fromMe: true, name: null, hue: 0, messages: mine }, ...others].sort((a, b) => b.messages - a.messages),
    peopleMore,
    hours: shares(messages - undated, week.map((weight) => Math.max(0, weight))),
    kinds: names.map((kind, n) => ({ kind, messages: kinds[n] ?? 0, bytes: (kinds[n] ?? 0) * (bytes[n] ?? 0) })),
    emoji: EMOJI.map((emoji, n) => ({ emoji, count: Math.round((scale * 9) / (n + 1.4)) })),
    streak: { days: 412, first: 18_120, last: 18_531 },
    days: Math.min(span * 26, 3_104),
    zone: "Europe/Berlin",
  };
}

const DAY = 86_400_000;

/** Adds one to what is counted under a key. */
function tally<K>(counts: Map<K, number>, key: K, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

const most = <K>(counts: ReadonlyMap<K, number>) => [...counts].sort(([, one], [, other]) => other - one);

/** The longest run of days one after another; days count from 1970. */
function streakOf(days: readonly number[]): StatisticsView["streak"] {
  let [best, first] = [{ days: 0, first: 0, last: 0 }, days[0] ?? 0];
  days.forEach((day, n) => {
    if (n > 0 && day !== (days[n - 1] ?? 0) + 1) first = day;
    if (day - first + 1 > best.days) best = { days: day - first + 1, first, last: day };
  });
  return best.days > 0 ? best : null;
}

type Dated = Pick<StatisticsView, "months" | "hours" | "streak" | "days" | "undated">;

/** When was written, in this page's time zone. */
function dated(written: readonly MessageView[]): Dated {
  const [months, days] = [new Map<number, { mine: number; theirs: number }>(), new Set<number>()];
  const hours = [...NOTHING.hours];
  const known = written.flatMap(({ sentAt, fromMe }) => (sentAt === null ? [] : [{ sentAt, fromMe }]));
  for (const { sentAt, fromMe } of known) {
    const at = new Date(sentAt);
    const month = at.getFullYear() * 12 + at.getMonth();
    const before = months.get(month) ?? { mine: 0, theirs: 0 };
    months.set(month, { mine: before.mine + Number(fromMe), theirs: before.theirs + Number(!fromMe) });
    const hour = ((at.getDay() + 6) % 7) * 24 + at.getHours();
    hours[hour] = (hours[hour] ?? 0) + 1;
    days.add(Math.floor((sentAt - at.getTimezoneOffset() * 60_000) / DAY));
  }
  const all = [...months.keys()].sort((a, b) => a - b);
  const [first, last] = [all[0] ?? 0, all.at(-1) ?? -1];
  return {
    months: Array.from({ length: last - first + 1 }, (_, n) => ({ month: first + n, ...(months.get(first + n) ?? { mine: 0, theirs: 0 }) })),
    hours,
    streak: streakOf([...days].sort((a, b) => a - b)),
    days: days.size,
    undated: written.length - known.length,
  };
}

/** One chat, counted message by message: what its numbers say is what stands in it. */
function counted(chat: number): StatisticsView {
  const all = messagesOf(chat);
  const written = all.filter(({ kind }) => kind !== "system");
  const [people, kinds, bytes, emoji] = [new Map<string | null, number>(), new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (const { fromMe, senderName, kind, media, text } of written) {
    if (!fromMe) tally(people, senderName);
    tally(kinds, kind);
    tally(bytes, kind, media?.size ?? 0);
    for (const sign of (text ?? "").match(/\p{Extended_Pictographic}/gu) ?? []) tally(emoji, sign);
  }
  const others = most(people).map(([name, messages], n) => ({ fromMe: false, name, hue: (n + 1) % 8, messages }));
  return {
    ...NOTHING,
    ...dated(written),
    messages: written.length,
    notices: all.length - written.length,
    people: [{ fromMe: true, name: null, hue: 0, messages: written.filter(({ fromMe }) => fromMe).length }, ...others].sort((a, b) => b.messages - a.messages),
    kinds: most(kinds).map(([kind, messages]) => ({ kind, messages, bytes: bytes.get(kind) ?? 0 })),
    emoji: most(emoji).slice(0, EMOJI.length).map(([sign, count]) => ({ emoji: sign, count })),
  };
}

export const statisticsHandlers: Pick<Handlers, "statistics" | "save_plot"> = {
  statistics: ({ chat }) => {
    if (chat === null) return made(1, 128, 1_400);
    return chat === 30 || chat === 4 ? NOTHING : counted(chat);
  },
  save_plot: () => true,
};
