// Which positions of a chat are drawn in a row of their own. Runs of security notices are folded into their first row, and parts of
// another message (the pictures of an album, the same picture in better quality) stand inside that one. Nothing is dropped: every
// position keeps its row, and a row that is folded takes no room.
import { SvelteSet } from "svelte/reactivity";
import type { MessageView } from "../../../bindings/MessageView";
import { bodyOf } from "./kinds/bodies";
import { PAGE, type Pages } from "./pages.svelte";

/** Security codes, linked devices, and the banners about encryption that stand between them. */
const SECURITY = new Set([18, 19, 57, 67]);
/** A part stands at most this many pages from the message that it belongs to. */
const NEAR = 2;

type Page = readonly MessageView[];
type Run = { first: number; last: number };

/** A run of security notices as it is drawn: at its first position. */
export type Fold = { count: number; open: boolean; from: number | null; to: number | null };

export class Folding {
  #pages: Pages;
  /** Positions whose run was opened. Runs can grow while pages come, so it is a place in them that is kept. */
  #opened = new SvelteSet<number>();

  constructor(pages: Pages) {
    this.#pages = pages;
  }

  /** Whether nothing is drawn at a position: its message stands in another row. */
  hides(position: number): boolean {
    return this.#host(position) !== position;
  }

  /** Where the message of a position is drawn. */
  hostOf(position: number): number {
    return this.#host(position);
  }

  /** The fold that is drawn at a position; null at every other. */
  fold(position: number): Fold | null {
    const run = this.#run(position);
    if (run === null || run.first !== position) return null;
    const moment = (at: number) => this.#pages.at(at)?.sentAt ?? null;
    return { count: run.last - run.first + 1, open: this.#isOpen(run), from: moment(run.first), to: moment(run.last) };
  }

  /** Opens the run at a position, or closes it. */
  toggle(position: number): void {
    const run = this.#run(position);
    if (run === null) return;
    if (this.#isOpen(run)) for (const at of this.#within(run)) this.#opened.delete(at);
    else this.#opened.add(position);
  }

  /** Opens the run that a position is folded in, if any. */
  reveal(position: number): void {
    const run = this.#run(position);
    if (run !== null && !this.#isOpen(run)) this.#opened.add(position);
  }

  /** The message that is drawn before a position. */
  before(position: number): MessageView | undefined {
    let at = position - 1;
    while (at >= 0 && this.hides(at)) at = this.#foldedRun(at)?.first ?? at - 1;
    return this.#pages.at(at);
  }

  /** The message that is drawn after a position. */
  after(position: number): MessageView | undefined {
    let at = (this.#foldedRun(position)?.last ?? position) + 1;
    while (this.#pages.at(at) && this.hides(at)) at += 1;
    return this.#pages.at(at);
  }

  /** The messages that are shown as parts of this one, as far as they are at hand. */
  partsOf(message: MessageView): { id: number; message: MessageView | undefined }[] {
    return message.parts.map((id) => ({ id, message: this.#find(id, message.position) }));
  }

  #host(position: number): number {
    const message = this.#pages.at(position);
    if (!message) return position;
    const run = this.#foldedRun(position);
    if (run !== null) return run.first;
    const part = message.partOf;
    if (part === null || part.kind === "comment") return position;
    const whole = this.#find(part.message, position);
    if (!whole) return position;
    return drawnBy(whole, message) ? whole.position : position;
  }

  /** The run that a position is folded in: closed, and of more than one notice. */
  #foldedRun(position: number): Run | null {
    const run = this.#run(position);
    return run !== null && !this.#isOpen(run) ? run : null;
  }

  #isOpen(run: Run): boolean {
    return this.#within(run).length > 0;
  }

  #within({ first, last }: Run): number[] {
    return [...this.#opened].filter((at) => at >= first && at <= last);
  }

  /** The run of security notices around a position, as far as its pages are here; null for none, and for a single one. */
  #run(position: number): Run | null {
    let page = Math.floor(position / PAGE);
    const here = this.#runs(page);
    const at = position % PAGE;
    const start = here?.starts[at] ?? -1;
    if (!here || start < 0) return null;
    let first = page * PAGE + start;
    while (first % PAGE === 0) {
      const before = this.#runs(first / PAGE - 1);
      const begun = before?.starts[PAGE - 1] ?? -1;
      if (begun < 0) break;
      first += begun - PAGE;
    }
    let end = here.ends[at] ?? at;
    while (end === PAGE - 1) {
      const next = this.#runs(page + 1);
      if (!next || (next.starts[0] ?? -1) < 0) break;
      page += 1;
      end = next.ends[0] ?? 0;
    }
    const last = page * PAGE + end;
    return last > first ? { first, last } : null;
  }

  #runs(page: number): Runs | undefined {
    const messages = this.#pages.page(page);
    return messages && runsOf(messages);
  }

  #find(id: number, near: number): MessageView | undefined {
    const middle = Math.floor(near / PAGE);
    for (let away = 0; away <= NEAR; away += 1) {
      for (const page of away === 0 ? [middle] : [middle - away, middle + away]) {
        const messages = this.#pages.page(page);
        const at = messages && placesOf(messages).get(id);
        if (at !== undefined) return messages?.[at];
      }
    }
    return undefined;
  }
}

/** Whether a message draws what its part holds, or the same in a poorer form: only then the part needs no row of its own. */
function drawnBy(whole: MessageView, part: MessageView): boolean {
  const sameSender = whole.fromMe === part.fromMe && whole.sender === part.sender;
  if (!sameSender || !part.media) return false;
  const caption = part.text?.trim() ?? "";
  switch (part.partOf?.kind) {
    case "album":
      return bodyOf(whole) === "album" && whole.parts.includes(part.id);
    case "hd_twin":
    case "motion_clip":
      return (bodyOf(whole) === "picture" || bodyOf(whole) === "film") && (caption === "" || caption === whole.text?.trim());
    default:
      return false;
  }
}

/** For each place on a page where its run begins and ends on that page; -1 outside of runs. */
type Runs = { starts: Int16Array; ends: Int16Array };
const RUNS = new WeakMap<Page, Runs>();
const PLACES = new WeakMap<Page, Map<number, number>>();

function runsOf(messages: Page): Runs {
  const known = RUNS.get(messages);
  if (known) return known;
  const starts = new Int16Array(messages.length).fill(-1);
  const ends = new Int16Array(messages.length).fill(-1);
  messages.forEach((message, at) => {
    if (isSecurity(message)) starts[at] = at > 0 && (starts[at - 1] ?? -1) >= 0 ? (starts[at - 1] ?? at) : at;
  });
  for (let at = messages.length - 1; at >= 0; at -= 1) {
    if ((starts[at] ?? -1) >= 0) ends[at] = (ends[at + 1] ?? -1) >= 0 ? (ends[at + 1] ?? at) : at;
  }
  const runs = { starts, ends };
  RUNS.set(messages, runs);
  return runs;
}

function placesOf(messages: Page): Map<number, number> {
  const known = PLACES.get(messages);
  if (known) return known;
  const places = new Map(messages.map((message, at) => [message.id, at]));
  PLACES.set(messages, places);
  return places;
}

function isSecurity({ kind, system }: MessageView): boolean {
  return kind === "system" && system?.action != null && SECURITY.has(system.action);
}
