import { expect, test } from "vitest";
import { clock } from "./clock";

test("durations are written as clocks", () => {
  expect([-5, 0, 9, 59, 61, 77, 3_605, 3_661].map(clock)).toEqual(["0:00", "0:00", "0:09", "0:59", "1:01", "1:17", "1:00:05", "1:01:01"]);
});
