// The search: what was typed, where, and what came back. A reply that was overtaken by more typing is dropped.
import { createContext } from "svelte";
import { SvelteSet } from "svelte/reactivity";
import type { CommandError } from "../../../bindings/CommandError";
import type { HitView } from "../../../bindings/HitView";
import type { HitsView } from "../../../bindings/HitsView";
import type { MarksPageView } from "../../../bindings/MarksPageView";
import * as ipc from "../../../ipc/commands";
import { type Loading, settled } from "../../../state/loading";
import { plainWords, query } from "./narrowings";

/** Hits asked for at once. */
const PAGE = 60;
/** Notes shown above the hits. */
const NOTES = 3;
/** Typing counts as done after this silence, in milliseconds. */
const PAUSE = 140;

/** Hits of one chat that came together, in their order; `first` is the place of the first one among all hits, `inChat` how many the chat has in all, also of those that are not here. */
export type Group = { chat: number; chatName: string | null; first: number; inChat: number; hits: HitView[] };

export class Finding {
  #text = $state("");
  #narrowed = new SvelteSet<string>();
  #scope = $state<number | null>(null);
  #found = $state.raw<Loading<HitsView>>({ status: "loading" });
  #failedMore = $state.raw<CommandError | null>(null);
  #notes = $state.raw<MarksPageView | null>(null);
  #active = $state(-1);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  readonly #query = $derived(query(this.#text, this.#narrowed));
  /** Hits by chat, chats in the order of their best hit. What comes later stands below: no hit ever changes its place. */
  readonly groups = $derived.by(() => (this.#found.status === "ready" ? grouped(this.#found.value) : []));
  /** Hits in the order they are drawn. */
  readonly hits = $derived(this.groups.flatMap((group) => group.hits));

  /** Something is being searched for: the results stand where the list was. */
  get on(): boolean {
    return this.#query !== "";
  }

  get text(): string {
    return this.#text;
  }

  /** What is asked: what was typed, with the filters that are pressed. */
  get query(): string {
    return this.#query;
  }

  /** The chat searched in; null for all. */
  get scope(): number | null {
    return this.#scope;
  }

  /** The filters that are pressed, by their words. */
  get narrowed(): ReadonlySet<string> {
    return this.#narrowed;
  }

  /** There are hits that are not here yet. */
  get #more(): boolean {
    return this.#found.status === "ready" && this.#found.value.total > this.hits.length;
  }

  /** What the person wrote about the messages and chats that hold the words; null while nothing is found. */
  get notes(): MarksPageView | null {
    return this.#notes;
  }

  get found(): Loading<HitsView> {
    return this.#found;
  }

  /** Why further hits did not come; those that are here stay. */
  get failedMore(): CommandError | null {
    return this.#failedMore;
  }

  /** The hit that the keyboard is on, -1 for none. */
  get active(): number {
    return this.#active;
  }

  set active(index: number) {
    this.#active = Math.min(Math.max(index, -1), this.hits.length - 1);
  }

  /** The next hit, or the one before it, from the last to the first again; more of them are asked for as they are needed. Null where there is none, or it could not be read. */
  async walk(by: 1 | -1): Promise<HitView | null> {
    if (this.#active + by >= this.hits.length && this.#more) {
      await this.more();
      if (this.#failedMore) return null;
    }
    const count = this.hits.length;
    if (count === 0) return null;
    this.#active = this.#active < 0 && by < 0 ? count - 1 : (this.#active + by + count) % count;
    return this.hits[this.#active] ?? null;
  }

  type(text: string): void {
    this.#text = text;
    this.#again(PAUSE);
  }

  /** Searches in one chat, or in all (null). */
  within(chat: number | null): void {
    this.#scope = chat;
    this.#again(0);
  }

  /** Presses a filter, or lets go of it. */
  narrow(word: string): void {
    if (!this.#narrowed.delete(word)) this.#narrowed.add(word);
    this.#again(0);
  }

  clear(): void {
    this.#scope = null;
    this.#narrowed.clear();
    this.type("");
  }

  /** Asks the same once more. */
  retry(): void {
    this.#again(0);
  }

  /** Asks for the next hits. */
  async more(): Promise<void> {
    const before = this.#found;
    if (before.status !== "ready") return;
    const turn = this.#turn;
    this.#failedMore = null;
    const next = await this.#ask(before.value.hits.length);
    if (turn !== this.#turn) return;
    const all = (value: HitsView) => ({ ...value, hits: [...before.value.hits, ...value.hits] });
    if (next.status === "ready") this.#found = { status: "ready", value: all(next.value) };
    else if (next.status === "failed") this.#failedMore = next.error;
  }

  #again(pause: number): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#active = -1;
    this.#failedMore = null;
    if (this.on) this.#timer = setTimeout(() => void this.#run(), pause);
    else {
      this.#found = { status: "loading" };
      this.#notes = null;
    }
  }

  async #run(): Promise<void> {
    const turn = this.#turn;
    void this.#lookInNotes(turn);
    const reply = await this.#ask(0);
    if (turn === this.#turn) this.#found = reply;
  }

  /** The person's own words are looked through beside the messages; where that does not work, the messages are still found. */
  async #lookInNotes(turn: number): Promise<void> {
    const words = plainWords(this.#text);
    const reply = words === "" || this.#scope !== null ? null : await settled(ipc.marks(words, null, 0, NOTES));
    if (turn === this.#turn) this.#notes = reply?.status === "ready" && reply.value.total > 0 ? reply.value : null;
  }

  #ask(offset: number): Promise<Loading<HitsView>> {
    return settled(ipc.search(this.#query, this.#scope, offset, PAGE));
  }
}

/** Page by page, and on each page by chat; a page that begins where the one before ended goes on with its group. */
function grouped({ hits, chats }: HitsView): Group[] {
  const groups: Group[] = [];
  for (let from = 0; from < hits.length; from += PAGE) {
    for (const its of byChat(hits.slice(from, from + PAGE))) {
      const last = groups.at(-1);
      const [best] = its;
      if (last && last.chat === best.chat) last.hits.push(...its);
      else groups.push({ chat: best.chat, chatName: best.chatName, first: last ? last.first + last.hits.length : 0, inChat: 0, hits: [...its] });
    }
  }
  const counts = new Map(chats.map((one) => [one.chat, one.hits]));
  return groups.map((group) => ({ ...group, inChat: counts.get(group.chat) ?? 0 }));
}

function byChat(hits: readonly HitView[]): Iterable<[HitView, ...HitView[]]> {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
  const chats = new Map<number, [HitView, ...HitView[]]>();
  for (const hit of hits) {
    const its = chats.get(hit.chat);
    if (its) its.push(hit);
    else chats.set(hit.chat, [hit]);
  }
  return chats.values();
}

export const [useFinding, provideFinding] = createContext<Finding>();
