// From place to place: back and forward, deep links, and the walk through the hits of a search.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { failureOf } from "../src/ipc/errors";
import { byId, calls, claimsForEveryLook, failOnce, holdAnswers, openSecondHistory, type OpenWindow, problems, SIZES, useBrowser } from "./page";

const HUGE = 41;
const EVERY_KIND = 1;
/** A chat whose message 2,313 answers message 12,000 of a group. */
const REPLIES = 5;
const GROUP = 3;
const row = (page: Page, chat: number) => page.locator(`[data-testid="chat-row"][data-chat="${chat}"]`);
const message = (page: Page, position: number) => page.locator(`[data-testid="message"][data-position="${position}"]`);
const openChatId = (page: Page) => page.locator('[data-testid="chat-row"][aria-current="true"]').getAttribute("data-chat");
const MARKED = { bookmark: true, tags: ["garden"], note: "ask about the lantern", changedAt: 1 };

async function openChat(page: Page, chat: number): Promise<void> {
  await row(page, chat).click();
  await byId(page, "message").first().waitFor();
}

async function started(open: OpenWindow, options: Parameters<OpenWindow>[0] = {}, size = 0): Promise<Page> {
  const page = await open({ open: true, ...options });
  await page.setViewportSize(SIZES[size] ?? SIZES[0]);
  await byId(page, "chat-row").first().waitFor();
  return page;
}

async function found(page: Page, text: string): Promise<void> {
  await byId(page, "search-input").fill(text);
  await byId(page, "search-hit").first().waitFor();
}

/** Where the hits stand, in their order. */
const hits = (page: Page) => byId(page, "search-hit").evaluateAll((all) => all.map((one) => [Number(one.getAttribute("data-chat")), Number(one.getAttribute("data-position"))] as const));

async function expectMarked(page: Page, position: number): Promise<void> {
  await expect.poll(() => message(page, position).locator('[data-testid="jump-highlight"]').count()).toBe(1);
}

/** The message in the middle of the window. */
const middle = (page: Page) =>
  page.getByRole("feed").evaluate((feed) => {
    const box = feed.getBoundingClientRect();
    const rows = [...feed.querySelectorAll("[data-position]")];
    return Number(rows.find((one) => one.getBoundingClientRect().bottom > box.top + box.height / 2)?.getAttribute("data-position"));
  });

describe("back and forward", () => {
  const open = useBrowser();

  test("go through chats, quotes and dates, to where one had scrolled", async () => {
    const page = await started(open);
    await openChat(page, HUGE);
    await byId(page, "chat-more").click();
    await page.getByRole("menuitem", { name: "To the first message" }).click();
    await message(page, 0).waitFor();
    await page.getByRole("feed").focus();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press("PageDown");
    await expect.poll(() => middle(page)).toBeGreaterThan(20);
    const left = await middle(page);
    await openChat(page, EVERY_KIND);
    await page.getByRole("feed").press("Home");
    await message(page, 9).locator('[data-testid="quote"]').click();
    await expectMarked(page, 7);
    await page.keyboard.press("Alt+ArrowLeft");
    await page.keyboard.press("Alt+ArrowLeft");
    await expect.poll(() => openChatId(page)).toBe(String(HUGE));
    await expect.poll(async () => Math.abs((await middle(page)) - left)).toBeLessThanOrEqual(2);
    await byId(page, "trail-back").click();
    await message(page, 199_999).waitFor();
    await expect.poll(() => byId(page, "trail-back").isDisabled()).toBe(true);
    await page.keyboard.press("Alt+ArrowRight");
    await expect.poll(async () => Math.abs((await middle(page)) - left)).toBeLessThanOrEqual(2);
    await byId(page, "trail-forward").click();
    await expect.poll(() => openChatId(page)).toBe(String(EVERY_KIND));
    await byId(page, "trail-forward").click();
    await expectMarked(page, 7);
    await expect.poll(() => byId(page, "trail-forward").isDisabled()).toBe(true);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("go by a reply in private to the chat that it answers, from its menu too", async () => {
    const page = await started(open);
    await openChat(page, REPLIES);
    await message(page, 2_313).locator('[data-testid="quote"]').click();
    await expect.poll(() => openChatId(page)).toBe(String(GROUP));
    await expectMarked(page, 12_000);
    await byId(page, "trail-back").click();
    await expect.poll(() => openChatId(page)).toBe(String(REPLIES));
    await message(page, 2_313).getByTestId("message-more").click();
    await byId(page, "menu-quoted").click();
    await expect.poll(() => openChatId(page)).toBe(String(GROUP));
    await expectMarked(page, 12_000);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("are forgotten by the lock and kept behind another screen", async () => {
    const page = await started(open);
    await openChat(page, HUGE);
    await openChat(page, 3);
    await byId(page, "more").click();
    await byId(page, "menu-settings").click();
    await byId(page, "back").click();
    await byId(page, "message").first().waitFor();
    await page.keyboard.press("Alt+ArrowLeft");
    await expect.poll(() => openChatId(page)).toBe(String(HUGE));
    await expect.poll(() => byId(page, "trail-forward").isEnabled()).toBe(true);
    await byId(page, "lock").click();
    await byId(page, "start-open").click();
    await openSecondHistory(page);
    await page.keyboard.press("Alt+ArrowLeft");
    expect(await byId(page, "message").count()).toBe(0);
    await openChat(page, EVERY_KIND);
    expect(await byId(page, "trail-back").isDisabled()).toBe(true);
    expect(await byId(page, "trail-forward").isDisabled()).toBe(true);
    await page.context().close();
  });

  test("stand in the menu of a narrow window, and the list leads back to the chat that was closed", async () => {
    const page = await started(open, {}, 2);
    await openChat(page, 3);
    await page.getByTitle("Back to the chats").click();
    await openChat(page, EVERY_KIND);
    await byId(page, "chat-more").click();
    await page.getByRole("menuitem", { name: "Back to the place before" }).click();
    await page.getByRole("heading", { name: "Sierra walks" }).waitFor();
    await page.getByTitle("Back to the chats").click();
    await page.keyboard.press("Alt+ArrowLeft");
    await page.getByRole("heading", { name: "Sierra walks" }).waitFor();
    await page.context().close();
  });
});

describe("where one wants to be", () => {
  const open = useBrowser();
  const bar = (page: Page) => byId(page, "date-scrollbar");
  const at = async (page: Page) => Number(await bar(page).getAttribute("aria-valuenow"));

  test("is the last place that was asked for, however late the answer of one before it comes", async () => {
    const page = await started(open);
    await openChat(page, HUGE);
    await bar(page).focus();
    const answer = await holdAnswers(page, "position_at");
    await page.keyboard.press("PageUp");
    await page.keyboard.press("Home");
    await message(page, 0).waitFor();
    await answer();
    await page.waitForTimeout(300);
    expect(await at(page)).toBe(1);
    await page.context().close();
  });

  test("is where the date bar was drawn to while a place was still being read", async () => {
    const page = await started(open);
    await openChat(page, HUGE);
    const answer = await holdAnswers(page, "messages");
    await byId(page, "chat-more").click();
    await page.getByRole("menuitem", { name: "To the first message" }).click();
    const box = await bar(page).boundingBox();
    if (!box) throw new Error("no date bar");
    await page.mouse.move(box.x + 12, box.y + box.height - 4);
    await page.mouse.down();
    await page.mouse.move(box.x + 12, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await answer();
    await message(page, 100_000).waitFor();
    await page.waitForTimeout(300);
    expect(Math.abs((await at(page)) - 100_000)).toBeLessThan(1_000);
    await page.context().close();
  });

  test("stays as it was when a month cannot be found, which is said", async () => {
    const page = await started(open);
    await openChat(page, HUGE);
    await bar(page).focus();
    const before = await at(page);
    await failOnce(page, "position_at", failureOf("io"));
    await page.keyboard.press("PageUp");
    await expect.poll(() => byId(page, "done").innerText()).not.toBe("");
    expect(await at(page)).toBe(before);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });
});

describe("the walk through the hits", () => {
  const open = useBrowser();

  test("goes with F3 from hit to hit in place, across chats, and back with Shift", async () => {
    const page = await started(open);
    // a word of the first chat that has only a few hits there
    await found(page, "lantern");
    const all = await hits(page);
    const other = all.findIndex(([chat]) => chat !== all[0]?.[0]);
    expect(other).toBeGreaterThan(1);
    expect(other).toBeLessThan(60);
    await page.keyboard.press("F3");
    await expectMarked(page, all[0]?.[1] ?? -1);
    await page.keyboard.press("F3");
    await expectMarked(page, all[1]?.[1] ?? -1);
    await expect.poll(() => byId(page, "hit-bar").innerText()).toMatch(/Hit \u2068?2/);
    await page.keyboard.press("Shift+F3");
    await expectMarked(page, all[0]?.[1] ?? -1);
    for (let step = 0; step < other; step += 1) await byId(page, "hit-next").click();
    const its = await byId(page, "search-hit").nth(other).evaluate((hit) => hit.closest("[role=group]")?.getAttribute("aria-label"));
    await page.getByRole("region", { name: its ?? "", exact: true }).waitFor();
    await expectMarked(page, all[other]?.[1] ?? -1);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("asks for more hits when it comes to the last one that is here", async () => {
    const page = await started(open);
    await found(page, "lighthouse");
    const count = await byId(page, "search-hit").count();
    await byId(page, "search-input").focus();
    for (let step = 0; step < count; step += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await byId(page, "hit-bar").waitFor();
    await byId(page, "hit-next").click();
    await expect.poll(() => byId(page, "search-hit").count()).toBeGreaterThan(count);
    await page.context().close();
  });

  test("keeps the hits that are here when further ones cannot be read, and asks again", async () => {
    const page = await started(open);
    await found(page, "lighthouse");
    const count = await byId(page, "search-hit").count();
    await failOnce(page, "search", failureOf("io"));
    await page.locator(".results").getByRole("button", { name: "Show more" }).click();
    await page.locator(".results").getByTestId("error-happened").waitFor();
    expect(await byId(page, "search-hit").count()).toBe(count);
    await page.keyboard.press("F3");
    await expectMarked(page, (await hits(page))[0]?.[1] ?? -1);
    await page.locator(".results").getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => byId(page, "search-hit").count()).toBeGreaterThan(count);
    expect(await byId(page, "error-happened").count()).toBe(0);
    await page.context().close();
  });

  test("has its buttons in a narrow window too, and ends the search when it is closed", async () => {
    const page = await started(open, {}, 2);
    await found(page, "lighthouse");
    const all = await hits(page);
    await byId(page, "search-hit").first().click();
    await byId(page, "hit-next").click();
    await expectMarked(page, all[1]?.[1] ?? -1);
    await byId(page, "hits-close").click();
    await expect.poll(() => byId(page, "hit-bar").count()).toBe(0);
    await page.getByTitle("Back to the chats").click();
    await byId(page, "chat-row").first().waitFor();
    await page.context().close();
  });

  test("groups hits by chat and says how many there are in each, also of those that are not here", async () => {
    const page = await started(open);
    await found(page, "marmalade");
    const heads = await page.locator("#search-hits [role=group]").evaluateAll((groups) => groups.map((one) => ({ chat: Number(one.querySelector("[role=option]")?.getAttribute("data-chat")), words: one.querySelector(".count")?.textContent ?? "" })));
    expect(heads.length).toBeGreaterThan(0);
    const everyChat = await page.evaluate(async () => {
      const shell = (window as unknown as { __TAURI_INTERNALS__: { invoke: (...all: unknown[]) => Promise<{ hits: { chat: number }[] }> } }).__TAURI_INTERNALS__;
      return (await shell.invoke("search", { text: "marmalade", chat: null, offset: 0, limit: 100_000 })).hits.map(({ chat }) => chat);
    });
    expect(everyChat.length).toBeGreaterThan(await byId(page, "search-hit").count());
    for (const { chat, words } of heads) {
      const count = everyChat.filter((one) => one === chat).length;
      expect(words.replace(/\P{Nd}/gu, "")).toBe(String(count));
    }
    await page.context().close();
  });

  test("shows what a hit is where it is not text, with its small picture", async () => {
    const page = await started(open);
    await byId(page, "narrow").click();
    await page.locator('[data-word="has:photo"]').click();
    await byId(page, "search-hit").first().waitFor();
    await expect.poll(() => byId(page, "search-hit").first().locator("img").count()).toBe(1);
    await expect.poll(() => byId(page, "hit-kind").first().innerText()).toContain("Photo");
    await page.locator('[data-word="has:photo"]').click();
    await page.locator('[data-word="has:voice"]').click();
    await expect.poll(() => byId(page, "hit-kind").first().innerText()).toContain("Voice message");
    expect(await byId(page, "search-hit").first().locator("img").count()).toBe(0);
    await page.context().close();
  });
});

describe("the person's own notes", () => {
  const open = useBrowser();

  /** A window whose marks hold one note; the screen of marks has its own tests. */
  async function withNote(options: Parameters<OpenWindow>[0], look?: Parameters<OpenWindow>[1]): Promise<Page> {
    const page = await open({ open: true, ...options }, look);
    await page.evaluate((marks) => {
      const internals = (window as unknown as { __TAURI_INTERNALS__: { invoke: (...all: unknown[]) => Promise<unknown> } }).__TAURI_INTERNALS__;
      const before = internals.invoke;
      const marked = { chat: 3, chatName: null, message: 3_000_040, position: 40, sentAt: 1, fromMe: false, senderName: null, kind: "text", text: "…", marks };
      internals.invoke = async (name, ...rest) => {
        const reply = await before(name, ...rest);
        return name === "marks" ? { total: 5, marked: [marked, { ...marked, message: null, position: null, marks: { ...marks, note: null } }], tags: [] } : reply;
      };
    }, MARKED);
    await byId(page, "chat-row").first().waitFor();
    return page;
  }

  test("stand above the hits, lead to their message, and to all marks", async () => {
    const page = await withNote({});
    await found(page, "lantern");
    await byId(page, "in-notes").waitFor();
    expect((await calls(page)).filter(({ name }) => name === "marks").map(({ args }) => args)).toMatchObject([{ text: "lantern", tag: null }]);
    await byId(page, "note-hit").first().click();
    await expectMarked(page, 40);
    await page.getByText("in your marks").click();
    await expect.poll(() => byId(page, "search-input").count()).toBe(0);
    await page.context().close();
  });

  test("that cannot be looked through do not stop the search", async () => {
    const page = await started(open, { fail: { marks: { code: "io", detail: "mock", keyFits: null, retries: null, absence: null } } });
    await found(page, "lantern");
    expect(await byId(page, "in-notes").count()).toBe(0);
    expect(await byId(page, "search-hit").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  claimsForEveryLook("search-notes", (options, look) => withNote(options ?? {}, look), {}, async (page) => {
    await found(page, "lantern");
    await byId(page, "in-notes").waitFor();
  });
  claimsForEveryLook("search-walk", open, { open: true }, async (page) => {
    await found(page, "lantern");
    await page.keyboard.press("F3");
    await byId(page, "hit-bar").waitFor();
    await page.locator(".narrow").click();
    await page.locator("summary").first().click();
  });
  claimsForEveryLook("chats-more", open, { open: true }, async (page) => {
    await openChat(page, HUGE);
    await byId(page, "chat-more").click();
    await page.getByRole("menu").waitFor();
  });
});
