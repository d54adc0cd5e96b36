// Where every thing of a gallery stands: months one below the other, each a heading and rows of equal height. All of it is known before anything is read.
import type { GalleryMonthView } from "../../../bindings/GalleryMonthView";

/** Lengths in CSS pixels; `row` holds its gap. */
export type Shape = { columns: number; row: number; heading: number };

export type Section = { month: number | null; items: number; first: number; top: number; height: number };

/** A part of a month that is drawn: things from `first` to `last`, the last not included. */
export type Drawn = { section: Section; first: number; last: number };

export class Layout {
  readonly sections: readonly Section[];
  readonly height: number;
  readonly count: number;
  readonly shape: Shape;

  constructor(months: readonly GalleryMonthView[], shape: Shape) {
    let [top, first] = [0, 0];
    this.shape = shape;
    this.sections = months.filter(({ items }) => items > 0).map(({ month, items }) => {
      const height = shape.heading + Math.ceil(items / shape.columns) * shape.row;
      const section = { month, items, first, top, height };
      top += height;
      first += items;
      return section;
    });
    this.height = top;
    this.count = first;
  }

  /** What is drawn between two heights. */
  between(from: number, to: number): Drawn[] {
    const { columns, row, heading } = this.shape;
    const drawn: Drawn[] = [];
    for (let n = this.#indexAt(from); n < this.sections.length; n += 1) {
      const section = this.sections[n];
      if (!section || section.top >= to) break;
      const rows = Math.ceil(section.items / columns);
      const begin = Math.max(0, Math.floor((from - section.top - heading) / row));
      const end = Math.min(rows, Math.max(0, Math.ceil((to - section.top - heading) / row)));
      drawn.push({ section, first: section.first + Math.min(section.items, begin * columns), last: section.first + Math.min(section.items, end * columns) });
    }
    return drawn;
  }

  /** The month that covers a height. */
  at(y: number): Section | undefined {
    return this.sections[this.#indexAt(y)];
  }

  /** The first thing that is not wholly above a height. */
  firstAt(y: number): number {
    const section = this.at(y);
    if (!section) return 0;
    const row = Math.max(0, Math.floor((y - section.top - this.shape.heading) / this.shape.row));
    return Math.min(section.first + row * this.shape.columns, section.first + Math.max(0, section.items - 1));
  }

  /** The upper edge of a thing's row. */
  topOf(index: number): number {
    const section = this.sectionOf(index);
    if (!section) return 0;
    return section.top + this.shape.heading + Math.floor((index - section.first) / this.shape.columns) * this.shape.row;
  }

  /** The thing in the same column, so many rows further on; the last of a row that is shorter. */
  rowsAway(index: number, rows: number): number {
    const { columns } = this.shape;
    let at = index;
    for (let left = Math.abs(rows); left > 0; left -= 1) {
      const next = rows > 0 ? this.#below(at, columns) : this.#above(at, columns);
      if (next === null) break;
      at = next;
    }
    return at;
  }

  sectionOf(index: number): Section | undefined {
    return this.sections[this.#find((section) => section.first + section.items > index)];
  }

  #below(index: number, columns: number): number | null {
    const section = this.sectionOf(index);
    if (!section) return null;
    const column = (index - section.first) % columns;
    const lastRow = Math.floor((section.items - 1) / columns);
    const row = Math.floor((index - section.first) / columns);
    if (row < lastRow) return Math.min(index + columns, section.first + section.items - 1);
    const next = this.sectionOf(section.first + section.items);
    return next && next !== section ? next.first + Math.min(column, next.items - 1) : null;
  }

  #above(index: number, columns: number): number | null {
    const section = this.sectionOf(index);
    if (!section) return null;
    if (index - section.first >= columns) return index - columns;
    const before = section.first > 0 ? this.sectionOf(section.first - 1) : undefined;
    if (!before) return null;
    const lastRow = before.first + Math.floor((before.items - 1) / columns) * columns;
    return Math.min(lastRow + ((index - section.first) % columns), before.first + before.items - 1);
  }

  #indexAt(y: number): number {
    return this.#find((section) => section.top + section.height > y);
  }

  /** The first section for which it holds, by halving; the last one where it holds for none. */
  #find(holds: (section: Section) => boolean): number {
    let low = 0;
    let high = Math.max(0, this.sections.length - 1);
    while (low < high) {
      const middle = (low + high) >> 1;
      const section = this.sections[middle];
      if (section && holds(section)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
