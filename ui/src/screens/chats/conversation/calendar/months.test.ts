import { expect, test } from "vitest";
import { busyness, dayAfterKey, firstOf, firstWeekday, lastOf, monthOf, monthsAway, weekdayOf, weeksOf } from "./months";

const day = (text: string) => Date.parse(`${text}T00:00Z`) / 86_400_000;
const text = (number: number | null) => (number === null ? null : new Date(number * 86_400_000).toISOString().slice(0, 10));

test("months begin and end where they should, also before 1970 and in leap years", () => {
  for (const [any, first, last] of [["2024-02-11", "2024-02-01", "2024-02-29"], ["1969-12-31", "1969-12-01", "1969-12-31"], ["2023-02-28", "2023-02-01", "2023-02-28"], ["0001-01-05", "0001-01-01", "0001-01-31"]] as const) {
    expect([text(firstOf(monthOf(day(any)))), text(lastOf(monthOf(day(any))))]).toEqual([first, last]);
  }
});

test("a month's weeks hold each of its days once, under its weekday", () => {
  for (const first of [0, 1, 6]) {
    for (let month = 2019 * 12; month < 2021 * 12; month += 1) {
      const weeks = weeksOf(month, first);
      const days = weeks.flat().filter((one) => one !== null);
      expect(days).toEqual(Array.from({ length: lastOf(month) - firstOf(month) + 1 }, (_, n) => firstOf(month) + n));
      weeks.forEach((week) => week.forEach((one, n) => one !== null && expect(weekdayOf(one)).toBe((first + n) % 7)));
    }
  }
});

test("keys go by days, weeks, months and years, mirrored where one reads from right to left", () => {
  const from = day("2024-03-31"); // a Sunday
  const to = (key: string, shift = false, first = 1, isRtl = false) => text(dayAfterKey(from, key, shift, first, isRtl));
  expect([to("ArrowRight"), to("ArrowLeft"), to("ArrowDown"), to("ArrowUp")]).toEqual(["2024-04-01", "2024-03-30", "2024-04-07", "2024-03-24"]);
  expect(to("ArrowRight", false, 1, true)).toBe("2024-03-30");
  expect([to("Home"), to("End"), to("Home", false, 0), to("End", false, 0)]).toEqual(["2024-03-25", "2024-03-31", "2024-03-31", "2024-04-06"]);
  expect([to("PageUp"), to("PageDown"), to("PageUp", true), to("PageDown", true)]).toEqual(["2024-02-29", "2024-04-30", "2023-03-31", "2025-03-31"]);
  expect(to("a")).toBeNull();
  expect(text(monthsAway(day("2024-02-29"), 12))).toBe("2025-02-28");
});

test("busier days are never quieter, and the busiest is the strongest", () => {
  const steps = [0, 1, 2, 5, 20, 100, 400].map((messages) => busyness(messages, 400));
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect([steps[0], steps[1], steps.at(-1)]).toEqual([0, 1, 4]);
  expect(busyness(1, 1)).toBe(1);
});

test("weeks begin as people are used to", () => {
  expect([firstWeekday("en-GB"), firstWeekday("en-US"), firstWeekday("de")]).toEqual([1, 0, 1]);
});
