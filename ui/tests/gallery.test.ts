// The gallery: everything of a chat or of all, by month; only what is near is asked for, and every way out of it leads to the right message.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { MockOptions } from "../src/ipc/mock";
import { failureOf } from "../src/ipc/errors";
import { byId, calls, claimsForEveryLook, expectAccessible, holdAnswers, type OpenWindow, picture, problems, useBrowser } from "./page";

/** A chat of words alone. */
const WITHOUT = "4";
/** A chat of 100,000 messages. */
const LONG = "2";

async function goToGallery(page: Page): Promise<void> {
  await byId(page, "place-gallery").click();
  await page.getByRole("tabpanel").waitFor();
}

async function openGallery(open: OpenWindow, options: MockOptions = {}): Promise<Page> {
  const page = await open({ open: true, ...options });
  await goToGallery(page);
  return page;
}

/** The thing at a place of the gallery. */
const thing = (page: Page, place: number) => page.locator(`[data-place="${place}"]`);

const focusedPlace = (page: Page) => page.evaluate(() => Number(document.activeElement?.closest<HTMLElement>("[data-place]")?.dataset["place"] ?? -1));

/** The thing whose row is the first one under the month's heading. */
const firstSeen = (page: Page) =>
  page.evaluate(() => {
    const wall = document.querySelector<HTMLElement>("[data-testid=wall]");
    const top = (wall?.getBoundingClientRect().top ?? 0) + 44;
    const seen = [...document.querySelectorAll<HTMLElement>("[data-place]")].filter((one) => one.getBoundingClientRect().top >= top - 1);
    return Math.min(...seen.map((one) => Number(one.dataset["place"])));
  });

describe("the gallery", () => {
  const open = useBrowser();

  test("has a way to a month only where there are several", async () => {
    const page = await openGallery(open);
    await byId(page, "month-rail").waitFor();
    await byId(page, "chat-picker").selectOption("1");
    await expect.poll(() => byId(page, "gallery-count").innerText()).not.toContain("8,537");
    const months = new Set(await page.locator("[data-testid=wall] h2, [data-testid=wall] h3").allInnerTexts());
    expect((await byId(page, "month-rail").count()) > 0).toBe(months.size > 1);
    await page.context().close();
  });

  test("shows that there are more tabs than fit, until the last is in sight", async () => {
    const page = await open({ open: true }, "pseudo");
    await goToGallery(page);
    await page.setViewportSize({ width: 360, height: 640 });
    const fades = () => page.getByRole("tablist").evaluate((list) => getComputedStyle(list).maskImage !== "none");
    await expect.poll(fades).toBe(true);
    await byId(page, "tab-links").scrollIntoViewIfNeeded();
    await expect.poll(fades).toBe(false);
    await page.context().close();
  });

  test("asks for no small picture before it is near, and keeps a hundred thousand out of the document", async () => {
    const page = await open({ open: true, pictures: 100_000 });
    await page.evaluate(() => {
      const shell = (window as unknown as { __TAURI_INTERNALS__: { convertFileSrc: (path: string) => string } }).__TAURI_INTERNALS__;
      const convert = shell.convertFileSrc;
      const asked: string[] = [];
      Object.assign(window, { asked });
      shell.convertFileSrc = (path) => {
        asked.push(path);
        return convert(path);
      };
    });
    const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked.map((path) => Number(path.replace("thumbnail-", ""))));
    await goToGallery(page);
    await byId(page, "thumbnail").first().waitFor();
    expect(await byId(page, "gallery-count").innerText()).toContain("100,000");
    expect(Math.max(...(await asked()))).toBeLessThan(60);
    expect(await byId(page, "thing").count()).toBeLessThan(80);

    // to the end in one move: nothing between is read or drawn
    await byId(page, "wall").evaluate((wall) => (wall.scrollTop = wall.scrollHeight));
    await thing(page, 99_999).locator("img").waitFor();
    const places = await asked();
    expect(places.filter((place) => place > 60 && place < 99_900)).toEqual([]);
    expect(places.every((place) => place < 100_000)).toBe(true);
    const read = (await calls(page)).filter(({ name }) => name === "gallery").length;
    expect(read).toBeLessThan(6);
    expect(await byId(page, "thing").count()).toBeLessThan(80);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("stands exactly at a month after the jump, and says which month it is", async () => {
    const page = await openGallery(open, { pictures: 100_000 });
    await byId(page, "thumbnail").first().waitFor();
    // each of the 120 months holds 834
    await byId(page, "month").nth(60).click();
    await expect.poll(() => firstSeen(page)).toBe(60 * 834);
    await thing(page, 60 * 834).locator("img").waitFor();
    expect(await thing(page, 60 * 834).getAttribute("aria-posinset")).toBe("1");
    await expect.poll(() => byId(page, "month").nth(60).getAttribute("aria-current")).toBe("true");
    // the same in a narrow window, by its menu
    await page.setViewportSize({ width: 360, height: 640 });
    await byId(page, "month-menu").selectOption(String(100 * 834));
    await expect.poll(() => firstSeen(page)).toBe(100 * 834);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => firstSeen(page)).toBe(100 * 834);
    await page.context().close();
  });

  test("is walked through by the keyboard, over the edges of months and out of what is drawn", async () => {
    const page = await openGallery(open, { pictures: 100_000 });
    await byId(page, "tile").first().focus();
    await page.keyboard.press("ArrowRight");
    expect(await focusedPlace(page)).toBe(1);
    await page.keyboard.press("ArrowDown");
    const columns = (await focusedPlace(page)) - 1;
    expect(columns).toBeGreaterThanOrEqual(3);
    await page.keyboard.press("End");
    await expect.poll(() => focusedPlace(page)).toBe(99_999);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => focusedPlace(page)).toBe(99_998);
    await page.keyboard.press("Home");
    await expect.poll(() => focusedPlace(page)).toBe(0);
    // one way in and one way out for Tab
    expect(await page.locator("[data-place] button[tabindex='0']").count()).toBe(1);
    await page.keyboard.press("Enter");
    await byId(page, "viewer").waitFor();
    await page.context().close();
  });

  test("goes where the last key led, though the thing of an earlier one comes later", async () => {
    // the last two stand on a page of their own, below things of another page
    const page = await openGallery(open, { pictures: 14_162 });
    await byId(page, "tile").first().focus();
    const answer = await holdAnswers(page, "gallery", { offset: 14_160 });
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => focusedPlace(page)).toBeGreaterThan(14_000);
    const place = await focusedPlace(page);
    expect(place).toBeLessThan(14_160);
    await answer();
    await thing(page, 14_161).locator("button").waitFor();
    await page.waitForTimeout(300);
    expect(await focusedPlace(page)).toBe(place);
    await page.context().close();
  });

  test("opens a picture among its neighbours, and comes back to where one went", async () => {
    const page = await openGallery(open);
    const count = Number((await byId(page, "gallery-count").innerText()).replace(/\D/g, ""));
    expect(count).toBeGreaterThan(5_000);
    await thing(page, 2).locator("button").click();
    await expect.poll(() => byId(page, "viewer-place").innerText()).toMatch(/3.* of /);
    for (let n = 0; n < 5; n += 1) await page.keyboard.press("ArrowRight");
    await expect.poll(() => byId(page, "viewer-place").innerText()).toMatch(/8.* of /);
    await page.keyboard.press("Escape");
    await expect.poll(() => byId(page, "viewer").count()).toBe(0);
    await expect.poll(() => focusedPlace(page)).toBe(7);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("shows a picture in its chat, at its own place there", async () => {
    const page = await openGallery(open);
    await byId(page, "chat-picker").selectOption(LONG);
    await byId(page, "month").nth(40).click();
    const first = await firstSeen(page);
    await thing(page, first).locator("button").click();
    await byId(page, "viewer-show").click();
    await page.getByRole("feed").waitFor();
    const asked = (await calls(page)).filter(({ name }) => name === "gallery");
    expect(asked.every(({ args }) => (args as { chat: number | null }).chat === null || (args as { chat: number }).chat === 2)).toBe(true);
    await expect.poll(() => byId(page, "jump-highlight").count()).toBe(1);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("goes between one chat and everything, and between the four sorts, by the keyboard too", async () => {
    const page = await openGallery(open);
    const all = await byId(page, "gallery-count").innerText();
    await byId(page, "chat-picker").selectOption(LONG);
    await expect.poll(() => byId(page, "gallery-count").innerText()).not.toBe(all);
    await byId(page, "tab-pictures").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => byId(page, "tab-voice").getAttribute("aria-selected")).toBe("true");
    await byId(page, "row").first().waitFor();
    await byId(page, "chat-picker").selectOption("");
    await expect.poll(() => byId(page, "tab-voice").getAttribute("aria-selected")).toBe("true");
    await byId(page, "gallery-back").click();
    await byId(page, "chat-row").first().waitFor();
    await page.context().close();
  });

  test("opens a link only when it is pressed and is of the web; other addresses lead to their message", async () => {
    const page = await openGallery(open);
    await byId(page, "tab-links").click();
    const web = byId(page, "row").filter({ hasText: "Almond cake, the real one" }).first();
    await web.waitFor();
    expect((await calls(page)).filter(({ name }) => name === "open_link")).toEqual([]);
    await web.click();
    expect((await calls(page)).filter(({ name }) => name === "open_link").map(({ args }) => args)).toEqual([{ url: "https://www.example.com/recipes/almond-cake" }]);
    await byId(page, "row").filter({ hasText: "A gift for you" }).first().click();
    await page.getByRole("feed").waitFor();
    expect((await calls(page)).filter(({ name }) => name === "open_link").length).toBe(1);
    await page.context().close();
  });

  test("keeps a document where the person wants it, and says so", async () => {
    const page = await openGallery(open);
    await byId(page, "tab-documents").click();
    await byId(page, "row-save").first().click();
    await expect.poll(() => page.getByRole("status").allInnerTexts()).toContain("Saved");
    expect((await calls(page)).filter(({ name }) => name === "save_media").length).toBe(1);
    await page.context().close();
  });

  test("says what could not be read, and reads it when asked again", async () => {
    const page = await open({ open: true });
    await page.evaluate((failOnce) => (window.latchkeyMock = { ...window.latchkeyMock, failOnce }), { gallery: failureOf("io", "mock") });
    await goToGallery(page);
    await page.getByRole("alert").waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await byId(page, "thumbnail").first().waitFor();
    await expect.poll(() => page.getByRole("alert").count()).toBe(0);
    await page.context().close();
  });

  test("is whole and accessible in forced colours, and at 200 % zoom", async () => {
    const page = await openGallery(open);
    await byId(page, "thumbnail").first().waitFor();
    await page.emulateMedia({ forcedColors: "active" });
    await expectAccessible(page);
    await picture(page, "gallery-forced-colours-1280");
    await page.emulateMedia({ forcedColors: "none" });
    await page.setViewportSize({ width: 640, height: 400 });
    await expectAccessible(page);
    await picture(page, "gallery-zoomed-640");
    await page.context().close();
  });

  claimsForEveryLook("gallery", open, { open: true }, async (page) => {
    await goToGallery(page);
    await byId(page, "thumbnail").first().waitFor();
    await byId(page, "month").nth(2).click();
    await byId(page, "thumbnail").first().waitFor();
  });

  claimsForEveryLook("gallery-kinds", open, { open: true }, async (page) => {
    await goToGallery(page);
    await byId(page, "chat-picker").selectOption("1");
    await byId(page, "tile").first().waitFor();
  });

  for (const kind of ["voice", "documents", "links"] as const) {
    claimsForEveryLook(`gallery-${kind}`, open, { open: true }, async (page) => {
      await goToGallery(page);
      await byId(page, `tab-${kind}`).click();
      await byId(page, "row").first().waitFor();
    });
  }

  claimsForEveryLook("gallery-empty", open, { open: true }, async (page) => {
    await goToGallery(page);
    await byId(page, "chat-picker").selectOption(WITHOUT);
    await byId(page, "gallery-empty").waitFor();
  });

  claimsForEveryLook("gallery-failed", open, { open: true, fail: { gallery_months: failureOf("index_damaged", "mock") } }, async (page) => {
    await goToGallery(page);
    await byId(page, "error-happened").waitFor();
  });
});
