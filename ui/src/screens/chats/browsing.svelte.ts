// What the browser shows: the chats, the one that is open, and where in it the person wants to be.
import { createContext } from "svelte";
import type { ChatView } from "../../bindings/ChatView";
import type { CommandError } from "../../bindings/CommandError";
import * as ipc from "../../ipc/commands";
import { asCommandError } from "../../ipc/errors";
import { type Loading, settled } from "../../state/loading";
import type { OwnMarks } from "../../state/ownMarks.svelte";
import type { Reading, Sight, Visit } from "../../state/reading.svelte";
import type { Moments } from "./moments";

/** A wish to see one place of a chat; every wish is an object of its own, so the same place can be asked for twice. */
export type Landing = Visit;

/** The chats that are locked on the phone: whether they are listed now, and how many there are. */
export type Locked = { shown: boolean; count: number };

export class Browsing {
  #stored = $state.raw<Loading<ChatView[]>>({ status: "loading" });
  /** The chats with the person's marks as they are now. */
  #chats = $derived.by((): Loading<ChatView[]> => {
    if (this.#stored.status !== "ready") return this.#stored;
    return { status: "ready", value: this.#stored.value.map((chat) => ({ ...chat, marks: this.#own.of(chat.id, null, chat.marks) })) };
  });
  #marking = $state.raw<ChatView | null>(null);
  #locked = $state.raw<Locked>({ shown: false, count: 0 });
  #refused = $state.raw<CommandError | null>(null);
  #landing = $state.raw<Landing | null>(null);
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
  #byId = $derived(new Map(this.#chats.status === "ready" ? this.#chats.value.map((chat) => [chat.id, chat]) : []));
  #open = $derived(this.#landing === null ? null : (this.chat(this.#landing.chat) ?? null));
  #moments: () => Moments;
  #own: OwnMarks;
  readonly reading: Reading;
  /** What of the open chat is in sight. */
  sight: Sight | null = null;

  constructor(moments: () => Moments, reading: Reading, own: OwnMarks) {
    this.#moments = moments;
    this.#own = own;
    this.reading = reading;
  }

  get chats(): Loading<ChatView[]> {
    return this.#chats;
  }

  get locked(): Locked {
    return this.#locked;
  }

  /** Why the last wish about the list did not come true; null while all is well. */
  get refused(): CommandError | null {
    return this.#refused;
  }

  /** The chat whose marks are being edited. */
  get marking(): ChatView | null {
    return this.#marking;
  }

  /** Opens the editor of a chat's own marks; null closes it. */
  mark(chat: ChatView | null): void {
    this.#marking = chat;
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

  /** What was refused has been read. */
  accept(): void {
    this.#refused = null;
  }

  chat(id: number): ChatView | undefined {
    return this.#byId.get(id);
  }

  async load(): Promise<void> {
    this.#stored = { status: "loading" };
    await this.refresh();
  }

  /** Asks for the list again; the old one stays until the new one is here. */
  async refresh(): Promise<void> {
    const [chats, session] = await Promise.all([settled(ipc.chats()), settled(ipc.session())]);
    this.#stored = chats;
    if (session.status !== "ready") return;
    const locked = { shown: session.value.lockedShown, count: session.value.lockedChats };
    if (locked.shown !== this.#locked.shown) this.#stay();
    this.#locked = locked;
  }

  /** Pins a chat to the top of the list, or lets go of it. */
  async pin(chat: ChatView, pinned: boolean): Promise<void> {
    this.#refused = null;
    try {
      await this.#own.set(chat.id, null, { ...chat.marks, bookmark: pinned }, chat.marks);
    } catch (thrown) {
      this.#refused = asCommandError(thrown);
    }
  }

  /** Takes the locked chats off the screen again, and everything that led to them. */
  async hideLocked(): Promise<void> {
    this.#refused = null;
    try {
      await ipc.hideLocked();
    } catch (thrown) {
      this.#refused = asCommandError(thrown);
      return;
    }
    const isShown = (id: number) => this.chat(id)?.locked !== true;
    if (this.#landing && !isShown(this.#landing.chat)) this.close();
    this.reading.keep(isShown);
    await this.refresh();
  }

  /** Opens a chat where it was left, else at its newest message. */
  read(chat: number, position: number | null = null): void {
    if (this.#landing?.chat === chat) return;
    this.#go({ chat, position, mark: false, align: position === null ? "end" : "center" });
  }

  /** Opens a chat as the window was told to: at a message, marked or not; where it was left when the person comes back to it. */
  arrive(chat: number, position: number | null, mark: boolean): void {
    const { current } = this.reading;
    if (mark && position !== null) this.goTo(chat, position);
    else if (this.#landing === null && current?.chat === chat && (position === null || position === current.position)) this.#landing = { ...current };
    else this.read(chat, position);
  }

  /** Opens a chat at one message and marks it. */
  goTo(chat: number, position: number): void {
    this.#go({ chat, position, mark: true, align: "center" });
  }

  /** Goes to a place of the open chat without marking a message; null is its end. */
  turnTo(position: number | null): void {
    if (this.#landing) this.#go({ chat: this.#landing.chat, position, mark: false, align: position === null ? "end" : "start" });
  }

  /** Back to the place before this one, or forward (1). From the list alone, back leads to the chat that was closed. */
  step(by: 1 | -1): void {
    this.#leave();
    const next = this.#landing === null && by === -1 ? this.reading.current : this.reading.step(by);
    if (next) this.#landing = { ...next };
  }

  /** Where the person is, for the way back from another screen. */
  leave(): { chat: number | null; position: number | null } {
    this.#leave();
    if (this.#landing === null) return { chat: null, position: null };
    return { chat: this.#landing.chat, position: this.reading.current?.position ?? null };
  }

  close(): void {
    this.#leave();
    this.#landing = null;
  }

  #go(visit: Visit): void {
    this.#leave();
    this.reading.visit(visit);
    this.#landing = visit;
  }

  /** To where one is, for a conversation that is made anew. */
  #stay(): void {
    if (!this.#landing || !this.sight) return;
    this.#leave();
    const { current } = this.reading;
    if (current) this.#landing = { ...current, mark: false };
  }

  /** Where one is going from, so that back leads there. */
  #leave(): void {
    if (this.sight && this.#landing) this.reading.left(this.sight);
    this.sight = null;
  }
}

export const [useBrowsing, provideBrowsing] = createContext<Browsing>();
