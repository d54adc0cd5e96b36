import { describe, expect, test } from "vitest";
import { caretAfter, groupsWithStrangers, laidOut, tidy, unevenGroup } from "./digits";

const KEY = "1f2e3d4c5b6a79880123456789abcdeffedcba98765432100f1e2d3c4b5a6978";

describe("digits as people paste them", () => {
  test.each([
    ["capitals", KEY.toUpperCase()],
    ["groups with spaces", KEY.replace(/.{4}/g, "$& ")],
    ["dashes", KEY.replace(/.{4}/g, "$&-")],
    ["no-break and zero-width spaces", KEY.replace(/.{4}/g, "$&\u00a0\u200b")],
    ["rows of four groups", KEY.replace(/.{16}/g, "$&\r\n")],
    ["full-width digits", KEY.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))],
    ["a note around them", `WhatsApp key, keep safe!\n${KEY.replace(/.{4}/g, "$& ")}\n(copied by Ana)`],
  ])("%s", (_how, text) => {
    expect(tidy(text)).toBe(KEY);
  });

  test("what is no digit stays visible, so that the person sees it", () => {
    expect(tidy("1o2l")).toBe("1o2l");
    expect(groupsWithStrangers("1f2e3d4o5b6a")).toEqual([1]);
  });

  test("the layout is the phone's: sixteen groups, four to a row", () => {
    expect(laidOut(KEY).split("\n").map((row) => row.split(" ").length)).toEqual([4, 4, 4, 4]);
    expect(laidOut("1f2e3")).toBe("1f2e 3");
  });

  test("the caret stays behind the digit that was typed", () => {
    for (let digits = 0; digits <= 64; digits += 1) {
      const text = laidOut(KEY.slice(0, digits));
      expect(caretAfter(digits)).toBe(text.length);
    }
  });

  test("a group that is short is told from the others", () => {
    const groups = KEY.match(/.{4}/g) ?? [];
    expect(unevenGroup(groups.map((group, index) => (index === 6 ? group.slice(1) : group)).join(" "))).toBe(6);
    expect(unevenGroup(KEY)).toBeNull();
  });
});
