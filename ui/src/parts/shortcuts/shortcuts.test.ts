import { expect, test } from "vitest";
import { chordsOf, isPressed, MAP, shortcut, type ShortcutName } from "./shortcuts";

function key(name: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}): KeyboardEvent {
  return Object.assign(new Event("keydown"), { key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) as KeyboardEvent;
}

test.each<[ShortcutName, KeyboardEvent, boolean]>([
  ["map", key("?"), true],
  ["map", key("?", { shiftKey: true }), true],
  ["map", key("?", { ctrlKey: true }), false],
  ["search", key("F", { ctrlKey: true }), true],
  ["search", key("f", { metaKey: true }), true],
  ["search", key("f"), false],
  ["search", key("/"), true],
  ["search", key("f", { ctrlKey: true, altKey: true }), false],
  ["undo", key("z", { ctrlKey: true, shiftKey: true }), false],
  ["hits", key("F3", { shiftKey: true }), true],
  ["back", key("ArrowLeft", { altKey: true }), true],
  ["back", key("ArrowLeft"), false],
])("%s: %o is %s", (name, event, is) => expect(isPressed(event, name)).toBe(is));

test("arrows that follow the reading direction change places with it, others do not", () => {
  const keys = (name: ShortcutName, direction: "ltr" | "rtl") => chordsOf(name, direction).map(({ key: one }) => one);
  expect(keys("pictures", "ltr")).toEqual(["ArrowLeft", "ArrowRight"]);
  expect(keys("pictures", "rtl")).toEqual(["ArrowRight", "ArrowLeft"]);
  expect(keys("back", "rtl")).toEqual(["ArrowLeft", "ArrowRight"]);
});

test("what stands in the map stands there once", () => {
  const names = MAP.flatMap((group) => group.names);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(shortcut(name).chords.length).toBeGreaterThan(0);
});
