// Where on the wall of a gallery one is: what is drawn, which thing has the keyboard, and where a key leads.
import { type Drawn, Layout, type Section, type Shape } from "./layout";
import type { GalleryMonthView } from "../../../bindings/GalleryMonthView";

/** Screens drawn above and below what is seen. */
const AROUND = 0.5;

export class Walking {
  readonly layout: Layout;
  /** What is drawn. */
  drawn = $state.raw<Drawn[]>([]);
  /** The month at the upper edge. */
  month = $state.raw<Section | undefined>(undefined);
  /** The first thing at the upper edge. */
  top = $state(0);
  /** The thing that has the keyboard, or had it last. */
  #current = $state(0);
  #view = { from: 0, height: 0 };

  constructor(months: readonly GalleryMonthView[], shape: Shape) {
    this.layout = new Layout(months, shape);
  }

  /** What is seen: from a height, so tall. */
  see(from: number, height: number): void {
    this.#view = { from, height };
    this.drawn = this.layout.between(from - height * AROUND, from + height * (1 + AROUND));
    this.month = this.layout.at(from + 1);
    this.top = this.layout.firstAt(from + this.layout.shape.heading);
  }

  /** The thing that Tab leads to: the one that had the keyboard, as long as it is drawn. */
  get stop(): number {
    const current = this.#current;
    return this.drawn.some(({ first, last }) => first <= current && current < last) ? current : this.top;
  }

  /** The keyboard went to a thing. */
  arrived(index: number): void {
    this.#current = index;
  }

  /** Where a key leads from the thing that has the keyboard; null for every other key. */
  target(key: string, rtl: boolean): number | null {
    const last = Math.max(0, this.layout.count - 1);
    const at = this.stop;
    const screen = Math.max(1, Math.floor((this.#view.height - this.layout.shape.heading) / this.layout.shape.row));
    const onwards = rtl ? -1 : 1;
    const places: Record<string, number> = {
      ArrowDown: this.layout.rowsAway(at, 1),
      ArrowUp: this.layout.rowsAway(at, -1),
      PageDown: this.layout.rowsAway(at, screen),
      PageUp: this.layout.rowsAway(at, -screen),
      Home: 0,
      End: last,
      ...(this.layout.shape.columns > 1 && { ArrowRight: at + onwards, ArrowLeft: at - onwards }),
    };
    const wanted = places[key];
    return wanted === undefined ? null : Math.min(last, Math.max(0, wanted));
  }

  /** How far to scroll so that a thing is seen whole; null when it is. */
  reach(index: number): number | null {
    const top = this.layout.topOf(index);
    const { heading, row } = this.layout.shape;
    if (top - heading < this.#view.from) return top - heading;
    if (top + row > this.#view.from + this.#view.height) return top + row - this.#view.height;
    return null;
  }
}
