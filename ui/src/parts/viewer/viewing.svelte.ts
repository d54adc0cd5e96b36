// Which picture is looked at in full size, and its neighbours: in an album, in a chat, or in a gallery that is read page by page.
import { createContext } from "svelte";
import type { MessageView } from "../../bindings/MessageView";

/** What the viewer tells of a message. */
export type Shown = Pick<MessageView, "id" | "position" | "sentAt" | "kind" | "text" | "media">;

/** One picture: the message it belongs to, the one whose file is drawn (its twin may be better), who sent it, and the chat where that is known. */
export type Seen = { message: Shown; picture: number; sender: string; chat?: number };

/** Neighbours that need not be at hand yet. */
export type Run = { count: number; at: (index: number) => Promise<Seen | null> };

/** Where a picture that was opened alone stands among its neighbours; null when that is not known. */
export type Beside = (seen: Seen) => Promise<{ run: Run; index: number } | null>;

const NOTHING: Run = { count: 0, at: () => Promise.resolve(null) };

export class Viewing {
  #run = $state.raw<Run>(NOTHING);
  #index = $state(0);
  #seen = $state.raw<Seen | null>(null);
  #wanted = 0;
  #beside: Beside | null;

  constructor(beside: Beside | null = null) {
    this.#beside = beside;
  }

  /** What is looked at; null while nothing is. */
  get seen(): Seen | null {
    return this.#seen;
  }

  get index(): number {
    return this.#index;
  }

  get count(): number {
    return this.#run.count;
  }

  /** Shows one of some pictures; one alone gets its neighbours as soon as they are known. */
  open(all: readonly Seen[], index: number): void {
    const seen = all[index];
    if (!seen) return;
    this.openRun({ count: all.length, at: (n) => Promise.resolve(all[n] ?? null) }, index, seen);
    if (all.length === 1) void this.#findNeighbours(seen);
  }

  /** Shows one picture of a longer run. */
  openRun(run: Run, index: number, seen: Seen): void {
    this.#run = run;
    this.#index = index;
    this.#wanted = index;
    this.#seen = seen;
  }

  /** Goes to a neighbour, as far as there is one. What cannot be read is not gone to. */
  async step(by: number): Promise<void> {
    const run = this.#run;
    const wanted = Math.min(Math.max(this.#wanted + by, 0), Math.max(0, run.count - 1));
    this.#wanted = wanted;
    const seen = await run.at(wanted).catch(() => null);
    // somebody went on or closed while it was read
    if (this.#run !== run || this.#wanted !== wanted) return;
    if (seen) {
      this.#index = wanted;
      this.#seen = seen;
    } else {
      this.#wanted = this.#index;
    }
  }

  close(): void {
    this.#run = NOTHING;
    this.#seen = null;
  }

  async #findNeighbours(seen: Seen): Promise<void> {
    const found = await this.#beside?.(seen).catch(() => null);
    if (!found || this.#seen !== seen) return;
    this.#run = found.run;
    this.#index = found.index;
    this.#wanted = found.index;
  }
}

export const [useViewing, provideViewing] = createContext<Viewing>();
