// The list of chats and its places: pinned chats, communities, sorting, locked chats, and the screens beside it.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { SLOTS, WORDS_SLOT } from "../src/ipc/mockKeys";
import { KIT } from "../src/ipc/mockPhone";
import { byId, calls, claimsForEveryLook, type OpenWindow, problems, useBrowser } from "./page";

const COMMUNITY = 32;
const GROUPS = [43, 42];
/** Locked on the phone. */
const LOCKED = 36;
/** A chat whose message 2,315 answers one of a locked chat. */
const REPLIES = 5;
const WORDS = "lantern copper meadow violin harbour pepper";

const row = (page: Page, chat: number) => page.locator(`[data-testid="chat-row"][data-chat="${chat}"]`);
const shown = (page: Page) => byId(page, "chat-row").evaluateAll((rows) => rows.map((one) => Number(one.getAttribute("data-chat"))));
const focused = (page: Page, name: string) => page.evaluate((attribute) => document.activeElement?.getAttribute(attribute) ?? null, name);
const called = async (page: Page, wanted: string) => (await calls(page)).filter(({ name }) => name === wanted);

async function started(open: OpenWindow, options: Parameters<OpenWindow>[0] = {}): Promise<Page> {
  const page = await open({ open: true, ...options });
  await byId(page, "chat-row").first().waitFor();
  return page;
}

async function choose(page: Page, menu: ReturnType<typeof byId>, word: string): Promise<void> {
  await menu.click();
  await page.getByRole("menu").getByText(word, { exact: true }).click();
}

/** The end of the list, where the quiet places stand. */
async function toEnd(page: Page): Promise<void> {
  await byId(page, "chat-row").first().focus();
  await page.keyboard.press("End");
  await expect.poll(() => focused(page, "data-section")).toBe("deleted");
}

async function askForLocked(page: Page): Promise<void> {
  await toEnd(page);
  await byId(page, "locked-show").click();
  await page.getByRole("dialog").waitFor();
}

describe("the list of chats", () => {
  const open = useBrowser();

  test("keeps its column of dates where it is when a row is pointed at", async () => {
    const page = await started(open);
    const chat = (await shown(page))[1] ?? 0;
    const before = await row(page, chat).locator("time").boundingBox();
    await row(page, chat).hover();
    await expect.poll(() => row(page, chat).locator(".count").evaluate((one) => getComputedStyle(one).visibility)).toBe("hidden");
    expect(await row(page, chat).locator("time").boundingBox()).toEqual(before);
    await page.context().close();
  });

  test("counts what is locked at the end of its line, as every other place", async () => {
    const page = await started(open);
    await toEnd(page);
    const [locked, archived] = [await byId(page, "locked-show").locator(".number").boundingBox(), await page.locator('[data-section="archived"] .number').boundingBox()];
    expect((locked?.x ?? 0) + (locked?.width ?? 0)).toBeCloseTo((archived?.x ?? 0) + (archived?.width ?? 0), 0);
    await page.context().close();
  });

  test("pins a chat to the top from its menu, and lets go of it", async () => {
    const page = await started(open);
    const before = await shown(page);
    const chat = before[4] ?? 0;
    await row(page, chat).hover();
    await choose(page, page.locator(`li:has([data-chat="${chat}"])`).getByTestId("row-menu"), "Pin to the top");
    await expect.poll(async () => (await shown(page))[0]).toBe(chat);
    expect((await called(page, "set_marks")).map(({ args }) => args)).toMatchObject([{ chat, message: null, marks: { bookmark: true } }]);
    await row(page, chat).click({ button: "right" });
    await page.getByRole("menuitem", { name: "Unpin" }).click();
    await expect.poll(() => shown(page)).toEqual(before);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("says so when a chat could not be pinned, and stays as it was", async () => {
    const page = await started(open, { fail: { set_marks: { code: "io", detail: "mock", keyFits: null, retries: null, absence: null } } });
    const before = await shown(page);
    await row(page, before[3] ?? 0).click({ button: "right" });
    await page.getByRole("menuitem").first().click();
    await page.getByText("The list stays as it was").waitFor();
    expect((await shown(page))[0]).toBe(before[0]);
    await page.getByRole("button", { name: "Close this note" }).click();
    await expect.poll(() => page.getByText("The list stays as it was").count()).toBe(0);
    await expect.poll(() => shown(page)).toEqual(before);
    await page.context().close();
  });

  test("a row's menu is reached and left by the keyboard", async () => {
    const page = await started(open);
    await byId(page, "chat-row").first().focus();
    await page.keyboard.press("Tab");
    await expect.poll(() => focused(page, "data-testid")).toBe("row-menu");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page, "role")).toBe("menuitem");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("menu").count()).toBe(0);
    expect(await focused(page, "data-testid")).toBe("row-menu");
    expect(await byId(page, "chat-row").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test("sorts by name and by messages, and remembers it behind another screen", async () => {
    const page = await started(open);
    await choose(page, byId(page, "sort"), "Most messages first");
    await expect.poll(async () => (await shown(page)).slice(0, 2)).toEqual([41, 2]);
    await choose(page, byId(page, "sort"), "By name");
    await expect.poll(async () => (await row(page, (await shown(page))[1] ?? 0).innerText()).slice(0, 1)).toMatch(/[+A]/);
    await byId(page, "more").click();
    await byId(page, "menu-settings").click();
    await byId(page, "back").click();
    await byId(page, "sort").click();
    await expect.poll(() => page.getByRole("menuitemradio", { name: "By name" }).getAttribute("aria-checked")).toBe("true");
    await page.context().close();
  });

  test("folds the groups of a community under it, by mouse and by keyboard", async () => {
    const page = await started(open);
    await byId(page, "community-groups").scrollIntoViewIfNeeded();
    expect((await shown(page)).filter((chat) => GROUPS.includes(chat))).toEqual([]);
    await byId(page, "community-groups").click();
    await expect.poll(async () => (await shown(page)).filter((chat) => [COMMUNITY, ...GROUPS].includes(chat))).toEqual([COMMUNITY, ...GROUPS]);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => focused(page, "data-chat")).toBe(String(GROUPS[0]));
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => focused(page, "data-testid")).toBe("community-groups");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(async () => (await shown(page)).some((chat) => GROUPS.includes(chat))).toBe(false);
    await page.keyboard.press("ArrowRight");
    await row(page, 43).waitFor();
    await page.context().close();
  });

  test("leads to the gallery, the numbers, the marks and the calls, and back to where one was", async () => {
    const page = await started(open);
    await row(page, 3).click();
    await byId(page, "message").first().waitFor();
    for (const place of ["gallery", "numbers", "marks", "calls"]) expect([place, await byId(page, `place-${place}`).count()]).toEqual([place, 1]);
    await byId(page, "place-calls").click();
    await byId(page, "call").first().waitFor();
    await byId(page, "back").click();
    await expect.poll(() => row(page, 3).getAttribute("aria-current")).toBe("true");
    await byId(page, "message").first().waitFor();
    await page.context().close();
  });
});

describe("locked chats", () => {
  const open = useBrowser();

  test("are not listed until they are opened once more with a passkey, and can be hidden again", async () => {
    const page = await started(open, { ceremony: { beat: 5 } });
    await byId(page, "chat-filter").fill("solicitor");
    await page.getByText("No chat has").waitFor();
    await byId(page, "chat-filter").fill("");
    await askForLocked(page);
    await page.getByText("It is not encryption of its own").waitFor();
    await byId(page, "passkey-way").first().click();
    await expect.poll(() => byId(page, "ceremony").getAttribute("data-moment")).toBe("pin");
    await page.keyboard.type("246810");
    await page.keyboard.press("Enter");
    await row(page, LOCKED).waitFor();
    expect(await focused(page, "data-section")).toBe("locked");
    await row(page, LOCKED).click();
    await byId(page, "message").first().waitFor();
    await toEnd(page);
    await byId(page, "locked-hide").click();
    await expect.poll(() => row(page, LOCKED).count()).toBe(0);
    await expect.poll(() => byId(page, "message").count()).toBe(0);
    expect((await called(page, "hide_locked")).length).toBe(1);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("open by typing, and a wrong phrase says what to do", async () => {
    const page = await started(open, { keys: { slots: [...SLOTS, WORDS_SLOT] } });
    await askForLocked(page);
    await page.locator('[data-testid="locked-typed"][data-slot="words"]').click();
    await byId(page, "locked-input").fill("not these words");
    await byId(page, "locked-open").click();
    await byId(page, "error-happened").waitFor();
    await byId(page, "locked-input").fill(WORDS);
    await byId(page, "locked-open").click();
    await row(page, LOCKED).waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.context().close();
  });

  test("keep their words out of replies elsewhere, which are asked for again when they are shown", async () => {
    const page = await started(open);
    await row(page, REPLIES).click();
    const reply = page.locator('[data-testid="message"][data-position="2315"]');
    await expect.poll(() => reply.getByTestId("quote-hidden").innerText()).toBe("A message of a locked chat");
    await reply.getByTestId("message-more").click();
    await page.getByRole("menu").waitFor();
    expect(await byId(page, "menu-quoted").count()).toBe(0);
    await page.keyboard.press("Escape");
    const before = (await called(page, "messages")).length;
    await askForLocked(page);
    await byId(page, "locked-typed").first().click();
    await byId(page, "locked-input").fill(KIT.groups.join(" "));
    await byId(page, "locked-open").click();
    await row(page, LOCKED).waitFor();
    await reply.waitFor();
    await expect.poll(async () => (await called(page, "messages")).length).toBeGreaterThan(before);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("stay locked when the ceremony is stopped", async () => {
    const page = await started(open, { ceremony: { beat: 5 } });
    await askForLocked(page);
    await byId(page, "passkey-way").first().click();
    await byId(page, "ceremony-stop").click();
    await page.getByRole("button", { name: "Leave them locked" }).click();
    await byId(page, "locked-show").waitFor();
    expect(await row(page, LOCKED).count()).toBe(0);
    await page.context().close();
  });

  claimsForEveryLook("places-locked", open, { open: true, keys: { slots: [...SLOTS, WORDS_SLOT] } }, askForLocked);
  claimsForEveryLook("places-locked-typed", open, { open: true }, async (page) => {
    await askForLocked(page);
    await byId(page, "locked-typed").first().click();
    await byId(page, "locked-input").waitFor();
  });
  claimsForEveryLook("places-list-end", open, { open: true }, toEnd);
  claimsForEveryLook("places-community", open, { open: true }, async (page) => {
    await byId(page, "community-groups").scrollIntoViewIfNeeded();
    await byId(page, "community-groups").click();
    await row(page, 42).hover();
  });
  claimsForEveryLook("places-menu", open, { open: true }, async (page) => {
    await byId(page, "chat-row").first().waitFor();
    await byId(page, "sort").click();
    await page.getByRole("menu").waitFor();
  });
});
