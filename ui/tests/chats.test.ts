// The history browser as a whole: reading, jumping, searching, locking, by mouse and by keyboard.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { byId, calls, claimsForEveryLook, type OpenWindow, problems, SIZES, useBrowser } from "./page";

/** A made-up chat of 100,000 messages. */
const LONG = 2;
const LAST = 99_999;
/** A group that holds every kind of message once. */
const EVERY_KIND = 1;

const chatRow = (page: Page, chat: number) => page.locator(`[data-testid="chat-row"][data-chat="${chat}"]`);
const message = (page: Page, position: number) => page.locator(`[data-testid="message"][data-position="${position}"]`);

async function openChat(page: Page, chat: number): Promise<void> {
  await chatRow(page, chat).click();
  await byId(page, "message").first().waitFor();
}

async function started(open: OpenWindow, options: Parameters<OpenWindow>[0] = {}, size = 0): Promise<Page> {
  const page = await open({ open: true, ...options });
  await page.setViewportSize(SIZES[size] ?? SIZES[0]);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** Positions in the document, in order; the visible ones are whole, without gaps. */
const drawn = (page: Page) =>
  page.locator('[role="feed"] [data-position]').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("data-position"))));

function expectDense(positions: number[]): void {
  positions.forEach((position, n) => expect(position).toBe((positions[0] ?? 0) + n));
}

/** Pixels of the feed's viewport that no row covers. Less than one is how a browser rounds where it has scrolled to. */
const blank = (page: Page) =>
  page.getByRole("feed").evaluate((feed) => {
    const box = feed.getBoundingClientRect();
    const rows = [...feed.querySelectorAll("article, [role=article]")];
    const top = rows[0]?.getBoundingClientRect().top ?? Infinity;
    const bottom = rows.at(-1)?.getBoundingClientRect().bottom ?? -Infinity;
    return Math.max(0, top - box.top) + Math.max(0, box.bottom - bottom);
  });

const focused = (page: Page, attribute: string) => page.evaluate((name) => document.activeElement?.getAttribute(name), attribute);

/** The page has drawn what the last event changed, however slow the machine is. */
const painted = (page: Page) => page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

/** Turns the wheel and waits until the messages have scrolled. */
async function wheel(page: Page, by: number): Promise<void> {
  const scrolled = await page.getByRole("feed").evaluateHandle((feed) => {
    const seen = { it: false };
    feed.addEventListener("scroll", () => (seen.it = true), { once: true });
    return seen;
  });
  await page.mouse.wheel(0, by);
  await expect.poll(() => scrolled.evaluate((seen) => seen.it)).toBe(true);
  await painted(page);
}

/** Every quote is of one message. */
async function quotesLeadTo(page: Page, position: number): Promise<void> {
  await page.evaluate((to) => {
    type Message = { quoted: object | null };
    const shell = (window as unknown as { __TAURI_INTERNALS__: { invoke: (...all: unknown[]) => Promise<unknown> } }).__TAURI_INTERNALS__;
    const { invoke } = shell;
    shell.invoke = async (name, ...rest) => {
      const answer = await invoke(name, ...rest);
      return name === "messages" ? (answer as Message[]).map((one) => ({ ...one, quoted: one.quoted && { ...one.quoted, position: to } })) : answer;
    };
  }, position);
}

async function expectMarked(page: Page, position: number): Promise<void> {
  await byId(page, "jump-highlight").waitFor();
  await message(page, position).waitFor();
  await expect.poll(() => message(page, position).locator('[data-testid="jump-highlight"]').count()).toBe(1);
  const inside = () =>
    message(page, position).evaluate((row) => {
      const box = row.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= window.innerHeight;
    });
  await expect.poll(inside).toBe(true);
}

describe("the history browser", () => {
  const open = useBrowser();

  describe("list", () => {
    test("the newest chat stands first and names are never private addresses", async () => {
      const page = await started(open);
      // high enough for the row that is meant
      await page.setViewportSize({ width: 1280, height: 1600 });
      const names = async () => (await byId(page, "chat-row").allInnerTexts()).join("\n");
      await expect.poll(names).toContain("+15550100008");
      expect(await names()).toContain("Unknown (private number)");
      expect(await names()).not.toContain("204518830917213");
      await page.context().close();
    });

    test("the filter keeps what matches, accents and capitals aside, and unfolds quiet sections", async () => {
      const page = await started(open);
      await byId(page, "chat-filter").fill("fernandez");
      await expect.poll(() => byId(page, "chat-row").count()).toBe(1);
      await byId(page, "chat-filter").fill("lisbon");
      await expect.poll(() => chatRow(page, 34).count()).toBe(1);
      await byId(page, "chat-filter").press("Escape");
      await expect.poll(() => chatRow(page, 34).count()).toBe(0);
      await byId(page, "chat-filter").fill("no such chat");
      await page.getByText("No chat has").waitFor();
      await page.context().close();
    });

    test("arrows go through chats and sections, Enter opens and hands the keyboard to the messages", async () => {
      const page = await started(open);
      await byId(page, "search-input").focus();
      await page.keyboard.press("ArrowDown");
      await expect.poll(() => focused(page, "data-chat")).toMatch(/\d/);
      const first = await focused(page, "data-chat");
      await page.keyboard.press("ArrowDown");
      await expect.poll(() => focused(page, "data-chat")).not.toBe(first);
      await page.keyboard.press("End");
      await expect.poll(() => focused(page, "data-section")).toBe("deleted");
      await page.keyboard.press("Enter");
      await expect.poll(() => chatRow(page, 39).count()).toBe(1);
      await page.keyboard.press("Home");
      await page.keyboard.press("Enter");
      await byId(page, "message").first().waitFor();
      await expect.poll(() => focused(page, "role")).toBe("feed");
      await page.keyboard.press("Escape");
      await expect.poll(() => focused(page, "data-chat")).toBe(first);
      await page.context().close();
    });

    test("a chat without messages says so", async () => {
      const page = await started(open);
      await byId(page, "chat-filter").fill("nobody wrote");
      await chatRow(page, 30).click();
      await page.getByRole("heading", { name: "No messages in this chat" }).waitFor();
      await page.context().close();
    });

    test("a list that cannot be read says what to do, and the lock still works", async () => {
      const page = await started(open, { fail: { chats: { code: "index_damaged", detail: "mock", keyFits: null, retries: null, absence: null } } });
      await byId(page, "error-happened").waitFor();
      await byId(page, "lock").click();
      await expect.poll(async () => (await calls(page)).some(({ name }) => name === "lock")).toBe(true);
      await page.context().close();
    });
  });

  describe("conversation", () => {
    test("a chat of 100,000 messages opens at its last message with one small page asked for", async () => {
      const page = await started(open);
      await openChat(page, LONG);
      await message(page, LAST).waitFor();
      const asked = (await calls(page)).filter(({ name }) => name === "messages");
      expect(asked.length).toBeLessThanOrEqual(4);
      expect(await byId(page, "message").count()).toBeLessThan(120);
      await page.context().close();
    });

    test("every row that scrolls by is there, in order, without a hole", async () => {
      const page = await started(open);
      await openChat(page, LONG);
      await page.mouse.move(800, 400);
      const seen = new Set<number>();
      for (let step = 0; step < 60; step += 1) {
        await wheel(page, -500);
        const positions = await drawn(page);
        expectDense(positions);
        positions.forEach((position) => seen.add(position));
      }
      await expect.poll(() => blank(page)).toBeLessThan(1);
      const lowest = Math.min(...seen);
      expect(seen.size).toBe(LAST - lowest + 1);
      await page.context().close();
    });

    test("what is read stays where it is while rows are added above and below", async () => {
      const page = await started(open);
      await openChat(page, LONG);
      await page.mouse.move(800, 400);
      for (let step = 0; step < 12; step += 1) {
        const before = await anchor(page);
        await wheel(page, -200);
        const moved = () => page.evaluate((position) => document.querySelector(`[data-position="${position}"]`)?.getBoundingClientRect().top ?? Infinity, before.position);
        await expect.poll(async () => Math.abs((await moved()) - before.top - 200)).toBeLessThanOrEqual(1);
      }
      await page.context().close();
    });

    test("Home, End and Page keys reach the first message, the last, and those between", async () => {
      const page = await started(open);
      await openChat(page, LONG);
      await page.getByRole("feed").focus();
      await page.keyboard.press("Home");
      await message(page, 0).waitFor();
      await page.keyboard.press("PageDown");
      await expect.poll(async () => (await anchor(page)).position).toBeGreaterThan(2);
      await page.keyboard.press("End");
      await message(page, LAST).waitFor();
      await expect.poll(() => blank(page)).toBeLessThan(1);
      await page.context().close();
    });

    test("the date bar goes to any place and says its day; its keys go by screens and months", async () => {
      const page = await started(open);
      await openChat(page, LONG);
      const bar = byId(page, "date-scrollbar");
      const box = await bar.boundingBox();
      if (!box) throw new Error("no date bar");
      await page.mouse.move(box.x + box.width / 2, box.y + box.height - 4);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
      await message(page, 50_000).waitFor();
      await expect.poll(() => byId(page, "date-label").innerText()).toMatch(/\d{4}/);
      await page.mouse.up();
      await bar.focus();
      const before = Number(await bar.getAttribute("aria-valuenow"));
      await page.keyboard.press("PageUp");
      await expect.poll(async () => Number(await bar.getAttribute("aria-valuenow"))).toBeLessThan(before - 500);
      await expect.poll(() => bar.getAttribute("aria-valuetext")).toMatch(/message \u2068?[\d,]+\u2069? of \u2068?100,000/);
      await page.keyboard.press("Home");
      await message(page, 0).waitFor();
      await expect.poll(() => bar.getAttribute("aria-valuenow")).toBe("1");
      await page.context().close();
    });

    test("a quote leads to the message it answers", async () => {
      const page = await started(open);
      await openChat(page, EVERY_KIND);
      await page.getByRole("feed").focus();
      await page.keyboard.press("Home");
      await message(page, 9).locator('[data-testid="quote"]').click();
      await expectMarked(page, 7);
      await page.context().close();
    });

    test("a quote far away, by the keyboard or by the menu, leaves the keyboard with the messages", async () => {
      const page = await started(open);
      await quotesLeadTo(page, 5_000);
      await openChat(page, LONG);
      const quote = byId(page, "quote").first();
      const bringQuote = async () => {
        await page.getByRole("feed").press("End");
        await message(page, LAST).waitFor();
        for (let step = 0; step < 20 && (await quote.count()) === 0; step += 1) {
          await page.getByRole("feed").press("PageUp");
          await painted(page);
        }
      };
      await bringQuote();
      await quote.press("Enter");
      await expectMarked(page, 5_000);
      expect(await focused(page, "role")).toBe("feed");
      await bringQuote();
      await page.locator('[data-testid="message"]', { has: quote }).first().getByTestId("message-more").press("Enter");
      await byId(page, "menu-quoted").click();
      await expectMarked(page, 5_000);
      await expect.poll(() => focused(page, "role")).toBe("feed");
      await page.context().close();
    });

    test("every kind of message has words, and its text is only text", async () => {
      const page = await started(open);
      await openChat(page, EVERY_KIND);
      const said = await allText(page);
      for (const words of [
        "cannot show (no. 118)", "cannot show (no. 137)", "A text of a kind nobody knows yet", "This message was deleted", "You deleted this message", "View-once message",
        "Call you made", "Poll", "Location", "Contact card", "Invitation to a group", "Not in the media folder", "Forwarded many times", "no date", "<b>not bold</b>", "became",
      ]) {
        expect(said).toContain(words);
      }
      await page.context().close();
    });

    test("a web address opens only by a click, in the browser, and nothing else is a link", async () => {
      const page = await started(open);
      await openChat(page, EVERY_KIND);
      await page.getByRole("feed").focus();
      await page.keyboard.press("Home");
      for (let step = 0; step < 12 && (await page.getByRole("link").count()) === 0; step += 1) {
        await page.keyboard.press("PageDown");
        await painted(page);
      }
      expect((await calls(page)).filter(({ name }) => name === "open_link")).toEqual([]);
      await page.getByRole("link", { name: "https://example.org/trains/2026?from=coast&to=hills" }).click();
      await expect.poll(async () => (await calls(page)).filter(({ name }) => name === "open_link").map(({ args }) => args)).toEqual([{ url: "https://example.org/trains/2026?from=coast&to=hills" }]);
      expect(await page.locator("a[href]").count()).toBe(0);
      await page.context().close();
    });

    test("messages that cannot be read leave the chat standing and can be asked for again", async () => {
      const page = await started(open, { fail: { messages: { code: "io", detail: "mock", keyFits: null, retries: null, absence: null } } });
      await chatRow(page, LONG).click();
      await byId(page, "error-happened").waitFor();
      await page.getByRole("button", { name: "Try again" }).click();
      await expect.poll(async () => (await calls(page)).filter(({ name }) => name === "messages").length).toBeGreaterThan(2);
      await page.context().close();
    });
  });

  describe("search", () => {
    test("finds as you type, by chat, and jumps to the message in its place", async () => {
      const page = await started(open);
      await page.keyboard.press("/");
      await page.keyboard.type("lighthouse");
      await expect.poll(() => byId(page, "search-hit").first().locator("mark").innerText()).toBe("lighthouse");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await expect.poll(() => byId(page, "search-hit").nth(1).getAttribute("aria-selected")).toBe("true");
      const wanted = Number(await byId(page, "search-hit").nth(1).getAttribute("data-position"));
      await page.keyboard.press("Enter");
      await expectMarked(page, wanted);
      await expect.poll(() => focused(page, "data-testid")).toBe("search-input");
      await expect.poll(() => byId(page, "jump-highlight").count(), { timeout: 6_000 }).toBe(0);
      await page.keyboard.press("Escape");
      await byId(page, "chat-row").first().waitFor();
      await page.context().close();
    });

    test("asks once for a word that is typed in one go", async () => {
      const page = await started(open);
      await page.keyboard.press("/");
      // All in one turn of the page, so that no slow machine can let time pass between two letters.
      await byId(page, "search-input").evaluate((input: HTMLInputElement) => {
        for (const end of "lighthouse".split("").keys()) {
          input.value = "lighthouse".slice(0, end + 1);
          input.dispatchEvent(new Event("input", { bubbles: true }));
        }
      });
      await expect.poll(() => byId(page, "search-hit").first().locator("mark").innerText()).toBe("lighthouse");
      expect((await calls(page)).filter(({ name }) => name === "search").length).toBe(1);
      await page.context().close();
    });

    test("can be kept to one chat", async () => {
      const page = await started(open);
      await openChat(page, 3);
      await page.getByRole("button", { name: "Search in this chat" }).click();
      await page.keyboard.type("marmalade");
      await byId(page, "search-hit").first().waitFor();
      const chats = await byId(page, "search-hit").evaluateAll((hits) => [...new Set(hits.map((hit) => hit.getAttribute("data-chat")))]);
      expect(chats).toEqual(["3"]);
      await page.getByRole("button", { name: "All chats" }).click();
      await expect.poll(() => byId(page, "search-hit").evaluateAll((hits) => hits.some((hit) => hit.getAttribute("data-chat") !== "3"))).toBe(true);
      await page.context().close();
    });

    test("in a narrow window a hit opens over the results, and back returns to them", async () => {
      const page = await started(open, {}, 2);
      await byId(page, "search-input").fill("cardamom");
      await byId(page, "search-hit").first().click();
      await byId(page, "jump-highlight").waitFor();
      await expect.poll(() => byId(page, "search-input").isVisible()).toBe(false);
      await page.getByRole("button", { name: "Back to the results" }).click();
      await byId(page, "search-hit").first().waitFor();
      await page.context().close();
    });

    test("nothing found and a search that fails both say what to do", async () => {
      const page = await started(open);
      await byId(page, "search-input").fill("zzzzzz");
      await page.getByText("Nothing found").waitFor();
      await page.context().close();
      const failing = await started(open, { fail: { search: { code: "internal", detail: "mock", keyFits: null, retries: null, absence: null } } });
      await byId(failing, "search-input").fill("boat");
      await failing.getByRole("button", { name: "Try again" }).waitFor();
      await failing.context().close();
    });
  });

  test("the lock closes everything from anywhere", async () => {
    const page = await started(open);
    await openChat(page, LONG);
    await byId(page, "lock").click();
    await expect.poll(async () => (await calls(page)).some(({ name }) => name === "lock")).toBe(true);
    await expect.poll(() => byId(page, "message").count()).toBe(0);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test.each([0, 1, 2])("every control of the list stands inside its column (size %i)", async (size) => {
    const page = await started(open, {}, size);
    await byId(page, "search-input").fill("harbour");
    await byId(page, "search-hit").first().waitFor();
    const outside = await page.locator("section").first().evaluate((side) => {
      const box = side.getBoundingClientRect();
      return [...side.querySelectorAll("button, input, [role=option], p")].filter((one) => one.getBoundingClientRect().right > box.right + 1).map((one) => one.outerHTML.slice(0, 80));
    });
    expect(outside).toEqual([]);
    await page.context().close();
  });

  test("in a narrow window the lock stays in sight while a chat is read", async () => {
    const page = await started(open, {}, 2);
    await openChat(page, LONG);
    expect(await byId(page, "lock").count()).toBe(1);
    expect(await byId(page, "lock").isVisible()).toBe(true);
    await page.context().close();
  });

  claimsForEveryLook("chats-list", open, { open: true }, (page) => byId(page, "chat-row").first().waitFor());
  claimsForEveryLook("chats-kinds", open, { open: true }, (page) => atStart(page, EVERY_KIND));
  claimsForEveryLook("chats-kinds-end", open, { open: true }, (page) => openChat(page, EVERY_KIND));
  claimsForEveryLook("chats-long", open, { open: true }, (page) => openChat(page, LONG));
  test("that cannot be read can be restored once more from here", async () => {
    const page = await open({ open: true, fail: { chats: { code: "index_damaged", detail: "mock", keyFits: null, retries: null, absence: null } } });
    await byId(page, "chats-restore").click();
    await byId(page, "path-input").waitFor();
    await page.context().close();
  });
  claimsForEveryLook("chats-failed", open, { open: true, fail: { chats: { code: "index_damaged", detail: "mock", keyFits: null, retries: null, absence: null } } }, (page) => byId(page, "error-happened").waitFor());
  claimsForEveryLook("chats-search", open, { open: true }, async (page) => {
    await byId(page, "search-input").fill("harbour");
    await byId(page, "search-hit").first().waitFor();
  });
  claimsForEveryLook("chats-found", open, { open: true }, async (page) => {
    await byId(page, "search-input").fill("lantern");
    await byId(page, "search-hit").nth(2).click();
    await byId(page, "jump-highlight").waitFor();
  });
});

const anchor = (page: Page) =>
  page.getByRole("feed").evaluate((feed) => {
    const edge = feed.getBoundingClientRect().top;
    const row = [...feed.querySelectorAll("[data-position]")].find((one) => one.getBoundingClientRect().top >= edge);
    return { position: Number(row?.getAttribute("data-position")), top: row?.getBoundingClientRect().top ?? 0 };
  });

async function atStart(page: Page, chat: number): Promise<void> {
  await openChat(page, chat);
  await page.getByRole("feed").press("Home");
  await message(page, 0).waitFor();
}

/** All that a short chat says, screen by screen. */
async function allText(page: Page): Promise<string> {
  await atStart(page, EVERY_KIND);
  let said = "";
  for (let step = 0; step < 30; step += 1) {
    said += await page.getByRole("feed").innerText();
    await page.getByRole("feed").press("PageDown");
    await painted(page);
  }
  return said.replace(/[\u2068\u2069]/g, "");
}
