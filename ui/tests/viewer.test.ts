// A picture in full size: by mouse and by keyboard, alone and in an album, and back to where one was.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import type { MockOptions } from "../src/ipc/mock";
import { failureOf } from "../src/ipc/errors";
import { byId, calls, claimsForEveryLook, type OpenWindow, problems, useBrowser } from "./page";

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

/** What the viewer shows of a film that it can play, and of one that is too large for the window. */
const FILM = "viewer-play";
const LARGE_FILM = "viewer-outside";

/** A text with its Arabic figures as Western ones. */
const westernDigits = (text: string) => text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));

/** Opens the first picture of everything, and goes on until something is there. */
async function openTile(page: Page, there: string): Promise<void> {
  await byId(page, "thumbnail").first().waitFor();
  await page.locator('[data-place="0"] button').click();
  await byId(page, "viewer").waitFor();
  for (let n = 1; n < 200 && (await byId(page, there).count()) === 0; n += 1) {
    // the button: an arrow key turns around with the direction of the page
    await byId(page, "viewer-next").click();
    await expect.poll(async () => westernDigits(await byId(page, "viewer-place").innerText())).toMatch(new RegExp(`\\b${n + 1}\\b`));
  }
}

async function openGallery(open: OpenWindow, options: MockOptions = {}, there = "viewer-picture"): Promise<Page> {
  const page = await open({ open: true, ...options });
  await byId(page, "place-gallery").click();
  await openTile(page, there);
  return page;
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
    await byId(page, "viewer-play").waitFor();
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

  test("opened alone goes on to the others of its chat", async () => {
    const page = await openChat(open);
    await byId(page, "picture-open").first().click();
    await expect.poll(async () => (await byId(page, "viewer-place").count()) === 1).toBe(true);
    const place = Number((await said(page)).match(/(\d+) of/)?.[1]);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => said(page)).toContain(`${place - 1} of`);
    // newest first: the one before is the next message
    expect(await said(page)).not.toContain("Table here, music there?");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => said(page)).toContain("Table here, music there?");
    await byId(page, "viewer-show").click();
    await expect.poll(() => byId(page, "viewer").count()).toBe(0);
    await expect.poll(() => byId(page, "jump-highlight").count()).toBe(1);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("comes nearer by buttons, keys, wheel and double click, is moved about, and never leaves its stage", async () => {
    const page = await openGallery(open);
    const image = byId(page, "viewer-picture");
    const width = async () => (await image.boundingBox())?.width ?? 0;
    await expect.poll(width).toBeGreaterThan(100);
    const whole = await width();
    await byId(page, "viewer-nearer").click();
    await expect.poll(width).toBeCloseTo(whole * 1.4, 0);
    await page.keyboard.press("+");
    await expect.poll(width).toBeCloseTo(whole * 1.96, 0);
    expect(await byId(page, "viewer-whole").innerText()).toContain("196");
    await page.keyboard.press("-");
    await expect.poll(width).toBeCloseTo(whole * 1.4, 0);
    await page.keyboard.press("0");
    await expect.poll(width).toBeCloseTo(whole, 0);
    await image.hover();
    await page.mouse.wheel(0, -300);
    await expect.poll(width).toBeGreaterThan(whole * 1.5);
    await page.keyboard.press("0");
    await image.dblclick();
    await expect.poll(width).toBeCloseTo(whole * 2.5, 0);
    const left = async () => (await image.boundingBox())?.x ?? 0;
    const before = await left();
    await page.mouse.move(640, 400);
    await page.mouse.down();
    await page.mouse.move(500, 400, { steps: 4 });
    await page.mouse.up();
    await expect.poll(left).toBeCloseTo(before - 140, 0);
    // a drag is no click beside the picture, and its edge stops at the edge of the stage
    expect(await byId(page, "viewer").count()).toBe(1);
    await page.mouse.move(640, 400);
    await page.mouse.down();
    await page.mouse.move(10_000, 400, { steps: 4 });
    await page.mouse.up();
    const stage = await page.locator("dialog .zooming").boundingBox();
    await expect.poll(left).toBeLessThanOrEqual((stage?.x ?? 0) + 1);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("comes nearer under two fingers", async () => {
    const page = await openGallery(open);
    const image = byId(page, "viewer-picture");
    const width = async () => (await image.boundingBox())?.width ?? 0;
    await expect.poll(width).toBeGreaterThan(100);
    const whole = await width();
    await page.locator("dialog .zooming").evaluate((stage) => {
      const send = (type: string, pointerId: number, x: number) => stage.dispatchEvent(new PointerEvent(type, { pointerId, clientX: x, clientY: 400, bubbles: true, pointerType: "touch", button: type === "pointermove" ? -1 : 0 }));
      send("pointerdown", 1, 600);
      send("pointerdown", 2, 700);
      send("pointermove", 2, 800);
      send("pointerup", 2, 800);
      send("pointerup", 1, 600);
    });
    await expect.poll(width).toBeCloseTo(whole * 2, 0);
    await page.context().close();
  });

  test("goes on by itself only when it is told to, four seconds each, and stops when told", async () => {
    const page = await openGallery(open);
    await page.clock.install();
    const place = () => byId(page, "viewer-place").innerText();
    const begun = await place();
    await page.clock.runFor(9_000);
    expect(await place()).toBe(begun);
    await byId(page, "viewer-slides").click();
    await page.clock.runFor(4_100);
    await expect.poll(place).not.toBe(begun);
    const second = await place();
    await byId(page, "viewer-slides").click();
    await page.clock.runFor(9_000);
    expect(await place()).toBe(second);
    await page.context().close();
  });

  test("keeps a copy where the person wants it, and says how that went", async () => {
    const page = await openGallery(open);
    await byId(page, "viewer-save").click();
    await expect.poll(() => said(page)).toContain("Saved");
    await page.evaluate((failOnce) => (window.latchkeyMock = { ...window.latchkeyMock, failOnce }), { save_media: failureOf("no_space", "mock") });
    await byId(page, "viewer-save").click();
    await expect.poll(() => said(page)).not.toContain("Saved");
    await page.context().close();
  });

  test("plays a film from memory and says when it cannot; a large one is opened outside after a warning", async () => {
    const page = await openGallery(open, {}, FILM);
    expect((await calls(page)).filter(({ name }) => name === "media_bytes")).toEqual([]);
    // what cannot be played, whatever the made-up file holds
    await page.evaluate(() => (URL.createObjectURL = () => "blob:nothing"));
    await byId(page, "viewer-play").click();
    await byId(page, "viewer-outside").waitFor();
    expect((await calls(page)).filter(({ name }) => name === "media_bytes").length).toBe(1);
    expect((await calls(page)).filter(({ name }) => name === "open_media")).toEqual([]);
    expect(await said(page)).toContain("plain copy");
    await byId(page, "viewer-open-outside").click();
    await expect.poll(async () => (await calls(page)).filter(({ name }) => name === "open_media").length).toBe(1);
    await page.context().close();

    const large = await openGallery(open, {}, LARGE_FILM);
    await byId(large, "viewer-outside").waitFor();
    expect(await said(large)).toContain("240 MB");
    expect((await calls(large)).filter(({ name }) => name === "media_bytes")).toEqual([]);
    await large.context().close();
  });

  test("keeps the keyboard inside", async () => {
    const page = await openGallery(open);
    for (let n = 0; n < 14; n += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null)).toBe(true);
    }
    await page.context().close();
  });

  claimsForEveryLook("viewer-film", open, { open: true }, async (page) => {
    await byId(page, "place-gallery").click();
    await openTile(page, LARGE_FILM);
    await byId(page, "viewer-outside").waitFor();
  });

  claimsForEveryLook("viewer-gallery", open, { open: true }, async (page) => {
    await byId(page, "place-gallery").click();
    await openTile(page, "viewer-picture");
    await byId(page, "viewer-picture").waitFor();
    await byId(page, "viewer-nearer").click();
  });

  claimsForEveryLook("viewer", open, { open: true }, async (page) => {
    await go(page);
    await byId(page, "picture-open").first().click();
    await byId(page, "viewer").waitFor();
  });
});
