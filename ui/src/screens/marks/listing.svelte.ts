// The list of marks as it is searched: page by page, the newest answer wins.
import type { CommandError } from "../../bindings/CommandError";
import type { MarkedView } from "../../bindings/MarkedView";
import type { TagView } from "../../bindings/TagView";
import * as ipc from "../../ipc/commands";
import { settled, type Loading } from "../../state/loading";

/** Marks that a press on "more" brings. */
const PAGE = 40;
/** The shell gives no more at once. */
const AT_ONCE = 200;

type Found = { total: number; marked: MarkedView[]; tags: TagView[] };

export class Listing {
  #found = $state.raw<Loading<Found>>({ status: "loading" });
  #text = $state("");
  #tag = $state<string | null>(null);
  #failedMore = $state.raw<CommandError | null>(null);
  #asked = 0;

  get found(): Loading<Found> {
    return this.#found;
  }

  /** Why the last press on "more" brought nothing; what was shown is still there. */
  get failedMore(): CommandError | null {
    return this.#failedMore;
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
    const answer = await this.#ask([], Math.max(PAGE, shown));
    if (answer) this.#found = answer;
  }

  async next(): Promise<void> {
    if (this.#found.status !== "ready") return;
    const { marked } = this.#found.value;
    const answer = await this.#ask(marked, marked.length + PAGE);
    if (answer?.status === "ready") this.#found = answer;
    else if (answer?.status === "failed") this.#failedMore = answer.error;
  }

  /** Asks for what comes after `before`, until there are so many or all of them; null when something else was asked for meanwhile. */
  async #ask(before: readonly MarkedView[], wanted: number): Promise<Loading<Found> | null> {
    const asked = (this.#asked += 1);
    this.#failedMore = null;
    const marked = [...before];
    for (;;) {
      const answer = await settled(ipc.marks(this.#text.trim(), this.#tag, marked.length, Math.min(AT_ONCE, wanted - marked.length)));
      if (asked !== this.#asked) return null;
      if (answer.status !== "ready") return answer;
      marked.push(...answer.value.marked);
      if (answer.value.marked.length === 0 || marked.length >= Math.min(wanted, answer.value.total)) return { status: "ready", value: { ...answer.value, marked } };
    }
  }
}
