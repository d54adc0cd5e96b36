// A window in headless Chromium on the built pages with the mocked shell, and the claims every screen has to pass.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { CommandError } from "../src/bindings/CommandError";
import type { MockOptions } from "../src/ipc/mock";
import { KIT } from "../src/ipc/mockPhone";
import type { CommandName } from "../src/ipc/wire";
import { expectNoOverlap, expectTargets } from "./layout";

export const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
  { width: 360, height: 640 },
] as const;

/** "contrast" and "forced": more contrast, and the system's own few colours. */
export type Look = "light" | "dark" | "pseudo" | "de" | "ar" | "contrast" | "forced";
/** The looks every screen is seen in: both themes, words longer than any language's, and from right to left with digits of its own. */
export const LOOKS: readonly Look[] = ["light", "dark", "pseudo", "ar"];
/** The looks of a translation with long words, for the screens that have most of them. */
export const TONGUES: readonly Look[] = ["de"];

/** Where the person of a look lives, and the language they chose. */
const PEOPLE: Record<Look, { locale: string; language?: string }> = {
  light: { locale: "en-GB" },
  dark: { locale: "en-GB" },
  pseudo: { locale: "en-GB", language: "en-XB" },
  de: { locale: "de-AT", language: "de" },
  ar: { locale: "ar-EG", language: "ar" },
  contrast: { locale: "en-GB" },
  forced: { locale: "en-GB" },
};

const PICTURES = fileURLToPath(new URL("../../artefacts/ui/", import.meta.url));
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

export type OpenWindow = (options?: MockOptions, look?: Look) => Promise<Page>;

/** One browser for a test file; call it inside `describe`. */
export function useBrowser(): OpenWindow {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: FLAGS });
    await mkdir(PICTURES, { recursive: true });
  });
  afterAll(() => browser.close());
  return async (options = {}, look = "light") => openWindow(browser, options, look);
}

async function openWindow(browser: Browser, options: MockOptions, look: Look): Promise<Page> {
  const { locale, language } = PEOPLE[look];
  const context = await browser.newContext({
    viewport: SIZES[0],
    locale,
    timezoneId: "Europe/Berlin",
    colorScheme: look === "dark" ? "dark" : "light",
    reducedMotion: "reduce",
    contrast: look === "contrast" ? "more" : "no-preference",
    forcedColors: look === "forced" ? "active" : "none",
    bypassCSP: true,
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") problems(page).push(message.text());
  });
  page.on("pageerror", (error) => problems(page).push(error.message));
  const settings = { ...(language !== undefined && { language }), ...options.settings };
  await page.addInitScript((value) => (window.latchkeyMock = value), { ...options, settings });
  await page.addInitScript({ content: inject("mock") });
  await page.goto(inject("address"));
  return page;
}

const PROBLEMS = new WeakMap<Page, string[]>();

/** What the page has written to its console as errors. */
export function problems(page: Page): string[] {
  const known = PROBLEMS.get(page) ?? [];
  PROBLEMS.set(page, known);
  return known;
}

export const byId = (page: Page, id: string) => page.getByTestId(id);

/** The commands that went to the shell so far. */
export const calls = (page: Page) => page.evaluate(() => window.latchkeyMock?.calls ?? []);

/** The shell's answers to a command (asked with these arguments, if any are named) wait until what this returns is called. */
export async function holdAnswers(page: Page, command: string, asked: Record<string, unknown> = {}): Promise<() => Promise<void>> {
  await page.evaluate(([held, wanted]) => {
    const shell = (window as unknown as { __TAURI_INTERNALS__: { invoke: (...all: unknown[]) => Promise<unknown> } }).__TAURI_INTERNALS__;
    const { invoke } = shell;
    const isHeld = (name: unknown, args: unknown) => name === held && Object.entries(wanted).every(([key, value]) => (args as Record<string, unknown>)[key] === value);
    const free = new Promise<void>((freeAnswers) => Object.assign(window, { freeAnswers }));
    shell.invoke = async (name, ...rest) => {
      const answer = await invoke(name, ...rest);
      if (isHeld(name, rest[0])) await free;
      return answer;
    };
  }, [command, asked] as const);
  return () => page.evaluate(() => (window as unknown as { freeAnswers: () => void }).freeAnswers());
}

/** The next call of a command fails. */
export async function failOnce(page: Page, command: CommandName, failure: CommandError): Promise<void> {
  await page.evaluate(([name, error]) => (window.latchkeyMock = { ...window.latchkeyMock, failOnce: { [name]: error } }), [command, failure] as const);
}

/** From the list of histories into the second one, which opens with its kit alone. */
export async function openSecondHistory(page: Page): Promise<void> {
  await byId(page, "history-card").nth(1).click();
  await byId(page, "kit-input").fill(KIT.groups.join(" "));
  await byId(page, "kit-open").click();
  await byId(page, "chat-row").first().waitFor();
}

/** axe finds nothing: names, contrasts, roles, order of headings. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map((violation) => ({ id: violation.id, where: violation.nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary ?? ""}`) }));
  });
  expect(found).toEqual([]);
}

/** Nothing is wider than the window, and no text is cut off without a sign of it. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const wide = [document.documentElement, ...document.querySelectorAll("main")].filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => `${part.tagName} scrolls sideways`);
    const inside = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
      const style = getComputedStyle(element);
      // a picture that was brought nearer is larger than its stage, and is moved about there
      if (element.closest(".for-ears, svg, [aria-hidden=true], .zooming.near") || style.clipPath !== "none" || style.visibility === "hidden") return false;
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) return false;
      const out = (box.left < -1 || box.right > window.innerWidth + 1) && !scrolls(element.parentElement);
      const cut = element.scrollWidth > element.clientWidth + dots(style) && style.overflowX === "hidden" && style.textOverflow !== "ellipsis";
      return out || cut;
    });
    /** Chromium hangs the dots after the last of a few lines out of a box whose lines are flush with their end; WebKit, which the window runs in, draws them within (seen in WebKitGTK 2.50). */
    function dots({ direction, fontSize, textAlign, webkitLineClamp }: CSSStyleDeclaration): number {
      return webkitLineClamp !== "none" && textAlign === (direction === "ltr" ? "right" : "left") ? parseFloat(fontSize) : 1;
    }
    function scrolls(element: HTMLElement | null): boolean {
      for (let up = element; up; up = up.parentElement) {
        const style = getComputedStyle(up);
        if (style.overflowX !== "visible" && up !== document.body) return up.scrollWidth <= up.clientWidth + 1 || style.overflowX === "auto";
      }
      return false;
    }
    return [...wide, ...inside.map((element) => `${element.tagName}.${element.className}: ${element.textContent?.trim().slice(0, 40) ?? ""}`)];
  });
  expect(found).toEqual([]);
}

/** Keeps a picture in artefacts/ui/ at the repository's root. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${PICTURES}${name}.png` });
}

/**
 * A state of a screen in every look (or those named) and size: accessible, nothing cut off, every control large enough and by itself, no errors, pictures kept.
 * `steps` brings a fresh window to the state.
 */
export function claimsForEveryLook(name: string, open: OpenWindow, options: MockOptions, steps: (page: Page) => Promise<unknown>, looks: readonly Look[] = LOOKS): void {
  describe(name, () => {
    test.each(looks)("is accessible and whole at every size (%s)", async (look) => {
      const page = await open(options, look);
      await steps(page);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await picture(page, `${name}-${look}-${size.width}`);
        await expectNoOverflow(page);
        await expectNoOverlap(page);
        await expectTargets(page);
        await expectAccessible(page);
      }
      expect(problems(page)).toEqual([]);
      await page.context().close();
    });
  });
}
