import { describe, expect, test } from "vitest";
import { lacking } from "./pin";

const RULES = { minLength: 4, notOnlyDigits: false };

describe("a chosen PIN", () => {
  test("has the length the device wants, in characters", () => {
    expect(lacking("123", "123", RULES)).toBe("length");
    expect(lacking("🔑🔑🔑", "🔑🔑🔑", RULES)).toBe("length");
    expect(lacking("1234", "1234", RULES)).toBeNull();
    expect(lacking("a".repeat(64), "a".repeat(64), RULES)).toBe("short");
  });

  test("is more than digits where anybody may try without limit", () => {
    expect(lacking("1234567890", "1234567890", { minLength: 10, notOnlyDigits: true })).toBe("letters");
    expect(lacking("12345 lamp", "12345 lamp", { minLength: 10, notOnlyDigits: true })).toBeNull();
  });

  test("was typed the same way twice, however the keyboard composes its letters", () => {
    expect(lacking("12345", "12346", RULES)).toBe("same");
    expect(lacking("caf\u00e9", "cafe\u0301", RULES)).toBeNull();
  });
});
