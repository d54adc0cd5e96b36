// What of one message the person asks for: its menu, who reacted, its details, marks of their own, or another program for its file.
// One thing at a time for the whole conversation, so that rows hold nothing but their buttons.
import { createContext, tick } from "svelte";
import type { CommandError } from "../../../bindings/CommandError";
import type { MessageView } from "../../../bindings/MessageView";
import type { Spot } from "../../../components/menu/Popup.svelte";
import { asCommandError } from "../../../ipc/errors";

/** `large`: the file is too large to be played here. */
export type What = "menu" | "reactions" | "details" | "marks" | "outside" | "large";

export type Asked = { what: What; message: MessageView; sender: string; spot: Spot };

/** What was just done, or why it was not; every one is an object of its own, so that the same can be said twice. */
export type Done = { what: "saved" | "card-saved" } | { what: "failed"; error: CommandError };

/** How long what was done is said, in milliseconds. */
const SAID = 6_000;

export class Attending {
  #asked = $state.raw<Asked | null>(null);
  #done = $state.raw<Done | null>(null);
  /** What had the keyboard before. */
  #from: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #home: () => void;

  /** `home` gives the keyboard to the messages. */
  constructor(home: () => void) {
    this.#home = home;
  }

  get asked(): Asked | null {
    return this.#asked;
  }

  get done(): Done | null {
    return this.#done;
  }

  /** Asks for something of a message, at an element or a place of the window. */
  ask(what: What, message: MessageView, sender: string, at: HTMLElement | Spot): void {
    const focused = document.activeElement;
    this.#from = at instanceof HTMLElement ? at : focused instanceof HTMLElement ? focused : null;
    const box = at instanceof HTMLElement ? at.getBoundingClientRect() : at;
    this.#asked = { what, message, sender, spot: { x: box.x, y: box.y, width: box.width, height: box.height } };
  }

  /** Something else of the same message. */
  instead(what: What): void {
    if (this.#asked) this.#asked = { ...this.#asked, what };
  }

  close(): void {
    this.#asked = null;
  }

  /** Closes, and gives the keyboard back to where it was; to the messages, where that is no longer drawn. */
  async leave(): Promise<void> {
    this.#asked = null;
    await tick();
    if (this.#from?.isConnected) this.#from.focus({ preventScroll: true });
    else this.#home();
  }

  /** Says how something went; nothing when its dialog was dismissed (`false`). */
  async attempt(action: Promise<unknown>, what: "saved" | "card-saved"): Promise<void> {
    try {
      if ((await action) !== false) this.#say({ what });
    } catch (thrown) {
      this.failed(thrown);
    }
  }

  /** Says why something was not done. */
  failed(thrown: unknown): void {
    this.#say({ what: "failed", error: asCommandError(thrown) });
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#asked = null;
  }

  #say(done: Done): void {
    clearTimeout(this.#timer);
    this.#done = done;
    this.#timer = setTimeout(() => (this.#done = null), SAID);
  }
}

export const [useAttending, provideAttending] = createContext<Attending>();
