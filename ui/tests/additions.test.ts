// What can be added to chats that are open already: names from an address book, a media folder.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { byId, calls, claimsForEveryLook, type OpenWindow, problems, useBrowser } from "./page";

async function settings(open: OpenWindow, options: Parameters<OpenWindow>[0] = {}): Promise<Page> {
  const page = await open({ open: true, ...options });
  await byId(page, "more").click();
  await byId(page, "menu-settings").click();
  await byId(page, "add-contacts").waitFor();
  return page;
}

const bare = (text: string) => text.replace(/[\u2068\u2069]/g, "");
const asked = async (page: Page, command: string) => (await calls(page)).filter(({ name }) => name === command).map(({ args }) => args);

describe("an address book", () => {
  const open = useBrowser();

  test("names people at once, and says how many and of which country its numbers were", async () => {
    const page = await settings(open, { settings: { homeCountry: "" } });
    await byId(page, "add-contacts").click();
    await expect.poll(async () => bare(await byId(page, "contacts-result").innerText())).toBe("88 people have a name from your address book now");
    await page.getByText("It was guessed from your chats").waitFor();
    await expect.poll(() => byId(page, "contacts-country").inputValue()).toBe("DE");
    expect(await asked(page, "import_contacts")).toEqual([{ country: "" }]);
    await page.context().close();
  });

  test("can be read once more as of another country, which becomes the home country", async () => {
    const page = await settings(open, { settings: { homeCountry: "" } });
    await byId(page, "add-contacts").click();
    await byId(page, "contacts-country").selectOption("ES");
    await expect.poll(() => asked(page, "import_contacts")).toEqual([{ country: "" }, { country: "ES" }]);
    await expect.poll(() => byId(page, "settings-country").inputValue()).toBe("ES");
    await expect.poll(() => page.getByText("It was guessed from your chats").count()).toBe(0);
    await page.context().close();
  });

  test("can be taken out again", async () => {
    const page = await settings(open);
    await byId(page, "add-contacts").click();
    await byId(page, "forget-contacts").click();
    await expect.poll(async () => bare(await byId(page, "contacts-result").innerText())).toBe("212 names were taken out again");
    await page.context().close();
  });

  test("that holds no names says what to do, and the button is there again", async () => {
    const page = await settings(open, { fail: { import_contacts: { code: "not_a_backup", detail: "mock", keyFits: null, retries: null, absence: null } } });
    await byId(page, "add-contacts").click();
    await expect.poll(async () => (await byId(page, "error-happened").allInnerTexts()).join()).toBe("No names with numbers were found in this file");
    await expect.poll(() => byId(page, "add-contacts").isEnabled()).toBe(true);
    await page.context().close();
  });

  test("is not asked for while no chats are open", async () => {
    const page = await open();
    await byId(page, "settings").click();
    await byId(page, "settings-country").waitFor();
    expect(await byId(page, "add-contacts").count()).toBe(0);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  claimsForEveryLook("settings-contacts", open, { open: true, settings: { homeCountry: "" } }, async (page) => {
    await byId(page, "more").click();
    await byId(page, "menu-settings").click();
    await byId(page, "add-contacts").click();
    await byId(page, "contacts-result").waitFor();
    await byId(page, "contacts-result").scrollIntoViewIfNeeded();
  });
});

describe("a media folder", () => {
  const open = useBrowser();

  test("is looked into with progress, and the result adds up by reason", async () => {
    const page = await settings(open, { pace: 5 });
    await byId(page, "link-media").click();
    await expect.poll(async () => bare((await byId(page, "media-result").allInnerTexts()).join())).toBe("2,988 of 3,072 pictures and files were found");
    await expect.poll(async () => bare((await byId(page, "missing-media").allInnerTexts()).join()).replace(/\s+/g, " ")).toContain("61 were never downloaded to the phone. 23 are not in the folder");
    await page.context().close();
  });

  test("can be stopped on the way", async () => {
    const page = await settings(open, { pace: 0 });
    await byId(page, "link-media").click();
    await page.getByRole("progressbar").waitFor();
    await expect.poll(() => page.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("50");
    await byId(page, "media-stop").click();
    await expect.poll(async () => (await byId(page, "media-result").allInnerTexts()).join()).toBe("Stopped. What was found before is as it was.");
    expect((await asked(page, "cancel_restore")).length).toBe(1);
    await byId(page, "link-media").waitFor();
    await page.context().close();
  });

  claimsForEveryLook("settings-media", open, { open: true, pace: 1 }, async (page) => {
    await byId(page, "more").click();
    await byId(page, "menu-settings").click();
    await byId(page, "link-media").click();
    await byId(page, "media-result").waitFor();
    await byId(page, "media-result").scrollIntoViewIfNeeded();
  });
});
