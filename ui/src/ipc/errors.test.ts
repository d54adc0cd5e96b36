import { describe, expect, test } from "vitest";
import { asCommandError, failureOf, wordsFor } from "./errors";

describe("failures", () => {
  test("a damaged file whose key fits says that the key is right", () => {
    expect(wordsFor({ ...failureOf("damaged"), keyFits: true }).happened).toBe("error-damaged-key-fits");
    expect(wordsFor(failureOf("damaged")).happened).toBe("error-damaged");
  });

  test("the tries that are left are named where the device says them", () => {
    expect(wordsFor({ ...failureOf("pin_wrong"), retries: 7 })).toEqual({ happened: "error-pin-wrong", todo: "error-pin-wrong-left-todo", args: { retries: 7 } });
    expect(wordsFor(failureOf("pin_wrong")).todo).toBe("error-pin-wrong-todo");
  });

  test("an authenticator that is not there is told by its reason", () => {
    expect(wordsFor({ ...failureOf("no_authenticator"), absence: "tpm_access" }).todo).toBe("absence-tpm-access-todo");
    expect(wordsFor({ ...failureOf("no_authenticator"), absence: "tpm_access" }).command).toBe("sudo usermod -aG tss $USER");
    expect(wordsFor(failureOf("no_authenticator")).todo).toBe("error-no-authenticator-todo");
  });

  test("what the shell did not send is a bug of ours, without its words", () => {
    expect(asCommandError(new TypeError("a secret word"))).toEqual(failureOf("internal", "TypeError"));
    expect(asCommandError({ code: "no such code" }).code).toBe("internal");
    expect(asCommandError(failureOf("no_space")).code).toBe("no_space");
  });
});
