// The last thing that can be taken back, and the way to take it back. One offer at a time; a newer one replaces it.
import { createContext } from "svelte";
import type { CommandError } from "../bindings/CommandError";
import { asCommandError } from "../ipc/errors";

/** What was done, in the person's words, and how it is undone. */
export type Offer = { words: string; undo: () => Promise<unknown> };

export class Undo {
  #offer = $state.raw<Offer | null>(null);
  #failure = $state.raw<CommandError | null>(null);

  get offer(): Offer | null {
    return this.#offer;
  }

  /** Why the last one could not be taken back. */
  get failure(): CommandError | null {
    return this.#failure;
  }

  make(offer: Offer): void {
    this.#failure = null;
    this.#offer = offer;
  }

  /** Takes it back; what stands in the way is said by {@link failure}. */
  async take(): Promise<void> {
    const offer = this.#offer;
    if (!offer) return;
    this.#offer = null;
    try {
      await offer.undo();
    } catch (thrown) {
      this.#failure = asCommandError(thrown);
    }
  }

  forget(): void {
    this.#offer = null;
    this.#failure = null;
  }
}

export const [useUndo, provideUndo] = createContext<Undo>();
