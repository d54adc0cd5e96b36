// Narrowing a search without knowing its words: by buttons, by mouse and by keyboard.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { byId, calls, claimsForEveryLook, type OpenWindow, problems, useBrowser } from "./page";

const button = (page: Page, word: string) => page.locator(`[data-testid="narrowing"][data-word="${word}"]`);
const asked = async (page: Page) => (await calls(page)).filter(({ name }) => name === "search").map(({ args }) => (args as { text: string }).text);

async function opened(open: OpenWindow): Promise<Page> {
  const page = await open({ open: true });
  await byId(page, "narrow").click();
  await button(page, "has:photo").waitFor();
  return page;
}

describe("the filters of the search", () => {
  const open = useBrowser();

  test("search by themselves, show the pictures, and go before what is typed", async () => {
    const page = await opened(open);
    await button(page, "has:photo").click();
    await byId(page, "search-hit").first().waitFor();
    await expect.poll(() => byId(page, "search-hit").first().locator("img").count()).toBe(1);
    await expect.poll(() => asked(page)).toEqual(["has:photo"]);
    await byId(page, "search-input").fill("garden");
    await expect.poll(async () => (await asked(page)).at(-1)).toBe("has:photo garden");
    await expect.poll(() => byId(page, "search-hit").first().locator("mark").innerText()).toBe("garden");
    await button(page, "has:photo").click();
    await expect.poll(async () => (await asked(page)).at(-1)).toBe("garden");
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("find the person's own bookmarks and notes", async () => {
    const page = await opened(open);
    await button(page, "has:bookmark").click();
    await expect.poll(() => byId(page, "search-hit").count()).toBe(1);
    await button(page, "has:note").click();
    await expect.poll(async () => (await asked(page)).at(-1)).toBe("has:bookmark has:note");
    await page.context().close();
  });

  test("that find nothing say so, and clearing the search lets go of them", async () => {
    const page = await opened(open);
    await byId(page, "search-input").fill("no such word anywhere");
    await button(page, "has:poll").click();
    await page.getByText("Let go of a filter").waitFor();
    await page.getByRole("button", { name: "Clear the search" }).click();
    await expect.poll(() => button(page, "has:poll").getAttribute("aria-pressed")).toBe("false");
    await byId(page, "chat-row").first().waitFor();
    await page.context().close();
  });

  test("are reached by the keyboard, and Escape leads back to the field", async () => {
    const page = await open({ open: true });
    await byId(page, "search-input").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await button(page, "has:photo").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect.poll(() => button(page, "has:photo").getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Escape");
    await expect.poll(() => byId(page, "narrowing").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("search-input");
    await page.context().close();
  });

  claimsForEveryLook("search-narrowed", open, { open: true }, async (page) => {
    await byId(page, "narrow").click();
    await button(page, "has:photo").click();
    await page.locator(".narrowings summary").click();
    await byId(page, "search-hit").first().waitFor();
  });
});
