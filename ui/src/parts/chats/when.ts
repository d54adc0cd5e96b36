// A moment (ms UTC) as lists and the viewer write it: day and time in the person's language and time zone. Made once: lists ask thousands of times.

export class When {
  #format: Intl.DateTimeFormat;
  #brief: Intl.DateTimeFormat;

  constructor(locale: string, timeZone: string | undefined) {
    this.#format = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short", timeZone });
    this.#brief = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  }

  /** "Thursday, 7 March 2019 at 14:05". */
  full(at: number): string {
    return this.#format.format(at);
  }

  /** From one moment to another in full, without saying twice what both have in common. */
  span(from: number, to: number): string {
    return to < from ? `${this.full(from)} – ${this.full(to)}` : this.#format.formatRange(from, to);
  }

  /** "7 Mar 2019, 14:05". */
  brief(at: number): string {
    return this.#brief.format(at);
  }
}
