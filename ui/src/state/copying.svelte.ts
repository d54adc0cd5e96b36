// What is copied out of the chats, by the menu or by hand: all of it goes by way of the shell, which takes it off the clipboard again.
import { createContext } from "svelte";
import type { CommandError } from "../bindings/CommandError";
import { copyText } from "../ipc/commands";
import { asCommandError } from "../ipc/errors";

/** That something was copied, or why not; every one is an object of its own, so that the same can be said twice. */
export type Copied = { error: CommandError | null };

type Field = HTMLInputElement | HTMLTextAreaElement;

/** How long it is said, in milliseconds. */
const SAID = 6_000;

export class Copying {
  #said = $state.raw<Copied | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get said(): Copied | null {
    return this.#said;
  }

  /** Whether it is on the clipboard. */
  async copy(text: string): Promise<boolean> {
    try {
      await copyText(text);
      this.#say({ error: null });
      return true;
    } catch (thrown) {
      this.#say({ error: asCommandError(thrown) });
      return false;
    }
  }

  /** What a copy or a cut by hand takes along: the marked part of a field, else what is marked on the page. */
  byHand(event: ClipboardEvent): void {
    const field = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement ? event.target : null;
    const text = field ? marked(field) : (document.getSelection()?.toString() ?? "");
    if (text === "") return;
    event.preventDefault();
    if (event.type === "cut" && field) void this.#cut(field, text);
    else void this.copy(text);
  }

  /** What is not on the clipboard stays in the field; so does what was changed meanwhile. */
  async #cut(field: Field, text: string): Promise<void> {
    const { value, selectionStart, selectionEnd } = field;
    if (!(await this.copy(text)) || field.value !== value) return;
    field.setRangeText("", selectionStart ?? 0, selectionEnd ?? 0, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "deleteByCut" }));
  }

  #say(said: Copied): void {
    clearTimeout(this.#timer);
    this.#said = said;
    this.#timer = setTimeout(() => (this.#said = null), SAID);
  }
}

function marked(field: Field): string {
  return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
}

export const [useCopying, provideCopying] = createContext<Copying>();
