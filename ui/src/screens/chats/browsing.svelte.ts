// What the browser shows: the chats, the one that is open, and where in it the person wants to be.
import { createContext } from "svelte";
import type { ChatView } from "../../bindings/ChatView";
import * as ipc from "../../ipc/commands";
import { type Loading, settled } from "../../state/loading";
import type { Moments } from "./moments";

/** A wish to see one place of a chat; every wish is an object of its own, so the same place can be asked for twice. */
export type Landing = { chat: number; position: number | null; mark: boolean };

export class Browsing {
  #chats = $state.raw<Loading<ChatView[]>>({ status: "loading" });
  #landing = $state.raw<Landing | null>(null);
  #open = $derived(this.#landing === null ? null : (this.chat(this.#landing.chat) ?? null));
  #moments: () => Moments;
  /** The position in the middle of what was seen last. */
  seen: number | null = null;

  constructor(moments: () => Moments) {
    this.#moments = moments;
  }

  get chats(): Loading<ChatView[]> {
    return this.#chats;
  }

  /** The open chat, and where in it to be; null while the list alone is read. */
  get open(): ChatView | null {
    return this.#open;
  }

  get landing(): Landing | null {
    return this.#landing;
  }

  get moments(): Moments {
    return this.#moments();
  }

  chat(id: number): ChatView | undefined {
    return this.#chats.status === "ready" ? this.#chats.value.find((chat) => chat.id === id) : undefined;
  }

  async load(): Promise<void> {
    this.#chats = { status: "loading" };
    this.#chats = await settled(ipc.chats());
  }

  /** Opens a chat where it was left, else at its newest message. */
  read(chat: number, position: number | null = null): void {
    if (this.#landing?.chat === chat) return;
    this.#landing = { chat, position, mark: false };
  }

  /** Opens a chat at one message and marks it. */
  goTo(chat: number, position: number): void {
    this.#landing = { chat, position, mark: true };
  }

  close(): void {
    this.#landing = null;
  }
}

export const [useBrowsing, provideBrowsing] = createContext<Browsing>();
