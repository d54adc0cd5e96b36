// Safety on the screen: what the window's title says, the blur, and what stays after the lock.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { byId, calls, claimsForEveryLook, useBrowser } from "./page";

/** The window is given the keyboard, or another one takes it. */
async function attend(page: Page, here: boolean): Promise<void> {
  await page.evaluate((focused) => {
    document.hasFocus = () => focused;
    window.dispatchEvent(new Event(focused ? "focus" : "blur"));
  }, here);
}

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
    for (const place of ["marks", "gallery", "calls", "numbers", "keys", "settings", "open"]) {
      const onShelf = byId(page, `place-${place}`);
      if ((await onShelf.count()) > 0) await onShelf.click();
      else {
        await byId(page, "more").click();
        await byId(page, `menu-${place}`).click();
      }
      await byId(page, "more").waitFor({ state: "detached" });
      await note();
      const back = byId(page, "back");
      if ((await back.count()) > 0) await back.click();
      else break;
      await byId(page, "more").waitFor();
    }
    await note();
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
    await byId(page, "chat-row").first().waitFor();
    await byId(page, "lock").click();
    await byId(page, "start-open").waitFor();
    expect(await page.content()).not.toContain("Ana Ruiz");
    await page.locator("body").press("Control+z");
    expect((await calls(page)).map(({ name }) => name)).not.toContain("set_marks");
    await page.context().close();
  });
});
