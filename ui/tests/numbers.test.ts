// Numbers to look at: every plot equals its table, adds up, follows the theme, and is drawn and saved under the window's own rules.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { failureOf } from "../src/ipc/errors";
import { byId, claimsForEveryLook, expectAccessible, type OpenWindow, picture, problems, useBrowser } from "./page";

const PLOTS = ["months", "people", "hours", "kinds", "emoji"] as const;
const NOTHING = "4";

async function goToNumbers(page: Page): Promise<void> {
  await byId(page, "place-numbers").click();
  await page.locator("svg.drawing").first().waitFor();
  await expect.poll(() => page.locator("svg.drawing").count()).toBe(PLOTS.length);
}

async function openNumbers(open: OpenWindow): Promise<Page> {
  const page = await open({ open: true });
  await goToNumbers(page);
  return page;
}

/** Without the marks that keep names and figures in their own direction. */
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, "");

/** The rows of a plot's table, as they are read. */
const tableOf = (page: Page, plot: string) =>
  byId(page, `plot-${plot}`)
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? "")));

/** What each part of a drawing says and how large it is. */
const partsOf = (page: Page, plot: string) =>
  byId(page, `plot-${plot}`)
    .locator("svg.drawing [data-part=bar] rect, svg.drawing [data-part=cell] rect")
    .evaluateAll((parts) => parts.map((part) => ({ title: part.querySelector("title")?.textContent ?? "", width: Number(part.getAttribute("width")), height: Number(part.getAttribute("height")) })));

const figure = (text: string) => Number(text.replace(/\D/g, ""));

describe("numbers to look at", () => {
  const open = useBrowser();

  test("every plot holds exactly what its table says", async () => {
    const page = await openNumbers(open);
    const months = await tableOf(page, "months");
    const columns = await partsOf(page, "months");
    expect(columns.length).toBe(2 * months.length);
    const said = columns.map(({ title }) => plain(title));
    for (const [month, mine, theirs] of months) {
      expect(said).toContain(`${month}, You: ${mine}`);
      expect(said).toContain(`${month}, From others: ${theirs}`);
    }
    // as tall as it says
    const tallest = columns.reduce((a, b) => (b.height > a.height ? b : a));
    const each = tallest.height / figure(plain(tallest.title).split(": ")[1] ?? "");
    for (const { title, height } of columns) expect(Math.abs(height - each * figure(plain(title).split(": ")[1] ?? ""))).toBeLessThan(2);

    for (const plot of ["people", "kinds", "emoji"]) {
      const rows = await tableOf(page, plot);
      const bars = await partsOf(page, plot);
      expect(bars.length).toBe(rows.length);
      rows.forEach(([name, count], n) => expect(plain(bars[n]?.title ?? "")).toContain(`${name}: ${count}`));
      const longest = Math.max(...bars.map(({ width }) => width));
      const most = Math.max(...rows.map(([, count]) => figure(count ?? "")));
      rows.forEach(([, count], n) => expect(Math.abs((bars[n]?.width ?? 0) - (longest * figure(count ?? "")) / most)).toBeLessThan(1));
    }

    const hours = await tableOf(page, "hours");
    const squares = (await partsOf(page, "hours")).map(({ title }) => plain(title));
    expect(squares.length).toBe(7 * 24);
    expect(squares).toContain(`Wednesday ${hours[20]?.[0]}: ${hours[20]?.[3]}`);
    await page.context().close();
  });

  test("the totals add up, with what has no date and what is no message named", async () => {
    const page = await openNumbers(open);
    const total = async (id: string) => figure(await byId(page, `total-${id}`).innerText());
    const messages = await total("messages");
    expect((await total("mine")) + (await total("theirs"))).toBe(messages);
    expect((await total("dated")) + (await total("undated"))).toBe(messages);
    expect(await total("notices")).toBe(512);
    const sum = async (plot: string, from: number) => (await tableOf(page, plot)).flatMap((row) => row.slice(from)).reduce((all, text) => all + figure(text), 0);
    expect(await sum("months", 1)).toBe(await total("dated"));
    expect(await sum("hours", 1)).toBe(await total("dated"));
    expect(await sum("people", 1)).toBe(messages);
    expect((await tableOf(page, "kinds")).reduce((all, row) => all + figure(row[1] ?? ""), 0)).toBe(messages);
    expect(await page.getByText("Europe/Berlin").first().innerText()).toContain("Central European Time");
    await page.context().close();
  });

  test("of one chat are those that its head and its days say", async () => {
    const page = await openNumbers(open);
    await byId(page, "chat-picker").selectOption("1");
    await expect.poll(async () => (await tableOf(page, "months")).length).toBeLessThan(3);
    const total = async (id: string) => figure(await byId(page, `total-${id}`).innerText());
    const said = (await total("messages")) + (await total("notices"));
    await byId(page, "numbers-back").click();
    await page.locator('[data-testid="chat-row"][data-chat="1"]').click();
    expect(figure(await page.locator("header p.number").innerText().then((text) => text.split("messages")[0] ?? ""))).toBe(said);
    await page.context().close();
  });

  test("of what was sent are bars in a narrow window, too", async () => {
    const page = await openNumbers(open);
    await page.setViewportSize({ width: 360, height: 640 });
    const longest = async () => Math.max(...(await partsOf(page, "kinds")).map(({ width }) => width));
    await expect.poll(async () => Number(await byId(page, "plot-kinds").locator("svg.drawing").getAttribute("width"))).toBeLessThan(330);
    await expect.poll(longest).toBeGreaterThan(90);
    await page.context().close();
  });

  test("are drawn anew for another theme and another width", async () => {
    const page = await openNumbers(open);
    const bar = byId(page, "plot-people").locator("[data-part=bar] rect").first();
    const ink = () => bar.evaluate((rect) => rect.getAttribute("fill") ?? getComputedStyle(rect).fill);
    const light = await ink();
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(ink).not.toBe(light);
    const dark = await ink();
    await page.evaluate(() => (document.documentElement.dataset["theme"] = "light"));
    await expect.poll(ink).toBe(light);
    expect(dark).not.toBe(light);
    const wide = await byId(page, "plot-months").locator("svg.drawing").getAttribute("width");
    await page.setViewportSize({ width: 360, height: 640 });
    await expect.poll(async () => Number(await byId(page, "plot-months").locator("svg.drawing").getAttribute("width"))).toBeLessThan(Math.min(330, Number(wide)));
    await page.context().close();
  });

  test("keep to the window's rules: its content policy and its frozen prototypes, for the drawings and the picture files", async () => {
    const first = await open({ open: true });
    const browser = first.context().browser();
    await first.context().close();
    if (!browser) throw new Error("no browser");
    const file = fileURLToPath(new URL("../../tauri.conf.json", import.meta.url));
    const conf = JSON.parse(await readFile(file, "utf8")) as { app: { security: { csp: Record<string, string>; freezePrototype: boolean } } };
    const policy = Object.entries(conf.app.security.csp)
      .map(([name, value]) => `${name} ${value}`)
      .join("; ");
    expect(conf.app.security.csp["style-src"]).toBe("'self'");
    expect(conf.app.security.freezePrototype).toBe(true);

    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB", timezoneId: "Europe/Berlin" });
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && problems(page).push(message.text()));
    page.on("pageerror", (error) => problems(page).push(error.message));
    await page.route(inject("address"), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
    });
    await page.addInitScript(() => (window.latchkeyMock = { open: true }));
    await page.addInitScript({ content: inject("mock") });
    await page.addInitScript(() => {
      Object.freeze(Object.prototype);
      const shell = (window as unknown as { __TAURI_INTERNALS__: { invoke: (name: string, args: unknown, sent: unknown) => unknown } }).__TAURI_INTERNALS__;
      const invoke = shell.invoke;
      shell.invoke = (name, args, sent) => {
        if (name === "save_plot") (window as unknown as { saved: number[] }).saved = [...(args as Uint8Array)];
        return invoke(name, args, sent);
      };
    });
    await page.goto(inject("address"));
    await goToNumbers(page);
    expect(await page.locator("style").count()).toBe(0);
    for (const plot of PLOTS) {
      await byId(page, `plot-${plot}`).getByTestId("plot-save").click();
      await expect.poll(() => byId(page, `plot-${plot}`).innerText()).toContain("Saved");
      const png = Buffer.from(await page.evaluate(() => (window as unknown as { saved: number[] }).saved));
      expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect(png.length).toBeGreaterThan(8_000);
      await writeFile(fileURLToPath(new URL(`../../artefacts/ui/numbers-saved-${plot}.png`, import.meta.url)), png);
    }
    expect(problems(page)).toEqual([]);
    await context.close();
  });

  test("are readable in forced colours and at 200 % zoom, and their tables by keyboard", async () => {
    const page = await openNumbers(open);
    await page.emulateMedia({ forcedColors: "active" });
    await expect.poll(() => byId(page, "plot-people").locator("[data-part=bar] rect").first().getAttribute("fill")).toBeTruthy();
    await picture(page, "numbers-forced-colours-1280");
    await expectAccessible(page);
    await page.emulateMedia({ forcedColors: "none" });
    await page.setViewportSize({ width: 640, height: 400 });
    await byId(page, "plot-months").locator("summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("group");
    await picture(page, "numbers-zoomed-640");
    await expectAccessible(page);
    await page.context().close();
  });

  claimsForEveryLook("numbers", open, { open: true }, goToNumbers);

  claimsForEveryLook("numbers-below", open, { open: true }, async (page) => {
    await goToNumbers(page);
    await byId(page, "plot-people").locator("summary").click();
    await byId(page, "plot-hours").evaluate((card) => card.scrollIntoView());
  });

  claimsForEveryLook("numbers-short", open, { open: true }, async (page) => {
    await goToNumbers(page);
    await byId(page, "chat-picker").selectOption("1");
    await expect.poll(async () => (await tableOf(page, "months")).length).toBeLessThan(3);
    await page.locator("svg.drawing").last().waitFor();
  });

  claimsForEveryLook("numbers-none", open, { open: true }, async (page) => {
    await goToNumbers(page);
    await byId(page, "chat-picker").selectOption(NOTHING);
    await byId(page, "numbers-none").waitFor();
  });

  claimsForEveryLook("numbers-failed", open, { open: true, fail: { statistics: failureOf("index_damaged", "mock") } }, async (page) => {
    await byId(page, "place-numbers").click();
    await byId(page, "error-happened").waitFor();
  });
});
