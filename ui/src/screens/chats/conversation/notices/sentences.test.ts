import { describe, expect, test } from "vitest";
import type { SystemView } from "../../../../bindings/SystemView";
import { bundleOf, isolated } from "../../../../i18n/catalogue";
import { lasting } from "../../../../state/amounts";
import { saying, type Told, type Tongue } from "./sentences";

/** Codes whose meaning one good source or several state. */
const KNOWN = [
  1, 4, 12, 5, 13, 6, 7, 14, 9, 10, 28, 11, 15, 16, 18, 19, 67, 20, 52, 21, 189, 27, 29, 30, 31, 32, 33, 46, 47, 50, 56, 59, 68, 57, 58, 60,
  63, 69, 158, 70, 75, 108, 128, 78, 116, 79, 80, 81, 82, 83, 91, 92, 118, 136, 142, 146, 155, 156, 165, 169, 188,
];
/** Codes that only belong together: the life of a community. */
const COMMUNITY = [90, 99, 102, 107, 109, 110, 111, 115, 120, 123, 124, 125, 127, 131, 137, 138, 144, 145, 148, 149, 167, 173];
/** Contested, or without any source. */
const UNKNOWN = [2, 8, 76, 84, 85, 87, 88, 95, 126, 129, 132, 133, 134, 194, 9_999, -1];

const english = bundleOf("en", "en");
const problems: Error[] = [];
const TONGUE: Tongue = {
  t: (id, args) => english.formatPattern(english.getMessage(id)?.value ?? `no message ${id}`, isolated(args), problems).replace(/[\u2068\u2069]/g, ""),
  list: (names) => new Intl.ListFormat("en").format(names),
  number: String,
  figures: String,
  lasting: (seconds) => lasting(seconds, "en"),
  unknown: "unknown (private number)",
};

const NOTHING: SystemView = { action: null, people: [], oldValue: null, newValue: null, groups: [], seconds: null, devices: null, yes: null };

function told(action: number | null, system: Partial<SystemView> = {}, part: Partial<Told> = {}): Told {
  return { system: { ...NOTHING, action, ...system }, text: "", fromMe: false, actor: null, peer: null, ...part };
}
const says = (...of: Parameters<typeof told>) => saying(told(...of), TONGUE).sentence;

describe("every notice whose meaning is known", () => {
  test.each(KNOWN)("has a sentence (%d)", (action) => {
    expect(says(action)).not.toMatch(/System notice|no message/);
  });

  test.each(KNOWN)("is whole with and without people, by the owner, by somebody and by nobody (%d)", (action) => {
    const ways = [
      says(action),
      says(action, { people: ["Ana"] }),
      says(action, { people: ["Ana", "", "Tomás"] }),
      says(action, { yes: true, devices: { added: 1, removed: 0 }, seconds: 0, groups: ["Plots"] }),
      says(action, {}, { fromMe: true }),
      says(action, { people: ["Ana"] }, { fromMe: true }),
      says(action, {}, { actor: "Bea" }),
      says(action, { people: ["Ana"], seconds: 604_800, groups: ["Plots", "Sheds"] }, { actor: "Bea" }),
      says(action, {}, { peer: "Bea" }),
    ];
    for (const sentence of ways) expect(sentence).toMatch(/^\p{L}.*[\p{L}\p{N})]$/su);
    for (const sentence of ways) expect(sentence).not.toMatch(/[{}$]|undefined|null| {2}|\bunknown\b(?! \()/);
    expect(problems).toEqual([]);
  });
});

test.each(UNKNOWN)("a notice that the sources do not agree on keeps its number (%d)", (action) => {
  expect(says(action, { people: ["Ana"] }, { actor: "Bea" })).toBe(`System notice ${action}`);
});

test.each(COMMUNITY)("of a community's life no more is said than is known, with the number (%d)", (action) => {
  expect(says(action)).toBe(`Something changed in this community (notice ${action})`);
});

test("who did it and whom it happened to stand in the sentence", () => {
  expect(says(12, { people: ["Ana", "Tomás"] }, { actor: "Bea" })).toBe("Bea added Ana and Tomás");
  expect(says(12, { people: ["Ana", "Tomás"] })).toBe("Ana and Tomás were added");
  expect(says(14, { people: ["Ana"] }, { fromMe: true })).toBe("You removed Ana");
  expect(says(12, { yes: true }, { actor: "Bea" })).toBe("Bea added you");
  expect(says(5, {}, { actor: "Bea" })).toBe("Bea left");
  expect(says(20, {}, { fromMe: true })).toBe("You joined by the invitation link");
  expect(says(15)).toBe("You are an admin now");
  expect(says(70, {}, { actor: "Bea" })).toBe("Bea started a group call");
  expect(says(75, { groups: ["Plots"] }, { fromMe: true })).toBe("You added Plots to the community");
});

test("somebody without name and number is said to be unknown, never left out", () => {
  expect(says(12, { people: ["", "Ana"] })).toBe("unknown (private number) and Ana were added");
});

test("times are words: hours, days, off", () => {
  expect(says(56, { seconds: 86_400 }, { actor: "Bea" })).toBe("Bea set new messages to disappear after 24 hours");
  expect(says(59, { seconds: 604_800 }, { fromMe: true })).toBe("You set new messages to disappear after 7 days");
  expect(says(56, { seconds: 7_776_000 })).toBe("New messages were set to disappear after 90 days");
  expect(says(59, { seconds: 0 }, { actor: "Bea" })).toBe("Bea turned off disappearing messages");
  expect(says(68, { seconds: 86_400 })).toContain("24 hours");
  expect(says(null, { seconds: 0 })).toBe("Disappearing messages were turned off");
});

test("devices are counted where the source counts them", () => {
  expect(says(57, { devices: { added: 2, removed: 1 } }, { peer: "Bea" })).toBe("Bea changed which devices are linked: 2 added, 1 removed");
  expect(says(57, { devices: { added: 0, removed: 1 }, people: ["Ana"] })).toBe("Ana changed which devices are linked: 1 removed");
  expect(says(57, {}, { peer: "Bea" })).toBe("Bea changed which devices are linked");
});

test("a security code is the other side's, whoever is written as its sender", () => {
  expect(says(18, {}, { fromMe: true, peer: "Bea" })).toBe("The security code with Bea changed");
  expect(says(18, { people: ["Ana"] }, { peer: "Bea" })).toBe("The security code with Ana changed");
  expect(says(58, { yes: false }, { peer: "Bea" })).toBe("You unblocked Bea");
});

test("old and new values stand below, and nothing the source wrote is lost", () => {
  const below = (...of: Parameters<typeof told>) => saying(told(...of), TONGUE).below;
  expect(below(1, { oldValue: "Grandpa" }, { text: "Grandpa’s 80th" })).toBe("“Grandpa” became “Grandpa’s 80th”");
  expect(below(27, {}, { text: "Bring a chair" })).toBe("Bring a chair");
  expect(below(165, { oldValue: "bea", newValue: "bea.80" })).toBe("“bea” became “bea.80”");
  expect(below(87, { oldValue: "x" })).toBe("It was “x” before");
  expect(below(6, {}, { text: "1700000000" })).toBeNull();
});

test("a change of number names both, once they are two", () => {
  expect(says(10, { people: ["+34600111222", "Ana"] })).toBe("+34600111222 changed the phone number to Ana");
  expect(says(10, { people: ["Ana", "Ana"] })).toBe("Ana changed the phone number");
});
