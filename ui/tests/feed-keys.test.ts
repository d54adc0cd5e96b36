// The keyboard among the messages of a chat: from one to the next, into one of them, and out of the messages.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { byId, type OpenWindow, problems, useBrowser } from "./page";

/** A made-up chat of 100,000 messages, and a group that holds every kind once. */
const LONG = 2;
const EVERY_KIND = 1;

async function started(open: OpenWindow, chat: number): Promise<Page> {
  const page = await open({ open: true });
  await page.locator(`[data-testid="chat-row"][data-chat="${chat}"]`).click();
  await byId(page, "message").first().waitFor();
  await page.getByRole("feed").focus();
  return page;
}

/** The message that has the keyboard: its place, counted from 1; and whether all of it is in sight. */
const held = (page: Page) =>
  page.evaluate(() => {
    const row = document.activeElement;
    const feed = row?.closest("[role=feed]");
    if (!row || !feed || row.getAttribute("role") !== "article") return { place: 0, whole: false };
    const [box, view] = [row.getBoundingClientRect(), feed.getBoundingClientRect()];
    return { place: Number(row.getAttribute("aria-posinset")), whole: box.top >= view.top - 1 && box.bottom <= view.bottom + 1 };
  });
const focused = (page: Page, name: string) => page.evaluate((attribute) => document.activeElement?.getAttribute(attribute) ?? null, name);

describe("the keyboard among messages", () => {
  const open = useBrowser();

  test("goes from message to message by arrows, past what is in sight, and back", async () => {
    const page = await started(open, EVERY_KIND);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => held(page)).toEqual({ place: 1, whole: true });
    for (let place = 2; place <= 20; place += 1) {
      await page.keyboard.press("ArrowDown");
      await expect.poll(() => held(page)).toEqual({ place, whole: true });
    }
    for (let place = 19; place >= 15; place -= 1) {
      await page.keyboard.press("ArrowUp");
      await expect.poll(() => held(page)).toEqual({ place, whole: true });
    }
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("enters by Tab at a message in sight, stops at what it holds, and leaves behind it", async () => {
    const page = await started(open, LONG);
    await page.keyboard.press("Tab");
    await expect.poll(async () => (await held(page)).whole).toBe(true);
    const { place } = await held(page);
    expect(place).toBeGreaterThan(99_970);
    const stops: (string | null)[] = [];
    for (let step = 0; step < 8 && !stops.includes("date-scrollbar"); step += 1) {
      await page.keyboard.press("Tab");
      stops.push(await focused(page, "data-testid"));
    }
    expect(stops).toContain("message-more");
    expect(stops.at(-1)).toBe("date-scrollbar");
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => focused(page, "role")).toBe("feed");
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => held(page)).toEqual({ place: 100_000, whole: true });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => held(page)).toEqual({ place: 100_000, whole: true });
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => focused(page, "role")).toBe("feed");
    await page.context().close();
  });

  test("opens a message's menu by Enter and by the keys for menus, and goes on from there", async () => {
    const page = await started(open, EVERY_KIND);
    await page.keyboard.press("Home");
    for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await held(page)).place).toBe(4);
    await page.keyboard.press("Enter");
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await held(page)).place).toBe(4);
    await page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await held(page)).place).toBe(5);
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await held(page)).place).toBe(5);
    await page.context().close();
  });

  test("stays with the messages when the one that had it is scrolled away", async () => {
    const page = await started(open, LONG);
    await page.keyboard.press("ArrowUp");
    await expect.poll(async () => (await held(page)).place).toBe(100_000);
    await page.keyboard.press("Home");
    await expect.poll(() => focused(page, "role")).toBe("feed");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => held(page)).toEqual({ place: 1, whole: true });
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });
});
