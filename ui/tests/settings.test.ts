// Settings, about, and the calm screen.
import { describe, expect, test } from "vitest";
import type { InspectedView } from "../src/bindings/InspectedView";
import { byId, calls, claimsForEveryLook, problems, useBrowser } from "./page";

// what no shell would send: makes a screen fail while it is drawn
const BROKEN = { backups: null, skipped: 0 } as unknown as InspectedView;

describe("settings and about in every look", () => {
  const open = useBrowser();
  claimsForEveryLook("settings", open, {}, (page) => byId(page, "settings").click());
  claimsForEveryLook("settings-zone", open, {}, async (page) => {
    await byId(page, "settings").click();
    await byId(page, "settings-zone").click();
    await page.locator("[role=option]").first().waitFor();
  });
  claimsForEveryLook("about", open, {}, async (page) => {
    await byId(page, "about").click();
    await byId(page, "version").waitFor();
    await page.locator("summary").click();
  });
  claimsForEveryLook("crash", open, { startedOn: { backups: [], skipped: 0 } }, async (page) => {
    await byId(page, "drop-zone").waitFor();
    await page.evaluate((found) => window.latchkeyMock?.emit?.("backups-arrived", found), { backups: [null], skipped: 0 });
    await page.locator(".calm").waitFor();
    problems(page).length = 0; // the bug itself
  });
});

describe("settings", () => {
  const open = useBrowser();

  test("take effect at once and are written", async () => {
    const page = await open();
    await byId(page, "settings").click();
    await byId(page, "settings-theme").selectOption("dark");
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(18, 21, 27)");
    await byId(page, "settings-zone").click();
    await byId(page, "settings-zone").fill("tokyo");
    await page.keyboard.press("Enter");
    const written = async () => (await calls(page)).filter(({ name }) => name === "set_settings").at(-1)?.args;
    await expect.poll(written).toMatchObject({ settings: { theme: "dark", timeZone: "Asia/Tokyo", homeCountry: "GB" } });
    await byId(page, "back").click();
    await byId(page, "start-restore").waitFor();
  });

  test("name the time zone, the computer's own first, and find others by a part of them", async () => {
    const page = await open();
    await byId(page, "settings").click();
    const zone = byId(page, "settings-zone");
    expect((await zone.inputValue()).replace(/[\u2068\u2069]/g, "")).toBe("Europe/Berlin (this computer)");
    await zone.click();
    await zone.fill("sao pau");
    await expect.poll(() => page.locator("[role=option]").allInnerTexts()).toEqual([expect.stringContaining("America/Sao Paulo")]);
    await zone.fill("atlantis");
    await page.getByText("No time zone fits").waitFor();
    await page.keyboard.press("Escape");
    expect(await zone.inputValue()).toContain("Europe/Berlin");
    await zone.press("ArrowDown");
    await zone.press("ArrowDown");
    await zone.press("Enter");
    await expect.poll(async () => (await calls(page)).filter(({ name }) => name === "set_settings").length).toBe(1);
    await page.context().close();
  });

  test("for privacy say that they are no encryption, and are written", async () => {
    const page = await open();
    await byId(page, "settings").click();
    await page.getByText("privacy on the screen, not encryption").waitFor();
    await byId(page, "settings-blur").check();
    await byId(page, "settings-clipboard").selectOption("60");
    const written = async () => (await calls(page)).filter(({ name }) => name === "set_settings").at(-1)?.args;
    await expect.poll(written).toMatchObject({ settings: { blur: true, clipboardSeconds: 60 } });
    expect(await byId(page, "settings-clipboard").locator("option").allTextContents()).toHaveLength(4);
    await page.context().close();
  });

  test("that could not be written are named", async () => {
    const page = await open({ fail: { set_settings: { code: "permission", detail: "", keyFits: null, retries: null, absence: null } } });
    await byId(page, "settings").click();
    await byId(page, "settings-theme").selectOption("light");
    await page.getByText("Latchkey may not read or write there").waitFor();
  });

  test("do not offer the pseudo-locale to people", async () => {
    const page = await open();
    await byId(page, "settings").click();
    await expect.poll(() => byId(page, "settings-language").locator("option").allTextContents()).toEqual(["As the system", "English", "Deutsch", "Español", "العربية"]);
  });

  test("midway through a restore bring nobody back to the beginning", async () => {
    const page = await open();
    await byId(page, "start-restore").click();
    await byId(page, "path-input").fill("/home/ana/WhatsApp");
    await byId(page, "path-check").click();
    await byId(page, "next").click();
    await byId(page, "digits-input").waitFor();
    await byId(page, "settings").click();
    await byId(page, "back").click();
    await byId(page, "digits-input").waitFor();
  });
});

describe("a bug of ours", () => {
  const open = useBrowser();

  test("shows a calm screen, writes no content to the log, and starts again", async () => {
    const page = await open({ found: BROKEN });
    await byId(page, "start-restore").click();
    await page.evaluate((found) => window.latchkeyMock?.emit?.("backups-arrived", found), { ...BROKEN, backups: [null] });
    await page.getByText("Something in this window stopped working").waitFor();
    await expect.poll(async () => (await calls(page)).find(({ name }) => name === "report_problem")?.args).toEqual({ kind: "TypeError", where: "restore" });
    await page.getByRole("button", { name: "Start again" }).click();
    await byId(page, "start-restore").waitFor();
  });

  test("anywhere in the window is told to the log by its kind only", async () => {
    const page = await open();
    await byId(page, "start-restore").waitFor();
    await page.evaluate(() => void setTimeout(() => { throw new RangeError("a secret word"); }));
    await page.evaluate(() => void Promise.reject(new SyntaxError("another")));
    await page.waitForFunction(() => (window.latchkeyMock?.calls ?? []).filter(({ name }) => name === "report_problem").length === 2);
    const told = (await calls(page)).filter(({ name }) => name === "report_problem").map(({ args }) => args);
    expect(told).toContainEqual({ kind: "RangeError", where: "start" });
    expect(told).toContainEqual({ kind: "SyntaxError", where: "start" });
  });
});
