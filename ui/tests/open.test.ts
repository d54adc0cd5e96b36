// Open my chats: the histories, the kit, and what is said when it does not fit.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { HISTORIES, KIT } from "../src/ipc/mockPhone";
import { byId, calls, claimsForEveryLook, problems, useBrowser } from "./page";

const ONE = { histories: HISTORIES.slice(0, 1) };

async function enter(page: Page): Promise<void> {
  await byId(page, "start-open").click();
}

async function chooseFirst(page: Page): Promise<void> {
  await enter(page);
  await byId(page, "history-card").first().click();
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
  claimsForEveryLook("open-kit", open, {}, chooseFirst);
  claimsForEveryLook("open-wrong-kit", open, {}, async (page) => {
    await chooseFirst(page);
    await type(page, "AGE-SECRET-KEY-1OTHER");
    await byId(page, "error-happened").waitFor();
  });
  claimsForEveryLook("open-older", open, { fail: { unlock_history: { code: "keyring_older", detail: "", keyFits: null, retries: null, absence: null } } }, async (page) => {
    await chooseFirst(page);
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
    expect((await calls(page)).map(({ name }) => name)).toContain("lock");
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
