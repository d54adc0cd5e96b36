import { describe, expect, test } from "vitest";
import { ago, clock, figuresOf, lasting, size, span } from "./amounts";

const DAY = 86_400_000;

describe("amounts", () => {
  test.each([
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1_500, "1.5 kB"],
    [812_345_678, "812 MB"],
    [999_999_999, "1 GB"],
    [3_400_000_000, "3.4 GB"],
  ])("%d bytes are %s", (bytes, words) => expect(size(bytes, "en-GB")).toBe(words));

  test.each([
    [3 * DAY, "3 days ago"],
    [DAY, "yesterday"],
    [400 * DAY, "last year"],
    [20_000, "now"],
  ])("%d ms before is %s", (before, words) => expect(ago(1_000 * DAY - before, 1_000 * DAY, "en")).toBe(words));

  test("durations are written as clocks", () => {
    expect([-5, 0, 9, 59, 61, 77, 3_605, 3_661].map(clock)).toEqual(["0:00", "0:00", "0:09", "0:59", "1:01", "1:17", "1:00:05", "1:01:01"]);
  });

  test("figures are the locale's own, and of one family", () => {
    expect([2026, "1:00:05", -87].map(figuresOf("ar-EG"))).toEqual(["٢٠٢٦", "١:٠٠:٠٥", "-٨٧"]);
    expect([2026, "1:00:05", -87].map(figuresOf("ar-AE"))).toEqual(["2026", "1:00:05", "-87"]);
    expect([2026, "1:00:05", -87].map(figuresOf("de"))).toEqual(["2026", "1:00:05", "-87"]);
  });

  test("the time left is never promised too early", () => {
    expect(span(1)).toEqual({ unit: "second", count: 5 });
    expect(span(61)).toEqual({ unit: "minute", count: 2 });
    expect(span(7_200)).toEqual({ unit: "hour", count: 2 });
  });

  test.each([
    [86_400, "24 hours"],
    [604_800, "7 days"],
    [7_776_000, "90 days"],
    [3_600, "1 hour"],
    [90, "90 seconds"],
  ])("%d seconds last %s", (seconds, words) => expect(lasting(seconds, "en")).toBe(words));
});
