// The Arabic window: what runs from left to right in it keeps its beginning and its order, and every figure is of one family.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { byId, picture, useBrowser } from "./page";

/** A group that holds every kind of message once. */
const EVERY_KIND = 1;
const LATIN = /[0-9]/;

async function talk(page: Page): Promise<void> {
  await page.locator(`[data-testid="chat-row"][data-chat="${EVERY_KIND}"]`).click();
  await byId(page, "message").first().waitFor();
}

/** Reads from the first message on until something comes into sight. */
async function bring(page: Page, what: string): Promise<void> {
  const feed = page.getByRole("feed");
  await feed.press("Home");
  await page.locator('[data-testid="message"][data-position="0"]').waitFor();
  const wanted = page.locator(what).first();
  for (let step = 0; step < 80 && (await wanted.count()) === 0; step += 1) {
    await feed.press("PageDown");
    await page.waitForTimeout(30);
  }
  await wanted.scrollIntoViewIfNeeded();
}

/** Texts of these elements that are cut although their own words begin on the side that is cut. */
const beheaded = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .filter((one) => {
        const first = /\p{L}/u.exec((one.textContent ?? "").replace(/[^\p{L}]/gu, ""))?.[0] ?? "";
        return getComputedStyle(one).direction !== (/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(first) ? "rtl" : "ltr");
      })
      .map((one) => one.textContent),
  );

/** Texts that run out of what they stand in. */
const outside = (page: Page, frame: string, selector: string) =>
  page.locator(frame).evaluateAll((frames, inner) => {
    return frames.flatMap((one) => {
      const { left, right } = one.getBoundingClientRect();
      return [...one.querySelectorAll(inner)].filter((text) => text.getBoundingClientRect().left < left - 1 || text.getBoundingClientRect().right > right + 1).map((text) => text.textContent);
    });
  }, selector);

/** Where the first letters of an element stand, as a share of its width from the left. */
const wordsAt = (page: Page, selector: string) =>
  page.locator(selector).first().evaluate((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const [box, words] = [one.getBoundingClientRect(), range.getBoundingClientRect()];
    return { left: words.left - box.left, right: box.right - words.right };
  });

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`nothing of ${selector}`);
  return box;
};

describe("from left to right in the Arabic window", () => {
  const open = useBrowser();

  test("names, files and addresses of the gallery are cut at their end", async () => {
    const page = await open({ open: true }, "ar");
    await byId(page, "place-gallery").click();
    for (const tab of ["documents", "voice", "links"]) {
      await byId(page, `tab-${tab}`).click();
      await byId(page, "row").first().waitFor();
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 640 });
        await expect.poll(() => outside(page, ".row .main", ".title, bdi")).toEqual([]);
        expect(await beheaded(page, ".row .title, .row .fact bdi")).toEqual([]);
        await picture(page, `arabic-${tab}-${width}`);
      }
    }
    // a short Latin name stands where the list begins: at the right
    await page.setViewportSize({ width: 1280, height: 640 });
    expect((await wordsAt(page, ".row .title")).right).toBeLessThan(2);
    await page.context().close();
  });

  test("a player is one strip: play, the track, the speed, and the time below where the track begins", async () => {
    const page = await open({ open: true }, "ar");
    await talk(page);
    await bring(page, '[data-testid="kind-sound"]');
    const slider = byId(page, "scrubber").first();
    await slider.focus();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowRight");
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 640 });
      await slider.scrollIntoViewIfNeeded();
      await picture(page, `arabic-sound-${width}`);
      const [play, track, speed, time] = [await boxOf(page, "[data-testid=play]"), await boxOf(page, "[data-testid=scrubber]"), await boxOf(page, "[data-testid=speed]"), await boxOf(page, "[data-testid=play-time]")];
      expect(play.x + play.width).toBeLessThan(track.x);
      expect(track.x + track.width).toBeLessThan(speed.x);
      expect(Math.abs(time.x - track.x)).toBeLessThan(12);
    }
    await page.context().close();
  });

  test("found words, notes and what is quoted stand at the side where reading begins", async () => {
    const page = await open({ open: true }, "ar");
    await byId(page, "search-input").fill("garden");
    await byId(page, "search-hit").first().waitFor();
    await byId(page, "note-hit").first().waitFor();
    await picture(page, "arabic-found-1280");
    expect((await wordsAt(page, '[data-testid="note-hit"] .note')).right).toBeLessThan(2);
    // the word for a photo is Arabic, what was said with it is not
    const found = byId(page, "search-hit").first();
    expect(await found.locator("p").evaluate((words) => getComputedStyle(words).direction)).toBe("ltr");
    expect((await wordsAt(page, '[data-testid="search-hit"] p')).right).toBeLessThan(2);
    await page.context().close();
  });

  test("the name of a time zone is whole, and cut at its end where there is no room", async () => {
    const page = await open({}, "ar");
    await byId(page, "settings").click();
    await byId(page, "settings-zone").waitFor();
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 640 });
      await byId(page, "settings-zone").scrollIntoViewIfNeeded();
      const field = byId(page, "settings-zone");
      expect(await field.inputValue()).toMatch(/^\u2068Europe\/Berlin\u2069 \(/);
      expect(await field.evaluate((one: HTMLInputElement) => one.scrollWidth <= one.clientWidth)).toBe(true);
      await picture(page, `arabic-zone-${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 640 });
    await byId(page, "settings-zone").click();
    await byId(page, "settings-zone").fill("New Salem");
    await page.keyboard.press("Enter");
    await page.locator("h1").click();
    expect(await byId(page, "settings-zone").inputValue()).toBe("America/North Dakota/New Salem");
    await picture(page, "arabic-zone-long");
    await page.context().close();
  });
});

describe("figures in the Arabic window", () => {
  const open = useBrowser();

  test("are of one family: clocks, years, codes, lists", async () => {
    const page = await open({ open: true }, "ar");
    await talk(page);
    await bring(page, '[data-testid="kind-sound"]');
    expect(await byId(page, "play-time").first().innerText()).not.toMatch(LATIN);
    await byId(page, "kind-sound").first().scrollIntoViewIfNeeded();
    await page.locator('[data-testid="message"]', { has: byId(page, "kind-sound") }).first().getByTestId("message-more").click();
    await byId(page, "menu-details").click();
    await byId(page, "details-times").waitFor();
    await picture(page, "arabic-details-1280");
    const facts = await page.locator('[data-testid="details"] section:nth-of-type(-n + 3) dd:not(:has(bdi))').allInnerTexts();
    expect(facts.filter((words) => LATIN.test(words))).toEqual([]);
    await page.keyboard.press("Escape");
    await bring(page, '[data-testid="kind-event"]');
    expect(await page.locator('[data-testid="kind-event"] .fact', { hasText: "الإجابة" }).first().innerText()).not.toMatch(LATIN);
    await byId(page, "calendar-open").click();
    await byId(page, "calendar-year").waitFor();
    expect((await byId(page, "calendar-year").locator("option").allInnerTexts()).filter((year) => LATIN.test(year))).toEqual([]);
    await page.context().close();
  });

  test("number the steps of a list, but not where a region writes Latin ones", async () => {
    const counted = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--counted").trim());
    const page = await open({}, "ar");
    await byId(page, "start-restore").waitFor();
    expect(await counted(page)).toBe("arabic-indic");
    await page.context().close();
    const english = await open({}, "light");
    await byId(english, "start-restore").waitFor();
    expect(await counted(english)).toBe("decimal");
    await english.context().close();
  });
});
