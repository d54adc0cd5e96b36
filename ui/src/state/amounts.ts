// Amounts in a person's words: figures, clocks, bytes and spans of time, by Intl.

/** Writes whole numbers in the figures of a locale, without grouping: years, codes, clocks. Everything else in the text stays. */
export function figuresOf(locale: string): (text: string | number) => string {
  const figures = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210)].reverse();
  return (text) => String(text).replace(/\d/g, (figure) => figures[Number(figure)] ?? figure);
}

/** Seconds as a player shows them: `m:ss` or `h:mm:ss`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const [hours = 0, ...rest] = parts;
  const tail = rest.map((part) => String(part).padStart(2, "0")).join(":");
  return hours > 0 ? `${hours}:${tail}` : tail.replace(/^0(?=\d)/, "");
}

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Bytes in steps of 1000, with one decimal below ten ("3.4 GB", "812 MB"). */
export function size(bytes: number, locale: string): string {
  let step = 0;
  let amount = bytes;
  while (amount >= 999.5 && step < UNITS.length - 1) {
    amount /= 1000;
    step += 1;
  }
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step > 0 && amount < 10 ? 1 : 0,
  }).format(amount);
}

const SPANS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["week", 7 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** How long before `now` (ms UTC) something was: "3 days ago"; under a minute is "now". */
export function ago(at: number, now: number, locale: string): string {
  const seconds = (at - now) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const [unit, length] of SPANS) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(0, "second");
}

/** Seconds in the largest fitting unit, rounded up: what is left is never promised too early. */
export function span(seconds: number): { unit: "second" | "minute" | "hour"; count: number } {
  if (seconds < 60) return { unit: "second", count: Math.max(1, Math.ceil(seconds / 5) * 5) };
  if (seconds < 5_400) return { unit: "minute", count: Math.ceil(seconds / 60) };
  return { unit: "hour", count: Math.ceil(seconds / 3_600) };
}

const STAYS: [Intl.NumberFormatOptions["unit"], number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** How long something lasts, in the largest unit that says it exactly, a single day as hours: "24 hours", "7 days", "90 days". */
export function lasting(seconds: number, locale: string): string {
  const exact = STAYS.find(([, length]) => seconds % length === 0 && seconds > (length === 86_400 ? length : 0));
  const [unit, length] = exact ?? ["second" as const, 1];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(seconds / length);
}
