// Motion: little of it where a person wants it, none at all where they asked their system for less.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { byId, useBrowser } from "./page";

/** Everything on the page that would move: a transition or an animation that takes its time. */
const moving = (page: Page) =>
  page.evaluate(() => {
    const lasts = (durations: string) => durations.split(",").some((one) => parseFloat(one) > 0);
    return [...document.querySelectorAll("*")].filter((one) => {
      const { transitionDuration, transitionProperty, animationName, animationDuration } = getComputedStyle(one);
      return (transitionProperty !== "none" && lasts(transitionDuration)) || (animationName !== "none" && lasts(animationDuration));
    }).length;
  });

const quick = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--quick").trim());

describe("motion", () => {
  const open = useBrowser();

  test.each(["start", "a conversation"])("is there by default, and none of it with reduced motion (%s)", async (place) => {
    const page = await open({ open: place !== "start" });
    await byId(page, place === "start" ? "start-restore" : "chat-row").first().waitFor();
    if (place !== "start") await byId(page, "chat-row").first().click();
    if (place !== "start") await byId(page, "message").first().waitFor();
    expect(await moving(page)).toBe(0);
    expect(await quick(page)).toMatch(/^0m?s$/);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect(await moving(page)).toBeGreaterThan(0);
    expect(await quick(page)).toMatch(/^(140ms|\.14s|0\.14s) ease-out$/);
    await page.context().close();
  });
});
