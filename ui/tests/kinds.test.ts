// What every kind of message shows of itself, and the notices: sentences, folded where there are many.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { byId, calls, claimsForEveryLook, type OpenWindow, problems, useBrowser } from "./page";

/** A group that holds every kind of message once. */
const EVERY_KIND = 1;
/** A group with runs of twelve security notices, and one of 640. */
const FLOODED = 10;

const message = (page: Page, position: number) => page.locator(`[data-testid="message"][data-position="${position}"]`);

async function openChat(open: OpenWindow, chat: number): Promise<Page> {
  const page = await open({ open: true });
  await go(page, chat);
  return page;
}

async function go(page: Page, chat: number): Promise<void> {
  await page.locator(`[data-testid="chat-row"][data-chat="${chat}"]`).click();
  await byId(page, "message").first().waitFor();
}

/** Reads from the first message on until something comes into sight. */
async function bring(page: Page, what: string): Promise<void> {
  const feed = page.getByRole("feed");
  await feed.press("Home");
  await message(page, 0).waitFor();
  const wanted = page.locator(what).first();
  for (let step = 0; step < 60 && (await wanted.count()) === 0; step += 1) {
    await feed.press("PageDown");
    await page.waitForTimeout(30);
  }
  await wanted.scrollIntoViewIfNeeded();
}

const kind = (name: string) => `[data-testid="kind-${name}"]`;
/** Without the marks that keep names in their own direction. */
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, "");
const said = async (page: Page, what: string) => bare(await page.locator(what).first().innerText()).replace(/\n+/g, "\n");

/** Goes to a place by its share of the chat, as the date bar does. */
async function seek(page: Page, share: number): Promise<void> {
  const box = await byId(page, "date-scrollbar").boundingBox();
  if (!box) throw new Error("no date bar");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * share);
}

/** The feed is covered from edge to edge. */
const uncovered = (page: Page) =>
  page.getByRole("feed").evaluate((feed) => {
    const box = feed.getBoundingClientRect();
    const rows = [...feed.querySelectorAll("[role=article]")];
    return Math.max(0, (rows[0]?.getBoundingClientRect().top ?? Infinity) - box.top) + Math.max(0, box.bottom - (rows.at(-1)?.getBoundingClientRect().bottom ?? -Infinity));
  });

describe("notices", () => {
  const open = useBrowser();

  test("say what happened, to whom, and what it was before", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, "text=became");
    await expect.poll(() => said(page, '[role="feed"]')).toContain("“Grandpa’s 80th” became “Grandpa’s 80th 🎂”");
    await expect.poll(() => said(page, '[role="feed"]')).toContain("+15550100044 changed the phone number to Old Sam");
    await bring(page, '[role="feed"] >> text=disappear after');
    await expect.poll(() => said(page, '[role="feed"]')).toContain("Grandma Rose set new messages to disappear after 90 days");
    await bring(page, "text=System notice");
    await expect.poll(() => said(page, '[role="feed"]')).toContain("System notice 87");
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("about security stand folded in one line, that a keyboard opens and closes", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, '[data-testid="notices-fold"]');
    const fold = byId(page, "notices-fold").first();
    await expect.poll(async () => bare(await fold.innerText())).toContain("4 security notices");
    expect(await page.getByText("The security code with").count()).toBe(0);
    await fold.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByText("The security code with").count()).toBe(3);
    await expect.poll(() => said(page, '[role="feed"]')).toContain("Tomás Vidal changed which devices are linked: 2 added, 1 removed");
    await expect.poll(() => said(page, '[role="feed"]')).toContain("The security code with Unknown (private number) changed");
    await expect.poll(() => fold.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Space");
    await expect.poll(() => page.getByText("The security code with").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("notices-fold");
    await page.context().close();
  });

  test("in hundreds leave the chat whole: it is covered, goes on on both sides, and opens", async () => {
    const page = await openChat(open, FLOODED);
    // among the 640 notices
    await seek(page, 1_200 / 3_903);
    await expect.poll(() => uncovered(page)).toBe(0);
    await expect.poll(async () => (await byId(page, "notices-fold").allInnerTexts()).some((words) => bare(words).includes("640 security notices"))).toBe(true);
    await expect.poll(() => message(page, 1_640).count()).toBe(1);
    await expect.poll(() => message(page, 999).count()).toBe(1);
    await message(page, 1_000).locator('[data-testid="notices-fold"]').click();
    await expect.poll(() => message(page, 1_001).count()).toBe(1);
    await expect.poll(() => uncovered(page)).toBe(0);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("of other kinds are folded where they flood, with the security notices among them", async () => {
    const page = await openChat(open, FLOODED);
    await seek(page, 2_030 / 3_903);
    await expect.poll(async () => (await byId(page, "notices-fold").allInnerTexts()).some((words) => /^90 notices/.test(bare(words)))).toBe(true);
    await expect.poll(() => message(page, 2_001).count()).toBe(0);
    await message(page, 2_000).locator('[data-testid="notices-fold"]').click();
    await expect.poll(() => message(page, 2_001).count()).toBe(1);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("that were folded do not hide what lies behind them from scrolling", async () => {
    const page = await openChat(open, FLOODED);
    await page.mouse.move(800, 400);
    const top = () => page.getByRole("feed").evaluate((feed) => Math.min(...[...feed.querySelectorAll("[data-position]")].map((row) => Number(row.getAttribute("data-position")))));
    for (let step = 0; step < 40; step += 1) {
      await page.mouse.wheel(0, -500);
      await page.waitForTimeout(20);
    }
    await expect.poll(() => uncovered(page)).toBe(0);
    expect(await top()).toBeLessThan(3_904 - 100);
    await page.context().close();
  });

  claimsForEveryLook("kinds-notices", open, { open: true }, async (page) => {
    await go(page, EVERY_KIND);
    await bring(page, '[data-testid="notices-fold"]');
    await byId(page, "notices-fold").first().click();
    await expect.poll(() => byId(page, "notices-fold").first().getAttribute("aria-expanded")).toBe("true");
    await byId(page, "notices-fold").first().scrollIntoViewIfNeeded();
  });
});

describe("kinds of messages", () => {
  const open = useBrowser();

  test("a link shows its preview, and opens only by a click", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, kind("link"));
    await expect.poll(() => said(page, kind("link"))).toContain("example.org\nTrains between the coast and the hills\nAll departures");
    const picture = page.getByTestId("link-picture").first();
    await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth > 0)).toBe(true);
    // a picture that the shell refuses leaves no hole
    await picture.evaluate((one) => one.dispatchEvent(new Event("error")));
    await expect.poll(() => page.getByTestId("link-picture").count()).toBe(0);
    await page.context().close();
  });

  test("mentions stand by name, a private number as what it is", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, "text=who brings the chairs");
    await expect.poll(() => said(page, '[role="feed"]')).toContain("@Tomás Vidal and @Unknown (private number), who brings the chairs? @everyone else");
    await page.context().close();
  });

  test("a document says what it is, how many pages it has and how large it is", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, "text=Guest list (final");
    const row = page.locator('[data-testid="message"]', { hasText: "Guest list (final" });
    expect(bare(await row.locator(".facts").first().innerText()).replace(/\s+/g, " ")).toBe("Document · 2 pages · 182 kB");
    await page.context().close();
  });

  test("a sticker stands by itself: no bubble around it, nothing to enlarge, and its sender in its name", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, "figure.sticker");
    const sticker = page.locator("figure.sticker");
    expect(bare((await sticker.locator("img").getAttribute("alt")) ?? "")).toBe("Sticker from Ana Ruiz");
    expect(await sticker.getByRole("button").count()).toBe(0);
    const ground = await sticker.evaluate((figure) => {
      const { backgroundColor, borderTopColor } = getComputedStyle(figure.closest(".bubble") ?? figure);
      return [backgroundColor, borderTopColor];
    });
    expect(ground).toEqual(["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"]);
    await page.context().close();
  });

  test("each text runs its own way, whichever way its neighbours and the window run", async () => {
    const page = await openChat(open, EVERY_KIND);
    const wayOf = async (words: string) => {
      await bring(page, `text=${words}`);
      return page.locator('[data-testid="message"] [dir="auto"]', { hasText: words }).first().evaluate((text) => getComputedStyle(text).direction);
    };
    expect(await wayOf("سأحضر القهوة")).toBe("rtl");
    expect(await wayOf("who brings the chairs")).toBe("ltr");
    await page.context().close();
  });

  test("a place has its name, address and coordinates to copy, and a live one its end", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, kind("location"));
    await expect.poll(() => said(page, kind("location"))).toContain("Garden gate\nMill Lane 4\nby the water\n51.50134, -0.14189");
    await byId(page, "copy-coordinates").first().click();
    await expect.poll(async () => (await calls(page)).filter(({ name }) => name === "copy_text").map(({ args }) => args)).toEqual([{ text: "51.50134, -0.14189" }]);
    await bring(page, "text=Shared live for");
    await expect.poll(() => said(page, '[role="feed"]')).toContain("51.50310, -0.12760");
    await page.context().close();
  });

  test("all contact cards of a message are named", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, kind("contacts"));
    await expect.poll(() => said(page, kind("contacts"))).toContain("Contact cards (3)\nBakery Hofmann\nCousin Bea\nBea\nA card without a name");
    await page.context().close();
  });

  test("a poll says who chose what, and where more votes were counted than named", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, kind("poll"));
    const words = await said(page, kind("poll"));
    for (const part of ["any number of answers", "At half past four, with the cake\n5\nAna Ruiz, Grandma Rose and you\nand 2 votes that the backup does not name", "Tomás Vidal and Unknown (private number)", "4 people voted"]) expect(words).toContain(part);
    await page.context().close();
  });

  test("an event, an invitation and a business's offer say what they hold", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, kind("event"));
    for (const part of ["Grandpa’s birthday", "12 May 2027", "Mill Lane 4", "https://example.org/party", "Answer no. 1: Ana Ruiz and 2 guests and you", "Answer no. 3: Tomás Vidal"]) await expect.poll(() => said(page, kind("event"))).toContain(part);
    await bring(page, kind("invite"));
    await expect.poll(() => said(page, kind("invite"))).toContain("Music for the party");
    await bring(page, kind("business"));
    await expect.poll(() => said(page, kind("business"))).toContain("3 items\n€27.45");
    await bring(page, "text=Our cakes");
    await expect.poll(() => page.locator(kind("business")).nth(1).innerText()).toContain("I come today");
    expect(await page.locator(kind("business")).nth(1).getByRole("button").count()).toBe(0);
    await page.context().close();
  });

  test("a call says how it went, how long it took and who else was called", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, kind("call"));
    await expect.poll(() => said(page, kind("call"))).toMatch(/^Voice call\nCall to you\s+·\s+not answered/);
    await bring(page, "text=Video call");
    await expect.poll(() => said(page, '[role="feed"]')).toMatch(/Call you made\s+·\s+21:05\nTomás Vidal \(answered\) and Unknown \(private number, declined\)/);
    await page.context().close();
  });

  test("a deleted message names its admin, and what a reply kept of it is marked as such", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, kind("revoked"));
    await expect.poll(() => said(page, kind("revoked"))).toBe("This message was deleted\nA reply still quotes it:\nHe knows. I am sorry, I talked in my sleep.");
    await bring(page, "text=deleted this message as an admin");
    await bring(page, "text=An earlier one still had it");
    await page.context().close();
  });

  test("an album shows its pictures in itself, with the reason for one that is missing, and their own rows are gone", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, kind("album"));
    await expect.poll(() => byId(page, "album-part").count()).toBe(5);
    await expect.poll(() => said(page, kind("album"))).toContain("Never downloaded to the phone");
    const album = Number(await page.locator('[data-testid="message"]', { has: page.locator(kind("album")) }).getAttribute("data-position"));
    for (let part = 1; part <= 5; part += 1) expect(await message(page, album + part).count()).toBe(0);
    await expect.poll(() => message(page, album + 6).count()).toBe(1);
    await page.context().close();
  });

  test("a picture in better quality is drawn once, in the place of the first", async () => {
    const page = await openChat(open, EVERY_KIND);
    await bring(page, "text=The almond tree");
    const row = page.locator('[data-testid="message"]', { hasText: "The almond tree" });
    const position = Number(await row.getAttribute("data-position"));
    await expect.poll(() => message(page, position + 1).count()).toBe(0);
    for (const mark of ["Pinned by you", "Kept by Ana Ruiz", "Disappears after 7 days"]) await expect.poll(async () => bare(await row.innerText())).toContain(mark);
    await page.context().close();
  });

  test("a search that hits a picture of an album leads to the album", async () => {
    const page = await open({ open: true });
    await byId(page, "search-input").fill("The shed, cleared");
    await byId(page, "search-hit").first().click();
    await byId(page, "jump-highlight").waitFor();
    await expect.poll(() => page.locator('[data-testid="message"]', { has: byId(page, "jump-highlight") }).locator(kind("album")).count()).toBe(1);
    await page.context().close();
  });

  for (const [name, what] of [["places", kind("location")], ["poll", kind("poll")], ["event", kind("event")], ["deleted", kind("revoked")], ["album", kind("album")], ["business", kind("business")]] as const) {
    claimsForEveryLook(`kinds-${name}`, open, { open: true }, async (page) => {
      await go(page, EVERY_KIND);
      await bring(page, what);
    });
  }
});
