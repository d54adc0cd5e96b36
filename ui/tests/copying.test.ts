// What is copied by hand: wherever it stands, it takes the shell's way, which clears the clipboard again.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { byId, calls, failOnce, useBrowser } from "./page";

const copied = async (page: Page) => (await calls(page)).filter(({ name }) => name === "copy_text").map(({ args }) => (args as { text: string }).text);

/** Marks the whole text of an element, as a double click or a drag does. */
const mark = (page: Page, id: string) =>
  byId(page, id)
    .first()
    .evaluate((element) => document.getSelection()?.selectAllChildren(element));

describe("what is copied by hand", () => {
  const open = useBrowser();

  test("outside of a conversation is said and can be cleared, too", async () => {
    const page = await open({ open: true });
    await byId(page, "search-input").fill("lantern");
    await byId(page, "search-hit").first().waitFor();
    await mark(page, "search-hit");
    await page.keyboard.press("Control+c");
    await expect.poll(() => copied(page)).toHaveLength(1);
    expect((await copied(page))[0]).toContain("lantern");
    await expect.poll(() => byId(page, "copied-note").innerText()).toContain("Copied");
    await page.context().close();
  });

  test("from one's own note takes what is marked, and a cut takes it away", async () => {
    const page = await open({ open: true });
    await byId(page, "place-marks").click();
    await byId(page, "marked-edit").first().click();
    const note = byId(page, "marks-note");
    await note.fill("before the hearing after");
    await note.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(7, 18));
    await page.keyboard.press("Control+c");
    await expect.poll(() => copied(page)).toEqual(["the hearing"]);
    expect(await note.inputValue()).toBe("before the hearing after");
    await page.keyboard.press("Control+x");
    await expect.poll(() => copied(page)).toEqual(["the hearing", "the hearing"]);
    await expect.poll(() => note.inputValue()).toBe("before  after");
    await page.context().close();
  });

  test("stays in the field where it could not be copied", async () => {
    const page = await open({ open: true });
    await byId(page, "place-marks").click();
    await byId(page, "marked-edit").first().click();
    const note = byId(page, "marks-note");
    await note.fill("the hearing");
    await failOnce(page, "copy_text", { code: "io", keyFits: null, retries: null, absence: null, detail: "no clipboard" });
    await note.evaluate((field: HTMLTextAreaElement) => field.select());
    await page.keyboard.press("Control+x");
    await byId(page, "copied-note").waitFor();
    expect(await byId(page, "copied-note").innerText()).not.toContain("Copied");
    expect(await note.inputValue()).toBe("the hearing");
    await page.context().close();
  });

  test("while nothing is open stays the person's own matter", async () => {
    const page = await open({});
    await byId(page, "start-open").waitFor();
    await page.evaluate(() => document.getSelection()?.selectAllChildren(document.body));
    await page.keyboard.press("Control+c");
    expect(await copied(page)).toEqual([]);
    await page.context().close();
  });
});

describe("the blur", () => {
  const open = useBrowser();

  test("covers what lies above the page, too", async () => {
    const page = await open({ open: true, settings: { blur: true } });
    await byId(page, "more").click();
    await byId(page, "popup").waitFor();
    await page.evaluate(() => {
      document.hasFocus = () => false;
      window.dispatchEvent(new Event("blur"));
    });
    await byId(page, "veil").waitFor();
    expect(await byId(page, "popup").evaluate((sheet) => getComputedStyle(sheet).filter)).toContain("blur");
    await page.context().close();
  });
});
