import { expect, test } from "vitest";
import { plainWords, query } from "./narrowings";

test("filters come first, in their order, so that the last typed word stays the last", () => {
  expect(query(" blue lant", new Set(["is:starred", "has:photo"]))).toBe("has:photo is:starred blue lant");
  expect(query("", new Set(["from:me"]))).toBe("from:me");
  expect(query("  ", new Set())).toBe("");
});

test("an unfinished quotation does not swallow a filter", () => {
  expect(query('"blue lant', new Set(["has:photo"]))).toBe('has:photo "blue lant');
});

test("notes are looked through for the words themselves, not for what filters them", () => {
  expect(plainWords('from:Ana blue "old lantern" -red before:2024-03')).toBe("blue old lantern");
  expect(plainWords("from:me has:photo")).toBe("");
  expect(plainWords("10:30 train")).toBe("10:30 train");
});
