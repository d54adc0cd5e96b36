// Claims about where things are: large enough to be hit, none upon another, and where the keyboard is can be seen.
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What a person can press or type into, outside of what a dialog covers, as far as it is in sight. */
type Target = { name: string; left: number; top: number; right: number; bottom: number; width: number; height: number; inText: boolean; inFeed: boolean; torn: boolean; within: number[] };

/** Sees nothing that is hidden, cut away by a scrolling part, or covered by a dialog or a menu. */
function targets(page: Page): Promise<Target[]> {
  return page.evaluate(() => {
    const CONTROLS = "a[href], button, input, select, textarea, summary, [role=button], [role=link], [role=option], [role=menuitem], [role=slider], [role=tab]";
    // an open menu lies upon what is behind it, and closes at a press there
    const root = document.querySelector("[popover=auto]:popover-open") ?? [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
    const open = [...root.querySelectorAll<HTMLElement>(CONTROLS)].filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest(".for-ears, [inert]") && getComputedStyle(one).clipPath === "none");
    // so does the list of a field to choose from, which folds when the field loses the keyboard
    const lists = [...root.querySelectorAll("[role=combobox][aria-expanded=true]")].map((field) => document.getElementById(field.getAttribute("aria-controls") ?? "")?.parentElement);
    const unfolded = lists.find((list) => list && getComputedStyle(list).position === "absolute");
    const seen = open
      .map((one) => ({ one, box: pressed(one).getBoundingClientRect(), cut: cut(one) }))
      .filter(({ one, cut: part }) => part.right - part.left > 1 && part.bottom - part.top > 1 && !isBehind(one, part));
    function isBehind(one: HTMLElement, { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }): boolean {
      if (!unfolded || unfolded.contains(one)) return false;
      const over = unfolded.getBoundingClientRect();
      return Math.min(right, over.right) - Math.max(left, over.left) > 1 && Math.min(bottom, over.bottom) - Math.max(top, over.top) > 1;
    }
    /** A small circle or tick within its words is pressed by them. */
    function pressed(one: HTMLElement): HTMLElement {
      return one.matches("[type=radio], [type=checkbox]") ? (one.closest("label") ?? one) : one;
    }
    function cut(one: HTMLElement): { left: number; top: number; right: number; bottom: number } {
      const { left, top, right, bottom } = one.getBoundingClientRect();
      const part = { left: Math.max(0, left), top: Math.max(0, top), right: Math.min(innerWidth, right), bottom: Math.min(innerHeight, bottom) };
      for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) {
        const style = getComputedStyle(up);
        if (style.overflowX === "visible" && style.overflowY === "visible") continue;
        const box = up.getBoundingClientRect();
        part.left = Math.max(part.left, box.left);
        part.top = Math.max(part.top, box.top);
        part.right = Math.min(part.right, box.right);
        part.bottom = Math.min(part.bottom, box.bottom);
      }
      return part;
    }
    return seen.map(({ one, box, cut: part }) => ({
      name: `${one.tagName.toLowerCase()}.${one.dataset["testid"] ?? one.className}: ${(one.getAttribute("aria-label") ?? one.textContent ?? "").trim().slice(0, 30)}`,
      ...part,
      width: box.width,
      height: box.height,
      inText: getComputedStyle(one).display === "inline",
      inFeed: one.closest("[role=feed]") !== null,
      torn: getComputedStyle(one).display === "inline" && one.getClientRects().length > 1,
      within: seen.flatMap(({ one: other }, n) => (other !== one && other.contains(one) ? [n] : [])),
    }));
  });
}

/** WCAG 2.2 asks for 24 pixels of everything that does not stand within running text; ours are 40 high (38 within a border), but for tags, folds, the filters of the search and what is in a bubble. */
export async function expectTargets(page: Page): Promise<void> {
  const small = (await targets(page)).filter(({ name, width, height, inText, inFeed }) => {
    if (inText) return false;
    const least = inFeed || /^summary|\.(tag|narrowing)[ :]/.test(name) ? 24 : 38;
    return width < 24 || height < least;
  });
  expect(small.map(({ name, width, height }) => `${name} is ${Math.round(width)} × ${Math.round(height)}`)).toEqual([]);
}

/** The menu of a row stands in the row, which is pressed beside it. */
const isMenuOfRow = (row: Target, menu: Target) => row.name.startsWith("button.chat-row:") && menu.name.startsWith("button.row-menu:") && menu.top >= row.top && menu.bottom <= row.bottom;

/** The way out of a search stands within its field, at the end, which its words leave free. */
const isWayOutOfField = (field: Target, out: Target) => field.name.startsWith("input.") && /^button\.icon-button empty[ :]/.test(out.name) && out.top >= field.top && out.bottom <= field.bottom && out.left >= field.left && out.right <= field.right;

/** No control lies upon another; one that holds another does not count, nor a link that runs over two lines: what is around it is no part of it. */
export async function expectNoOverlap(page: Page): Promise<void> {
  const all = await targets(page);
  const upon = all.flatMap((a, n) =>
    all.slice(n + 1).flatMap((b, m) => {
      if (a.torn || b.torn || a.within.includes(n + 1 + m) || b.within.includes(n) || isMenuOfRow(a, b) || isWayOutOfField(a, b)) return [];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return across > 1 && down > 1 ? [`${a.name} and ${b.name}`] : [];
    }),
  );
  expect(upon).toEqual([]);
}

/** Wherever Tab leads, a line around it says so. */
export async function expectFocusSeen(page: Page, steps: number): Promise<void> {
  const unseen: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      const around = [one, one.parentElement, one.parentElement?.parentElement].filter((part) => part != null);
      const lined = around.some((part) => {
        const style = getComputedStyle(part);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      });
      return lined ? null : one.outerHTML.slice(0, 120);
    });
    if (hidden !== null) unseen.push(hidden);
  }
  expect(unseen).toEqual([]);
}
