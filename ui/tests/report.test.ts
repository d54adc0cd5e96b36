// The account of a restore: what stands in another message, what was left out, what is missing and why, and what does not add up.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import type { ReportView } from "../src/bindings/ReportView";
import { KIT, RIGHT_DIGITS } from "../src/ipc/mockPhone";
import { byId, claimsForEveryLook, type OpenWindow, useBrowser } from "./page";

/** A restore where everything that can be said has to be said. */
const WORST: Partial<ReportView> = {
  sourceRows: 20_440,
  leftOut: [
    { reason: "sentinel", count: 1 },
    { reason: "deleted_by_owner", count: 12 },
  ],
  folded: [
    { reason: "album", count: 210 },
    { reason: "hd_twin", count: 33 },
  ],
  missingByReason: [
    { reason: "view_once", count: 5 },
    { reason: "offloaded", count: 1 },
    { reason: "absent", count: 78 },
  ],
  increments: [
    { file: "msgstore-increment-1.1.db.crypt15", from: "2026-11-12", to: "2026-11-14", messages: 48 },
    { file: "msgstore-increment-2.1.db.crypt15", from: null, to: null, messages: null },
  ],
  damagedStretches: 1,
  unaccounted: [
    { reason: "message", count: 4 },
    { reason: "receipt_user", count: 1_200 },
  ],
};

const bare = (text: string) => text.replace(/[\u2068\u2069]/g, "");

async function restored(page: Page): Promise<void> {
  await byId(page, "start-restore").click();
  await byId(page, "path-input").fill("/home/ana/Downloads/WhatsApp");
  await byId(page, "path-check").click();
  await byId(page, "backup-card").first().waitFor();
  await byId(page, "next").click();
  await byId(page, "digits-input").fill(RIGHT_DIGITS);
  await page.locator("[data-testid=next]:enabled").click();
  await byId(page, "passkey-skip").click();
  await byId(page, "kit-proof").fill(KIT.groups.slice(-KIT.lastGroups).join(" "));
  await byId(page, "kit-proof-check").click();
  await page.locator("[data-testid=next]:enabled").click();
  await byId(page, "restore-start").click();
  await byId(page, "report").waitFor();
}

async function report(open: OpenWindow, part: Partial<ReportView>): Promise<{ page: Page; said: () => Promise<string> }> {
  const page = await open({ pace: 1, ceremony: { beat: 5 }, report: part });
  await restored(page);
  return { page, said: async () => bare(await byId(page, "report").innerText()).replace(/\s+/g, " ") };
}

describe("the report of a restore", () => {
  const open = useBrowser();

  test("says that every row is accounted for only when it is", async () => {
    const whole = await report(open, {});
    await expect.poll(whole.said).toContain("Every row of the backup is accounted for");
    expect(await byId(whole.page, "unaccounted").count()).toBe(0);
    await whole.page.context().close();
    const { page, said } = await report(open, WORST);
    await expect.poll(said).toContain("1,204 rows could not be accounted for Everything that was read is kept.");
    expect(await said()).not.toContain("Every row of the backup is accounted for");
    // 20,423 + 1 + 12 + 4 = 20,440
    await expect.poll(said).toContain("Not accounted for 4 Rows in the backup 20,440");
    await page.context().close();
  });

  test("names what stands in another message and what the person had deleted", async () => {
    const { page, said } = await report(open, WORST);
    for (const words of ["shown in an album 210", "the same in better quality 33", "Left out: you had deleted them, and the phone had not yet cleaned them away 12"]) await expect.poll(said).toContain(words);
    await page.context().close();
  });

  test("counts missing files by their reasons", async () => {
    const { page, said } = await report(open, WORST);
    for (const words of ["5 could be opened once only", "The phone moved one to the cloud", "78 are not in the folder"]) await expect.poll(said).toContain(words);
    await page.context().close();
  });

  test("names the days that a file of changes covers, whatever the time zone", async () => {
    const { page, said } = await report(open, WORST);
    for (const words of ["2 files beside the backup hold newer changes", "msgstore-increment-1.1.db.crypt15 12 – 14 November 2026 · 48 messages", "days unknown", "One stretch of the file is damaged"]) await expect.poll(said).toContain(words);
    await page.context().close();
  });

  claimsForEveryLook("report-worst", open, { pace: 1, ceremony: { beat: 5 }, report: WORST }, restored);
});
