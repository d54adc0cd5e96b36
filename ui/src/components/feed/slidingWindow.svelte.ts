// Keeps a small run of rows in the document while the list is as long as it likes. Works by index:
// rows are laid out in the middle of a tall canvas and never need a known height, because the row
// that is being looked at is held still and its neighbours are placed around it. It never asks for rows.

import { flushSync } from "svelte";
import { rowAt } from "./rowAt";

/** Where in the viewport a row is put by a jump. */
export type Align = "start" | "center" | "end";
/** Rows in the document: `first` inclusive, `last` exclusive. */
export type Range = { first: number; last: number };
/** Rows that can be seen, both inclusive, and how far through the list that is, 0 to 1. */
export type View = { first: number; last: number; through: number };

/** One row held still: its edge stands `offset` pixels from the same edge of the viewport. */
type Anchor = { index: number; edge: "start" | "end"; offset: number };

/** Height of the canvas in pixels. Browsers cap near 16.7 million; this leaves room for page zoom. */
const CANVAS = 4_000_000;
/** Closer than this to an end of the canvas, everything moves back to the middle. */
const SHORE = 300_000;
/** Rows laid out at once by a jump, on either side of its target. */
const AROUND = 12;
/** Most rows added before the clock is looked at again. */
const STEP = 3;
/** After so many milliseconds what is only kept in reserve waits for the next frame, so that no step is long. */
const BUDGET = 5;
/** How much more than the reserve may stay on the other side before it is dropped; more than 1, or rows would come and go. */
const KEEP = 1.25;
/** Pixels beyond the viewport that cannot wait for the next frame. */
const URGENT = 160;

export class SlidingWindow {
  /** Rows that the component draws. */
  range: Range = $state.raw({ first: 0, last: 0 });

  readonly #count: number;
  readonly #onview: (view: View) => void;
  #parts: { scroller: HTMLElement; canvas: HTMLElement; body: HTMLElement } | null = null;
  #top = 0;
  /** What the elements' styles say: writing the same again would cost a layout. */
  #styled = { top: NaN, height: 0 };
  #anchor: Anchor | null = null;
  /** The frame in which the reserve is filled up. */
  #later = 0;
  /** Heights of body and viewport at the last placing. */
  #settled = "";
  /** The row a jump went to; held in place until the person scrolls. */
  #target: { index: number; align: Align } | null = null;

  constructor(count: number, onview: (view: View) => void) {
    this.#count = count;
    this.#onview = onview;
  }

  /** Takes charge of the elements; returns what lets go of them. */
  attach(scroller: HTMLElement, canvas: HTMLElement, body: HTMLElement): () => void {
    this.#parts = { scroller, canvas, body };
    this.#styled = { top: NaN, height: 0 };
    const letGo = new AbortController();
    const options = { passive: true, signal: letGo.signal };
    scroller.addEventListener("scroll", () => this.#scrolled(), options);
    for (const moved of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      scroller.addEventListener(moved, () => (this.#target = null), options);
    }
    const sizes = new ResizeObserver(() => this.#resized());
    sizes.observe(scroller);
    sizes.observe(body);
    return () => {
      letGo.abort();
      cancelAnimationFrame(this.#later);
      sizes.disconnect();
      this.#parts = null;
    };
  }

  /** Puts a row into view, whatever is drawn now. */
  jump(index: number, align: Align): void {
    const parts = this.#parts;
    if (!parts || this.#count === 0) return;
    const target = Math.min(Math.max(index, 0), this.#count - 1);
    this.#lay(target);
    this.#top = this.range.first === 0 ? 0 : CANVAS / 2;
    this.#target = { index: target, align };
    this.#hold(this.#aligned(target, align));
    this.#fill();
    this.#tell();
  }

  /** Moves by whole screens, for keys: `-1` is one screen up. */
  page(screens: number): void {
    const scroller = this.#parts?.scroller;
    if (!scroller) return;
    this.#target = null;
    scroller.scrollTop += screens * (scroller.clientHeight - 64);
  }

  #scrolled(): void {
    this.#anchor = this.#firstInView();
    this.#fill();
    this.#tell();
  }

  #resized(): void {
    const parts = this.#parts;
    // what this class did itself is settled already
    const size = parts && `${parts.body.offsetHeight} ${parts.scroller.clientHeight}`;
    if (size === this.#settled) return;
    const target = this.#target;
    const held = target ? this.#aligned(target.index, target.align) : this.#anchor;
    if (held) this.#hold(held);
    this.#fill();
    this.#tell();
  }

  /** Adds and drops rows until the viewport is covered; what is only kept in reserve comes frame by frame. */
  #fill(): void {
    cancelAnimationFrame(this.#later);
    const begun = performance.now();
    for (let turn = 0; turn < 16; turn += 1) {
      const next = this.#wanted();
      if (next === null) return;
      if (turn > 0 && performance.now() - begun > BUDGET && this.#covered()) {
        this.#later = requestAnimationFrame(() => this.#fill());
        return;
      }
      if ("lost" in next) {
        this.#reseat(next.lost);
        continue;
      }
      const anchor = this.#kept(next);
      this.#keepFocus(next);
      this.range = next;
      flushSync();
      if (anchor) this.#hold(anchor);
    }
    // many rows that take no room: the next frame goes on, until nothing is wanted
    this.#later = requestAnimationFrame(() => this.#fill());
  }

  /** No row that can be seen is missing, nor the next ones. */
  #covered(): boolean {
    const parts = this.#parts;
    if (!parts) return true;
    const above = parts.scroller.scrollTop - this.#top;
    const below = parts.body.offsetHeight - above - parts.scroller.clientHeight;
    return (above >= URGENT || this.range.first === 0) && (below >= URGENT || this.range.last === this.#count);
  }

  /** The range the viewport asks for, `null` when the present one will do, `lost` when it shows no row. */
  #wanted(): Range | { lost: number } | null {
    const parts = this.#parts;
    const { first, last } = this.range;
    if (!parts || last === first) return null;
    const view = parts.scroller.clientHeight;
    // a list that is not shown would draw row after row and never be full
    if (view === 0) return null;
    const height = parts.body.offsetHeight;
    const above = parts.scroller.scrollTop - this.#top;
    const below = height - above - view;
    const mean = Math.max(8, height / (last - first));
    if (above < -view && first > 0) return { lost: first + Math.floor(above / mean) };
    if (below < -view && last < this.#count) return { lost: last + Math.floor(-below / mean) };
    // more than a page key moves, so that it never has to wait for rows
    const spare = Math.max(1.3 * view, 900);
    const next = { first, last };
    if (above < spare * 0.8 && first > 0) {
      next.first = Math.max(0, first - Math.min(STEP, Math.ceil((spare - above) / mean)));
      next.last = this.#dropAfter(above + view + KEEP * spare, last);
    } else if (below < spare * 0.8 && last < this.#count) {
      next.last = Math.min(this.#count, last + Math.min(STEP, Math.ceil((spare - below) / mean)));
      next.first = this.#dropBefore(above - KEEP * spare, first);
    } else {
      return null;
    }
    return next;
  }

  /** First row that is not wholly above `y` (pixels in the body). */
  #dropBefore(y: number, first: number): number {
    return y <= 0 ? first : first + this.#rowAt(y);
  }

  /** Last row, exclusive, that is not wholly below `y`. */
  #dropAfter(y: number, last: number): number {
    const parts = this.#parts;
    if (!parts || y >= parts.body.offsetHeight) return last;
    return this.range.first + this.#rowAt(y) + 1;
  }

  #rowAt(y: number): number {
    return this.#parts ? rowAt(this.#parts.body, y) : 0;
  }

  /** Draws a row and its neighbours, and nothing else. */
  #lay(target: number): void {
    const next = { first: Math.max(0, target - AROUND), last: Math.min(this.#count, target + AROUND + 1) };
    this.#keepFocus(next);
    this.range = next;
    flushSync();
  }

  #row(index: number): HTMLElement | null {
    const row = this.#parts?.body.children[index - this.range.first];
    return row instanceof HTMLElement ? row : null;
  }

  /** The topmost visible row as an anchor; at the very end, the last row's lower edge. */
  #firstInView(): Anchor | null {
    const parts = this.#parts;
    if (!parts || this.range.last === this.range.first) return null;
    const above = parts.scroller.scrollTop - this.#top;
    const below = parts.body.offsetHeight - above - parts.scroller.clientHeight;
    if (this.range.last === this.#count && below < 2 && below > -2) {
      return { index: this.#count - 1, edge: "end", offset: below };
    }
    const index = this.range.first + this.#rowAt(above);
    const row = this.#row(index);
    return row && { index, edge: "start", offset: row.offsetTop - above };
  }

  /** An anchor that is drawn both now and in `next`. */
  #kept(next: Range): Anchor | null {
    const parts = this.#parts;
    const seen = this.#firstInView();
    if (!parts || (seen && seen.index >= next.first && seen.index < next.last)) return seen;
    const index = Math.min(Math.max(seen?.index ?? next.first, next.first), next.last - 1);
    const row = this.#row(index);
    const above = parts.scroller.scrollTop - this.#top;
    return row && { index, edge: "start", offset: row.offsetTop - above };
  }

  #aligned(index: number, align: Align): Anchor {
    if (align === "end") return { index, edge: "end", offset: 0 };
    const view = this.#parts?.scroller.clientHeight ?? 0;
    const height = this.#row(index)?.offsetHeight ?? 0;
    const offset = align === "start" ? 0 : Math.max(0, (view - height) / 2);
    return { index, edge: "start", offset };
  }

  /** Places the body so that the anchor stands where it says, and sets how far one can scroll. */
  #hold(anchor: Anchor): void {
    const parts = this.#parts;
    const row = this.#row(anchor.index);
    if (!parts || !row) return;
    const { scroller, canvas, body } = parts;
    const view = scroller.clientHeight;
    const inBody = row.offsetTop - anchor.offset + (anchor.edge === "start" ? 0 : row.offsetHeight - view);
    let top = scroller.scrollTop - inBody;
    if (this.range.first === 0) top = 0;
    else if (top < SHORE || top > CANVAS - SHORE) top = CANVAS / 2;
    // everything is read before anything is written: each change of mind costs a layout
    const inside = body.offsetHeight;
    const height = this.range.last === this.#count ? top + inside : CANVAS;
    const [was, scrollTop] = [scroller.scrollTop, top + inBody];
    if (top !== this.#styled.top) body.style.top = `${top}px`;
    if (height !== this.#styled.height) canvas.style.height = `${height}px`;
    if (height < this.#styled.height || Math.abs(was - scrollTop) >= 1) scroller.scrollTop = scrollTop;
    this.#top = top;
    this.#styled = { top, height };
    // not the one that was given: where rows take no room, another one is in sight
    this.#anchor = this.#firstInView();
    this.#settled = `${inside} ${view}`;
  }

  /** The viewport outran the rows: draw those it would show by now. */
  #reseat(index: number): void {
    const target = Math.min(Math.max(index, 0), this.#count - 1);
    this.#lay(target);
    this.#hold({ index: target, edge: "start", offset: 0 });
  }

  /** Focus must not fall to the page's start because its row was dropped: the list has it then, and its keys go on. */
  #keepFocus(next: Range): void {
    const parts = this.#parts;
    const focused = document.activeElement;
    if (!parts?.body.contains(focused)) return;
    const index = this.range.first + [...parts.body.children].findIndex((row) => row.contains(focused));
    if (index < next.first || index >= next.last) parts.scroller.focus({ preventScroll: true });
  }

  #tell(): void {
    const parts = this.#parts;
    const { first, last } = this.range;
    if (!parts || last === first) return;
    const above = parts.scroller.scrollTop - this.#top;
    const view = parts.scroller.clientHeight;
    const from = first + this.#rowAt(Math.max(0, above + 1));
    const to = first + this.#rowAt(above + view - 1);
    this.#onview({ first: from, last: to, through: this.#through(from, to, above, view) });
  }

  /** Exactly 0 at the first row and 1 at the last, however tall they are. */
  #through(from: number, to: number, above: number, view: number): number {
    const parts = this.#parts;
    if (!parts || (this.range.first === 0 && above <= 1)) return 0;
    if (this.range.last === this.#count && parts.body.offsetHeight - above - view <= 1) return 1;
    return Math.min(1, from / Math.max(1, this.#count - 1 - (to - from)));
  }
}
