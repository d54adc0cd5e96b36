// Open my chats: the histories, the kit, and what is said when it does not fit.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { HistoryView } from "../src/bindings/HistoryView";
import { failureOf } from "../src/ipc/errors";
import { RESTING } from "../src/ipc/mockHistories";
import { DAY, HISTORIES, KIT } from "../src/ipc/mockPhone";
import { NO_AUTHENTICATORS, PIN } from "../src/ipc/mockCeremony";
import { KEY_SLOT, KIT_SLOT, PHONE_SLOT, TPM_SLOT, WORDS, WORDS_SLOT } from "../src/ipc/mockKeys";
import { byId, calls, claimsForEveryLook, openSecondHistory, problems, useBrowser } from "./page";

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

/** As the shell tells of an index that it brings up. */
async function tellOfBringingUp(page: Page, progress: { done: number; total: number } | null): Promise<void> {
  await page.evaluate((told) => window.latchkeyMock?.emit?.("history-brought-up", told), progress);
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
  claimsForEveryLook("open-bringing-up", open, {}, async (page) => {
    await chooseSecond(page);
    await tellOfBringingUp(page, { done: 48_000_000, total: 128_000_000 });
    await byId(page, "bringing-up").waitFor();
  });
  claimsForEveryLook("open-older", open, { fail: { unlock_history: { code: "keyring_older", detail: "", keyFits: null, retries: null, absence: null } } }, async (page) => {
    await chooseSecond(page);
    await type(page, KIT.groups.join(" "));
    await byId(page, "older-accept").waitFor();
  });
});

/** The menu of the history `n`, and what is chosen in it. */
async function choose(page: Page, n: number, item: string): Promise<void> {
  await byId(page, "history-menu").nth(n).click();
  await byId(page, `menu-${item}`).click();
}

const bare = (text: string | null) => (text ?? "").replace(/[\u2068\u2069]/g, "");
const sent = async (page: Page, command: string) => (await calls(page)).filter(({ name }) => name === command).map(({ args }) => args);
const names = async (page: Page) => bare((await byId(page, "history-card").allInnerTexts()).join("\n"));

/** One that was moved to another disk, with a long name in another script, and one that nobody named. */
const MOVED = HISTORIES.slice(0, 1).map((history): HistoryView => ({ ...history, name: "ذكريات العائلة، الهاتف القديم والهاتف الجديد معا", elsewhere: "/media/ana/Stick with a very long name, blue/Latchkey/histories/a1" }));
const MANY = [...MOVED, ...HISTORIES];

describe("my chats in every look", () => {
  const open = useBrowser();

  test("what can be done with deleted chats stands below them, on every card alike", async () => {
    const page = await open({ resting: RESTING });
    await enter(page);
    await byId(page, "resting").first().waitFor();
    const below = await byId(page, "resting").evaluateAll((cards) => cards.map((card) => (card.querySelector(".actions")?.getBoundingClientRect().top ?? 0) >= (card.querySelector(".words")?.getBoundingClientRect().bottom ?? Infinity)));
    expect(below.length).toBeGreaterThan(1);
    expect(below).not.toContain(false);
    await page.context().close();
  });
  claimsForEveryLook("open-menu", open, { resting: RESTING, histories: MANY.map((history, n) => ({ ...history, id: `${history.id}${n}` })) }, async (page) => {
    await enter(page);
    await byId(page, "history-menu").first().click();
    await byId(page, "menu-delete").waitFor();
  });
  claimsForEveryLook("open-resting", open, { resting: RESTING, histories: [] }, async (page) => {
    await enter(page);
    await byId(page, "resting").first().waitFor();
  });
  claimsForEveryLook("open-rename", open, {}, async (page) => {
    await enter(page);
    await choose(page, 0, "rename");
    await byId(page, "rename-input").waitFor();
  });
  claimsForEveryLook("open-copying", open, { pace: 0 }, async (page) => {
    await enter(page);
    await choose(page, 0, "copy");
    await byId(page, "copy-progress").waitFor();
  });
  claimsForEveryLook("open-copied", open, { pace: 5 }, async (page) => {
    await enter(page);
    await choose(page, 0, "copy");
    await byId(page, "copy-done").waitFor();
  });
  claimsForEveryLook("open-deleted", open, {}, async (page) => {
    await enter(page);
    await choose(page, 0, "delete");
    await byId(page, "undo-bar").waitFor();
    await byId(page, "resting").waitFor();
  });
  claimsForEveryLook("open-end", open, { resting: RESTING }, async (page) => {
    await enter(page);
    await byId(page, "delete-now").first().click();
    await byId(page, "end-confirm").waitFor();
  });
});

describe("my chats", () => {
  const open = useBrowser();

  test("say their name, whose they are, from when to when, how large, and when they were last opened", async () => {
    const page = await open();
    await enter(page);
    await expect.poll(() => names(page)).toMatch(/Ana’s phone[^]*Number ending in 47[^]*20\d\d[^]*1\.5 GB[^]*2 days ago/);
    expect(await names(page)).toMatch(/number ending in 09[^]*218 MB[^]*Not opened yet/);
    await page.context().close();
  });

  test("are renamed in place; Escape leaves the name, and an empty one takes it away", async () => {
    const page = await open();
    await enter(page);
    await choose(page, 0, "rename");
    await byId(page, "rename-input").fill("Something else");
    await page.keyboard.press("Escape");
    await expect.poll(() => names(page)).toContain("Ana’s phone");
    const focused = () => page.evaluate(() => [document.activeElement?.getAttribute("data-testid"), document.activeElement?.getAttribute("data-history")]);
    await expect.poll(focused).toEqual(["history-menu", "a1"]);
    await choose(page, 0, "rename");
    await byId(page, "rename-leave").click();
    await expect.poll(focused).toEqual(["history-menu", "a1"]);
    await choose(page, 0, "rename");
    await byId(page, "rename-input").fill("  Ten years  ");
    await page.keyboard.press("Enter");
    await expect.poll(() => names(page)).toContain("Ten years");
    await expect.poll(focused).toEqual(["history-menu", "a1"]);
    await choose(page, 0, "rename");
    await byId(page, "rename-input").fill("");
    await byId(page, "rename-save").click();
    await expect.poll(() => names(page)).not.toContain("Ten years");
    expect(await sent(page, "rename_history")).toEqual([{ history: "a1", name: "Ten years" }, { history: "a1", name: "" }]);
    await page.context().close();
  });

  test("are copied, and the end says what was verified", async () => {
    const page = await open({ pace: 5 });
    await enter(page);
    await choose(page, 0, "copy");
    await byId(page, "copy-done").waitFor();
    expect(bare(await page.getByRole("dialog").innerText())).toMatch(/All 1\.5 GB of it was read back and compared[^]*keyring[^]*same keys/);
    await byId(page, "copy-close").click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.context().close();
  });

  test("are moved, and stand where they are now", async () => {
    const page = await open({ pace: 5 });
    await enter(page);
    await choose(page, 1, "move");
    await byId(page, "copy-done").waitFor();
    await byId(page, "copy-close").click();
    await expect.poll(() => names(page)).toContain("/media/ana/Stick/Latchkey");
    await page.context().close();
  });

  test("a copy that is stopped has stopped, and says that nothing is left of it", async () => {
    const page = await open({ pace: 0 });
    await enter(page);
    await choose(page, 0, "copy");
    await byId(page, "copy-progress").waitFor();
    await page.keyboard.press("Escape");
    await byId(page, "copy-stopped").waitFor();
    expect(await sent(page, "cancel_copying")).toHaveLength(1);
    await byId(page, "copy-close").click();
    await page.context().close();
  });

  test("a dismissed dialog changes nothing and says nothing", async () => {
    const page = await open({ dismissing: true });
    await enter(page);
    await choose(page, 0, "copy");
    await byId(page, "restore-copy").click();
    await expect.poll(() => sent(page, "restore_copy")).toHaveLength(1);
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.context().close();
  });

  test("come back from a copy, and from a folder that is none with kind words", async () => {
    const page = await open({ pace: 5 });
    await enter(page);
    await byId(page, "restore-copy").click();
    await byId(page, "copy-done").waitFor();
    await byId(page, "copy-close").click();
    await expect.poll(() => names(page)).toContain("Grandma’s old phone");
    await page.context().close();
    const other = await open({ histories: [], fail: { restore_copy: failureOf("not_a_history") } });
    await enter(other);
    await byId(other, "restore-copy").click();
    await other.getByText("There is no copy of chats in this folder").waitFor();
    await other.context().close();
  });

  test("are deleted without a question, and undo brings them back", async () => {
    const page = await open();
    await enter(page);
    await choose(page, 0, "delete");
    await byId(page, "undo-bar").waitFor();
    await expect.poll(() => names(page)).not.toContain("Ana’s phone");
    expect(bare(await byId(page, "resting").innerText())).toContain("30 days left");
    await page.locator("body").press("Control+z");
    await expect.poll(() => names(page)).toContain("Ana’s phone");
    expect(await sent(page, "bring_back_history")).toEqual([{ history: "a1" }]);
    expect(await byId(page, "resting").count()).toBe(0);
    await page.context().close();
  });

  test("that rest say how long, and can be brought back", async () => {
    const page = await open({ resting: RESTING });
    await enter(page);
    await expect.poll(async () => bare((await byId(page, "resting").allInnerTexts()).join("\n"))).toMatch(/13 days left[^]*One day left/);
    await byId(page, "bring-back").nth(1).click();
    await expect.poll(() => names(page)).toContain("Work phone");
    expect(await byId(page, "resting").count()).toBe(1);
    await page.context().close();
  });

  test("end for good only after the one question: the key first, then the files, what an SSD may keep", async () => {
    const page = await open({ resting: RESTING });
    await enter(page);
    await byId(page, "delete-now").nth(1).click();
    const asked = bare(await page.getByRole("dialog").innerText());
    expect(asked).toMatch(/First the key[^]*Then the files[^]*SSD/);
    expect(asked).not.toContain("never exported");
    await byId(page, "end-leave").click();
    expect(await sent(page, "delete_resting")).toEqual([]);
    await byId(page, "delete-now").nth(1).click();
    await byId(page, "end-confirm").click();
    await expect.poll(() => byId(page, "resting").count()).toBe(1);
    expect(await sent(page, "delete_resting")).toEqual([{ history: "e5" }]);
    await page.context().close();
  });

  test("with marks that were never exported warn, and lead to them", async () => {
    const page = await open({ histories: [], resting: RESTING.map((one) => ({ ...one, restsUntil: Date.now() + 9 * DAY })), keys: { slots: [KIT_SLOT] } });
    await enter(page);
    await byId(page, "delete-now").first().click();
    expect(bare(await page.getByRole("dialog").innerText())).toContain("14 marks of yours were never exported");
    await byId(page, "export-first").click();
    await type(page, KIT.groups.join(" "));
    await page.getByRole("heading", { level: 1, name: "Marks", exact: true }).waitFor();
    expect(await sent(page, "delete_resting")).toEqual([]);
    await byId(page, "back").click();
    await byId(page, "chat-row").first().waitFor();
    await page.context().close();
  });

  test("whose marks were not looked at after all lead to the chats the next time", async () => {
    const page = await open({ open: true, resting: RESTING, keys: { slots: [KIT_SLOT] } });
    await byId(page, "more").click();
    await byId(page, "menu-open").click();
    await byId(page, "delete-now").first().click();
    await byId(page, "export-first").click();
    await byId(page, "kit-input").waitFor();
    await byId(page, "back").click();
    await byId(page, "lock").click();
    await enter(page);
    await openSecondHistory(page);
    expect(await page.getByRole("heading", { level: 1, name: "Marks", exact: true }).count()).toBe(0);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("say what was never exported when they are deleted and while they rest, and lead to it from there", async () => {
    const page = await open({ histories: RESTING.map((one) => ({ ...one, restsUntil: null })), keys: { slots: [KIT_SLOT] } });
    await enter(page);
    await choose(page, 1, "delete");
    await byId(page, "undo-bar").waitFor();
    expect(await byId(page, "undo-bar").innerText()).not.toContain("exported");
    expect(await byId(page, "resting-marks").count()).toBe(0);
    await choose(page, 0, "delete");
    await expect.poll(async () => bare(await byId(page, "undo-bar").innerText())).toContain("14 marks of yours were never exported");
    expect(bare(await byId(page, "resting-marks").innerText())).toBe("14 marks of yours were never exported");
    await byId(page, "resting-export").click();
    await type(page, KIT.groups.join(" "));
    await page.getByRole("heading", { level: 1, name: "Marks", exact: true }).waitFor();
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("that are open now are gone back to with a press, and are neither moved nor deleted meanwhile", async () => {
    const page = await open({ open: true });
    await byId(page, "more").click();
    await byId(page, "menu-open").click();
    await byId(page, "history-menu").first().click();
    expect(await byId(page, "menu-delete").getAttribute("aria-disabled")).toBe("true");
    await byId(page, "menu-delete").click({ force: true });
    expect(await sent(page, "delete_history")).toEqual([]);
    await page.keyboard.press("Escape");
    await byId(page, "history-card").first().click();
    await byId(page, "chat-row").first().waitFor();
    await page.context().close();
  });

  test("whose disk is away say so", async () => {
    const page = await open({ fail: { delete_history: failureOf("not_a_history") } });
    await enter(page);
    await choose(page, 0, "delete");
    await page.getByText("These chats are not there now").waitFor();
    expect(problems(page)).toEqual([]);
    await page.context().close();
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
    await page.getByText("Type this in a terminal, then log out and in again:").waitFor();
    // by itself, in one piece: what is marked by one press is what has to be typed
    await byId(page, "command").first().click({ clickCount: 3 });
    expect(await page.evaluate(() => document.getSelection()?.toString().trim())).toBe("sudo usermod -aG tss $USER");
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

describe("chats of an earlier version", () => {
  const open = useBrowser();

  test("are brought up to date in sight of the person, who can stop it", async () => {
    const page = await open({});
    await chooseSecond(page);
    await tellOfBringingUp(page, { done: 48_000_000, total: 128_000_000 });
    await expect.poll(() => byId(page, "bringing-up").innerText()).toContain("48 MB");
    expect(await page.getByRole("dialog").innerText()).toContain("Your chats are being brought up to date");
    await tellOfBringingUp(page, { done: 128_000_000, total: 128_000_000 });
    await expect.poll(() => byId(page, "bringing-up").innerText()).toContain("being checked");
    await byId(page, "bringing-stop").click();
    await expect.poll(async () => (await calls(page)).filter(({ name }) => name === "cancel_opening").length).toBe(1);
    // a second word changes nothing
    await page.keyboard.press("Escape");
    expect((await calls(page)).filter(({ name }) => name === "cancel_opening")).toHaveLength(1);
    await tellOfBringingUp(page, null);
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });
});
