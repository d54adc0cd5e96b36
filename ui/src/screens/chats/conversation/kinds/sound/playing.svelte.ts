// What plays in a conversation: one voice message or film at a time, whichever was asked for last. Its bytes come from the shell at the
// first play and are let go of with the next one, with the conversation, and with the lock.
import { createContext, untrack } from "svelte";
import { SvelteMap } from "svelte/reactivity";
import type { CommandError } from "../../../../../bindings/CommandError";
import type { MessageView } from "../../../../../bindings/MessageView";
import { asCommandError } from "../../../../../ipc/errors";
import { playedType, unload } from "../../../../../parts/viewer/playable";

export const SPEEDS = [1, 1.5, 2] as const;

/** The one that plays, or is to play; `unplayable` is a file this computer knows no way to play. */
export type Now = { message: number; url: string | null; state: "loading" | "ready" | "unplayable" } | { message: number; url: null; state: "failed"; error: CommandError };

type Load = (message: number) => Promise<ArrayBuffer>;

export class Playing {
  #load: Load;
  #now = $state.raw<Now | null>(null);
  #time = $state(0);
  #length = $state<number | null>(null);
  #paused = $state(true);
  #speed = $state<number>(SPEEDS[0]);
  /** Where others were left, in seconds. */
  #left = new SvelteMap<number, number>();
  #element: HTMLMediaElement | null = null;
  /** What is at hand was played already. */
  #begun = false;
  #listening = new AbortController();

  constructor(load: Load) {
    this.#load = load;
  }

  get speed(): number {
    return this.#speed;
  }

  /** What plays, when it is this message. */
  of(message: number): Now | null {
    return this.#now?.message === message ? this.#now : null;
  }

  paused(message: number): boolean {
    return this.#now?.message !== message || this.#paused;
  }

  /** Seconds into a message. */
  time(message: number): number {
    return this.#now?.message === message ? this.#time : (this.#left.get(message) ?? 0);
  }

  /** Seconds of a message: as its file says, else as the phone wrote down. */
  length({ id, media }: MessageView): number {
    const own = this.#now?.message === id ? this.#length : null;
    return own ?? media?.duration ?? 0;
  }

  /** Plays a voice message, or goes on with it. */
  async hear(message: MessageView): Promise<void> {
    if (this.#goOn(message.id)) return;
    const url = await this.#fetch(message);
    if (url !== null) this.take(new Audio(url));
  }

  /** Gets a film ready, or goes on with it; its row draws it and gives its element to {@link take}. */
  async see(message: MessageView): Promise<void> {
    if (!this.#goOn(message.id)) await this.#fetch(message);
  }

  /** Plays in this element from where the message was left; one that comes back into sight waits. Returns what lets go of it. */
  take(element: HTMLMediaElement): () => void {
    this.#follow(element);
    // the row that draws the element must not begin anew with every second
    const { from, speed } = untrack(() => ({ from: this.#time, speed: this.#speed }));
    if (from > 0) element.currentTime = from;
    element.playbackRate = speed;
    if (!this.#begun) void element.play().catch(() => undefined);
    this.#begun = true;
    return () => {
      if (this.#element !== element) return;
      this.#listening.abort();
      unload(element);
      this.#element = null;
      this.#paused = true;
    };
  }

  pause(): void {
    this.#element?.pause();
  }

  /** To a place of a message, whether it plays or not. */
  seek(message: MessageView, seconds: number): void {
    const place = Math.max(0, Math.min(seconds, this.length(message)));
    if (this.#now?.message !== message.id) {
      this.#left.set(message.id, place);
      return;
    }
    this.#time = place;
    if (this.#element) this.#element.currentTime = place;
  }

  faster(): void {
    const next = SPEEDS[(SPEEDS.findIndex((speed) => speed === this.#speed) + 1) % SPEEDS.length] ?? SPEEDS[0];
    this.#speed = next;
    if (this.#element) this.#element.playbackRate = next;
  }

  /** Something else in the window began to play. */
  giveWay(to: EventTarget | null): void {
    if (to !== this.#element) this.pause();
  }

  /** Nothing plays any more, and no bytes are kept. */
  end(): void {
    const now = this.#now;
    if (now === null) return;
    this.#listening.abort();
    if (this.#element) unload(this.#element);
    this.#element = null;
    if (now.url !== null) URL.revokeObjectURL(now.url);
    const over = this.#length !== null && this.#time >= this.#length - 0.2;
    if (over || this.#time === 0) this.#left.delete(now.message);
    else this.#left.set(now.message, this.#time);
    this.#now = null;
    this.#paused = true;
    this.#length = null;
  }

  /** True when the message is the one at hand: it pauses, goes on, or is still being loaded. */
  #goOn(message: number): boolean {
    const now = this.of(message);
    if (now?.state === "loading") return true;
    const element = this.#element;
    if (now?.state !== "ready" || !element) return false;
    if (element.paused) void element.play().catch(() => undefined);
    else element.pause();
    return true;
  }

  async #fetch({ id, media }: MessageView): Promise<string | null> {
    this.end();
    this.#begun = false;
    this.#time = this.#left.get(id) ?? 0;
    const waiting: Now = { message: id, url: null, state: "loading" };
    this.#now = waiting;
    try {
      const bytes = await this.#load(id);
      if (this.#now !== waiting) return null;
      const url = URL.createObjectURL(new Blob([bytes], { type: playedType(media?.mime ?? null) }));
      this.#now = { message: id, url, state: "ready" };
      return url;
    } catch (thrown) {
      if (this.#now === waiting) this.#now = { message: id, url: null, state: "failed", error: asCommandError(thrown) };
      return null;
    }
  }

  #follow(element: HTMLMediaElement): void {
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#element = element;
    const { signal } = this.#listening;
    const on = (event: string, act: () => void) => element.addEventListener(event, act, { signal });
    on("timeupdate", () => (this.#time = element.currentTime));
    on("durationchange", () => (this.#length = Number.isFinite(element.duration) ? element.duration : null));
    on("play", () => (this.#paused = false));
    on("pause", () => (this.#paused = true));
    on("ended", () => this.#over(element));
    on("error", () => this.#cannot());
  }

  #over(element: HTMLMediaElement): void {
    this.#paused = true;
    this.#time = 0;
    element.currentTime = 0;
  }

  #cannot(): void {
    const now = this.#now;
    if (now && now.url !== null) URL.revokeObjectURL(now.url);
    if (now) this.#now = { message: now.message, url: null, state: "unplayable" };
    this.#listening.abort();
    this.#element = null;
    this.#paused = true;
  }
}

export const [usePlaying, providePlaying] = createContext<Playing>();
