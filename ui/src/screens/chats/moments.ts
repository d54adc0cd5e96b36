// Moments (ms UTC) as the browser writes them, in the person's language and time zone. Formatters are made once: lists ask thousands of times.

const DAY = 86_400_000;

const STYLES = {
  time: { hour: "numeric", minute: "2-digit" },
  day: { dateStyle: "full" },
  shortDay: { dateStyle: "medium" },
  full: { dateStyle: "full", timeStyle: "short" },
  month: { month: "long", year: "numeric" },
  weekday: { weekday: "long" },
  key: { year: "numeric", month: "2-digit", day: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export class Moments {
  #locale: string;
  #timeZone: string | undefined;
  #formats = new Map<string, Intl.DateTimeFormat>();

  constructor(locale: string, timeZone: string | undefined) {
    this.#locale = locale;
    this.#timeZone = timeZone;
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
    return this.#format("full", at);
  }

  /** From one moment to another, without saying twice what both have in common. */
  span(from: number, to: number): string {
    return to < from ? `${this.full(from)} – ${this.full(to)}` : this.#formatter("full").formatRange(from, to);
  }

  /** Month and year, for spans: "March 2014". */
  month(at: number): string {
    return this.#format("month", at);
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

  #formatter(style: keyof typeof STYLES): Intl.DateTimeFormat {
    let format = this.#formats.get(style);
    if (!format) {
      format = new Intl.DateTimeFormat(this.#locale, { ...STYLES[style], timeZone: this.#timeZone });
      this.#formats.set(style, format);
    }
    return format;
  }
}
