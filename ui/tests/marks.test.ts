// My marks: the list, the search in it, the editor, the way into the chat, and the export.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { MockOptions } from "../src/ipc/mock";
import { failureOf } from "../src/ipc/errors";
import { byId, calls, claimsForEveryLook, failOnce, type OpenWindow, problems, useBrowser } from "./page";

async function enter(page: Page): Promise<void> {
  await byId(page, "place-marks").click();
  await page.getByRole("heading", { level: 1, name: "Marks", exact: true }).waitFor();
}

async function marks(open: OpenWindow, options: MockOptions = {}): Promise<Page> {
  const page = await open({ open: true, ...options });
  await enter(page);
  return page;
}

async function edit(page: Page, n: number): Promise<void> {
  await byId(page, "marked-edit").nth(n).click();
  await byId(page, "tag-offered").first().waitFor();
}

const sent = async (page: Page, command: string) => (await calls(page)).filter(({ name }) => name === command).map(({ args }) => args);
const bare = (text: string | null) => (text ?? "").replace(/[\u2068\u2069]/g, "");

describe("my marks in every look", () => {
  const open = useBrowser();
  claimsForEveryLook("marks", open, { open: true }, async (page) => {
    await byId(page, "place-marks").click();
    await byId(page, "marked").first().waitFor();
    await byId(page, "marks-export").click();
    await byId(page, "marks-exported").waitFor();
  });
  claimsForEveryLook("marks-none", open, { open: true, unmarked: true }, async (page) => {
    await byId(page, "place-marks").click();
    await byId(page, "marks-to-chats").waitFor();
  });
  claimsForEveryLook("marks-editor", open, { open: true }, async (page) => {
    await byId(page, "place-marks").click();
    await edit(page, 0);
  });
  claimsForEveryLook("marks-nothing-fits", open, { open: true }, async (page) => {
    await byId(page, "place-marks").click();
    await byId(page, "marks-search").fill("no such mark");
    await byId(page, "marks-widen").waitFor();
  });
});

describe("my marks", () => {
  const open = useBrowser();

  test("have the way back above them, and the way out of a search inside its field", async () => {
    const page = await marks(open);
    await byId(page, "marked").first().waitFor();
    const [back, first] = [await byId(page, "back").boundingBox(), await byId(page, "marked").first().boundingBox()];
    expect(back?.y).toBeLessThan(first?.y ?? 0);
    const before = await byId(page, "marks-search").boundingBox();
    await byId(page, "marks-search").fill("zz");
    const empty = await page.getByRole("button", { name: "Empty the search" }).boundingBox();
    const field = await byId(page, "marks-search").boundingBox();
    expect(field).toEqual(before);
    expect((empty?.x ?? 0) + (empty?.width ?? 0)).toBeLessThanOrEqual((field?.x ?? 0) + (field?.width ?? 0));
    await page.context().close();
  });

  test("are found by words and by one tag, and a tag pressed twice narrows no more", async () => {
    const page = await marks(open);
    const count = async () => bare(await byId(page, "marks-count").textContent());
    await expect.poll(count).toBe("45 marks");
    await byId(page, "marks-search").fill("rota for the spring");
    await expect.poll(count).toBe("One mark fits");
    await byId(page, "marks-search").press("Escape");
    await expect.poll(count).toBe("45 marks");
    const chip = byId(page, "tag-chip").filter({ hasText: "recipes" });
    await chip.click();
    await expect.poll(count).toMatch(/marks fit$/);
    expect(await chip.getAttribute("aria-pressed")).toBe("true");
    await chip.click();
    await expect.poll(count).toBe("45 marks");
    await page.context().close();
  });

  test("are drawn in pages", async () => {
    const page = await marks(open);
    await expect.poll(() => byId(page, "marked").count()).toBe(40);
    await byId(page, "marks-more").click();
    await expect.poll(() => byId(page, "marked").count()).toBe(45);
    expect(await byId(page, "marks-more").count()).toBe(0);
    await page.context().close();
  });

  test("that are shown stay shown when one is changed, however many they are", async () => {
    const page = await marks(open, { marked: 320 });
    for (let shown = 40; shown < 240; shown += 40) {
      await expect.poll(() => byId(page, "marked").count()).toBe(shown);
      await byId(page, "marks-more").click();
    }
    await expect.poll(() => byId(page, "marked").count()).toBe(240);
    await edit(page, 230);
    await byId(page, "marks-note").fill("Changed far down");
    await byId(page, "marks-keep").click();
    await expect.poll(() => byId(page, "marked").first().innerText()).toContain("Changed far down");
    expect(await byId(page, "marked").count()).toBe(240);
    await page.context().close();
  });

  test("that are here stay here when further ones cannot be read", async () => {
    const page = await marks(open);
    await expect.poll(() => byId(page, "marked").count()).toBe(40);
    await failOnce(page, "marks", failureOf("index_damaged"));
    await byId(page, "marks-more").click();
    await byId(page, "error-happened").waitFor();
    expect(await byId(page, "marked").count()).toBe(40);
    await byId(page, "marks-more").click();
    await expect.poll(() => byId(page, "marked").count()).toBe(45);
    expect(await byId(page, "error-happened").count()).toBe(0);
    await page.context().close();
  });

  test("lead into their chat, to the message itself", async () => {
    const page = await marks(open);
    const one = page.locator('[data-testid=marked][data-chat="2"]').first();
    const message = Number(await one.getAttribute("data-message"));
    await one.getByTestId("marked-show").click();
    await byId(page, "jump-highlight").waitFor();
    await page.locator(`[data-testid="message"][data-position="${message % 1_000_000}"]`).waitFor();
    await page.context().close();
  });

  test("are kept by closing the editor, and taken back by undo, without a question", async () => {
    const page = await marks(open);
    await edit(page, 0);
    await byId(page, "marks-tags").fill("to  answer, Porto");
    await byId(page, "marks-note").fill("Call back");
    await page.keyboard.press("Escape");
    await byId(page, "undo-bar").waitFor();
    const [first] = await sent(page, "set_marks");
    expect(first).toMatchObject({ marks: { note: "Call back", tags: expect.arrayContaining(["Porto", "to answer"]) } });
    await expect.poll(() => byId(page, "marked").first().innerText()).toContain("Call back");
    await byId(page, "undo").click();
    await expect.poll(async () => (await sent(page, "set_marks")).length).toBe(2);
    await expect.poll(() => byId(page, "marked").allInnerTexts().then((all) => all.join())).not.toContain("Call back");
    await page.context().close();
  });

  test("that were not changed are not written", async () => {
    const page = await marks(open);
    await edit(page, 0);
    await byId(page, "marks-keep").click();
    await byId(page, "marks-keep").waitFor({ state: "detached" });
    expect(await sent(page, "set_marks")).toEqual([]);
    expect(await byId(page, "undo-bar").count()).toBe(0);
    await page.context().close();
  });

  test("take tags by Enter, by comma and by choosing, and lose them by a press or Backspace", async () => {
    const page = await marks(open);
    await edit(page, 1);
    for (const tag of await byId(page, "tag").all()) await tag.click();
    const field = byId(page, "marks-tags");
    await field.fill("Sea");
    await field.press("Enter");
    await field.pressSequentially("sea,Sky,");
    expect(await byId(page, "tag").allInnerTexts()).toEqual(["Sea", "Sky"]);
    await field.pressSequentially("gard");
    await byId(page, "tag-offered").filter({ hasText: "garden" }).click();
    await field.press("Backspace");
    await expect.poll(() => byId(page, "tag").allInnerTexts()).toEqual(["Sea", "Sky"]);
    await page.context().close();
  });

  test("that could not be written stay in the editor with the reason, and can be left", async () => {
    const page = await marks(open, { fail: { set_marks: failureOf("no_space") } });
    await edit(page, 0);
    await byId(page, "marks-note").fill("Not to be lost");
    await byId(page, "marks-keep").click();
    await page.getByText("There is not enough free space").waitFor();
    expect(await byId(page, "marks-note").inputValue()).toBe("Not to be lost");
    await byId(page, "marks-leave").click();
    await expect.poll(() => byId(page, "marked").allInnerTexts().then((all) => all.join())).not.toContain("Not to be lost");
    await page.context().close();
  });

  test("are exported with a sentence of how many; a dismissed dialog says nothing", async () => {
    const page = await marks(open);
    await byId(page, "marks-export").click();
    expect(bare(await byId(page, "marks-exported").textContent())).toBe("45 marks were written to the file");
    await page.context().close();
    const other = await marks(open, { dismissing: true });
    await byId(other, "marks-export").click();
    await expect.poll(() => sent(other, "export_marks")).toHaveLength(1);
    expect(await byId(other, "marks-exported").count()).toBe(0);
    await other.context().close();
  });

  test("that cannot be read say what to do", async () => {
    const page = await marks(open, { fail: { marks: failureOf("index_damaged") } });
    await byId(page, "error-happened").waitFor();
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("are forgotten by the window when the chats are locked", async () => {
    const page = await marks(open);
    await edit(page, 0);
    await byId(page, "marks-note").fill("Only while it is open");
    await byId(page, "marks-keep").click();
    await byId(page, "undo-bar").waitFor();
    await byId(page, "lock").click();
    await byId(page, "start-open").waitFor();
    expect(await byId(page, "undo-bar").count()).toBe(0);
    expect(await page.content()).not.toContain("Only while it is open");
    await page.context().close();
  });
});

describe("the marks of a chat", () => {
  const open = useBrowser();

  test("are edited from its row, pin it at once, and are taken back", async () => {
    const page = await open({ open: true, unmarked: true });
    const row = page.locator('[data-testid="chat-row"][data-chat="3"]');
    await row.click({ button: "right" });
    await page.getByRole("menuitem", { name: "Tags and a note" }).click();
    await byId(page, "marks-bookmark").click();
    await byId(page, "marks-note").fill("Call on Sunday");
    await byId(page, "marks-keep").click();
    await expect.poll(() => row.getByTestId("row-marks").getAttribute("title")).toBe("Call on Sunday");
    await expect.poll(() => sent(page, "set_marks")).toEqual([{ chat: 3, message: null, marks: expect.objectContaining({ bookmark: true, note: "Call on Sunday" }) }]);
    await expect.poll(() => row.getByTitle("Pinned").count()).toBe(1);
    await byId(page, "undo").click();
    await expect.poll(() => row.getByTitle("Pinned").count()).toBe(0);
    await page.context().close();
  });

  claimsForEveryLook("marks-chat", open, { open: true }, async (page) => {
    await page.locator('[data-testid="chat-row"][data-chat="10"]').click();
    await byId(page, "message").first().waitFor();
    await byId(page, "chat-more").click();
    await page.getByRole("menuitem").last().click();
    await byId(page, "chat-about").waitFor();
  });

  test("stand under its name and in what is told about it, and are edited from its menu", async () => {
    const page = await open({ open: true });
    await page.locator('[data-testid="chat-row"][data-chat="10"]').click();
    await byId(page, "message").first().waitFor();
    await expect.poll(() => byId(page, "chat-states").innerText()).toMatch(/garden[^]*The rota for the spring/);
    await byId(page, "chat-about-open").click();
    expect(await byId(page, "chat-about").getByTestId("own-marks").innerText()).toMatch(/garden[^]*The rota for the spring/);
    await byId(page, "chat-more").click();
    await page.getByRole("menuitem", { name: "Tags and a note" }).click();
    await byId(page, "marks-note").fill("The rota hangs in the shed.");
    await byId(page, "marks-keep").click();
    await expect.poll(() => byId(page, "chat-states").innerText()).toContain("The rota hangs in the shed.");
    expect(await byId(page, "chat-about").getByTestId("own-marks").innerText()).toContain("The rota hangs in the shed.");
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });
});
