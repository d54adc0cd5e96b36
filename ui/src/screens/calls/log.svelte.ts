// The call log by its places, the newest call first: pages asked for when they come near, those far away forgotten.
import { SvelteMap } from "svelte/reactivity";
import type { CommandError } from "../../bindings/CommandError";
import type { LoggedCallView } from "../../bindings/LoggedCallView";
import * as ipc from "../../ipc/commands";
import { asCommandError } from "../../ipc/errors";

/** Calls on a page. */
const PAGE = 100;
/** Pages kept, on either side of what is seen. */
const BESIDE = 4;

export class Log {
  /** How many calls there are; null until the first page is here. */
  #total = $state<number | null>(null);
  #failure = $state.raw<CommandError | null>(null);
  #pages = new SvelteMap<number, readonly LoggedCallView[]>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing drawn depends on it
  #underWay = new Set<number>();

  get total(): number | null {
    return this.#total;
  }

  get failure(): CommandError | null {
    return this.#failure;
  }

  at(place: number): LoggedCallView | undefined {
    return this.#pages.get(Math.floor(place / PAGE))?.[place % PAGE];
  }

  /** Asks for the pages of a range of places, both inclusive. */
  want(first: number, last: number): void {
    const [from, to] = [Math.floor(Math.max(0, first) / PAGE), Math.floor(Math.max(0, last) / PAGE)];
    for (let page = from; page <= to && this.#failure === null; page += 1) void this.#fetch(page);
    for (const page of this.#pages.keys()) if (page < from - BESIDE || page > to + BESIDE) this.#pages.delete(page);
  }

  /** Asks again for what could not be read. */
  again(first: number, last: number): void {
    this.#failure = null;
    this.want(first, last);
  }

  async #fetch(page: number): Promise<void> {
    if (this.#pages.has(page) || this.#underWay.has(page)) return;
    this.#underWay.add(page);
    try {
      const { total, calls } = await ipc.calls(page * PAGE, PAGE);
      this.#pages.set(page, calls);
      this.#total = total;
    } catch (thrown) {
      this.#failure = asCommandError(thrown);
    } finally {
      this.#underWay.delete(page);
    }
  }
}
