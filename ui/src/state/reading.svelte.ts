// What of reading outlives the chats screen: the places one has been, how the list is sorted, what is unfolded in it. Holds ids and positions, no words of any chat.
import { SvelteSet } from "svelte/reactivity";

/** How the list of chats is sorted. */
export type Order = "newest" | "name" | "most";

/** A place in a chat: a position, or its newest message (null); where in the window it stands, and whether it is marked. */
export type Visit = { chat: number; position: number | null; mark: boolean; align: "start" | "center" | "end" };

/** What of a chat was in sight when it was left. `middle` is null at its newest message. */
export type Sight = { first: number; last: number; middle: number | null };

/** Places that are remembered. */
const MOST = 200;

export class Reading {
  #visits = $state.raw<readonly Visit[]>([]);
  #at = $state(-1);
  #order = $state<Order>("newest");
  /** Sections and communities that are unfolded, by their keys. */
  readonly unfolded = new SvelteSet<string>();

  get order(): Order {
    return this.#order;
  }

  sort(order: Order): void {
    this.#order = order;
  }

  /** The place one is at, or was at last. */
  get current(): Visit | null {
    return this.#visits[this.#at] ?? null;
  }

  get canBack(): boolean {
    return this.#at > 0;
  }

  get canForward(): boolean {
    return this.#at < this.#visits.length - 1;
  }

  /** Goes on to a place; what lay ahead is forgotten, as in a browser. */
  visit(next: Visit): void {
    this.#visits = [...this.#visits.slice(0, this.#at + 1), next].slice(-MOST);
    this.#at = this.#visits.length - 1;
  }

  /** Remembers what was in sight where one is now. A marked place that is still in sight stays what it is. */
  left(sight: Sight): void {
    const { current } = this;
    if (!current || (current.mark && current.position !== null && current.position >= sight.first && current.position <= sight.last)) return;
    const now: Visit = { chat: current.chat, position: sight.middle, mark: false, align: sight.middle === null ? "end" : "center" };
    this.#visits = this.#visits.with(this.#at, now);
  }

  /** The place before this one, or after it (1); null where there is none. */
  step(by: 1 | -1): Visit | null {
    const visit = this.#visits[this.#at + by];
    if (!visit) return null;
    this.#at += by;
    return visit;
  }

  /** Forgets every place in chats that are no longer shown. */
  keep(shown: (chat: number) => boolean): void {
    const before = this.#visits.slice(0, this.#at + 1).filter(({ chat }) => shown(chat));
    this.#visits = [...before, ...this.#visits.slice(this.#at + 1).filter(({ chat }) => shown(chat))];
    this.#at = before.length - 1;
  }
}
