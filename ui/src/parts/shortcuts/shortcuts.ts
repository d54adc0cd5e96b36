// The one list of what the keyboard does: the map is drawn from it, and whoever listens asks it.
import type { ShortcutsId } from "../../i18n/ids/shortcuts";

/** Keys pressed together; `key` as the browser names it. Ctrl is Command on a Mac. */
export type Chord = { key: string; ctrl?: true; alt?: true; shift?: true };

/** One of several chords, or of two that belong together (up and down), does it. */
export type Shortcut = { words: ShortcutsId; chords: readonly Chord[] };

const named = {
  map: { words: "shortcuts-map", chords: [{ key: "?" }] },
  lock: { words: "shortcuts-lock", chords: [{ key: "l", ctrl: true }] },
  undo: { words: "shortcuts-undo", chords: [{ key: "z", ctrl: true }] },
  close: { words: "shortcuts-close", chords: [{ key: "Escape" }] },
  search: { words: "shortcuts-search", chords: [{ key: "f", ctrl: true }, { key: "/" }] },
  back: { words: "shortcuts-back", chords: [{ key: "ArrowLeft", alt: true }, { key: "ArrowRight", alt: true }] },
  list: { words: "shortcuts-list", chords: [{ key: "ArrowUp" }, { key: "ArrowDown" }] },
  open: { words: "shortcuts-open", chords: [{ key: "Enter" }] },
  hits: { words: "shortcuts-hits", chords: [{ key: "F3" }, { key: "F3", shift: true }] },
  ends: { words: "shortcuts-ends", chords: [{ key: "Home" }, { key: "End" }] },
  pages: { words: "shortcuts-pages", chords: [{ key: "PageUp" }, { key: "PageDown" }] },
  leave: { words: "shortcuts-leave", chords: [{ key: "Escape" }] },
  pictures: { words: "shortcuts-pictures", chords: [{ key: "ArrowLeft" }, { key: "ArrowRight" }] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof named;

/** As they stand in the map. */
export const MAP: readonly { title: ShortcutsId; names: readonly ShortcutName[] }[] = [
  { title: "shortcuts-everywhere", names: ["map", "lock", "undo", "close"] },
  { title: "shortcuts-chats", names: ["search", "list", "open", "back"] },
  { title: "shortcuts-found", names: ["hits"] },
  { title: "shortcuts-conversation", names: ["ends", "pages", "leave"] },
  { title: "shortcuts-viewer", names: ["pictures"] },
];

export const shortcut = (name: ShortcutName): Shortcut => named[name];

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
