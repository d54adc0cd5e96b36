import { describe, expect, test } from "vitest";
import { AUTHENTICATORS, NO_AUTHENTICATORS } from "../ipc/mockCeremony";
import { KEY_SLOT, KIT_SLOT, PHONE_SLOT, TPM_SLOT } from "../ipc/mockKeys";
import { passkeyWays } from "./ways";

const SLOTS = [KIT_SLOT, PHONE_SLOT, TPM_SLOT, KEY_SLOT];

describe("the ways in", () => {
  test("come as this computer's authenticators do, and a kit is no passkey", () => {
    expect(passkeyWays(SLOTS, AUTHENTICATORS).map(({ slot }) => slot.id)).toEqual(["key", "tpm", "phone"]);
  });

  test("a security key that is not plugged in comes after what is there, and can be chosen", () => {
    const [key, ...rest] = AUTHENTICATORS;
    const unplugged = [...rest, { ...key!, ready: false, absence: "not_plugged_in" as const, postures: [] }];
    expect(passkeyWays(SLOTS, unplugged).map(({ slot, absence }) => [slot.id, absence])).toEqual([["tpm", null], ["phone", null], ["key", null]]);
  });

  test("what cannot be used here comes last, with its reason", () => {
    expect(passkeyWays(SLOTS, NO_AUTHENTICATORS).map(({ slot, absence }) => [slot.id, absence])).toEqual([
      ["key", null],
      ["tpm", "tpm_access"],
      ["phone", "no_bluetooth"],
    ]);
    expect(passkeyWays([KEY_SLOT], [])[0]?.absence).toBe("not_supported");
  });
});
