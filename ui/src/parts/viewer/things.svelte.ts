// The things of one gallery, read page by page and kept as long as they are near. Knows no layout.
import { SvelteMap } from "svelte/reactivity";
import type { CommandError } from "../../bindings/CommandError";
import type { GalleryItemView } from "../../bindings/GalleryItemView";
import type { GalleryKind } from "../../bindings/GalleryKind";
import * as ipc from "../../ipc/commands";
import { asCommandError } from "../../ipc/errors";

/** Things asked for at once. */
const PAGE = 120;
/** Pages kept; the ones read longest ago go first. */
const KEPT = 12;

export class Things {
  readonly chat: number | null;
  readonly kind: GalleryKind;
  readonly count: number;
  #pages = new SvelteMap<number, readonly GalleryItemView[]>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing that is drawn depends on it
  #coming = new Map<number, Promise<void>>();
  #failure = $state.raw<CommandError | null>(null);

  constructor(chat: number | null, kind: GalleryKind, count: number) {
    this.chat = chat;
    this.kind = kind;
    this.count = count;
  }

  /** Why the last page could not be read; null when it could. */
  get failure(): CommandError | null {
    return this.#failure;
  }

  /** What stands there; undefined until it was read. */
  get(index: number): GalleryItemView | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Reads what is not at hand between two places, both inclusive. */
  want(first: number, last: number): void {
    for (let page = Math.floor(first / PAGE); page <= Math.floor(Math.min(last, this.count - 1) / PAGE); page += 1) {
      if (page >= 0 && !this.#pages.has(page)) void this.#read(page);
    }
  }

  /** What stands there, read if it has to be; null when there is nothing or it cannot be read. */
  async at(index: number): Promise<GalleryItemView | null> {
    if (index < 0 || index >= this.count) return null;
    if (!this.get(index)) await this.#read(Math.floor(index / PAGE));
    return this.get(index) ?? null;
  }

  #read(page: number): Promise<void> {
    const coming = this.#coming.get(page) ?? this.#fetch(page).finally(() => this.#coming.delete(page));
    this.#coming.set(page, coming);
    return coming;
  }

  async #fetch(page: number): Promise<void> {
    try {
      this.#pages.set(page, await ipc.gallery(this.chat, this.kind, page * PAGE, PAGE));
      this.#failure = null;
      for (const old of this.#pages.keys()) {
        if (this.#pages.size <= KEPT) break;
        if (Math.abs(old - page) > 4) this.#pages.delete(old);
      }
    } catch (thrown) {
      this.#failure = asCommandError(thrown);
    }
  }
}
