// The search: what was typed, where, and what came back. A reply that was overtaken by more typing is dropped.
import { createContext } from "svelte";
import { SvelteSet } from "svelte/reactivity";
import type { HitView } from "../../../bindings/HitView";
import type { HitsView } from "../../../bindings/HitsView";
import * as ipc from "../../../ipc/commands";
import { type Loading, settled } from "../../../state/loading";
import { NARROWINGS, query } from "./narrowings";

/** Hits asked for at once. */
const PAGE = 60;
/** Typing counts as done after this silence, in milliseconds. */
const PAUSE = 140;

/** Hits of one chat, in the order they came; `first` is the place of the first one among all hits. */
export type Group = { chat: number; chatName: string | null; first: number; hits: HitView[] };

export class Finding {
  #text = $state("");
  #narrowed = new SvelteSet<string>();
  #scope = $state<number | null>(null);
  #found = $state.raw<Loading<HitsView>>({ status: "loading" });
  #active = $state(-1);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  readonly #query = $derived(query(this.#text, this.#narrowed));
  /** Hits by chat, chats in the order of their best hit. */
  readonly groups = $derived.by(() => grouped(this.#found.status === "ready" ? this.#found.value.hits : []));
  /** Hits in the order they are drawn. */
  readonly hits = $derived(this.groups.flatMap((group) => group.hits));

  /** Something is being searched for: the results stand where the list was. */
  get on(): boolean {
    return this.#query !== "";
  }

  get text(): string {
    return this.#text;
  }

  /** The chat searched in; null for all. */
  get scope(): number | null {
    return this.#scope;
  }

  /** The filters that are pressed, by their words. */
  get narrowed(): ReadonlySet<string> {
    return this.#narrowed;
  }

  /** What is searched for is something to look at. */
  get pictured(): boolean {
    return NARROWINGS.some(({ word, pictured }) => pictured && this.#narrowed.has(word));
  }

  get found(): Loading<HitsView> {
    return this.#found;
  }

  /** The hit that the keyboard is on, -1 for none. */
  get active(): number {
    return this.#active;
  }

  set active(index: number) {
    this.#active = Math.min(Math.max(index, -1), this.hits.length - 1);
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
    const next = await this.#ask(before.value.hits.length);
    if (turn !== this.#turn) return;
    const all = (value: HitsView) => ({ ...value, hits: [...before.value.hits, ...value.hits] });
    this.#found = next.status === "ready" ? { status: "ready", value: all(next.value) } : next;
  }

  #again(pause: number): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#active = -1;
    if (this.on) this.#timer = setTimeout(() => void this.#run(), pause);
    else this.#found = { status: "loading" };
  }

  async #run(): Promise<void> {
    const turn = this.#turn;
    const reply = await this.#ask(0);
    if (turn === this.#turn) this.#found = reply;
  }

  #ask(offset: number): Promise<Loading<HitsView>> {
    return settled(ipc.search(this.#query, this.#scope, offset, PAGE));
  }
}

function grouped(hits: readonly HitView[]): Group[] {
  const groups: Group[] = [];
  for (const hit of hits) {
    const group = groups.find((one) => one.chat === hit.chat);
    if (group) group.hits.push(hit);
    else groups.push({ chat: hit.chat, chatName: hit.chatName, first: 0, hits: [hit] });
  }
  let first = 0;
  for (const group of groups) {
    group.first = first;
    first += group.hits.length;
  }
  return groups;
}

export const [useFinding, provideFinding] = createContext<Finding>();
