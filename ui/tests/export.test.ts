// Export: what is asked is what was chosen, from wherever one comes; it can be stopped, gone on with and deleted; its counts add up.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { ExportAskView } from "../src/bindings/ExportAskView";
import { failureOf } from "../src/ipc/errors";
import type { MockOptions } from "../src/ipc/mock";
import { byId, calls, claimsForEveryLook, expectAccessible, expectNoOverflow, failOnce, type OpenWindow, picture, TONGUES, useBrowser } from "./page";
import { expectFocusSeen } from "./layout";

const EVERYTHING: MockOptions = { open: true };
const HALFWAY: MockOptions = { open: true, export: { pace: 0 } };

/** From the menu of the chats. */
async function goToExport(page: Page): Promise<void> {
  await byId(page, "more").click();
  await byId(page, "menu-export").click();
  await byId(page, "format-html").waitFor();
  await estimated(page);
}

const estimated = (page: Page) => page.locator("[data-testid=export-estimate][data-state=ready]").waitFor();

async function openExport(open: OpenWindow, options: MockOptions = EVERYTHING): Promise<Page> {
  const page = await open(options);
  await goToExport(page);
  return page;
}

async function start(page: Page): Promise<void> {
  await byId(page, "export-start").click();
}

async function startHalfway(page: Page): Promise<void> {
  await goToExport(page);
  await start(page);
  await page.locator("[data-testid=export-progress][data-stage=messages]").waitFor();
}

async function done(page: Page): Promise<void> {
  await goToExport(page);
  await start(page);
  await byId(page, "export-report").waitFor();
}

/** What the last call of a command was asked for. */
async function asked(page: Page, name: "estimate_export" | "export_chats"): Promise<ExportAskView> {
  const all = (await calls(page)).filter((call) => call.name === name);
  return (all.at(-1)?.args as { ask: ExportAskView }).ask;
}

/** Without the marks that keep names and figures in their own direction. */
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, "");

const figure = (text: string) => Number(text.replace(/\D/g, ""));

describe("export", () => {
  const open = useBrowser();

  test("asks for everything as it stands, unless something is chosen", async () => {
    const page = await openExport(open);
    await start(page);
    await byId(page, "export-report").waitFor();
    expect(await asked(page, "export_chats")).toEqual({
      format: "html", scope: { of: "everything" }, people: [], me: false, from: null, to: null, kinds: [], media: "files", zone: "Europe/Berlin",
      names: "names", language: "en", ownMarks: false, redact: false, preset: "android-uk", csv: "excel", paper: "a4", addToDataset: false,
    });
    await page.context().close();
  });

  test("every choice is in what is asked, and in the estimate before", async () => {
    const page = await openExport(open);
    const sum = () => byId(page, "export-estimate").innerText();
    const everything = figure((await sum()).split("message")[0] ?? "");
    await byId(page, "what-chats").click();
    expect(await byId(page, "export-start").isDisabled()).toBe(true);
    await byId(page, "export-chats").getByRole("checkbox").first().check();
    await byId(page, "export-narrow").click();
    await byId(page, "export-from").fill("2024-03-01");
    await byId(page, "export-to").fill("2024-03-31");
    await byId(page, "export-people-find").fill("an");
    await byId(page, "export-people").getByRole("checkbox", { name: /Ana Ruiz/ }).check();
    await byId(page, "export-people-find").fill("you");
    await byId(page, "export-people").getByRole("checkbox").first().check();
    await byId(page, "export-kinds").getByRole("checkbox").nth(1).check();
    await byId(page, "format-csv").click();
    await byId(page, "export-csv").selectOption("raw");
    await byId(page, "export-names").selectOption("numbers");
    await byId(page, "export-zone").click();
    await byId(page, "export-zone").fill("madrid");
    await page.keyboard.press("Enter");
    await byId(page, "export-language").selectOption("es");
    await byId(page, "export-marks").check();
    await byId(page, "export-redaction").click();
    await expect.poll(() => byId(page, "export-redaction-chosen").innerText()).toBe("rules.toml");
    await byId(page, "export-place").click();
    await expect.poll(async () => figure((await sum()).split("message")[0] ?? "")).toBeLessThan(everything);
    await estimated(page);
    await start(page);
    await byId(page, "export-report").waitFor();
    const ask = await asked(page, "export_chats");
    expect(ask).toMatchObject({ format: "csv", csv: "raw", from: "2024-03-01", to: "2024-03-31", people: [1], me: true, kinds: ["image"], names: "numbers", zone: "Europe/Madrid", language: "es", ownMarks: true, redact: true });
    expect(ask.scope).toMatchObject({ of: "chats" });
    expect(await byId(page, "export-done").count()).toBe(1);
    expect(plain(await page.locator("main").innerText())).toContain("For the court is in /media/stick.");
    await page.context().close();
  });

  test("knows what one came with: a chat, a search, a gallery", async () => {
    const page = await open(EVERYTHING);
    await page.locator('[data-testid="chat-row"][data-chat="1"]').click();
    await byId(page, "chat-more").click();
    await byId(page, "menu-export").click();
    await estimated(page);
    expect((await asked(page, "estimate_export")).scope).toEqual({ of: "chats", chats: [1] });
    expect(plain(await byId(page, "chats-chosen").innerText())).toBe("1 chat is chosen");
    await byId(page, "export-back").click();

    await byId(page, "search-input").fill("harbour");
    await byId(page, "search-export").click();
    await estimated(page);
    expect((await asked(page, "estimate_export")).scope).toEqual({ of: "search", text: "harbour", chat: null });
    expect(plain(await byId(page, "what-brought").innerText())).toContain("Search: harbour");
    await byId(page, "what-everything").click();
    await expect.poll(async () => (await asked(page, "estimate_export")).scope.of).toBe("everything");
    await byId(page, "export-back").click();
    await byId(page, "search-input").fill("");

    await byId(page, "place-gallery").click();
    await byId(page, "tab-documents").click();
    await byId(page, "chat-picker").selectOption("1");
    await byId(page, "gallery-export").click();
    await estimated(page);
    expect((await asked(page, "estimate_export")).scope).toEqual({ of: "gallery", kind: "documents", chat: 1 });
    await page.context().close();
  });

  test("offers what the shell writes, each with a drawing, and asks each what only it can be asked", async () => {
    const few = await openExport(open, { open: true, export: { formats: ["html", "jsonl"] } });
    expect(await few.locator("[data-testid^=format-]").count()).toBe(2);
    await few.context().close();
    const page = await openExport(open);
    expect(await page.locator("[data-testid^=format-] svg").count()).toBe(14);
    for (const [format, option] of [["text", "export-preset"], ["csv", "export-csv"], ["pdf", "export-paper"], ["parquet", "export-dataset"]] as const) {
      await byId(page, `format-${format}`).click();
      await byId(page, option).waitFor();
      const others = ["export-preset", "export-csv", "export-paper", "export-dataset"].filter((other) => other !== option);
      for (const other of others) expect(await byId(page, other).count()).toBe(0);
    }
    await byId(page, "export-dataset").click();
    await expect.poll(async () => (await asked(page, "estimate_export")).addToDataset).toBe(true);
    await page.context().close();
  });

  test("says how far it is, can be looked away from, and stops when asked; what is written stays", async () => {
    const page = await open(HALFWAY);
    await startHalfway(page);
    await expect.poll(async () => plain(await byId(page, "export-progress").innerText())).toContain("12,258 of 20,430");
    expect(await page.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("60");
    await byId(page, "export-back").click();
    await byId(page, "chat-row").first().waitFor();
    await byId(page, "more").click();
    await byId(page, "menu-export").click();
    await byId(page, "export-stop").click();
    await byId(page, "export-stopped").waitFor();
    expect(await byId(page, "unfinished").innerText()).toContain("Latchkey export");
    await byId(page, "unfinished-delete").click();
    await byId(page, "unfinished-delete-yes").click();
    await expect.poll(() => byId(page, "unfinished").count()).toBe(0);
    await page.context().close();
  });

  test("goes on with one that was cut off, and asks again for the redaction it follows", async () => {
    const page = await openExport(open, { open: true, export: { unfinished: [{ redacted: true }, { name: "In use", inUse: true }] } });
    expect(await byId(page, "unfinished-resume").count()).toBe(1);
    await byId(page, "unfinished-resume").click();
    await byId(page, "export-report").waitFor();
    const names = (await calls(page)).map(({ name }) => name);
    expect(names.indexOf("pick_redaction")).toBeGreaterThan(0);
    expect(names.indexOf("resume_export")).toBeGreaterThan(names.indexOf("pick_redaction"));
    await page.context().close();
  });

  test("has counts that add up, and the number that proves it can be copied", async () => {
    const page = await open(EVERYTHING);
    await done(page);
    const left = await byId(page, "report-left").allInnerTexts();
    const sum = [await byId(page, "report-written").innerText(), ...left].reduce((all, text) => all + figure(text), 0);
    expect(sum).toBe(figure(await byId(page, "report-chosen").innerText()));
    const hash = await byId(page, "export-hash").innerText();
    await byId(page, "export-hash-copy").click();
    expect((await calls(page)).find(({ name }) => name === "copy_text")?.args).toEqual({ text: hash });
    await byId(page, "export-show").click();
    expect((await calls(page)).some(({ name }) => name === "show_export")).toBe(true);
    await byId(page, "export-another").click();
    await estimated(page);
    await page.context().close();
  });

  test("says what stands in the way in words of its own, and the line of a redaction file", async () => {
    const page = await openExport(open);
    await failOnce(page, "pick_redaction", { ...failureOf("bad_redaction", "mock"), line: 12 });
    await byId(page, "export-redaction").click();
    await expect.poll(async () => plain(await byId(page, "error-todo").innerText())).toContain("line 12");
    for (const [code, words] of [["no_space", "Make room and go on"], ["already_exists", "Nothing was overwritten"], ["font_missing", "Install the fonts"]] as const) {
      await failOnce(page, "export_chats", failureOf(code, "mock"));
      await estimated(page);
      await start(page);
      await expect.poll(() => byId(page, "error-todo").first().innerText()).toContain(words);
    }
    await failOnce(page, "estimate_export", failureOf("nothing_chosen", "mock"));
    await byId(page, "format-jsonl").click();
    await expect.poll(() => byId(page, "export-estimate").innerText()).toContain("Nothing is chosen");
    expect(await byId(page, "export-start").isDisabled()).toBe(true);
    await page.context().close();
  });

  test("warns where there may not be room, and where the name is taken", async () => {
    const page = await openExport(open, { open: true, export: { free: 1_000_000 } });
    await byId(page, "export-tight").waitFor();
    await page.context().close();
    const taken = await open({ open: true, export: { place: { taken: true } } });
    await byId(taken, "more").click();
    await byId(taken, "menu-export").click();
    await byId(taken, "export-taken").waitFor();
    await expect.poll(() => byId(taken, "export-estimate").innerText()).toContain("20,430");
    expect(await byId(taken, "export-start").isDisabled()).toBe(true);
    await taken.context().close();
  });

  test("is not left behind by a lock", async () => {
    const page = await open(HALFWAY);
    await startHalfway(page);
    await byId(page, "lock").click();
    await byId(page, "start-open").waitFor();
    expect(await byId(page, "export-progress").count()).toBe(0);
    await page.context().close();
  });

  test("can be done by keyboard, and is readable at 200 % zoom and in forced colours", async () => {
    const page = await openExport(open);
    await byId(page, "format-html").getByRole("radio").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(async () => (await asked(page, "estimate_export")).format).toBe("pdf");
    await byId(page, "what-everything").getByRole("radio").focus();
    await expectFocusSeen(page, 12);
    await page.setViewportSize({ width: 640, height: 400 });
    await expectNoOverflow(page);
    await picture(page, "export-zoomed-640");
    await page.emulateMedia({ forcedColors: "active" });
    await expectAccessible(page);
    await picture(page, "export-forced-colours-640");
    await page.context().close();
  });

  claimsForEveryLook("export", open, EVERYTHING, goToExport, ["light", "dark", "pseudo", "ar", ...TONGUES]);

  claimsForEveryLook("export-narrowed", open, EVERYTHING, async (page) => {
    await goToExport(page);
    await byId(page, "what-chats").click();
    await byId(page, "export-narrow").click();
    await byId(page, "export-people").waitFor();
  });

  claimsForEveryLook("export-below", open, { open: true, export: { free: 1_000_000 } }, async (page) => {
    await goToExport(page);
    await byId(page, "format-parquet").click();
    await byId(page, "export-redaction").click();
    await byId(page, "export-place").scrollIntoViewIfNeeded();
  });

  claimsForEveryLook("export-unfinished", open, { open: true, export: { unfinished: [{}, { redacted: true, name: "للمحكمة" }] } }, goToExport);

  claimsForEveryLook("export-running", open, HALFWAY, startHalfway);

  claimsForEveryLook("export-done", open, EVERYTHING, done);
});
