// The head of a conversation: what holds for the chat, and what it says of itself.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { byId, claimsForEveryLook, type OpenWindow, problems, useBrowser } from "./page";

/** A group with a description, whose messages disappear. */
const GROUP = 1;
/** A person without a name, and one behind a private address. */
const UNNAMED = 8;
const PRIVATE = 9;
/** An archived group that the person has left. */
const LEFT = 34;

/** Without the marks that keep names and figures in their own direction. */
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, "");

async function openChat(page: Page, chat: number): Promise<void> {
  await page.locator(`[data-testid="chat-row"][data-chat="${chat}"]`).click();
  await byId(page, "message").first().waitFor();
}

async function started(open: OpenWindow, chat: number, filter = ""): Promise<Page> {
  const page = await open({ open: true });
  // high enough for the row that is meant
  await page.setViewportSize({ width: 1280, height: 1600 });
  if (filter) await byId(page, "chat-filter").fill(filter);
  await openChat(page, chat);
  await page.setViewportSize({ width: 1280, height: 800 });
  return page;
}

describe("the head of a conversation", () => {
  const open = useBrowser();

  test("says that messages disappear, and what the group says of itself", async () => {
    const page = await started(open, GROUP);
    await expect.poll(async () => bare(await byId(page, "chat-states").innerText())).toContain("disappear after 90 days");
    const button = byId(page, "chat-about-open");
    await button.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => byId(page, "chat-about").innerText()).toContain("Surprise: not a word to him.");
    await expect.poll(() => button.getAttribute("aria-expanded")).toBe("true");
    expect(await byId(page, "chat-about").innerText()).toContain("First message");
    await page.keyboard.press("Enter");
    await expect.poll(() => byId(page, "chat-about").count()).toBe(0);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("leaves the name room in a narrow window and beside the list", async () => {
    const page = await started(open, GROUP);
    for (const [width, height, least] of [[800, 600, 200], [360, 640, 140]] as const) {
      await page.setViewportSize({ width, height });
      const head = page.locator("header:has([data-testid=chat-more])");
      await expect.poll(async () => (await head.locator(".words").boundingBox())?.width ?? 0).toBeGreaterThan(least);
      expect((await head.boundingBox())?.height).toBeLessThanOrEqual(72);
    }
    // what has no button of its own now is in the menu
    await byId(page, "chat-more").click();
    await page.getByRole("menuitem", { name: "About this chat" }).click();
    await byId(page, "chat-about").waitFor();
    await page.context().close();
  });

  test("says that the person has left", async () => {
    const page = await started(open, LEFT, "lisbon");
    await expect.poll(() => byId(page, "chat-states").innerText()).toContain("You are no longer in this group");
    await page.context().close();
  });

  test("gives a number, and never a private address as one", async () => {
    const page = await started(open, UNNAMED);
    await byId(page, "chat-about-open").click();
    await expect.poll(() => byId(page, "chat-about").innerText()).toContain("+15550100008");
    await openChat(page, PRIVATE);
    await byId(page, "chat-about-open").click();
    await expect.poll(() => byId(page, "chat-about").innerText()).toContain("Unknown (private number)");
    expect(await byId(page, "chat-about").innerText()).not.toContain("204518830917213");
    await page.context().close();
  });

  claimsForEveryLook("chats-about", open, { open: true }, async (page) => {
    await openChat(page, GROUP);
    await byId(page, "chat-about-open").click();
    await byId(page, "chat-about").waitFor();
  });
});
