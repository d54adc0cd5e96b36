// The interface in its translations: chosen screens in German (long words) and Arabic (from right to left), and the choice of the language.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { MockOptions } from "../src/ipc/mock";
import { KIT, RIGHT_DIGITS } from "../src/ipc/mockPhone";
import { KEY_SLOT, KIT_SLOT, PHONE_SLOT, TPM_SLOT, WORDS_SLOT } from "../src/ipc/mockKeys";
import { byId, claimsForEveryLook, problems, TONGUES, useBrowser } from "./page";

const SLIPPED = `${RIGHT_DIGITS.slice(0, 25)}0${RIGHT_DIGITS.slice(26)}`;
const PROOF = KIT.groups.slice(-KIT.lastGroups).join(" ");
const QUICK: MockOptions = { pace: 1, ceremony: { beat: 5 } };
const EVERY = [KEY_SLOT, TPM_SLOT, PHONE_SLOT, WORDS_SLOT, KIT_SLOT];
/** A group that holds every kind of message once. */
const EVERY_KIND = 1;

async function choose(page: Page): Promise<void> {
  await byId(page, "start-restore").click();
  await byId(page, "path-input").fill("/home/ana/Downloads/WhatsApp");
  await byId(page, "path-check").click();
  await byId(page, "backup-card").first().waitFor();
  await page.locator("[data-whole=ok]").first().waitFor();
}

async function unlock(page: Page): Promise<void> {
  await choose(page);
  await byId(page, "next").click();
  await byId(page, "digits-input").waitFor({ state: "attached" });
}

async function passkey(page: Page): Promise<void> {
  await unlock(page);
  await byId(page, "digits-input").fill(RIGHT_DIGITS);
  await page.locator("[data-testid=next]:enabled").click();
  await byId(page, "authenticator").first().waitFor();
}

async function keep(page: Page): Promise<void> {
  await passkey(page);
  await byId(page, "passkey-skip").click();
  await byId(page, "kit-proof").waitFor();
}

async function done(page: Page): Promise<void> {
  await keep(page);
  await byId(page, "kit-proof").fill(PROOF);
  await byId(page, "kit-proof-check").click();
  await page.locator("[data-testid=next]:enabled").click();
  await byId(page, "restore-start").click();
  await byId(page, "report").waitFor();
}

async function conversation(page: Page): Promise<void> {
  await page.locator(`[data-testid="chat-row"][data-chat="${EVERY_KIND}"]`).click();
  await byId(page, "message").first().waitFor();
}

describe("screens in German and Arabic", () => {
  const open = useBrowser();
  const seen = (name: string, options: MockOptions, steps: (page: Page) => Promise<unknown>) => claimsForEveryLook(`tongue-${name}`, open, options, steps, TONGUES);

  seen("start", {}, (page) => byId(page, "start-restore").waitFor());
  seen("restore-1", {}, choose);
  seen("restore-2-slip", {}, async (page) => {
    await unlock(page);
    await byId(page, "digits-input").fill(SLIPPED);
    await byId(page, "slip-accept").waitFor();
  });
  seen("restore-2-where", {}, async (page) => {
    await unlock(page);
    await page.locator("details.where summary").click();
  });
  seen("restore-3", {}, passkey);
  seen("restore-3-kit", {}, keep);
  seen("restore-5", QUICK, done);
  seen("open", {}, async (page) => {
    await byId(page, "start-open").click();
    await byId(page, "history-card").first().waitFor();
  });
  seen("open-passkeys", { keys: { slots: EVERY } }, async (page) => {
    await byId(page, "start-open").click();
    await byId(page, "history-card").first().click();
    await byId(page, "passkey-way").first().waitFor();
  });
  seen("chats", { open: true }, conversation);
  seen("keys", { open: true, keys: { slots: EVERY } }, async (page) => {
    await byId(page, "more").click();
    await byId(page, "menu-keys").click();
    await byId(page, "slot").first().waitFor();
  });
  seen("settings", { open: true }, async (page) => {
    await byId(page, "more").click();
    await byId(page, "menu-settings").click();
    await byId(page, "settings-language").waitFor();
  });
});

describe("the language", () => {
  const open = useBrowser();

  test("is chosen by its own name, and the page turns with it at once", async () => {
    const page = await open();
    await byId(page, "settings").click();
    const root = () => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    await expect.poll(root).toEqual(["en", "ltr"]);
    await byId(page, "settings-language").selectOption({ label: "العربية" });
    await expect.poll(root).toEqual(["ar", "rtl"]);
    await page.getByRole("heading", { level: 1, name: "الإعدادات" }).waitFor();
    await byId(page, "settings-language").selectOption({ label: "Deutsch" });
    await expect.poll(root).toEqual(["de", "ltr"]);
    await page.getByRole("heading", { level: 1, name: "Einstellungen" }).waitFor();
    await byId(page, "settings-language").selectOption({ label: "Español" });
    await page.getByRole("heading", { level: 1, name: "Ajustes" }).waitFor();
    expect(problems(page)).toEqual([]);
  });

  test("is the system's where none was chosen, with the figures of its region", async () => {
    const page = await open({ open: true, settings: { language: "" } }, "ar");
    await byId(page, "chat-row").first().waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe("ar");
    await expect.poll(() => page.locator("body").innerText()).toMatch(/[٠-٩]/);
  });
});
