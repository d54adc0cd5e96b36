// Manners: every screen at three sizes and enlarged twofold; more contrast, the system's own colours, the keyboard and its map.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { MockOptions } from "../src/ipc/mock";
import { RESTING } from "../src/ipc/mockHistories";
import { expectFocusSeen, expectNoOverlap, expectTargets } from "./layout";
import { byId, calls, claimsForEveryLook, expectAccessible, expectNoOverflow, type Look, picture, problems, SIZES, useBrowser } from "./page";

type Way = { options?: MockOptions; steps: (page: Page) => Promise<unknown> };

/** Windows of 1280 × 800 and 800 × 600 enlarged to 200 % have so much room. */
const ENLARGED = [
  { width: 640, height: 400 },
  { width: 400, height: 300 },
] as const;

/** To another place: by the shelf above the chats, else by the menu. */
const menu = async (page: Page, item: string) => {
  await byId(page, "more").waitFor();
  const onShelf = byId(page, `place-${item}`);
  if ((await onShelf.count()) > 0) await onShelf.click();
  else {
    await byId(page, "more").click();
    await byId(page, `menu-${item}`).click();
  }
  await page.getByRole("heading", { level: 1 }).waitFor();
};

const SCREENS: Record<string, Way> = {
  start: { steps: (page) => byId(page, "start-open").waitFor() },
  restore: {
    steps: async (page) => {
      await byId(page, "start-restore").click();
      await byId(page, "path-input").waitFor();
    },
  },
  digits: {
    steps: async (page) => {
      await byId(page, "start-restore").click();
      await byId(page, "path-input").fill("/home/ana/WhatsApp");
      await byId(page, "path-check").click();
      await byId(page, "next").click();
      await byId(page, "digits-input").waitFor();
    },
  },
  histories: {
    options: { resting: RESTING },
    steps: async (page) => {
      await byId(page, "start-open").click();
      await byId(page, "history-card").first().click();
      await byId(page, "passkey-way").first().waitFor();
    },
  },
  "histories-none": {
    options: { histories: [] },
    steps: async (page) => {
      await byId(page, "start-open").click();
      await byId(page, "restore-copy").waitFor();
    },
  },
  chats: { options: { open: true }, steps: (page) => byId(page, "chat-row").first().waitFor() },
  conversation: {
    options: { open: true },
    steps: async (page) => {
      await page.locator('[data-testid="chat-row"][data-chat="1"]').click();
      await byId(page, "message").first().waitFor();
    },
  },
  search: {
    options: { open: true },
    steps: async (page) => {
      await byId(page, "search-input").fill("harbour");
      await byId(page, "search-hit").first().waitFor();
    },
  },
  marks: {
    options: { open: true },
    steps: async (page) => {
      await menu(page, "marks");
      await byId(page, "marked").first().waitFor();
    },
  },
  "mark-editor": {
    options: { open: true },
    steps: async (page) => {
      await menu(page, "marks");
      await byId(page, "marked-edit").first().click();
      await byId(page, "tag-offered").first().waitFor();
    },
  },
  gallery: { options: { open: true }, steps: (page) => menu(page, "gallery") },
  calls: { options: { open: true }, steps: (page) => menu(page, "calls") },
  numbers: { options: { open: true }, steps: (page) => menu(page, "numbers") },
  keys: {
    options: { open: true },
    steps: async (page) => {
      await menu(page, "keys");
      await byId(page, "slot").first().waitFor();
    },
  },
  settings: { options: { open: true }, steps: (page) => menu(page, "settings") },
  about: {
    steps: async (page) => {
      await byId(page, "about").click();
      await byId(page, "version").waitFor();
    },
  },
  keyboard: {
    steps: async (page) => {
      await byId(page, "start-open").waitFor();
      await page.keyboard.press("?");
      await byId(page, "keyboard-map").waitFor();
    },
  },
};

describe("every screen", () => {
  const open = useBrowser();

  test.each(Object.entries(SCREENS))("%s: nothing overlaps, is too small or too wide, at three sizes and enlarged twofold", async (name, { options, steps }) => {
    const page = await open(options);
    await steps(page);
    // the menu of the row that is pointed at stands at the end of the row, which makes room for it
    await page.mouse.move(0, 0);
    for (const size of [...SIZES, ...ENLARGED]) {
      await page.setViewportSize(size);
      if (size.width === 640) await picture(page, `manners-${name}-enlarged`);
      await expectNoOverflow(page);
      await expectNoOverlap(page);
      await expectTargets(page);
    }
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });
});

describe("more contrast and the system's own colours", () => {
  const open = useBrowser();
  const chosen = ["histories", "conversation", "search", "marks", "mark-editor", "settings", "keyboard"];
  const looks: Look[] = ["contrast", "forced"];

  test.each(chosen.flatMap((name) => looks.map((look) => [name, look] as const)))("%s is accessible, and the focus is seen (%s)", async (name, look) => {
    const way = SCREENS[name];
    if (!way) throw new Error(`no screen ${name}`);
    const page = await open(way.options, look);
    await way.steps(page);
    await picture(page, `manners-${name}-${look}`);
    await expectAccessible(page);
    await expectFocusSeen(page, 10);
    await page.context().close();
  });

  test("a switch, a bubble and a primary button keep an edge without backgrounds", async () => {
    const page = await open({ open: true, settings: { blur: true } }, "forced");
    await page.locator('[data-testid="chat-row"][data-chat="1"]').click();
    await byId(page, "message").first().waitFor();
    const edge = (selector: string, part?: string) =>
      page.locator(selector).first().evaluate((one, pseudo) => {
        const style = getComputedStyle(one, pseudo);
        return { drawn: style.borderTopStyle, colour: style.borderTopColor, ground: style.backgroundColor };
      }, part);
    const bubble = await edge("[role=feed] .bubble:not(.bare, .big)");
    expect(bubble.drawn).toBe("solid");
    expect(bubble.colour).not.toBe(bubble.ground);
    await menu(page, "settings");
    const on = await edge("[data-testid=settings-blur]", "::before");
    await byId(page, "settings-blur").click();
    const off = await edge("[data-testid=settings-blur]", "::before");
    expect(on.drawn).toBe("solid");
    expect(on.ground).not.toBe(off.ground);
    const button = await edge("[data-testid=keyboard-map-open]");
    expect(button.colour).not.toBe(button.ground);
    await page.context().close();
  });
});

describe("the map of the keyboard", () => {
  const open = useBrowser();
  claimsForEveryLook("keyboard-map", open, {}, (page) => SCREENS["keyboard"]?.steps(page) ?? Promise.resolve());

  test("comes on ? everywhere but in a field, and goes on Escape to where the keyboard was", async () => {
    const page = await open({ open: true });
    await byId(page, "search-input").fill("why");
    await byId(page, "search-input").press("?");
    expect(await byId(page, "keyboard-map").count()).toBe(0);
    await byId(page, "search-input").press("Escape");
    await byId(page, "more").focus();
    await page.keyboard.press("?");
    await byId(page, "keyboard-map").waitFor();
    await page.keyboard.press("Escape");
    await byId(page, "keyboard-map").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("more");
    await page.context().close();
  });

  test("is in the menu and in the settings for those who do not know the key", async () => {
    const page = await open({ open: true });
    await byId(page, "more").click();
    await byId(page, "menu-keyboard").click();
    await byId(page, "map-close").click();
    await menu(page, "settings");
    await byId(page, "keyboard-map-open").click();
    await byId(page, "keyboard-map").waitFor();
    await page.context().close();
  });
});

describe("the lock", () => {
  const open = useBrowser();

  test("comes on Ctrl+L, also while something is typed", async () => {
    const page = await open({ open: true });
    await byId(page, "search-input").fill("harbour");
    await page.keyboard.press("Control+l");
    await expect.poll(async () => (await calls(page)).map(({ name }) => name)).toContain("lock");
    await page.context().close();
  });
});

describe("the menu", () => {
  const open = useBrowser();

  test("is walked with arrows, ends and first letters, and gives the keyboard back on Escape", async () => {
    const page = await open({ open: true });
    await byId(page, "more").focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-testid"));
    await page.keyboard.press("ArrowDown");
    await expect.poll(focused).toBe("menu-open");
    await page.keyboard.press("ArrowUp");
    await expect.poll(focused).toBe("menu-keyboard");
    await page.keyboard.press("Home");
    await page.keyboard.press("s");
    await expect.poll(focused).toBe("menu-settings");
    await page.keyboard.press("Escape");
    await expect.poll(focused).toBe("more");
    expect(await page.getByRole("menu").count()).toBe(0);
    await byId(page, "more").click();
    await page.mouse.click(700, 500);
    expect(await page.getByRole("menu").count()).toBe(0);
    expect((await calls(page)).map(({ name }) => name)).not.toContain("marks");
    await page.context().close();
  });
});
