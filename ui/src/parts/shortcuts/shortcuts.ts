// The one list of what the keyboard does: the map is drawn from it, and whoever listens asks it.
import type { ShortcutsId } from "../../i18n/ids/shortcuts";

/** Keys pressed together; `key` as the browser names it. Ctrl is Command on a Mac. */
export type Chord = { key: string; ctrl?: true; alt?: true; shift?: true };

/** One of several chords, or of two that belong together (up and down), does it. `turns`: the two change places where one reads from right to left. */
export type Shortcut = { words: ShortcutsId; chords: readonly Chord[]; turns?: true };

const named = {
  map: { words: "shortcuts-map", chords: [{ key: "?" }] },
  lock: { words: "shortcuts-lock", chords: [{ key: "l", ctrl: true }] },
  undo: { words: "shortcuts-undo", chords: [{ key: "z", ctrl: true }] },
  close: { words: "shortcuts-close", chords: [{ key: "Escape" }] },
  search: { words: "shortcuts-search", chords: [{ key: "f", ctrl: true }, { key: "/" }] },
  fold: { words: "shortcuts-fold", turns: true, chords: [{ key: "ArrowLeft" }, { key: "ArrowRight" }] },
  back: { words: "shortcuts-back", chords: [{ key: "ArrowLeft", alt: true }, { key: "ArrowRight", alt: true }] },
  list: { words: "shortcuts-list", chords: [{ key: "ArrowUp" }, { key: "ArrowDown" }] },
  open: { words: "shortcuts-open", chords: [{ key: "Enter" }] },
  hits: { words: "shortcuts-hits", chords: [{ key: "F3" }, { key: "F3", shift: true }] },
  messages: { words: "shortcuts-messages", chords: [{ key: "ArrowUp" }, { key: "ArrowDown" }] },
  menu: { words: "shortcuts-menu", chords: [{ key: "Enter" }, { key: "F10", shift: true }] },
  ends: { words: "shortcuts-ends", chords: [{ key: "Home" }, { key: "End" }] },
  pages: { words: "shortcuts-pages", chords: [{ key: "PageUp" }, { key: "PageDown" }] },
  leave: { words: "shortcuts-leave", chords: [{ key: "Escape" }] },
  sound: { words: "shortcuts-sound", chords: [{ key: "ArrowLeft" }, { key: "ArrowRight" }] },
  barScreens: { words: "shortcuts-pages", chords: [{ key: "ArrowUp" }, { key: "ArrowDown" }] },
  barMonths: { words: "shortcuts-months", chords: [{ key: "PageUp" }, { key: "PageDown" }] },
  days: { words: "shortcuts-days", turns: true, chords: [{ key: "ArrowLeft" }, { key: "ArrowRight" }] },
  weeks: { words: "shortcuts-weeks", chords: [{ key: "ArrowUp" }, { key: "ArrowDown" }] },
  weekEnds: { words: "shortcuts-week-ends", chords: [{ key: "Home" }, { key: "End" }] },
  months: { words: "shortcuts-months", chords: [{ key: "PageUp" }, { key: "PageDown" }] },
  years: { words: "shortcuts-years", chords: [{ key: "PageUp", shift: true }, { key: "PageDown", shift: true }] },
  beside: { words: "shortcuts-pictures", turns: true, chords: [{ key: "ArrowLeft" }, { key: "ArrowRight" }] },
  rows: { words: "shortcuts-rows", chords: [{ key: "ArrowUp" }, { key: "ArrowDown" }] },
  galleryPages: { words: "shortcuts-pages", chords: [{ key: "PageUp" }, { key: "PageDown" }] },
  galleryEnds: { words: "shortcuts-gallery-ends", chords: [{ key: "Home" }, { key: "End" }] },
  pictures: { words: "shortcuts-pictures", turns: true, chords: [{ key: "ArrowLeft" }, { key: "ArrowRight" }] },
  zoom: { words: "shortcuts-zoom", chords: [{ key: "+" }, { key: "-" }] },
  whole: { words: "shortcuts-whole", chords: [{ key: "0" }] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof named;

/** As they stand in the map. */
export const MAP: readonly { title: ShortcutsId; names: readonly ShortcutName[] }[] = [
  { title: "shortcuts-everywhere", names: ["map", "lock", "undo", "close"] },
  { title: "shortcuts-chats", names: ["search", "list", "fold", "open", "back"] },
  { title: "shortcuts-found", names: ["hits"] },
  { title: "shortcuts-conversation", names: ["messages", "menu", "ends", "pages", "sound", "leave"] },
  { title: "shortcuts-bar", names: ["barScreens", "barMonths"] },
  { title: "shortcuts-calendar", names: ["days", "weeks", "weekEnds", "months", "years"] },
  { title: "shortcuts-gallery", names: ["beside", "rows", "galleryPages", "galleryEnds"] },
  { title: "shortcuts-viewer", names: ["pictures", "zoom", "whole"] },
];

export const shortcut = (name: ShortcutName): Shortcut => named[name];

/** Its chords in the order of its words, for somebody who reads this way. */
export function chordsOf(name: ShortcutName, direction: "ltr" | "rtl"): readonly Chord[] {
  const { chords, turns } = shortcut(name);
  return turns && direction === "rtl" ? chords.toReversed() : chords;
}

/** Whether these keys were pressed, and no others with them. What needs Shift to be typed at all is taken with it. */
export function isPressed(event: KeyboardEvent, name: ShortcutName): boolean {
  return shortcut(name).chords.some(({ key, ctrl, alt, shift }) => {
    const shifted = event.shiftKey === (shift ?? false) || (key.length === 1 && !/[a-z]/.test(key));
    return event.key.toLowerCase() === key.toLowerCase() && (event.ctrlKey || event.metaKey) === (ctrl ?? false) && event.altKey === (alt ?? false) && shifted;
  });
}

/** The keys belong to a field just now. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "range"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLElement && target.isContentEditable);
}
