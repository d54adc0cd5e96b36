// Months as the shell counts them (since January of the year 0), in words.

/** The middle of a month, as UTC: every zone agrees on its name. */
function middle(month: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 15);
  return date;
}

export class MonthWords {
  #full: Intl.DateTimeFormat;
  #short: Intl.DateTimeFormat;
  #year: Intl.DateTimeFormat;
  #brief: Intl.DateTimeFormat;

  constructor(locale: string) {
    this.#full = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
    this.#short = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
    this.#brief = new Intl.DateTimeFormat(locale, { month: "short", year: "2-digit", timeZone: "UTC" });
    this.#year = new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC" });
  }

  /** "March 2019". */
  full(month: number): string {
    return this.#full.format(middle(month));
  }

  /** "Mar". */
  short(month: number): string {
    return this.#short.format(middle(month));
  }

  /** "Mar 19". */
  brief(month: number): string {
    return this.#brief.format(middle(month));
  }

  /** "2019". */
  year(month: number): string {
    return this.#year.format(middle(month));
  }
}
