// The list of marks as it is searched: page by page, the newest answer wins.
import type { MarkedView } from "../../bindings/MarkedView";
import type { TagView } from "../../bindings/TagView";
import * as ipc from "../../ipc/commands";
import { settled, type Loading } from "../../state/loading";

const PAGE = 40;

type Found = { total: number; marked: MarkedView[]; tags: TagView[] };

export class Listing {
  #found = $state.raw<Loading<Found>>({ status: "loading" });
  #text = $state("");
  #tag = $state<string | null>(null);
  #asked = 0;

  get found(): Loading<Found> {
    return this.#found;
  }

  get text(): string {
    return this.#text;
  }

  get tag(): string | null {
    return this.#tag;
  }

  /** Something narrows the list. */
  get narrowed(): boolean {
    return this.#text.trim() !== "" || this.#tag !== null;
  }

  /** There are more than are shown. */
  get more(): boolean {
    return this.#found.status === "ready" && this.#found.value.marked.length < this.#found.value.total;
  }

  type(text: string): void {
    this.#text = text;
    void this.load();
  }

  /** Narrows to a tag; the same again takes it back. */
  choose(tag: string | null): void {
    this.#tag = this.#tag === tag ? null : tag;
    void this.load();
  }

  widen(): void {
    this.#text = "";
    this.#tag = null;
    void this.load();
  }

  /** Looks again, as far as was shown; the old answer stays until the new one is there. */
  async load(): Promise<void> {
    const shown = this.#found.status === "ready" ? this.#found.value.marked.length : 0;
    await this.#ask(0, Math.min(600, Math.max(PAGE, shown)));
  }

  async next(): Promise<void> {
    if (this.#found.status === "ready") await this.#ask(this.#found.value.marked.length, PAGE);
  }

  async #ask(offset: number, limit: number): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const before = offset > 0 && this.#found.status === "ready" ? this.#found.value.marked.slice(0, offset) : [];
    const answer = await settled(ipc.marks(this.#text.trim(), this.#tag, offset, limit));
    if (asked !== this.#asked) return;
    this.#found = answer.status === "ready" ? { status: "ready", value: { ...answer.value, marked: [...before, ...answer.value.marked] } } : answer;
  }
}
