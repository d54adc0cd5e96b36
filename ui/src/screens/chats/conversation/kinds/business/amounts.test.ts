import { expect, test } from "vitest";
import { amount } from "./amounts";

test("an amount is written as the language writes it", () => {
  expect(amount(12_500, "EUR", "en-GB")).toBe("€12.50");
  expect(amount(1_234_500, "eur", "de-DE")).toBe("1.234,50\u00a0€");
  expect(amount(500_000, "JPY", "en-GB")).toBe("JP¥500");
});

test("an unknown currency stays as it was written, a missing one is none", () => {
  expect(amount(12_500, "beans", "en-GB")).toBe("12.50 beans");
  expect(amount(12_500, null, "en-GB")).toBe("12.50");
});
