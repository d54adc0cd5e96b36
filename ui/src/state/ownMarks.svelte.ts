// The person's own marks as they were changed in this window: every open conversation shows a change at once, without asking the shell again.
import { createContext } from "svelte";
import { SvelteMap } from "svelte/reactivity";
import type { OwnMarksView } from "../bindings/OwnMarksView";
import * as ipc from "../ipc/commands";

/** Nothing is marked. */
export const UNMARKED: OwnMarksView = { bookmark: false, tags: [], note: null, changedAt: null };

/** Says the same, whenever it was said. */
export function sameMarks(a: OwnMarksView, b: OwnMarksView): boolean {
  return a.bookmark === b.bookmark && (a.note ?? "") === (b.note ?? "") && a.tags.length === b.tags.length && a.tags.every((tag, n) => tag === b.tags[n]);
}

/** Something is there: a bookmark, a tag or a note. */
export function isMarked(marks: OwnMarksView): boolean {
  return marks.bookmark || marks.tags.length > 0 || (marks.note ?? "") !== "";
}

export class OwnMarks {
  #changed = new SvelteMap<string, OwnMarksView>();
  #version = $state(0);

  /** Counts the changes: what lists marks looks again when it grows. */
  get version(): number {
    return this.#version;
  }

  /** The marks of a message, or of the chat itself (`message` null): as changed here, else as `stored`. */
  of(chat: number, message: number | null, stored: OwnMarksView | null): OwnMarksView {
    return this.#changed.get(key(chat, message)) ?? stored ?? UNMARKED;
  }

  /** Shown at once; taken back, and thrown on, when it could not be kept. */
  async set(chat: number, message: number | null, marks: OwnMarksView, before: OwnMarksView): Promise<void> {
    const place = key(chat, message);
    this.#changed.set(place, { ...marks, changedAt: Date.now() });
    try {
      await ipc.setMarks(chat, message, marks);
      this.#version += 1;
    } catch (thrown) {
      // unless these chats were closed meanwhile
      if (this.#changed.has(place)) this.#changed.set(place, before);
      throw thrown;
    }
  }

  /** The chats were closed: nothing of them stays here. */
  forget(): void {
    this.#changed.clear();
  }
}

function key(chat: number, message: number | null): string {
  return `${chat}/${message ?? "chat"}`;
}

export const [useOwnMarks, provideOwnMarks] = createContext<OwnMarks>();
