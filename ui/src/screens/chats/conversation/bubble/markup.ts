// The phone's own marks in a text (*bold*, _italic_, ~strike~, `code`, ```code```, lists, quotes) as a tree that is safe to draw.
// Nothing in a text is ever markup of a page: what is no mark stays as it was written. One pass, whatever the text.
import type { MentionView } from "../../../../bindings/MentionView";
import { type Piece, pieces } from "./pieces";

export type Inline =
  | { type: "text" | "address" | "code"; text: string }
  | { type: "mention"; text: string; mention: MentionView }
  | { type: "bold" | "italic" | "strike"; inside: Inline[] };

/** One line of a list; a bullet has the number 0. */
export type Item = { number: number; inside: Inline[] };

export type Block = { type: "words" | "quote"; inside: Inline[] } | { type: "bullets" | "numbers"; items: Item[] };

/** Part of a text in which marks do not count: an address, a mention, code over several lines. */
type Atom = { start: number; end: number; inline: Inline };
type Line = { type: Block["type"]; number: number; from: number; to: number };
type Open = { mark: string; at: number; around: Inline[] };

const STYLES: ReadonlyMap<string, "bold" | "italic" | "strike"> = new Map([["*", "bold"], ["_", "italic"], ["~", "strike"]]);
const FENCE = "```";
const WORD = /[\p{L}\p{N}\p{M}]/u;
const SPACE = /\s/;
/** Most texts have nothing that could be a mark. */
const MARKS = /[*_~`]|^(?:[->]|\d{1,3}\.) /m;
/** What makes a line a bullet, a number or a quote; all need a space and something after it. */
const BULLET = /^[*-] +(?=\S)/;
const NUMBER = /^(\d{1,3})\. +(?=\S)/;
const QUOTE = /^> +(?=\S)/;

/** A text as blocks: running words, lists, quotes. */
export function blocks(text: string, mentions: readonly MentionView[] = []): Block[] {
  if (!MARKS.test(text)) return [{ type: "words", inside: pieces(text, mentions).map(inlineOf) }];
  const atoms = atomsOf(text, mentions);
  const reader = new Reader(text, atoms);
  const found: Block[] = [];
  let before: Line | undefined;
  let listed = false;
  for (const line of linesOf(text, atoms)) {
    const inside = reader.read(line.from, line.to);
    const last = found.at(-1);
    if (!last || before?.type !== line.type) found.push(begun(line, inside));
    else if ("items" in last) last.items.push({ number: line.number, inside });
    else addAll(last.inside, listed ? inside : [{ type: "text", text: "\n" }, ...inside]);
    // an empty line before a list or a quote is kept
    if (line.type !== "words" && before?.type === "words" && before.from === before.to) keepEmpty(found.at(-2));
    before = line;
    listed = isListing(inside.at(-1));
  }
  return found;
}

/** The words alone, without their marks: for one line of a quotation. */
export function withoutMarks(text: string): string {
  const plain = (list: Inline[]): string => list.map((one) => ("inside" in one ? plain(one.inside) : one.text)).join("");
  return blocks(text)
    .map((block) => ("items" in block ? block.items.map(({ inside }) => plain(inside)).join("\n") : plain(block.inside)))
    .join("\n");
}

function inlineOf({ text, url, mention }: Piece): Inline {
  if (mention) return { type: "mention", text, mention };
  return { type: url === null ? "text" : "address", text };
}

function begun(line: Line, inside: Inline[]): Block {
  if (line.type === "bullets" || line.type === "numbers") return { type: line.type, items: [{ number: line.number, inside }] };
  return { type: line.type, inside };
}

/** Code over several lines stands in a block of its own, which ends its line. */
export function isListing(inline: Inline | undefined): boolean {
  return inline?.type === "code" && inline.text.includes("\n");
}

function keepEmpty(block: Block | undefined): void {
  if (block && "inside" in block) addAll(block.inside, [{ type: "text", text: "\n" }]);
}

function atomsOf(text: string, mentions: readonly MentionView[]): Atom[] {
  const fences = fencesOf(text);
  const found: Atom[] = [];
  let at = 0;
  let next = 0;
  for (const piece of pieces(text, mentions)) {
    const [start, end] = [at, at + piece.text.length];
    at = end;
    for (let fence = fences[next]; fence && fence.start < end; fence = fences[++next]) found.push(fence);
    if ((found.at(-1)?.end ?? 0) > start) continue;
    if (piece.mention || piece.url) found.push({ start, end, inline: inlineOf(piece) });
  }
  return found;
}

/** ```code``` over any number of lines, unless it is empty. */
function fencesOf(text: string): Atom[] {
  const found: Atom[] = [];
  let open = text.indexOf(FENCE);
  while (open >= 0) {
    const close = text.indexOf(FENCE, open + FENCE.length);
    if (close < 0) break;
    const inside = text.slice(open + FENCE.length, close);
    if (inside.trim() === "") {
      open = close;
      continue;
    }
    const end = close + FENCE.length;
    found.push({ start: open, end, inline: { type: "code", text: inside.replace(/^\n|\n$/g, "") } });
    open = text.indexOf(FENCE, end);
  }
  return found;
}

/** The lines of a text; a break inside an atom breaks nothing. */
function linesOf(text: string, atoms: readonly Atom[]): Line[] {
  const found: Line[] = [];
  let from = 0;
  let next = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    while ((atoms[next]?.end ?? Infinity) <= at) next += 1;
    if ((atoms[next]?.start ?? Infinity) <= at) continue;
    found.push(lineOf(text, from, at));
    from = at + 1;
  }
  return [...found, lineOf(text, from, text.length)];
}

function lineOf(text: string, from: number, to: number): Line {
  const line = text.slice(from, to);
  const number = NUMBER.exec(line);
  if (number) return { type: "numbers", number: Number(number[1]), from: from + number[0].length, to };
  for (const [type, prefix] of [["bullets", BULLET], ["quote", QUOTE]] as const) {
    const start = prefix.exec(line)?.[0].length;
    if (start !== undefined) return { type, number: 0, from: from + start, to };
  }
  return { type: "words", number: 0, from, to };
}

/** Adds to a list; plain text that meets plain text becomes one. */
function addAll(list: Inline[], more: readonly Inline[]): void {
  for (const one of more) {
    const last = list.at(-1);
    if (one.type === "text" && last?.type === "text") list[list.length - 1] = { type: "text", text: last.text + one.text };
    else list.push(one);
  }
}

/** Reads the marks of one line after the other, from the first to the last. */
class Reader {
  #text: string;
  #atoms: readonly Atom[];
  #atom = 0;
  #open: Open[] = [];
  #into: Inline[] = [];
  /** Where plain text began that is not written yet. */
  #plain = 0;
  /** No backtick from here to the end of the line closes anything. */
  #noCode = false;

  constructor(text: string, atoms: readonly Atom[]) {
    this.#text = text;
    this.#atoms = atoms;
  }

  read(from: number, to: number): Inline[] {
    const list: Inline[] = [];
    [this.#open, this.#into, this.#plain, this.#noCode] = [[], list, from, false];
    for (let at = from; at < to; ) at = this.#atomAt(at) ?? this.#markAt(at, from, to);
    this.#write(to);
    this.#giveUp(0);
    return list;
  }

  /** Takes an atom that begins here; returns where it ends. */
  #atomAt(at: number): number | null {
    while ((this.#atoms[this.#atom]?.end ?? Infinity) <= at) this.#atom += 1;
    const atom = this.#atoms[this.#atom];
    if (!atom || atom.start !== at) return null;
    this.#write(at);
    addAll(this.#into, [atom.inline]);
    this.#plain = atom.end;
    return atom.end;
  }

  #markAt(at: number, from: number, to: number): number {
    const mark = this.#text[at] ?? "";
    if (mark === "`") return this.#code(at, from, to);
    const style = STYLES.get(mark);
    if (!style) return at + 1;
    const open = this.#open.findIndex((one) => one.mark === mark);
    const begun = this.#open[open];
    if (begun && at > begun.at + 1 && this.#closes(at, to)) this.#close(open, at, style);
    else if (!begun && this.#opens(at, from, to)) this.#begin(mark, at);
    return at + 1;
  }

  /** `code`: nothing inside counts as a mark. */
  #code(at: number, from: number, to: number): number {
    if (this.#noCode || !this.#opens(at, from, to)) return at + 1;
    let close = at + 2;
    while (close < to && !(this.#text[close] === "`" && this.#closes(close, to))) close += 1;
    if (close >= to) {
      this.#noCode = true;
      return at + 1;
    }
    this.#write(at);
    this.#into.push({ type: "code", text: this.#text.slice(at + 1, close) });
    this.#plain = close + 1;
    return close + 1;
  }

  #begin(mark: string, at: number): void {
    this.#write(at);
    this.#open.push({ mark, at, around: this.#into });
    this.#into = [];
    this.#plain = at + 1;
  }

  #close(open: number, at: number, type: "bold" | "italic" | "strike"): void {
    this.#write(at);
    this.#giveUp(open + 1);
    const inside = this.#into;
    this.#into = this.#open.pop()?.around ?? [];
    this.#into.push({ type, inside });
    this.#plain = at + 1;
  }

  /** Marks that were opened and never closed are letters like all others. */
  #giveUp(down: number): void {
    while (this.#open.length > down) {
      const open = this.#open.pop();
      const inside = this.#into;
      this.#into = open?.around ?? [];
      addAll(this.#into, [{ type: "text", text: open?.mark ?? "" }, ...inside]);
    }
  }

  #write(to: number): void {
    if (to > this.#plain) addAll(this.#into, [{ type: "text", text: this.#text.slice(this.#plain, to) }]);
    this.#plain = to;
  }

  /** Not inside a word, and something other than a space or the same mark follows. */
  #opens(at: number, from: number, to: number): boolean {
    const next = this.#text[at + 1] ?? " ";
    if (at + 1 >= to || SPACE.test(next) || next === this.#text[at]) return false;
    return at === from || !isWord(this.#text, at - 1, -1);
  }

  /** Something other than a space stands before, and no word goes on after. */
  #closes(at: number, to: number): boolean {
    return !SPACE.test(this.#text[at - 1] ?? " ") && (at + 1 >= to || !isWord(this.#text, at + 1, 1));
  }
}

/** Whether a letter, a figure or a sign on one stands here; letters beyond the first plane take two places. */
function isWord(text: string, at: number, way: 1 | -1): boolean {
  const unit = text.charCodeAt(at);
  const [low, high] = [unit >= 0xdc00 && unit <= 0xdfff, unit >= 0xd800 && unit <= 0xdbff];
  if (way === -1 && low && at > 0) return WORD.test(text.slice(at - 1, at + 1));
  if (way === 1 && high) return WORD.test(text.slice(at, at + 2));
  return WORD.test(text[at] ?? "");
}
