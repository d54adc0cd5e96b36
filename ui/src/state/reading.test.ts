import { expect, test } from "vitest";
import { Reading, type Visit } from "./reading.svelte";

const at = (chat: number, position: number | null, mark = false): Visit => ({ chat, position, mark, align: "center" });
const places = (reading: Reading) => [reading.current?.chat, reading.current?.position];

test("back and forward go through the places, and a new place forgets what lay ahead", () => {
  const reading = new Reading();
  expect([reading.canBack, reading.canForward, reading.step(-1)]).toEqual([false, false, null]);
  reading.visit(at(1, 10));
  reading.visit(at(2, 20));
  reading.visit(at(3, 30));
  expect(reading.step(-1)?.chat).toBe(2);
  expect(reading.step(-1)?.chat).toBe(1);
  expect([reading.canBack, reading.canForward]).toEqual([false, true]);
  reading.visit(at(4, 40));
  expect([places(reading), reading.canForward]).toEqual([[4, 40], false]);
});

test("one comes back to what was in sight, and to a marked place as long as it was in sight", () => {
  const reading = new Reading();
  reading.visit(at(1, null));
  reading.left({ first: 400, last: 410, middle: 405 });
  expect(places(reading)).toEqual([1, 405]);
  reading.visit(at(1, 50, true));
  reading.left({ first: 45, last: 55, middle: 51 });
  expect([places(reading), reading.current?.mark]).toEqual([[1, 50], true]);
  reading.left({ first: 145, last: 155, middle: 150 });
  expect([places(reading), reading.current?.mark]).toEqual([[1, 150], false]);
  reading.left({ first: 990, last: 999, middle: null });
  expect(reading.current).toEqual({ chat: 1, position: null, mark: false, align: "end" });
});

test("only so many places are remembered, and none in chats that are hidden again", () => {
  const reading = new Reading();
  for (let n = 0; n < 500; n += 1) reading.visit(at(n % 2, n));
  let steps = 0;
  while (reading.step(-1)) steps += 1;
  expect(steps).toBe(199);
  reading.keep((chat) => chat === 1);
  expect(reading.current).toBeNull();
  expect(reading.step(1)?.chat).toBe(1);
});
