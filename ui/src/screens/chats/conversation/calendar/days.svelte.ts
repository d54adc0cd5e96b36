// On which days there was talk in a chat. Asked for when it is first needed: a chat is read without it.
import type { DayView } from "../../../../bindings/DayView";
import * as ipc from "../../../../ipc/commands";
import { type Loading, settled } from "../../../../state/loading";
import { monthOf, yearOf } from "./months";

export class Days {
  readonly #chat: number;
  #found = $state.raw<Loading<readonly DayView[]>>({ status: "loading" });
  #asked = false;
  readonly #all = $derived(this.#found.status === "ready" ? this.#found.value : []);
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
  readonly #byDay = $derived(new Map(this.#all.map((one) => [one.day, one])));
  /** By position: days without order in the source must not lead a search astray. */
  readonly #byPosition = $derived(this.#all.toSorted((a, b) => a.position - b.position));
  /** The most that was said on one day. */
  readonly most = $derived(this.#all.reduce((most, { messages }) => Math.max(most, messages), 0));

  constructor(chat: number) {
    this.#chat = chat;
  }

  get found(): Loading<readonly DayView[]> {
    return this.#found;
  }

  /** Asks for the days, once. */
  want(): void {
    if (!this.#asked) void this.ask();
  }

  /** Asks for the days, again after a failure. */
  async ask(): Promise<void> {
    this.#asked = true;
    this.#found = { status: "loading" };
    this.#found = await settled(ipc.chatDays(this.#chat));
  }

  on(day: number): DayView | undefined {
    return this.#byDay.get(day);
  }

  /** The day on which a position was written; null while that is not known. */
  at(position: number): number | null {
    const days = this.#byPosition;
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle]?.position ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return days[low - 1]?.day ?? null;
  }

  /** Where each year begins, for the marks of the date bar. */
  readonly years = $derived.by(() => {
    const begins: { year: number; position: number }[] = [];
    for (const { day, position } of this.#byPosition) {
      const year = yearOf(monthOf(day));
      if (begins.at(-1)?.year !== year) begins.push({ year, position });
    }
    return begins.slice(1);
  });
}
