// How typed or pasted digits are laid out in the field. Whether they are the key is for the shell to say.

export const GROUPS = 16;
export const DIGITS_PER_GROUP = 4;
export const DIGITS = GROUPS * DIGITS_PER_GROUP;

const GROUPS_PER_ROW = 4;
const KEY_IN_PROSE = /(?<![0-9a-z])(?:[0-9a-f][^0-9a-z]{0,3}){63}[0-9a-f](?![0-9a-z])/i;

/** The letters and digits of a text, lower case; of a longer text that holds a whole key, only that key. */
export function tidy(text: string): string {
  const plain = text.normalize("NFKC");
  const kept = plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (kept.length <= DIGITS) return kept;
  const key = KEY_IN_PROSE.exec(plain)?.[0];
  return key === undefined ? kept : key.toLowerCase().replace(/[^0-9a-f]/g, "");
}

/** Groups of four, four to a row, as the phone shows them. */
export function laidOut(digits: string): string {
  let text = "";
  for (let at = 0; at < digits.length; at += DIGITS_PER_GROUP) {
    const group = at / DIGITS_PER_GROUP;
    if (group > 0) text += group % GROUPS_PER_ROW === 0 ? "\n" : " ";
    text += digits.slice(at, at + DIGITS_PER_GROUP);
  }
  return text;
}

/** Where the caret stands in the laid-out text after so many digits. */
export function caretAfter(digits: number): number {
  return digits === 0 ? 0 : digits + Math.floor((digits - 1) / DIGITS_PER_GROUP);
}

/** The groups (from 0) that hold something that is no digit of a key. */
export function groupsWithStrangers(digits: string): number[] {
  const groups = new Set<number>();
  [...digits].forEach((digit, index) => {
    if (!/[0-9a-f]/.test(digit)) groups.add(Math.floor(index / DIGITS_PER_GROUP));
  });
  return [...groups];
}

/** Pasted text whose own groups tell which one is too short or too long (from 0); null when they do not tell. */
export function unevenGroup(text: string): number | null {
  const groups = text.trim().split(/[^0-9a-z]+/i).filter(Boolean);
  if (groups.length !== GROUPS) return null;
  const uneven = groups.findIndex((group) => group.length !== DIGITS_PER_GROUP);
  return uneven < 0 ? null : uneven;
}
