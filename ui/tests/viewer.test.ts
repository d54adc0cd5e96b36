// A picture in full size: by mouse and by keyboard, alone and in an album, and back to where one was.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { byId, claimsForEveryLook, type OpenWindow, problems, useBrowser } from "./page";

/** A group that holds every kind of message once. */
const EVERY_KIND = 1;

async function openChat(open: OpenWindow): Promise<Page> {
  const page = await open({ open: true });
  await go(page);
  return page;
}

async function go(page: Page): Promise<void> {
  await page.locator(`[data-testid="chat-row"][data-chat="${EVERY_KIND}"]`).click();
  await page.getByRole("feed").press("Home");
  await byId(page, "picture-open").first().waitFor();
}

/** Reads on until the album is in sight. */
async function album(page: Page): Promise<void> {
  const wanted = byId(page, "album-part").first();
  await expect
    .poll(async () => {
      if ((await wanted.count()) === 0) await page.getByRole("feed").press("PageDown");
      return wanted.count();
    })
    .toBe(1);
  await wanted.scrollIntoViewIfNeeded();
}

/** Without the marks that keep names and figures in their own direction. */
const said = async (page: Page) => (await byId(page, "viewer").innerText()).replace(/[\u2068\u2069]/g, "");

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("data-testid"));

describe("a picture in full size", () => {
  const open = useBrowser();

  test("opens and closes by the keyboard, says whose it is, and leads back to its message", async () => {
    const page = await openChat(open);
    await byId(page, "picture-open").first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => said(page)).toContain("Table here, music there?");
    expect(await said(page)).toContain("Ana Ruiz");
    await page.keyboard.press("Escape");
    await expect.poll(() => byId(page, "viewer").count()).toBe(0);
    await expect.poll(() => focused(page)).toBe("picture-open");
    // the same key did not leave the conversation
    expect(await page.getByRole("feed").count()).toBe(1);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("of an album goes on to the next that can be seen, and says what is a still", async () => {
    const page = await openChat(open);
    await album(page);
    await byId(page, "album-part").nth(1).locator("button").click();
    await expect.poll(() => said(page)).toContain("2 of 4");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => said(page)).toContain("This is a still.");
    await byId(page, "viewer-next").click();
    await expect.poll(() => said(page)).toContain("4 of 4");
    await expect.poll(() => byId(page, "viewer-next").isDisabled()).toBe(true);
    await byId(page, "viewer-close").click();
    await expect.poll(() => byId(page, "viewer").count()).toBe(0);
    await page.context().close();
  });

  test("closes by a click beside it, and the lock is at hand again", async () => {
    const page = await openChat(open);
    await byId(page, "picture-open").first().click();
    await byId(page, "viewer").waitFor();
    await page.locator("dialog .stage").click({ position: { x: 5, y: 5 } });
    await expect.poll(() => byId(page, "viewer").count()).toBe(0);
    await byId(page, "lock").click();
    await byId(page, "start-open").waitFor();
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  claimsForEveryLook("viewer", open, { open: true }, async (page) => {
    await go(page);
    await byId(page, "picture-open").first().click();
    await byId(page, "viewer").waitFor();
  });
});
