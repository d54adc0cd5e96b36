// Going to a date: the calendar of a chat by mouse and by keyboard, and the date bar's years.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { byId, calls, claimsForEveryLook, type OpenWindow, problems, useBrowser } from "./page";

/** A made-up chat of 200,000 messages over ten years. */
const HUGE = 41;
/** A person with whom there was talk on some days only. */
const SPARSE = 5;
const LAST = 199_999;
const FAILED = { code: "io", detail: "mock", keyFits: null, retries: null, absence: null } as const;

const message = (page: Page, position: number) => page.locator(`[data-testid="message"][data-position="${position}"]`);
const day = (page: Page) => page.evaluate(() => Number(document.activeElement?.getAttribute("data-day")));
const date = (number: number) => new Date(number * 86_400_000);

/** The day, in the window's time zone, of the first message in sight that says its time. */
const firstDayInSight = (page: Page) =>
  page.getByRole("feed").evaluate((feed) => {
    const top = feed.getBoundingClientRect().top;
    const time = [...feed.querySelectorAll('[data-testid="message"] time')].find((one) => one.getBoundingClientRect().top >= top);
    const at = new Date(time?.getAttribute("datetime") ?? "");
    return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000;
  });

async function openChat(page: Page, chat: number): Promise<void> {
  const row = page.locator(`[data-testid="chat-row"][data-chat="${chat}"]`);
  await row.waitFor();
  await row.click();
  await byId(page, "message").first().waitFor();
}

async function openCalendar(page: Page, chat = HUGE): Promise<void> {
  await openChat(page, chat);
  await byId(page, "calendar-open").click();
  await byId(page, "calendar-grid").waitFor();
  await expect.poll(() => day(page)).toBeGreaterThan(0);
}

async function started(open: OpenWindow, options: Parameters<OpenWindow>[0] = {}): Promise<Page> {
  return open({ open: true, ...options });
}

describe("the calendar of a chat", () => {
  const open = useBrowser();

  test("shows the month that is read, asks for the days once, and goes to the first message of a day", async () => {
    const page = await started(open);
    await openCalendar(page);
    const busy = page.locator('[data-testid="calendar-day"]:not([data-busy="0"])');
    await byId(page, "calendar-year").selectOption({ index: 4 });
    await busy.first().waitFor();
    const wanted = Number(await busy.first().getAttribute("data-day"));
    await busy.first().click();
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await expect.poll(() => firstDayInSight(page)).toBe(wanted);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("feed");
    await byId(page, "calendar-open").click();
    await expect.poll(() => page.locator(".shown[data-day]").getAttribute("data-day")).toBe(String(wanted));
    expect((await calls(page)).filter(({ name }) => name === "chat_days").length).toBe(1);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("goes by days, weeks, months and years with the keys of a date grid, and Enter chooses", async () => {
    const page = await started(open);
    await openCalendar(page);
    const from = await day(page);
    await page.keyboard.press("PageUp");
    await expect.poll(async () => date(await day(page)).getUTCMonth()).toBe((date(from).getUTCMonth() + 11) % 12);
    const month = await day(page);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => day(page)).toBe(month - 1);
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => day(page)).toBe(month - 8);
    await page.keyboard.press("Home");
    await expect.poll(async () => date(await day(page)).getUTCDay()).toBe(1);
    await page.keyboard.press("End");
    await expect.poll(async () => date(await day(page)).getUTCDay()).toBe(0);
    const sunday = await day(page);
    await page.keyboard.press("Shift+PageUp");
    await expect.poll(async () => date(await day(page)).getUTCFullYear()).toBe(date(sunday).getUTCFullYear() - 1);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await byId(page, "message").first().waitFor();
    await expect.poll(() => message(page, LAST).count()).toBe(0);
    await page.context().close();
  });

  test("says the month it shows when one is chosen that the chat does not have", async () => {
    const page = await started(open);
    await openCalendar(page);
    const shown = async () => date(Number(await byId(page, "calendar-day").first().getAttribute("data-day"))).getUTCMonth();
    const years = await byId(page, "calendar-year").locator("option").count();
    for (const [year, month] of [[0, 0], [years - 1, 11]] as const) {
      await byId(page, "calendar-year").selectOption({ index: year });
      // the second time nothing changes in the grid
      for (let time = 0; time < 2; time += 1) {
        await byId(page, "calendar-month").selectOption({ index: month });
        expect(Number(await byId(page, "calendar-month").inputValue())).toBe(await shown());
      }
    }
    await page.context().close();
  });

  test("says of each day how much was said, and a day without messages leads nowhere", async () => {
    const page = await started(open);
    await openCalendar(page, SPARSE);
    await byId(page, "calendar-year").selectOption({ index: 1 });
    const quiet = page.locator('[data-testid="calendar-day"][data-busy="0"]').first();
    for (let turn = 0; turn < 12 && (await quiet.count()) === 0; turn += 1) await page.getByTitle("Next month").click();
    expect(await quiet.getAttribute("aria-label")).toContain("no messages");
    await quiet.click({ force: true });
    expect(await page.getByRole("dialog").count()).toBe(1);
    expect(await quiet.getAttribute("aria-disabled")).toBe("true");
    await page.context().close();
  });

  test("leads to the first and the last message, and Escape leaves the chat open", async () => {
    const page = await started(open);
    await openCalendar(page);
    await byId(page, "calendar-first").click();
    await message(page, 0).waitFor();
    await byId(page, "calendar-open").click();
    await byId(page, "calendar-last").click();
    await message(page, LAST).waitFor();
    await byId(page, "calendar-open").click();
    await byId(page, "calendar-grid").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    expect(await byId(page, "message").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test("that cannot be read says so and can be asked for again", async () => {
    const page = await started(open, { fail: { chat_days: FAILED } });
    await openChat(page, HUGE);
    await byId(page, "calendar-open").click();
    await page.getByText("The days of this chat could not be read").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Try again" }).click();
    await expect.poll(async () => (await calls(page)).filter(({ name }) => name === "chat_days").length).toBe(2);
    await page.context().close();
  });

  test("lets the date bar say the day of a place whose messages are not here yet, and where years begin", async () => {
    const page = await started(open);
    await openChat(page, HUGE);
    const bar = byId(page, "date-scrollbar");
    await bar.hover();
    await expect.poll(() => byId(page, "date-year").count()).toBeGreaterThan(8);
    const box = await bar.boundingBox();
    if (!box) throw new Error("no date bar");
    await page.mouse.move(box.x + 12, box.y + box.height - 6);
    await page.mouse.down();
    const said: string[] = [];
    for (let step = 9; step >= 1; step -= 1) {
      await page.mouse.move(box.x + 12, box.y + (box.height * step) / 10);
      said.push(await byId(page, "date-label").innerText());
    }
    await page.mouse.up();
    expect(said.filter((words) => !/\d{4}/.test(words))).toEqual([]);
    const years = said.map((words) => Number(/\d{4}/.exec(words)?.[0]));
    expect(years).toEqual([...years].sort((a, b) => b - a));
    await page.context().close();
  });

  claimsForEveryLook("calendar", open, { open: true }, (page) => openCalendar(page));
  claimsForEveryLook("calendar-sparse", open, { open: true }, (page) => openCalendar(page, SPARSE));
  claimsForEveryLook("calendar-unread", open, { open: true, fail: { chat_days: FAILED } }, async (page) => {
    await openChat(page, HUGE);
    await byId(page, "calendar-open").click();
    await byId(page, "error-happened").waitFor();
  });
  claimsForEveryLook("calendar-bar", open, { open: true }, async (page) => {
    await openChat(page, HUGE);
    await byId(page, "date-scrollbar").focus();
    await byId(page, "date-year").first().waitFor();
  });
});
