import { describe, expect, test } from "vitest";
import { asCommandError, wordsFor } from "./errors";

describe("failures", () => {
  test("a damaged file whose key fits says that the key is right", () => {
    expect(wordsFor({ code: "damaged", detail: "", keyFits: true }).happened).toBe("error-damaged-key-fits");
    expect(wordsFor({ code: "damaged", detail: "", keyFits: null }).happened).toBe("error-damaged");
  });

  test("what the shell did not send is a bug of ours, without its words", () => {
    expect(asCommandError(new TypeError("a secret word"))).toEqual({ code: "internal", detail: "TypeError", keyFits: null });
    expect(asCommandError({ code: "no such code" }).code).toBe("internal");
    expect(asCommandError({ code: "no_space", detail: "", keyFits: null }).code).toBe("no_space");
  });
});
