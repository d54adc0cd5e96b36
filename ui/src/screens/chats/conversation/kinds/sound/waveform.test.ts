import { expect, test } from "vitest";
import { bars, strokes } from "./waveform";

test("a long waveform is drawn with the loudest of each stretch, a short one with each more than once", () => {
  expect(bars([0, 10, 100, 20], 2)).toEqual([0.1, 1]);
  expect(bars([0, 100], 4)).toEqual([0, 0, 1, 1]);
  expect(bars(Array.from({ length: 64 }, () => 50), 44)).toHaveLength(44);
});

test("no waveform is no bars, and figures beyond the scale stay inside it", () => {
  expect(bars(null)).toEqual([]);
  expect(bars([])).toEqual([]);
  expect(bars([255, -3, 0], 3)).toEqual([1, 0, 0]);
});

test("silence is still a stroke", () => {
  expect(strokes([0, 1])).toBe("M2.5 12.5v3.0M7.5 2.0v24.0");
});
