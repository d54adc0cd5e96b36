// Moments (ms UTC) as the browser writes them, in the person's language and time zone. Formatters are made once: lists ask thousands of times.
import { When } from "../../parts/chats/when";

const DAY = 86_400_000;

const STYLES = {
  time: { timeStyle: "short" },
  day: { dateStyle: "full" },
  shortDay: { dateStyle: "medium" },
  month: { month: "long", year: "numeric" },
  weekday: { weekday: "long" },
  parts: { year: "numeric", month: "numeric", day: "numeric" },
  key: { year: "numeric", month: "2-digit", day: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export class Moments {
  #locale: string;
  #timeZone: string | undefined;
  #when: When;
  #formats = new Map<string, Intl.DateTimeFormat>();

  constructor(locale: string, timeZone: string | undefined) {
    this.#locale = locale;
    this.#timeZone = timeZone;
    this.#when = new When(locale, timeZone);
  }

  /** Time of day: "14:05". */
  time(at: number): string {
    return this.#format("time", at);
  }

  /** A day in full: "Thursday, 7 March 2019". */
  day(at: number): string {
    return this.#format("day", at);
  }

  /** A day on a narrow label: "7 Mar 2019". */
  shortDay(at: number): string {
    return this.#format("shortDay", at);
  }

  /** Day and time, for labels and tooltips. */
  full(at: number): string {
    return this.#when.full(at);
  }

  /** From one moment to another, without saying twice what both have in common. */
  span(from: number, to: number): string {
    return this.#when.span(from, to);
  }

  /** Month and year, for spans: "March 2014". */
  month(at: number): string {
    return this.#format("month", at);
  }

  /** A day that is counted from 1970-01-01 and has no time zone: "7 Mar 2019", or in full, or its month. */
  dayNumber(day: number, style: "day" | "shortDay" | "month"): string {
    return this.#formatter(style, "UTC").format(day * DAY);
  }

  /** The day (counted from 1970-01-01) that a moment is on in this time zone. */
  numberOf(at: number): number {
    const parts = this.#formatter("parts").formatToParts(at);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    return Date.UTC(part("year"), part("month") - 1, part("day")) / DAY;
  }

  /** The months of a year, and the days of a week from Sunday on, as they are called. */
  names(): { months: string[]; weekdays: { narrow: string; short: string; long: string }[] } {
    const named = (options: Intl.DateTimeFormatOptions, at: number) => new Intl.DateTimeFormat(this.#locale, { ...options, timeZone: "UTC" }).format(at);
    return {
      months: Array.from({ length: 12 }, (_, month) => named({ month: "long" }, Date.UTC(2024, month, 1))),
      weekdays: Array.from({ length: 7 }, (_, day) => {
        const at = Date.UTC(2023, 0, 1 + day);
        return { narrow: named({ weekday: "narrow" }, at), short: named({ weekday: "short" }, at), long: named({ weekday: "long" }, at) };
      }),
    };
  }

  /** As a list says it: the time today, the weekday this week, else the day. */
  brief(at: number, now: number): string {
    if (this.key(at) === this.key(now)) return this.time(at);
    if (at < now && now - at < 6 * DAY) return this.#format("weekday", at);
    return this.shortDay(at);
  }

  /** The same for all moments of one day in this time zone. */
  key(at: number): string {
    return this.#format("key", at);
  }

  /** The same moment, whole months earlier or later. */
  static monthsAway(at: number, months: number): number {
    const date = new Date(at);
    date.setUTCMonth(date.getUTCMonth() + months);
    return date.getTime();
  }

  #format(style: keyof typeof STYLES, at: number): string {
    return this.#formatter(style).format(at);
  }

  #formatter(style: keyof typeof STYLES, timeZone = this.#timeZone): Intl.DateTimeFormat {
    const key = `${style} ${timeZone ?? ""}`;
    let format = this.#formats.get(key);
    if (!format) {
      // figures of a day are read back as numbers: they are Latin whatever the language
      const locale = style === "parts" ? "en-u-ca-gregory-nu-latn" : this.#locale;
      format = new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone });
      this.#formats.set(key, format);
    }
    return format;
  }
}
