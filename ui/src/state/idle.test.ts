import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchIdle } from "./idle";

/** A window of which only the events matter. */
const page = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("locks once after so many minutes without a sign, and not before", () => {
  const locked = vi.fn();
  watchIdle(5, locked);
  vi.advanceTimersByTime(4 * 60_000);
  page.dispatchEvent(new Event("keydown"));
  vi.advanceTimersByTime(4 * 60_000);
  expect(locked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10 * 60_000);
  expect(locked).toHaveBeenCalledOnce();
});

test("sees a sign that a part of the page keeps to itself", () => {
  const listened = vi.spyOn(page, "addEventListener");
  const stop = watchIdle(5, () => {});
  for (const [, , options] of listened.mock.calls) expect(options).toMatchObject({ capture: true });
  stop();
});

test("stops watching when it is told to", () => {
  const locked = vi.fn();
  watchIdle(1, locked)();
  vi.advanceTimersByTime(60 * 60_000);
  expect(locked).not.toHaveBeenCalled();
});
