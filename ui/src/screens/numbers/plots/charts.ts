// From the shell's numbers to plots: which rows, in which words. A plot and its table are made of the same rows.
import type { StatisticsView } from "../../../bindings/StatisticsView";
import { withoutTurns } from "../../../parts/chats/addresses";
import { MonthWords } from "../../../parts/chats/monthWords";
import { kindWords } from "../../../parts/kinds/kinds";
import type { Language } from "../../../state/language.svelte";
import type { Cell, Chart, Stage } from "./chart";
import type { Bar, Column } from "./drawing";
import { between } from "./look";

type Words = Pick<Language, "t" | "number" | "size" | "formats">;

/** People with a bar of their own; the others share one. */
const PEOPLE = 20;
/** More months than that are drawn as years. */
const MONTHS = 480;
/** In so narrow a drawing the bars need the room: the bytes stay in the table and in what a bar says of itself. */
const NARROW = 420;
/** Pixels between two names below the columns. */
const APART = 62;

const drawing = () => import("./drawing");

/** Every plot that has something to show. */
export function chartsOf(numbers: StatisticsView, words: Words): Chart[] {
  return [
    ...(numbers.months.length > 0 ? [monthsChart(numbers, words)] : []),
    ...(numbers.people.length > 0 ? [peopleChart(numbers, words)] : []),
    ...(numbers.hours.some((count) => count > 0) ? [hoursChart(numbers, words)] : []),
    ...(numbers.kinds.length > 0 ? [kindsChart(numbers, words)] : []),
    ...(numbers.emoji.length > 0 ? [emojiChart(numbers, words)] : []),
  ];
}

function counted(value: number, { number }: Words): Cell {
  return { text: number(value), value };
}

type Span = { name: string; brief: string; named: boolean; mine: number; theirs: number };

function spansOf({ months }: StatisticsView, { formats }: Words): { years: boolean; spans: Span[] } {
  const names = new MonthWords(formats);
  if (months.length <= MONTHS) {
    const short = months.length <= 18;
    const spans = months.map(({ month, mine, theirs }) => ({ name: names.full(month), brief: short ? names.brief(month) : names.year(month), named: short || month % 12 === 0, mine, theirs }));
    return { years: false, spans };
  }
  const years = new Map<number, Span>();
  for (const { month, mine, theirs } of months) {
    const year = Math.floor(month / 12);
    const known = years.get(year);
    const name = names.year(month);
    years.set(year, { name, brief: name, named: true, mine: (known?.mine ?? 0) + mine, theirs: (known?.theirs ?? 0) + theirs });
  }
  return { years: true, spans: [...years.values()] };
}

/** Names below the columns, as many as have room. */
function namesFor(spans: readonly Span[], width: number): Map<number, string> {
  const wanted = spans.flatMap(({ named, brief }, place) => (named ? [{ place, brief }] : []));
  const each = width / Math.max(1, spans.length);
  const names = new Map<number, string>();
  let last = -Infinity;
  for (const { place, brief } of wanted) {
    if ((place - last) * each < APART) continue;
    names.set(place, brief);
    last = place;
  }
  return names;
}

function monthsChart(numbers: StatisticsView, words: Words): Chart {
  const { t, number } = words;
  const { years, spans } = spansOf(numbers, words);
  const sides = [
    { tone: "mine", who: t("numbers-you") },
    { tone: "theirs", who: t("numbers-theirs") },
  ] as const;
  const columns = spans.flatMap((span, place): Column[] =>
    sides.map(({ tone, who }) => ({ place, who, count: span[tone], tone, title: t("numbers-point-who", { what: span.name, who, count: number(span[tone]) }) })),
  );
  return {
    id: "months",
    title: t(years ? "numbers-years" : "numbers-months"),
    note: null,
    keys: sides.map(({ tone, who }) => ({ tone, name: who })),
    columns: [t(years ? "numbers-year" : "numbers-month"), t("numbers-you"), t("numbers-theirs")],
    rows: spans.map(({ name, mine, theirs }) => [{ text: name }, counted(mine, words), counted(theirs, words)]),
    draw: async (stage) => (await drawing()).standingColumns(stage, columns, spans.length, namesFor(spans, stage.width - 66), number),
  };
}

function barsChart(part: Pick<Chart, "id" | "title" | "columns" | "rows">, barsFor: (width: number) => readonly Bar[], labels: number): Chart {
  return { ...part, note: null, keys: [], draw: async (stage) => (await drawing()).lyingBars(stage, barsFor(stage.width), labels) };
}

function peopleChart(numbers: StatisticsView, words: Words): Chart {
  const { t, number } = words;
  const rest = numbers.people.slice(PEOPLE).reduce((sum, { messages }) => sum + messages, numbers.peopleMore);
  const people = numbers.people.slice(0, PEOPLE).map(({ fromMe, name, messages }) => ({ mine: fromMe, name: fromMe ? t("numbers-you") : withoutTurns(name?.trim() ?? "") || t("numbers-person-unknown"), messages }));
  const all = rest > 0 ? [...people, { mine: false, name: t("numbers-people-rest"), messages: rest }] : people;
  const bars = all.map(({ mine, name, messages }): Bar => ({ label: name, count: messages, words: number(messages), title: t("numbers-point", { what: name, count: number(messages) }), tone: mine ? "mine" : "theirs" }));
  const rows = all.map(({ name, messages }) => [{ text: name }, counted(messages, words)]);
  return barsChart({ id: "people", title: t("numbers-people"), columns: [t("numbers-person"), t("numbers-messages")], rows }, () => bars, 180);
}

function kindsChart(numbers: StatisticsView, words: Words): Chart {
  const { t, number, size } = words;
  const kinds = numbers.kinds.map(({ kind, messages, bytes }) => ({ name: kind === "text" ? t("numbers-kind-text") : t(kindWords(kind).word), messages, bytes }));
  const barsFor = (width: number) =>
    kinds.map(({ name, messages, bytes }): Bar => {
      const full = bytes > 0 ? t("numbers-kind-label", { count: number(messages), size: size(bytes) }) : number(messages);
      return { label: name, count: messages, words: width < NARROW ? number(messages) : full, title: t("numbers-point", { what: name, count: full }), tone: "theirs" };
    });
  const rows = kinds.map(({ name, messages, bytes }) => [{ text: name }, counted(messages, words), { text: bytes > 0 ? size(bytes) : "–", value: bytes }]);
  return barsChart({ id: "kinds", title: t("numbers-kinds"), columns: [t("numbers-kind"), t("numbers-messages"), t("numbers-bytes")], rows }, barsFor, 150);
}

function emojiChart(numbers: StatisticsView, words: Words): Chart {
  const { t, number } = words;
  const bars = numbers.emoji.map(({ emoji, count }): Bar => ({ label: emoji, count, words: number(count), title: t("numbers-point", { what: emoji, count: number(count) }), tone: "theirs" }));
  const rows = numbers.emoji.map(({ emoji, count }) => [{ text: emoji }, counted(count, words)]);
  return barsChart({ id: "emoji", title: t("numbers-emoji"), columns: [t("numbers-emoji-one"), t("numbers-times")], rows }, () => bars, 54);
}

/** Monday the 1st of January 2024, and the days and hours after it. */
function named(formats: string, options: Intl.DateTimeFormatOptions, day: number, hour = 0): string {
  return new Intl.DateTimeFormat(formats, { ...options, timeZone: "UTC" }).format(Date.UTC(2024, 0, 1 + day, hour));
}

function hoursChart({ hours }: StatisticsView, words: Words): Chart {
  const { t, number, formats } = words;
  const most = Math.max(...hours);
  const week = Array.from({ length: 7 }, (_, day) => ({ long: named(formats, { weekday: "long" }, day), short: named(formats, { weekday: "short" }, day) }));
  const day = Array.from({ length: 24 }, (_, hour) => named(formats, { hour: "2-digit", minute: "2-digit" }, 0, hour));
  const brief = Array.from({ length: 24 }, (_, hour) => named(formats, { hour: "numeric" }, 0, hour));
  const at = (weekday: number, hour: number) => hours[weekday * 24 + hour] ?? 0;
  const draw = async (stage: Stage): Promise<SVGSVGElement> => {
    const { look, width } = stage;
    const all = hours.slice(0, 7 * 24).map((count, place) => {
      const [y, x] = [Math.floor(place / 24), place % 24];
      const what = `${week[y]?.long ?? ""} ${day[x] ?? ""}`;
      // the root makes few and many both visible
      return { x, y, fill: count === 0 ? look.empty : between(look.empty, look.mine, 0.12 + 0.88 * Math.sqrt(count / most)), title: t("numbers-point", { what, count: number(count) }) };
    });
    const every = width > 620 ? 3 : 6;
    const columns = new Map(brief.flatMap((name, hour): [number, string][] => (hour % every === 0 ? [[hour, name]] : [])));
    return (await drawing()).squares(stage, all, week.map(({ short }) => short), columns);
  };
  return {
    id: "hours",
    title: t("numbers-hours"),
    note: (dark) => t(dark ? "numbers-hours-note-dark" : "numbers-hours-note", { most: number(most) }),
    keys: [],
    columns: [t("numbers-hour"), ...week.map(({ long }) => long)],
    rows: day.map((name, hour) => [{ text: name }, ...week.map((_, weekday) => counted(at(weekday, hour), words))]),
    draw,
  };
}
