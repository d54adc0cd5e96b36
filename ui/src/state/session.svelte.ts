// Where the person is, and whether a history is open. App.svelte draws the screen of `place`.
import { createContext } from "svelte";
import type { ExportScopeView } from "../bindings/ExportScopeView";
import * as ipc from "../ipc/commands";
import { Reading } from "./reading.svelte";

/** One screen with what it starts from. The chats screen holds the search as well, and its own frame. */
export type Place =
  | { name: "start" }
  | { name: "restore" }
  | { name: "open" }
  | { name: "chats"; chat: number | null; position: number | null; mark?: boolean }
  | { name: "gallery"; chat: number | null }
  | { name: "numbers"; chat: number | null }
  | { name: "export"; scope: ExportScopeView }
  | { name: "marks" }
  | { name: "calls" }
  | { name: "keys" }
  | { name: "settings" }
  | { name: "about" };

/** Screens that are visited from anywhere and left to where the person was. */
const ASIDE: readonly Place["name"][] = ["gallery", "numbers", "export", "marks", "calls", "keys", "settings", "about"];

export class Session {
  #place = $state.raw<Place>({ name: "start" });
  #before = $state.raw<Place>({ name: "start" });
  #open = $state(false);
  #insecureDemo = $state(false);
  #working = $state(0);
  #reading = $state.raw(new Reading());
  #history = $state(0);
  #after: Place | null = null;
  #from: Place | null = null;

  get place(): Place {
    return this.#place;
  }

  /** A history is unlocked. */
  get open(): boolean {
    return this.#open;
  }

  /** Counts the histories that were opened and closed here: whoever holds anything of one forgets it when this grows. */
  get history(): number {
    return this.#history;
  }

  /** What outlives the chats screen, until the lock or another history. */
  get reading(): Reading {
    return this.#reading;
  }

  /** Something is under way that the lock must not cut off. */
  get working(): boolean {
    return this.#working > 0;
  }

  /** Waits for work that the lock must not cut off. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#working += 1;
    try {
      return await work;
    } finally {
      this.#working -= 1;
    }
  }

  /** Started for a demonstration: software passkeys are allowed, and they are not safe. */
  get insecureDemo(): boolean {
    return this.#insecureDemo;
  }

  /** Asks the shell whether a history is open (the window may have been made anew) and goes to it. */
  async load(): Promise<void> {
    const { open, insecureDemo } = await ipc.session();
    this.#insecureDemo = insecureDemo;
    if (open) this.unlocked();
  }

  go(place: Place): void {
    if (place.name !== this.#place.name && !ASIDE.includes(this.#place.name)) this.#before = this.#place;
    this.#place = place;
  }

  /** From a screen aside to where the person was. */
  back(): void {
    this.#place = this.#before;
  }

  /** The chats are opened first; then the person is back where they are now. */
  openFirst(): void {
    this.#after = this.#place;
    this.#from = this.#place;
    this.go({ name: "open" });
  }

  /** Once chats are opened here, the person is at `place`. */
  openFor(place: Place): void {
    this.#after = place;
  }

  /** Leaves the opening of chats without having opened them. */
  leaveOpening(): void {
    this.go(this.#from ?? { name: "start" });
    this.#forgetPlans();
  }

  /** A history was opened: its chats are shown, or what they were opened for. */
  unlocked(): void {
    this.#open = true;
    this.#turn();
    const chats: Place = { name: "chats", chat: null, position: null };
    // the way back from a screen aside leads to the chats, not to their opening
    this.#place = chats;
    this.go(this.#after ?? chats);
    this.#forgetPlans();
  }

  /** From another place of its own to the chats, as they were left. */
  toChats(): void {
    this.#forgetPlans();
    this.go(this.#before.name === "chats" ? this.#before : { name: "chats", chat: null, position: null });
  }

  /** A history was opened by the restore that has just ended; its report is still on the screen. */
  opened(): void {
    this.#open = true;
    this.#turn();
  }

  /** Closes the history. The shell makes the window anew on the start screen; here it is left at once. */
  async lock(): Promise<void> {
    this.#open = false;
    this.#turn();
    this.#forgetPlans();
    this.#before = { name: "start" };
    this.#place = { name: "start" };
    await ipc.lock();
  }

  /** What chats were to be opened for is no longer meant. */
  #forgetPlans(): void {
    this.#after = null;
    this.#from = null;
  }

  /** Another history, or none: the same ids mean other messages from here on. */
  #turn(): void {
    this.#history += 1;
    this.#reading = new Reading();
    if (this.#before.name === "chats") this.#before = { name: "chats", chat: null, position: null };
  }
}

export const [useSession, provideSession] = createContext<Session>();
