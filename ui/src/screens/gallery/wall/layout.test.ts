import { describe, expect, test } from "vitest";
import { Layout } from "./layout";

const MONTHS = [
  { month: 24_310, items: 7 },
  { month: 24_309, items: 1 },
  { month: null, items: 4 },
];
const layout = new Layout(MONTHS, { columns: 3, row: 100, heading: 40 });

describe("the layout of a gallery", () => {
  test("is as tall as its headings and rows", () => {
    expect(layout.height).toBe(3 * 40 + (3 + 1 + 2) * 100);
    expect(layout.count).toBe(12);
  });

  test("draws what is between two heights, and nothing else", () => {
    expect(layout.between(150, 260).map(({ first, last }) => [first, last])).toEqual([[3, 9 - 2]]);
    expect(layout.between(0, 10_000).map(({ first, last }) => [first, last])).toEqual([[0, 7], [7, 8], [8, 12]]);
  });

  test("finds every thing again where it stands", () => {
    for (let index = 0; index < layout.count; index += 1) {
      const [drawn] = layout.between(layout.topOf(index), layout.topOf(index) + 1);
      expect(drawn && drawn.first <= index && index < drawn.last).toBe(true);
    }
    expect(layout.firstAt(layout.topOf(8))).toBe(8);
  });

  test("goes up and down in a column, over the edge of months and rows that are not full", () => {
    expect(layout.rowsAway(1, 1)).toBe(4);
    expect(layout.rowsAway(4, 1)).toBe(6);
    expect(layout.rowsAway(6, 1)).toBe(7);
    expect(layout.rowsAway(7, 1)).toBe(8);
    expect(layout.rowsAway(8, -1)).toBe(7);
    expect(layout.rowsAway(0, -5)).toBe(0);
    expect(layout.rowsAway(0, 99)).toBe(11);
  });

  test("holds a hundred thousand things without looking at each", () => {
    const large = new Layout(Array.from({ length: 240 }, (_, n) => ({ month: 24_310 - n, items: 417 })), { columns: 4, row: 150, heading: 40 });
    expect(large.count).toBe(100_080);
    const drawn = large.between(1_000_000, 1_000_800);
    expect(drawn.reduce((sum, { first, last }) => sum + last - first, 0)).toBeLessThan(40);
  });
});
