// The call log: every call with its words and signs, any length, and the way into the chat.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { byId, calls, claimsForEveryLook, type OpenWindow, problems, useBrowser } from "./page";

const FAILED = { code: "io", detail: "mock", keyFits: null, retries: null, absence: null } as const;
const call = (page: Page, place: number) => page.locator(`[data-testid="call"][data-place="${place}"]`);
const asked = async (page: Page) => (await calls(page)).filter(({ name }) => name === "calls").length;

async function toCalls(page: Page): Promise<void> {
  await byId(page, "place-calls").click();
  await page.getByRole("heading", { name: "Calls" }).or(page.locator("h1")).first().waitFor();
}

async function opened(open: OpenWindow, options: Parameters<OpenWindow>[0] = {}): Promise<Page> {
  const page = await open({ open: true, ...options });
  await toCalls(page);
  return page;
}

describe("the call log", () => {
  const open = useBrowser();

  test("says of each call who, when, how it went and how long, and names those who were called, too", async () => {
    const page = await opened(open);
    await call(page, 0).waitFor();
    const said = (await byId(page, "call").allInnerTexts()).join("\n");
    for (const words of ["You called", "Called you", "Video call", "Voice call", "No date"]) expect(said).toContain(words);
    expect(said).toMatch(/\d:\d\d/);
    await expect.poll(() => page.getByText("With", { exact: false }).count()).toBeGreaterThan(0);
    await expect.poll(() => page.getByRole("status").first().innerText()).toContain("3,420");
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("names those who called and how it went in a narrow window, too", async () => {
    const page = await opened(open);
    await page.setViewportSize({ width: 360, height: 640 });
    await call(page, 3).waitFor();
    for (const place of [0, 1, 3, 4]) {
      const cut = await call(page, place).evaluate((one) => [...one.querySelectorAll<HTMLElement>(".name, .what")].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).map(({ textContent }) => textContent));
      expect(cut).toEqual([]);
      const row = await call(page, place).evaluate((one) => one.scrollHeight - one.clientHeight);
      expect(row).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });

  test("draws a screenful and asks for a page at a time, wherever one is", async () => {
    const page = await opened(open);
    await call(page, 0).waitFor();
    expect(await byId(page, "call").count()).toBeLessThan(40);
    expect(await asked(page)).toBe(1);
    await call(page, 0).getByTestId("call-show").focus();
    await page.keyboard.press("End");
    await call(page, 3_419).waitFor();
    expect(await asked(page)).toBeLessThanOrEqual(4);
    await page.keyboard.press("Home");
    await call(page, 0).waitFor();
    await page.context().close();
  });

  test("arrows go from call to call, those without a chat too", async () => {
    const page = await opened(open);
    await call(page, 0).getByTestId("call-show").focus();
    for (let place = 1; place < 12; place += 1) {
      await page.keyboard.press("ArrowDown");
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[data-place]")?.getAttribute("data-place"))).toBe(String(place));
    }
    await page.context().close();
  });

  test("leads to the call in its chat, marked", async () => {
    const page = await opened(open);
    await call(page, 1).getByTestId("call-show").click();
    await byId(page, "jump-highlight").waitFor();
    await page.context().close();
  });

  test("that holds nothing or cannot be read says so", async () => {
    const empty = await opened(open, { places: { calls: 0 } });
    await byId(empty, "calls-none").waitFor();
    await empty.context().close();
    const failing = await opened(open, { fail: { calls: FAILED } });
    await failing.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => asked(failing)).toBe(2);
    await failing.context().close();
  });

  claimsForEveryLook("calls", open, { open: true }, async (page) => {
    await toCalls(page);
    await call(page, 0).waitFor();
  });
  claimsForEveryLook("calls-none", open, { open: true, places: { calls: 0 } }, async (page) => {
    await toCalls(page);
    await byId(page, "calls-none").waitFor();
  });
  claimsForEveryLook("calls-unread", open, { open: true, fail: { calls: FAILED } }, async (page) => {
    await toCalls(page);
    await byId(page, "error-happened").waitFor();
  });
});
