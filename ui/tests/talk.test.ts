// One message from every side: its menu, its details, who reacted, its marks, its text's own marks; sounds and films that play in place.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import type { MockOptions } from "../src/ipc/mock";
import { byId, calls, claimsForEveryLook, expectAccessible, type OpenWindow, problems, useBrowser } from "./page";

/** A group that holds every kind of message once. */
const EVERY_KIND = 1;

const message = (page: Page, position: number) => page.locator(`[data-testid="message"][data-position="${position}"]`);
const rowWith = (page: Page, what: string) => page.locator('[data-testid="message"]', { has: page.locator(what) }).first();
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, "");
const kind = (name: string) => `[data-testid="kind-${name}"]`;
const called = async (page: Page, wanted: string) => (await calls(page)).filter(({ name }) => name === wanted).map(({ args }) => args);
const focused = (page: Page, attribute: string) => page.evaluate((name) => document.activeElement?.getAttribute(name), attribute);

async function go(page: Page): Promise<void> {
  await page.locator(`[data-testid="chat-row"][data-chat="${EVERY_KIND}"]`).click();
  await byId(page, "message").first().waitFor();
}

async function opened(open: OpenWindow, options: MockOptions = {}): Promise<Page> {
  const page = await open({ open: true, ...options });
  await go(page);
  return page;
}

/** Reads from the first message on until something comes into sight. */
async function bring(page: Page, what: string): Promise<void> {
  const feed = page.getByRole("feed");
  await feed.press("Home");
  await message(page, 0).waitFor();
  const wanted = page.locator(what).first();
  for (let step = 0; step < 80 && (await wanted.count()) === 0; step += 1) {
    await feed.press("PageDown");
    await page.waitForTimeout(30);
  }
  await wanted.scrollIntoViewIfNeeded();
}

async function menuOf(page: Page, what: string): Promise<void> {
  await bring(page, what);
  await rowWith(page, what).getByTestId("message-more").click();
  await page.getByRole("menu").waitFor();
}

const OWN = 'text=I can bring the long table';
const ANSWER = 'text=Perfect. The shade';

describe("the menu of a message", () => {
  const open = useBrowser();

  test("opens by its button, goes by arrows, and gives the keyboard back", async () => {
    const page = await opened(open);
    await bring(page, ANSWER);
    await rowWith(page, ANSWER).getByTestId("message-more").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page, "data-testid")).toBe("menu-copy");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => focused(page, "data-testid")).toBe("menu-details");
    await page.keyboard.press("End");
    await expect.poll(() => focused(page, "data-testid")).toBe("menu-quoted");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => focused(page, "data-testid")).toBe("menu-copy");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("menu").count()).toBe(0);
    await expect.poll(() => focused(page, "data-testid")).toBe("message-more");
    // Escape closed the menu, not the chat
    expect(await page.getByRole("feed").count()).toBe(1);
    await page.context().close();
  });

  test("opens by the second button at the pointer, and by Shift+F10", async () => {
    const page = await opened(open);
    await bring(page, OWN);
    await page.locator(OWN).first().click({ button: "right" });
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("menu").count()).toBe(0);
    await rowWith(page, OWN).getByTestId("reactions").focus();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menu").waitFor();
    await page.mouse.click(10, 10);
    await expect.poll(() => page.getByRole("menu").count()).toBe(0);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("copies the text and says until when the clipboard holds it", async () => {
    const page = await opened(open, { settings: { clipboardSeconds: 30 } });
    await menuOf(page, OWN);
    await byId(page, "menu-copy").click();
    await expect.poll(() => called(page, "copy_text")).toEqual([{ text: "I can bring the long table and the lanterns." }]);
    await expect.poll(async () => bare(await byId(page, "copied-note").innerText())).toMatch(/Copied. The clipboard is cleared in 30 seconds/);
    expect(await byId(page, "copied-note").getAttribute("role")).toBe("status");
    await page.context().close();
  });

  test("offers the file's ways only where a file is, and warns before another program gets a plain copy", async () => {
    const page = await opened(open);
    await menuOf(page, OWN);
    expect(await byId(page, "menu-save").count()).toBe(0);
    await page.keyboard.press("Escape");
    await bring(page, "text=Guest list (final");
    const row = rowWith(page, "text=Guest list (final");
    await row.getByTestId("file-open").click();
    await page.getByText("plain copy for it, without encryption").waitFor();
    expect(await called(page, "open_media")).toEqual([]);
    await byId(page, "outside-open").click();
    await expect.poll(() => called(page, "open_media")).toHaveLength(1);
    await expect.poll(() => focused(page, "data-testid")).toBe("file-open");
    await row.getByTestId("file-save").click();
    await expect.poll(() => byId(page, "done").innerText()).toBe("Saved");
    await row.getByTestId("message-more").click();
    await byId(page, "menu-save").click();
    await expect.poll(() => called(page, "save_media")).toHaveLength(2);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("goes to the quoted message", async () => {
    const page = await opened(open);
    await menuOf(page, ANSWER);
    await byId(page, "menu-quoted").click();
    await byId(page, "jump-highlight").waitFor();
    await expect.poll(() => message(page, 7).locator('[data-testid="jump-highlight"]').count()).toBe(1);
    await page.context().close();
  });

  test("leads to one's own marks, which stand in the bubble", async () => {
    const page = await opened(open);
    await bring(page, '[data-testid="own-marks"]:has-text("cardamom")');
    await expect.poll(async () => bare(await byId(page, "own-marks").filter({ hasText: "cardamom" }).innerText())).toMatch(/Bookmarked by you[^]*party[^]*to do[^]*Ask her about the cardamom/);
    await menuOf(page, OWN);
    await byId(page, "menu-mark").click();
    await byId(page, "marks-note").fill("paper lamps");
    await byId(page, "marks-keep").click();
    await expect.poll(() => called(page, "set_marks")).toEqual([{ chat: 1, message: 1_000_005, marks: expect.objectContaining({ note: "paper lamps" }) }]);
    // it stands there at once, and goes with an undo
    await expect.poll(() => message(page, 5).innerText()).toContain("paper lamps");
    await byId(page, "undo").click();
    await expect.poll(() => message(page, 5).innerText()).not.toContain("paper lamps");
    await page.context().close();
  });

  test("what is copied by hand takes the same way", async () => {
    const page = await opened(open);
    await bring(page, OWN);
    await page.locator(OWN).first().dblclick();
    await page.keyboard.press("Control+c");
    await expect.poll(() => called(page, "copy_text")).toHaveLength(1);
    await page.context().close();
  });

  claimsForEveryLook("talk-menu", open, { open: true }, (page) => go(page).then(() => menuOf(page, ANSWER)));
  claimsForEveryLook("talk-outside", open, { open: true }, async (page) => {
    await go(page);
    await bring(page, "text=Guest list (final");
    await rowWith(page, "text=Guest list (final").getByTestId("file-open").click();
  });
});

describe("who reacted", () => {
  const open = useBrowser();

  test("is said by name when the reactions are pressed, by keyboard too", async () => {
    const page = await opened(open);
    await bring(page, OWN);
    await rowWith(page, OWN).getByTestId("reactions").focus();
    await page.keyboard.press("Enter");
    await expect.poll(async () => bare(await byId(page, "reactors").innerText()).replace(/\s+/g, " ").trim()).toBe("🙏 Ana Ruiz 🙏 Tomás Vidal ❤️ Grandma Rose");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page, "data-testid")).toBe("reactions");
    await page.context().close();
  });

  claimsForEveryLook("talk-reactors", open, { open: true }, async (page) => {
    await go(page);
    await bring(page, OWN);
    await rowWith(page, OWN).getByTestId("reactions").click();
    await byId(page, "reactors").waitFor();
  });
});

describe("details of a message", () => {
  const open = useBrowser();
  const show = async (page: Page, what: string) => {
    await menuOf(page, what);
    await byId(page, "menu-details").click();
    await byId(page, "details-times").waitFor();
  };

  test("name the zone of every time, the backups, the row and the id", async () => {
    const page = await opened(open);
    await show(page, OWN);
    await expect.poll(() => byId(page, "details-times").innerText()).toMatch(/Central European (Summer|Standard) Time/);
    await expect.poll(() => byId(page, "details-source").count()).toBe(2);
    const words = bare(await byId(page, "details").innerText());
    for (const part of ["msgstore.db.crypt15", "3EB0", "column key_id", "Receipts", "Tomás Vidal", "no record"]) expect(words).toContain(part);
    expect(bare(await byId(page, "details-row").nth(0).innerText())).toMatch(/^\d+$/);
    expect(await byId(page, "details-row").nth(1).innerText()).toBe("not recorded");
    await byId(page, "details-source").first().getByTestId("copy").click();
    await expect.poll(async () => JSON.stringify(await called(page, "copy_text"))).toMatch(/"[0-9a-f]{64}"/);
    await page.keyboard.press("Escape");
    await expect.poll(() => byId(page, "details").count()).toBe(0);
    await expect.poll(() => focused(page, "data-testid")).toBe("message-more");
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("name the device it was sent from, and the number of its type in the backup", async () => {
    const page = await opened(open);
    await show(page, kind("sound"));
    const words = async () => bare(await byId(page, "details").innerText()).replace(/\s*\n\s*/g, "\n");
    await expect.poll(words).toContain("Device\nLinked device no. 3");
    await page.keyboard.press("Escape");
    await show(page, "text=Guest list (final");
    await expect.poll(words).toContain("Device\nThe phone itself");
    await page.keyboard.press("Escape");
    await show(page, OWN);
    await expect.poll(words).toContain("Type number in the backup\n0");
    expect(await words()).not.toContain("Device");
    await page.context().close();
  });

  test("ask the shell only when they are wanted, and say when it has none", async () => {
    const page = await opened(open, { fail: { message_details: { code: "io", detail: "mock", keyFits: null, retries: null, absence: null } } });
    expect(await called(page, "message_details")).toEqual([]);
    await menuOf(page, OWN);
    await byId(page, "menu-details").click();
    await byId(page, "error-happened").waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  claimsForEveryLook("talk-details", open, { open: true }, (page) => go(page).then(() => show(page, OWN)));
});

describe("marks in a text", () => {
  const open = useBrowser();

  test("are drawn as elements, and addresses inside keep working", async () => {
    const page = await opened(open);
    await bring(page, "strong");
    const row = rowWith(page, "strong");
    expect(await row.locator("strong").allInnerTexts()).toEqual(["The almond cake", "six"]);
    expect(await row.locator("em").innerText()).toBe("as my mother made it");
    expect(await row.locator("s").innerText()).toBe("blanched");
    expect(await row.locator("ol > li").count()).toBe(2);
    expect(await row.locator("ul > li").count()).toBe(2);
    expect(await row.locator("blockquote").count()).toBe(1);
    expect(await row.locator("code").allInnerTexts()).toEqual(["180 °C", "oven: on\ndoor:  shut"]);
    expect(await row.innerText()).toContain("snake_case_stays 2*3*4 and so does * this *.");
    await row.getByRole("link").click();
    await expect.poll(() => called(page, "open_link")).toEqual([{ url: "https://example.org/cakes_and_eggs" }]);
    await page.context().close();
  });

  claimsForEveryLook("talk-text", open, { open: true }, (page) => go(page).then(() => bring(page, '[data-testid="own-marks"]')));
});

describe("sounds", () => {
  const open = useBrowser();
  const seconds = async (page: Page, row: ReturnType<typeof rowWith>) => Number(await row.getByTestId("scrubber").getAttribute("aria-valuenow").then((value) => (void page, value)));

  test("load at the first play, go on, and are let go of with the lock", async () => {
    const page = await opened(open);
    await page.evaluate(() => {
      const made = URL.createObjectURL.bind(URL);
      const kept = new Set<string>();
      Object.assign(window, { kept });
      URL.createObjectURL = (blob) => {
        const url = made(blob);
        kept.add(url);
        return url;
      };
      const revoked = URL.revokeObjectURL.bind(URL);
      URL.revokeObjectURL = (url) => {
        kept.delete(url);
        revoked(url);
      };
    });
    const kept = () => page.evaluate(() => (window as unknown as { kept: Set<string> }).kept.size);
    await bring(page, kind("sound"));
    expect(await called(page, "media_bytes")).toEqual([]);
    const row = rowWith(page, kind("sound"));
    await row.getByTestId("play").click();
    await expect.poll(() => seconds(page, row)).toBeGreaterThan(0);
    await expect.poll(() => row.getByTestId("play").getAttribute("aria-label")).toMatch(/^Pause/);
    expect(await called(page, "media_bytes")).toHaveLength(1);
    expect(await kept()).toBe(1);
    await byId(page, "lock").first().click();
    await expect.poll(kept).toBe(0);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("go where the slider is put, by keys and by mouse, and as fast as wanted", async () => {
    const page = await opened(open);
    await bring(page, kind("sound"));
    const row = rowWith(page, kind("sound"));
    const slider = row.getByTestId("scrubber");
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => slider.getAttribute("aria-valuetext").then((value) => bare(value ?? ""))).toMatch(/^0:04 of 0:42/);
    expect(await called(page, "media_bytes")).toEqual([]);
    const box = await slider.boundingBox();
    if (!box) throw new Error("no slider");
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => seconds(page, row)).toBe(21);
    await row.getByTestId("play").click();
    await expect.poll(() => seconds(page, row)).toBeGreaterThan(21);
    await row.getByTestId("speed").click();
    await expect.poll(() => row.getByTestId("speed").innerText().then(bare)).toBe("1.5×");
    await row.getByTestId("speed").click();
    await expect.poll(() => row.getByTestId("speed").innerText().then(bare)).toBe("2×");
    await page.context().close();
  });

  test("play one at a time, and one that was left waits where it was", async () => {
    const page = await opened(open);
    await bring(page, "text=Accordion – Valse");
    const valse = rowWith(page, "text=Accordion – Valse");
    await valse.getByTestId("play").click();
    await expect.poll(() => seconds(page, valse)).toBeGreaterThan(0);
    const film = rowWith(page, kind("film"));
    await bring(page, kind("film"));
    await film.getByTestId("play-film").click();
    await film.locator("video").waitFor();
    await bring(page, "text=Accordion – Valse");
    await expect.poll(() => valse.getByTestId("play").getAttribute("aria-label")).toMatch(/^Play/);
    expect(await seconds(page, valse)).toBeGreaterThan(0);
    await page.context().close();
  });

  test("that this computer cannot play lead to another program", async () => {
    const page = await opened(open);
    await page.getByRole("feed").press("End");
    const rows = page.locator('[data-testid="message"]', { has: page.locator(kind("sound")) });
    await rows.last().getByTestId("play").click();
    await byId(page, "unplayed").waitFor();
    await byId(page, "unplayed").getByRole("button").click();
    await byId(page, "outside-open").waitFor();
    await page.context().close();
  });

  claimsForEveryLook("talk-sound", open, { open: true }, async (page) => {
    await go(page);
    await bring(page, kind("sound"));
    const slider = rowWith(page, kind("sound")).getByTestId("scrubber");
    await slider.focus();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowRight");
  });
});

describe("films", () => {
  const open = useBrowser();

  test("play in the place of their still, from a blob", async () => {
    const page = await opened(open);
    await bring(page, kind("film"));
    const row = rowWith(page, kind("film"));
    await row.getByTestId("play-film").click();
    const film = row.locator("video");
    await film.waitFor();
    expect(await film.getAttribute("src")).toMatch(/^blob:/);
    // through to its end, not only its first moment
    await expect.poll(() => film.evaluate((video: HTMLVideoElement) => (video.played.length > 0 ? video.played.end(0) : 0))).toBeGreaterThan(0.5);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("above 100 MB are not asked for: another program is offered, with the warning", async () => {
    const page = await opened(open);
    await page.getByRole("feed").press("End");
    await byId(page, "play-film").last().click();
    await page.getByText("too large to be played here").waitFor();
    expect(await called(page, "media_bytes")).toEqual([]);
    await byId(page, "outside-save").click();
    await expect.poll(() => called(page, "save_media")).toHaveLength(1);
    await page.context().close();
  });

  claimsForEveryLook("talk-film", open, { open: true }, async (page) => {
    await go(page);
    await bring(page, "figure.round");
    await rowWith(page, "figure.round").getByTestId("play-film").click();
    await page.locator("figure.round video").waitFor();
  });
});

describe("cards", () => {
  const open = useBrowser();

  test("of people are saved one by one", async () => {
    const page = await opened(open);
    await bring(page, kind("contacts"));
    await byId(page, "save-card").nth(1).click();
    await expect.poll(() => called(page, "save_contact")).toEqual([expect.objectContaining({ n: 1 })]);
    await expect.poll(() => byId(page, "done").innerText()).toBe("The card was saved");
    await page.context().close();
  });

  test("share their last line with the time", async () => {
    const page = await opened(open);
    for (const what of ["location", "contacts", "poll", "call"]) {
      await bring(page, kind(what));
      const gap = await page.locator(kind(what)).first().evaluate((card) => {
        const stamp = card.querySelector(".stamp")?.getBoundingClientRect();
        const last = card.querySelector(".last")?.getBoundingClientRect();
        return stamp && last ? stamp.top - last.bottom : Infinity;
      });
      expect(gap, what).toBeLessThan(0);
    }
    await page.context().close();
  });
});

describe("the floating day", () => {
  const open = useBrowser();

  test("gives way to a heading that stands in its place", async () => {
    const page = await opened(open);
    await page.getByRole("feed").press("Home");
    await message(page, 0).waitFor();
    await page.mouse.move(800, 400);
    const seen = { heading: false, floating: false };
    for (let step = 0; step < 40; step += 1) {
      await page.mouse.wheel(0, 60);
      await page.waitForTimeout(40);
      const both = await page.evaluate(() => {
        const floating = document.querySelector(".day.shown span")?.getBoundingClientRect();
        const boxes = [...document.querySelectorAll("[data-day]")].map((heading) => heading.getBoundingClientRect());
        return { floating: floating !== undefined, covered: floating !== undefined && boxes.some((box) => box.top < floating.bottom && box.bottom > floating.top), heading: boxes.length > 0 };
      });
      expect(both.covered).toBe(false);
      seen.heading ||= both.heading;
      seen.floating ||= both.floating;
    }
    expect(seen).toEqual({ heading: true, floating: true });
    await page.context().close();
  });
});
