// Claims about where things are: large enough to be hit, none upon another, and where the keyboard is can be seen.
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What a person can press or type into, outside of what a dialog covers, as far as it is in sight. */
type Target = { name: string; left: number; top: number; right: number; bottom: number; width: number; height: number; inText: boolean; within: number[] };

/** Sees nothing that is hidden, cut away by a scrolling part, or covered by a dialog. */
function targets(page: Page): Promise<Target[]> {
  return page.evaluate(() => {
    const CONTROLS = "a[href], button, input, select, textarea, summary, [role=button], [role=link], [role=option], [role=menuitem], [role=slider], [role=tab]";
    const root = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
    const open = [...root.querySelectorAll<HTMLElement>(CONTROLS)].filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest(".for-ears, [inert]") && getComputedStyle(one).clipPath === "none");
    const seen = open.map((one) => ({ one, box: one.getBoundingClientRect(), cut: cut(one) })).filter(({ cut: part }) => part.right - part.left > 1 && part.bottom - part.top > 1);
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
      inText: getComputedStyle(one).display === "inline" || one.closest("[role=feed]") !== null,
      within: seen.flatMap(({ one: other }, n) => (other !== one && other.contains(one) ? [n] : [])),
    }));
  });
}

/** WCAG 2.2 asks for 24 pixels of everything that does not stand within running text; ours are 40 high (38 within a border), but for tags and folds. */
export async function expectTargets(page: Page): Promise<void> {
  const small = (await targets(page)).filter(({ name, width, height, inText }) => {
    if (inText) return false;
    const least = /^summary|\.tag /.test(name) ? 24 : 38;
    return width < 24 || height < least;
  });
  expect(small.map(({ name, width, height }) => `${name} is ${Math.round(width)} × ${Math.round(height)}`)).toEqual([]);
}

/** No control lies upon another; one that holds another does not count. */
export async function expectNoOverlap(page: Page): Promise<void> {
  const all = await targets(page);
  const upon = all.flatMap((a, n) =>
    all.slice(n + 1).flatMap((b, m) => {
      if (a.within.includes(n + 1 + m) || b.within.includes(n)) return [];
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
