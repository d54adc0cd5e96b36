// Which picture is looked at in full size, and its neighbours in an album.
import { createContext } from "svelte";
import type { MessageView } from "../../../bindings/MessageView";

/** One picture: the message it belongs to, the one whose file is drawn (its twin may be better), and who sent it. */
export type Seen = { message: MessageView; picture: number; sender: string };

export class Viewing {
  #all = $state.raw<readonly Seen[]>([]);
  #index = $state(0);

  /** What is looked at; null while nothing is. */
  readonly seen = $derived(this.#all[this.#index] ?? null);

  get index(): number {
    return this.#index;
  }

  get count(): number {
    return this.#all.length;
  }

  /** Shows one of some pictures. */
  open(all: readonly Seen[], index: number): void {
    this.#all = all;
    this.#index = index;
  }

  /** Goes to a neighbour, as far as there is one. */
  step(by: number): void {
    this.#index = Math.min(Math.max(this.#index + by, 0), Math.max(0, this.#all.length - 1));
  }

  close(): void {
    this.#all = [];
  }
}

export const [useViewing, provideViewing] = createContext<Viewing>();
