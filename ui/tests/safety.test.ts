// Safety on the screen: what the window's title says, the blur, and what stays after the lock.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { byId, calls, claimsForEveryLook, openSecondHistory, useBrowser } from "./page";

/** The window is given the keyboard, or another one takes it. */
async function attend(page: Page, here: boolean): Promise<void> {
  await page.evaluate((focused) => {
    document.hasFocus = () => focused;
    window.dispatchEvent(new Event(focused ? "focus" : "blur"));
  }, here);
}

/** A mark on a chat, and the bar that would take it back. */
async function bookmark(page: Page): Promise<void> {
  await page.locator('[data-testid="chat-row"][data-chat="3"]').click({ button: "right" });
  await page.getByRole("menuitem", { name: "Tags and a note" }).click();
  await byId(page, "marks-bookmark").click();
  await byId(page, "marks-keep").click();
  await byId(page, "undo-bar").waitFor();
}

const marksSent = async (page: Page) => (await calls(page)).filter(({ name }) => name === "set_marks").length;

const blurOf = (page: Page, selector: string) => page.locator(selector).first().evaluate((part) => getComputedStyle(part).filter);

describe("the title of the window", () => {
  const open = useBrowser();

  test("never says a word of the chats, wherever one is", async () => {
    const page = await open({ open: true });
    const titles = new Set<string>();
    const note = async () => void titles.add(await page.title());
    await byId(page, "chat-row").first().click();
    await byId(page, "message").first().waitFor();
    await note();
    await byId(page, "search-input").fill("harbour");
    await byId(page, "search-hit").first().waitFor();
    await note();
    await byId(page, "search-input").fill("");
    const back = page.locator('[data-testid="back"], [data-testid="gallery-back"], [data-testid="numbers-back"]');
    const visited: string[] = [];
    const places = ["marks", "gallery", "calls", "numbers", "keys", "settings", "open"];
    for (const place of places) {
      const onShelf = byId(page, `place-${place}`);
      if ((await onShelf.count()) > 0) await onShelf.click();
      else {
        await byId(page, "more").click();
        await byId(page, `menu-${place}`).click();
      }
      await byId(page, "more").waitFor({ state: "detached" });
      await note();
      visited.push(place);
      await back.click();
      await byId(page, "more").waitFor();
    }
    await note();
    expect(visited).toEqual(places);
    expect([...titles]).toEqual(["Latchkey"]);
    await page.context().close();
  });

  test("is not written by any code", () => {
    const source = fileURLToPath(new URL("../src/", import.meta.url));
    const writing = readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(svelte|ts)$/.test(path) && !path.endsWith(".test.ts"))
      .filter((path) => /document\.title|<svelte:head|setTitle/.test(readFileSync(join(source, path), "utf8")));
    expect(writing).toEqual([]);
  });
});

describe("the blur", () => {
  const open = useBrowser();
  claimsForEveryLook("veiled", open, { open: true, settings: { blur: true } }, async (page) => {
    await byId(page, "chat-row").first().click();
    await byId(page, "message").first().waitFor();
    await attend(page, false);
    await byId(page, "veil").waitFor();
  });

  test("hides what is read, and the dialogs above it, while another window has the keyboard", async () => {
    const page = await open({ open: true, settings: { blur: true } });
    await byId(page, "place-marks").click();
    await byId(page, "marked-edit").first().click();
    await byId(page, "marks-note").waitFor();
    expect(await byId(page, "veil").count()).toBe(0);
    await attend(page, false);
    await byId(page, "veil").waitFor();
    expect(await blurOf(page, ".whole")).toContain("blur");
    expect(await blurOf(page, "dialog")).toContain("blur");
    await attend(page, true);
    await byId(page, "veil").waitFor({ state: "detached" });
    expect(await blurOf(page, ".whole")).toBe("none");
    await page.context().close();
  });

  test("is off until the person wants it", async () => {
    const page = await open({ open: true });
    await byId(page, "chat-row").first().waitFor();
    await attend(page, false);
    expect(await blurOf(page, ".whole")).toBe("none");
    expect(await byId(page, "veil").count()).toBe(0);
    await page.context().close();
  });
});

describe("the lock", () => {
  const open = useBrowser();

  test("leaves nothing to undo and no name of a chat in the page", async () => {
    const page = await open({ open: true });
    await bookmark(page);
    const before = await marksSent(page);
    expect(before).toBe(1);
    await byId(page, "lock").click();
    await byId(page, "start-open").waitFor();
    expect(await page.content()).not.toContain("Ana Ruiz");
    expect(await byId(page, "undo-bar").count()).toBe(0);
    await page.locator("body").press("Control+z");
    expect(await marksSent(page)).toBe(before);
    await page.context().close();
  });
});

describe("another history, opened without a lock between", () => {
  const open = useBrowser();

  test("takes over nothing of the one before: no way back, nothing to undo, no mark", async () => {
    const page = await open({ open: true });
    await bookmark(page);
    for (const chat of [2, 5]) await page.locator(`[data-testid="chat-row"][data-chat="${chat}"]`).click();
    await expect.poll(() => byId(page, "trail-back").isEnabled()).toBe(true);
    await byId(page, "more").click();
    await byId(page, "menu-open").click();
    await byId(page, "undo-bar").hover();
    await openSecondHistory(page);
    expect(await byId(page, "undo-bar").count()).toBe(0);
    const before = await marksSent(page);
    await page.locator("body").press("Control+z");
    await page.keyboard.press("Alt+ArrowLeft");
    expect(await byId(page, "message").count()).toBe(0);
    await page.locator('[data-testid="chat-row"][data-chat="3"]').click();
    await byId(page, "message").first().waitFor();
    expect(await byId(page, "trail-back").isDisabled()).toBe(true);
    expect(await marksSent(page)).toBe(before);
    await page.context().close();
  });
});
