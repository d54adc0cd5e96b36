// Open my chats: the histories, the kit, and what is said when it does not fit.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { failureOf } from "../src/ipc/errors";
import { HISTORIES, KIT } from "../src/ipc/mockPhone";
import { NO_AUTHENTICATORS, PIN } from "../src/ipc/mockCeremony";
import { KEY_SLOT, KIT_SLOT, PHONE_SLOT, TPM_SLOT, WORDS, WORDS_SLOT } from "../src/ipc/mockKeys";
import { byId, calls, claimsForEveryLook, problems, useBrowser } from "./page";

/** Chats that open with the kit alone. */
const ONE = { histories: HISTORIES.slice(1) };

async function enter(page: Page): Promise<void> {
  await byId(page, "start-open").click();
}

/** The history with passkeys is the first, the one with a kit alone the second. */
async function chooseSecond(page: Page): Promise<void> {
  await enter(page);
  await byId(page, "history-card").nth(1).click();
  await byId(page, "kit-input").waitFor();
}

async function type(page: Page, kit: string): Promise<void> {
  await byId(page, "kit-input").fill(kit);
  await byId(page, "kit-open").click();
}

describe("open my chats in every look", () => {
  const open = useBrowser();
  claimsForEveryLook("open-empty", open, { histories: [] }, enter);
  claimsForEveryLook("open-list", open, {}, async (page) => {
    await enter(page);
    await byId(page, "history-card").first().waitFor();
  });
  claimsForEveryLook("open-passkeys", open, { keys: { slots: [KEY_SLOT, TPM_SLOT, PHONE_SLOT, WORDS_SLOT, KIT_SLOT] } }, async (page) => {
    await enter(page);
    await byId(page, "history-card").first().click();
    await byId(page, "passkey-way").first().waitFor();
  });
  claimsForEveryLook("open-absent", open, { keys: { slots: [TPM_SLOT, PHONE_SLOT, KIT_SLOT] }, ceremony: { authenticators: NO_AUTHENTICATORS } }, async (page) => {
    await enter(page);
    await byId(page, "history-card").first().click();
    await byId(page, "absent").waitFor();
  });
  claimsForEveryLook("open-kit", open, {}, chooseSecond);
  claimsForEveryLook("open-wrong-kit", open, {}, async (page) => {
    await chooseSecond(page);
    await type(page, "AGE-SECRET-KEY-1OTHER");
    await byId(page, "error-happened").waitFor();
  });
  claimsForEveryLook("open-older", open, { fail: { unlock_history: { code: "keyring_older", detail: "", keyFits: null, retries: null, absence: null } } }, async (page) => {
    await chooseSecond(page);
    await type(page, KIT.groups.join(" "));
    await byId(page, "older-accept").waitFor();
  });
});

describe("open my chats", () => {
  const open = useBrowser();

  test("opens with the kit and leaves nothing of it in the page", async () => {
    const page = await open(ONE);
    await enter(page);
    await type(page, KIT.groups.join(" ").toLowerCase());
    await byId(page, "lock").waitFor();
    const sent = (await calls(page)).find(({ name }) => name === "unlock_history");
    expect(sent?.args).toBe("raw body");
    expect(problems(page)).toEqual([]);
  });

  test("opens with a kit file", async () => {
    const page = await open(ONE);
    await enter(page);
    await byId(page, "kit-file").click();
    await byId(page, "lock").waitFor();
  });

  test("a passkey comes first, and the kit stays at hand", async () => {
    const page = await open({ histories: HISTORIES.slice(0, 1), ceremony: { beat: 5 } });
    await enter(page);
    await byId(page, "other-kit").locator("summary").click();
    await byId(page, "kit-input").waitFor();
    await page.locator("[data-testid=passkey-way][data-slot=tpm]").click();
    await byId(page, "pin-input").fill(PIN);
    await byId(page, "pin-send").click();
    await byId(page, "lock").waitFor();
  });

  test("six words open too, and wrong ones say so", async () => {
    const page = await open({ ...ONE, keys: { slots: [WORDS_SLOT, KIT_SLOT] } });
    await enter(page);
    await byId(page, "words-input").fill("not the words at all today");
    await byId(page, "words-open").click();
    await page.getByText("These are not the six words").waitFor();
    await byId(page, "words-input").fill(WORDS.join("  ").toUpperCase());
    await page.keyboard.press("Enter");
    await byId(page, "lock").waitFor();
    expect((await calls(page)).filter(({ name }) => name === "unlock_history_passphrase").map(({ args }) => args)).toEqual(["raw body", "raw body"]);
  });

  test("a passkey of an older keyring opens it only after the person has agreed", async () => {
    const page = await open({ histories: HISTORIES.slice(0, 1), fail: { unlock_history_passkey: failureOf("keyring_older") } });
    await enter(page);
    await byId(page, "passkey-way").first().click();
    await byId(page, "older-accept").click();
    await byId(page, "lock").waitFor();
  });

  test("an older keyring that is not wanted is forgotten by the shell", async () => {
    const page = await open({ ...ONE, fail: { unlock_history: failureOf("keyring_older") } });
    await enter(page);
    await type(page, KIT.groups.join(" "));
    await byId(page, "older-refuse").click();
    await byId(page, "older-refuse").waitFor({ state: "detached" });
    const names = (await calls(page)).map(({ name }) => name);
    expect(names).toContain("refuse_older_keyring");
    expect(names).not.toContain("accept_older_keyring");
  });

  test("what cannot be used on this computer says how to get it", async () => {
    const page = await open({ histories: HISTORIES.slice(0, 1), keys: { slots: [TPM_SLOT, KIT_SLOT] }, ceremony: { authenticators: NO_AUTHENTICATORS } });
    await enter(page);
    await page.getByText("sudo usermod -aG tss $USER").waitFor();
  });

  test("an older keyring is opened only after the person has agreed", async () => {
    const page = await open({ ...ONE, fail: { unlock_history: { code: "keyring_older", detail: "", keyFits: null, retries: null, absence: null } } });
    await enter(page);
    await type(page, KIT.groups.join(" "));
    expect((await calls(page)).map(({ name }) => name)).not.toContain("accept_older_keyring");
    await byId(page, "older-accept").click();
    await byId(page, "lock").waitFor();
  });

  test("an empty computer offers to restore a backup", async () => {
    const page = await open({ histories: [] });
    await enter(page);
    await page.getByRole("button", { name: "Restore a backup" }).click();
    await byId(page, "path-input").waitFor();
  });

  test("locking closes the chats", async () => {
    const page = await open({ open: true });
    await byId(page, "lock").click();
    await byId(page, "start-open").waitFor();
    await expect.poll(async () => (await calls(page)).map(({ name }) => name)).toContain("lock");
  });

  test("locks by itself after the time in the settings", async () => {
    const page = await open({ open: true, settings: { autoLockMinutes: 1 } });
    await byId(page, "lock").waitFor();
    await page.evaluate(() => {
      const later = Date.now() + 61_000;
      Date.now = () => later;
    });
    await byId(page, "start-open").waitFor({ timeout: 15_000 });
  });
});
