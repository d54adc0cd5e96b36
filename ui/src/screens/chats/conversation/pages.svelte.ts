// The messages of one chat by position: whole pages, asked for when they come near, the least recently seen forgotten.
import { SvelteMap } from "svelte/reactivity";
import type { CommandError } from "../../../bindings/CommandError";
import type { MessageView } from "../../../bindings/MessageView";
import { asCommandError } from "../../../ipc/errors";

/** Messages on a page; the shell gives at most 200 at a time. */
export const PAGE = 100;
/** Pages kept: 800 messages, whatever the chat's length. What is drawn is kept in any case. */
const KEPT = 8;
/** Requests under way at once; a fast drag must not queue up behind itself. */
const AT_ONCE = 2;

type Load = (from: number, limit: number) => Promise<MessageView[]>;

export class Pages {
  #load: Load;
  #count: number;
  #pages = new SvelteMap<number, readonly MessageView[]>();
  #failure = $state.raw<CommandError | null>(null);
  /** Pages wanted and not yet here, most wanted first. */
  #wanted: number[] = [];
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing drawn depends on it
  #underWay = new Map<number, Promise<void>>();
  /** First and last page of what is drawn. */
  #drawn: [number, number] = [0, -1];
  /** Pages by last use, oldest first. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing drawn depends on it
  #used = new Set<number>();

  constructor(count: number, load: Load) {
    this.#count = count;
    this.#load = load;
  }

  /** Why the last request failed; null while all is well. */
  get failure(): CommandError | null {
    return this.#failure;
  }

  /** The message at a position, or undefined until its page is here. */
  at(position: number): MessageView | undefined {
    if (position < 0) return undefined;
    return this.#pages.get(Math.floor(position / PAGE))?.[position % PAGE];
  }

  /** The messages of a page, or undefined until it is here. */
  page(page: number): readonly MessageView[] | undefined {
    return this.#pages.get(page);
  }

  /** Asks for the pages of a range (last exclusive) and the next one on either side. */
  want(first: number, last: number): void {
    const from = Math.floor(Math.max(0, first - 1) / PAGE);
    const to = Math.floor(Math.max(0, last) / PAGE);
    this.#drawn = [from, to];
    const near = [];
    for (let page = from; page <= to; page += 1) near.push(page);
    for (const page of near) this.#touch(page);
    const middle = (from + to) / 2;
    this.#wanted = [...near, from - 1, to + 1]
      .filter((page) => page >= 0 && page * PAGE < this.#count && !this.#pages.has(page))
      .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    this.#next();
  }

  /** Waits until the page of a position and those beside it are here, or have failed. */
  async ready(position: number): Promise<void> {
    const page = Math.floor(position / PAGE);
    const beside = position % PAGE < PAGE / 2 ? page - 1 : page + 1;
    await Promise.all([page, beside].map((wanted) => this.#fetch(wanted)));
  }

  /** Asks again for what failed. */
  again(first: number, last: number): void {
    this.#failure = null;
    this.want(first, last);
  }

  #next(): void {
    while (this.#underWay.size < AT_ONCE && this.#failure === null) {
      const page = this.#wanted.shift();
      if (page === undefined) return;
      void this.#fetch(page).then(() => this.#next());
    }
  }

  #fetch(page: number): Promise<void> {
    if (page < 0 || page * PAGE >= this.#count || this.#pages.has(page)) return Promise.resolve();
    const before = this.#underWay.get(page);
    if (before) return before;
    const now = this.#keep(page);
    this.#underWay.set(page, now);
    return now;
  }

  async #keep(page: number): Promise<void> {
    try {
      this.#pages.set(page, await this.#load(page * PAGE, PAGE));
      this.#touch(page);
      this.#forget();
    } catch (thrown) {
      this.#failure = asCommandError(thrown);
    } finally {
      this.#underWay.delete(page);
    }
  }

  #touch(page: number): void {
    if (!this.#pages.has(page)) return;
    this.#used.delete(page);
    this.#used.add(page);
  }

  #forget(): void {
    for (const page of this.#used) {
      if (this.#used.size <= KEPT) return;
      if (page >= this.#drawn[0] && page <= this.#drawn[1]) continue;
      this.#used.delete(page);
      this.#pages.delete(page);
    }
  }
}
