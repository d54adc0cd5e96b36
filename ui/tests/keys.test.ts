// The Keys screen: what opens the chats, tested, renamed, added and removed; the advice; the loss drill.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { failureOf } from "../src/ipc/errors";
import type { MockOptions } from "../src/ipc/mock";
import { NO_AUTHENTICATORS, PIN, SOFTWARE } from "../src/ipc/mockCeremony";
import { KEY_SLOT, KIT_SLOT, PHONE_SLOT, TPM_SLOT, WORDS, WORDS_SLOT } from "../src/ipc/mockKeys";
import { DAY, KIT } from "../src/ipc/mockPhone";
import { byId, calls, claimsForEveryLook, problems, useBrowser } from "./page";

const QUICK: MockOptions = { open: true, ceremony: { beat: 5 } };
const EVERY = [KEY_SLOT, TPM_SLOT, PHONE_SLOT, WORDS_SLOT, KIT_SLOT];
const OLD = { ...KEY_SLOT, lastTested: Date.now() - 300 * DAY };

async function enter(page: Page): Promise<void> {
  await byId(page, "more").click();
  await byId(page, "menu-keys").click();
  await byId(page, "slot").first().waitFor();
}

const slot = (page: Page, id: string) => page.locator(`[data-testid=slot][data-slot=${id}]`);
const advice = (page: Page) => byId(page, "advice").evaluateAll((found) => found.map((one) => one.getAttribute("data-what")));

async function pin(page: Page): Promise<void> {
  await byId(page, "pin-input").fill(PIN);
  await byId(page, "pin-send").click();
}

describe("keys in every look", () => {
  const open = useBrowser();
  claimsForEveryLook("keys-fine", open, { open: true, keys: { slots: EVERY } }, enter);
  claimsForEveryLook("keys-advice", open, { open: true, keys: { slots: [OLD] } }, enter);
  claimsForEveryLook("keys-unknown", open, { open: true, keys: { unknown: true } }, enter);
  claimsForEveryLook("keys-drill", open, { open: true }, async (page) => {
    await enter(page);
    await page.locator("[data-loss=computer_dead]").click();
    await byId(page, "drill").scrollIntoViewIfNeeded();
  });
  claimsForEveryLook("keys-add-passkey", open, { open: true }, async (page) => {
    await enter(page);
    await byId(page, "add-passkey").click();
    await byId(page, "authenticator").first().waitFor();
  });
  claimsForEveryLook("keys-add-nothing", open, { open: true, ceremony: { authenticators: NO_AUTHENTICATORS.slice(1) } }, async (page) => {
    await enter(page);
    await byId(page, "add-passkey").click();
    await byId(page, "absent").waitFor();
  });
  claimsForEveryLook("keys-words", open, { open: true }, async (page) => {
    await enter(page);
    await byId(page, "add-words").click();
    await byId(page, "words-make").click();
    await byId(page, "words").waitFor();
  });
  claimsForEveryLook("keys-kit", open, { open: true }, async (page) => {
    await enter(page);
    await byId(page, "add-kit").click();
    await byId(page, "kit-proof").waitFor();
  });
  claimsForEveryLook("keys-remove", open, { open: true }, async (page) => {
    await enter(page);
    await slot(page, "key").getByTestId("slot-remove").click();
    await byId(page, "remove-confirm").waitFor();
  });
  claimsForEveryLook("keys-demo", open, { open: true, insecureDemo: true, keys: { slots: [{ ...KEY_SLOT, authenticator: "software", label: "Demo" }, KIT_SLOT] }, ceremony: { authenticators: [SOFTWARE] } }, enter);
});

describe("keys", () => {
  const open = useBrowser();

  test("are reached from the chats and left to the same place", async () => {
    const page = await open(QUICK);
    await enter(page);
    await byId(page, "back").click();
    await byId(page, "chat-row").first().waitFor();
  });

  test("are tested with a ceremony, and the card says so", async () => {
    const page = await open(QUICK);
    await enter(page);
    await slot(page, "tpm").getByTestId("slot-test").click();
    await pin(page);
    await slot(page, "tpm").getByText("It opened the keyring just now").waitFor();
    await expect.poll(async () => (await calls(page)).find(({ name }) => name === "test_passkey")?.args).toMatchObject({ slot: "tpm" });
  });

  test("a kit is tested by typing it, as a raw body that leaves nothing behind", async () => {
    const page = await open(QUICK);
    await enter(page);
    await slot(page, "kit").getByTestId("slot-test").click();
    await byId(page, "test-input").fill("AGE-SECRET-KEY-1OTHER");
    await byId(page, "test-typed").click();
    await page.getByText("This recovery key belongs to other chats").waitFor();
    await byId(page, "test-input").fill(KIT.groups.join(" "));
    await byId(page, "test-typed").click();
    await slot(page, "kit").getByText("It opened the keyring just now").waitFor();
    expect((await calls(page)).filter(({ name }) => name === "test_kit").map(({ args }) => args)).toEqual(["raw body", "raw body"]);
    await expect.poll(() => page.content()).not.toContain(KIT.groups.at(-2));
  });

  test("are renamed", async () => {
    const page = await open(QUICK);
    await enter(page);
    await slot(page, "key").getByTestId("slot-rename").click();
    await byId(page, "rename-input").fill("Key on my ring");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Key on my ring" }).waitFor();
  });

  test("are added with a ceremony and tried once", async () => {
    const page = await open(QUICK);
    await enter(page);
    await byId(page, "add-passkey").click();
    await page.locator("[data-testid=authenticator][data-kind=security_key]").click();
    await pin(page);
    await byId(page, "try-added").click();
    await pin(page);
    await byId(page, "passkey-tried").waitFor();
    await byId(page, "added-done").click();
    await page.getByRole("heading", { name: "Security key 2" }).waitFor();
  });

  test("six words are shown once, typed back, and count only then", async () => {
    const page = await open(QUICK);
    await enter(page);
    await byId(page, "add-words").click();
    await byId(page, "words-make").click();
    await byId(page, "words-written").click();
    await expect.poll(() => page.content()).not.toContain(WORDS[0]);
    await byId(page, "words-back").fill("six other words from another note");
    await page.keyboard.press("Enter");
    await page.getByText("These are not the six words").waitFor();
    await byId(page, "words-back").fill(WORDS.join(" "));
    await page.keyboard.press("Enter");
    await byId(page, "words-done").waitFor();
    await byId(page, "added-done").click();
    await page.locator("[data-testid=slot][data-kind=passphrase]").waitFor();
    expect((await calls(page)).filter(({ name }) => name === "prove_passphrase").map(({ args }) => args)).toEqual(["raw body", "raw body"]);
  });

  test("a new kit counts once its end was typed", async () => {
    const page = await open(QUICK);
    await enter(page);
    await byId(page, "add-kit").click();
    await byId(page, "kit-proof").fill(KIT.groups.slice(-KIT.lastGroups).join(" "));
    await byId(page, "kit-proof-check").click();
    await byId(page, "kit-done").waitFor();
    await byId(page, "added-done").click();
    await expect.poll(() => page.locator("[data-testid=slot][data-kind=recovery]").count()).toBe(2);
  });

  test("removing one says what an old copy still opens, shows the re-key, and takes the card away", async () => {
    const page = await open(QUICK);
    await enter(page);
    await slot(page, "tpm").getByTestId("slot-remove").click();
    await page.getByText("until a new 64-digit key is made in WhatsApp").waitFor();
    await byId(page, "remove-confirm").click();
    await page.getByRole("progressbar").waitFor();
    await page.keyboard.press("Escape");
    await slot(page, "tpm").waitFor({ state: "detached" });
    await expect.poll(() => advice(page)).toContain("only_one_passkey");
    expect(problems(page)).toEqual([]);
  });

  test("the last kit is not removed while passkeys are left, and it is said why", async () => {
    const page = await open(QUICK);
    await enter(page);
    await slot(page, "kit").getByTestId("slot-remove").click();
    await byId(page, "remove-confirm").click();
    await page.getByText("A recovery kit has to stay").waitFor();
  });

  test("warn of what holds, always: one passkey, no kit, half a year without use, a demonstration", async () => {
    for (const [slots, expected] of [
      [EVERY, []],
      [[KEY_SLOT, KIT_SLOT], ["only_one_passkey"]],
      [[OLD], ["only_one_passkey", "no_kit", "untested"]],
      [[{ ...KEY_SLOT, authenticator: "software" as const }, { ...KIT_SLOT, lastTested: null }], ["software_only", "kit_untested"]],
    ] as const) {
      const page = await open({ ...QUICK, keys: { slots: slots.map((one) => (one.id === "phone" || one.id === "kit" ? { ...one, lastTested: one.lastTested === null && slots !== EVERY ? null : Date.now() } : one)) } });
      await enter(page);
      await expect.poll(() => advice(page)).toEqual(expected);
      await page.context().close();
    }
  });

  test("each loss is answered for the keys that are there", async () => {
    for (const [slots, loss, verdict, words] of [
      [[KEY_SLOT, TPM_SLOT, KIT_SLOT], "security_key_lost", "other_passkey", "would be gone"],
      [[PHONE_SLOT, KIT_SLOT], "phone_lost", "kit_only", "the passkey may come back"],
      [[TPM_SLOT, KIT_SLOT], "computer_dead", "kit_only", "Copy the folder"],
      [[KEY_SLOT, WORDS_SLOT], "pin_blocked", "passphrase_only", "Reset the blocked device"],
      [[KEY_SLOT], "pin_blocked", "nothing", "Make a recovery kit now"],
      [[KEY_SLOT, KIT_SLOT], "phone_lost", "not_affected", "Everything still opens"],
    ] as const) {
      const page = await open({ ...QUICK, keys: { slots: [...slots] } });
      await enter(page);
      await page.locator(`[data-loss=${loss}]`).click();
      await page.locator(`[data-testid=drill][data-verdict=${verdict}]`).getByText(words).waitFor();
      await page.context().close();
    }
  });

  test("a keyring that nobody vouches for is compared by its fingerprint", async () => {
    const page = await open({ ...QUICK, keys: { unknown: true } });
    await enter(page);
    await byId(page, "vouch-input").fill("lk1 0000 0000 0000");
    await byId(page, "vouch-compare").click();
    await page.getByText("This is not the fingerprint of this keyring").waitFor();
    await byId(page, "vouch-input").fill(KIT.fingerprint.toUpperCase());
    await byId(page, "vouch-compare").click();
    await byId(page, "vouch-input").waitFor({ state: "detached" });
  });

  test("that cannot be read say so, and can be asked for again", async () => {
    const page = await open({ ...QUICK, fail: { keys: failureOf("io") } });
    await byId(page, "more").click();
    await byId(page, "menu-keys").click();
    await page.getByText("The disk could not be read or written").waitFor();
  });

  test("a demonstration is marked on every screen", async () => {
    const page = await open({ ...QUICK, insecureDemo: true });
    await page.getByText("Demo: software passkey, not safe").waitFor();
    await enter(page);
    await page.getByText("Demo: software passkey, not safe").waitFor();
    await byId(page, "lock").click();
    await byId(page, "start-open").waitFor();
    await byId(page, "insecure-demo").waitFor();
  });
});
