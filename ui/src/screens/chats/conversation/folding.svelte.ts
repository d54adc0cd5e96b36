// Which positions of a chat are drawn in a row of their own. Runs of security notices and floods of others are folded into their first row, and parts of
// another message (the pictures of an album, the same picture in better quality) stand inside that one. Nothing is dropped: every
// position keeps its row, and a row that is folded takes no room.
import { SvelteSet } from "svelte/reactivity";
import type { MessageView } from "../../../bindings/MessageView";
import { bodyOf } from "./kinds/bodies";
import { isNotice } from "./neighbours";
import { PAGE, type Pages } from "./pages.svelte";

/** Security codes, linked devices, and the banners about encryption that stand between them. */
const SECURITY = new Set([18, 19, 57, 67]);
/** So many notices of other kinds make a run of notices a flood, in which the security notices among them are folded, too. */
const FLOOD = 5;
/** A part stands at most this many pages from the message that it belongs to. */
const NEAR = 2;

type Page = readonly MessageView[];
/** `others`: how many of its notices are not about security. */
type Run = { first: number; last: number; others: number };
/** Notices of every kind in a row, or security notices alone. */
type Class = "notices" | "security";

/** A run of notices as it is drawn: at its first position. `about` says whether all of them are about security. */
export type Fold = { count: number; about: "security" | "anything"; open: boolean; from: number | null; to: number | null };

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
    const about = run.others === 0 ? "security" : "anything";
    return { count: run.last - run.first + 1, about, open: this.#isOpen(run), from: moment(run.first), to: moment(run.last) };
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

  /** What is folded around a position, as far as its pages are here: a flood of notices, else more than one security notice. */
  #run(position: number): Run | null {
    const flood = this.#stretch(position, "notices");
    if (flood === null || flood.others >= FLOOD) return flood;
    const run = flood.others === 0 ? flood : this.#stretch(position, "security");
    return run !== null && run.last > run.first ? run : null;
  }

  /** The notices of a class around a position, without a gap; null where there is none. */
  #stretch(position: number, of: Class): Run | null {
    let page = Math.floor(position / PAGE);
    const here = this.#runs(page, of);
    const at = position % PAGE;
    const start = here?.starts[at] ?? -1;
    if (!here || start < 0) return null;
    let first = page * PAGE + start;
    let others = here.others[at] ?? 0;
    while (first % PAGE === 0) {
      const before = this.#runs(first / PAGE - 1, of);
      const begun = before?.starts[PAGE - 1] ?? -1;
      if (begun < 0) break;
      first += begun - PAGE;
      others += before?.others[PAGE - 1] ?? 0;
    }
    let end = here.ends[at] ?? at;
    while (end === PAGE - 1) {
      const next = this.#runs(page + 1, of);
      if (!next || (next.starts[0] ?? -1) < 0) break;
      page += 1;
      end = next.ends[0] ?? 0;
      others += next.others[0] ?? 0;
    }
    return { first, last: page * PAGE + end, others };
  }

  #runs(page: number, of: Class): Runs | undefined {
    const messages = this.#pages.page(page);
    return messages && runsOf(messages)[of];
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

/** For each place on a page where its run begins and ends on that page, and how many of it there are not about security; -1 outside of runs. */
type Runs = { starts: Int16Array; ends: Int16Array; others: Int16Array };
const RUNS = new WeakMap<Page, Record<Class, Runs>>();
const PLACES = new WeakMap<Page, Map<number, number>>();

function runsOf(messages: Page): Record<Class, Runs> {
  const known = RUNS.get(messages);
  if (known) return known;
  const runs = { notices: runsWhere(messages, isNotice), security: runsWhere(messages, isSecurity) };
  RUNS.set(messages, runs);
  return runs;
}

function runsWhere(messages: Page, belongs: (message: MessageView) => boolean): Runs {
  const places = (): Int16Array => new Int16Array(messages.length).fill(-1);
  const runs = { starts: places(), ends: places(), others: places() };
  let first = -1;
  messages.forEach((message, at) => {
    if (!belongs(message)) {
      first = -1;
      return;
    }
    if (first < 0) first = at;
    runs.starts[at] = first;
    const next = messages[at + 1];
    if (next && belongs(next)) return;
    runs.ends.fill(at, first, at + 1);
    runs.others.fill(messages.slice(first, at + 1).filter((one) => !isSecurity(one)).length, first, at + 1);
  });
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
