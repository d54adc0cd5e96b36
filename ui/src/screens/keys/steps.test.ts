import { describe, expect, test } from "vitest";
import { KEY_SLOT, KIT_SLOT, PHONE_SLOT } from "../../ipc/mockKeys";
import { stepsFor } from "./steps";

const SLOTS = [KEY_SLOT, PHONE_SLOT, KIT_SLOT];

describe("the steps after a loss", () => {
  test("a synced phone passkey may come back with the account", () => {
    const drill = { loss: "phone_lost", verdict: "other_passkey", affected: ["phone"], stillOpen: ["key", "kit"] } as const;
    expect(stepsFor({ ...drill, affected: [...drill.affected], stillOpen: [...drill.stillOpen] }, SLOTS)).toEqual(["keys-step-open", "keys-step-synced", "keys-step-remove", "keys-step-add"]);
  });

  test("a blocked key is reset before it is removed and added again", () => {
    expect(stepsFor({ loss: "pin_blocked", verdict: "kit_only", affected: ["key"], stillOpen: ["kit"] }, SLOTS)).toEqual(["keys-step-open", "keys-step-reset", "keys-step-remove", "keys-step-add"]);
  });

  test("a dead computer takes the chats with it, so a copy comes first whatever opens them", () => {
    expect(stepsFor({ loss: "computer_dead", verdict: "not_affected", affected: [], stillOpen: ["key", "kit"] }, SLOTS)[0]).toBe("keys-step-copy");
  });

  test("what touches nothing needs no steps, and what leaves nothing is put right while the chats are open", () => {
    expect(stepsFor({ loss: "phone_lost", verdict: "not_affected", affected: [], stillOpen: ["key"] }, SLOTS)).toEqual([]);
    expect(stepsFor({ loss: "security_key_lost", verdict: "nothing", affected: ["key"], stillOpen: [] }, [KEY_SLOT])[0]).toBe("keys-step-kit-now");
  });
});
