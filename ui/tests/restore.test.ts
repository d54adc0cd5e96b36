// The wizard, step by step: what a person sees, in every look and size, and what goes to the shell.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { MockOptions } from "../src/ipc/mock";
import { KIT, MIXED, RIGHT_DIGITS } from "../src/ipc/mockPhone";
import { NO_AUTHENTICATORS, PIN } from "../src/ipc/mockCeremony";
import { FITTING } from "../src/ipc/mockKeys";
import { byId, calls, claimsForEveryLook, problems, useBrowser } from "./page";

const SLIPPED = `${RIGHT_DIGITS.slice(0, 25)}0${RIGHT_DIGITS.slice(26)}`;
const OTHER = "00".repeat(32);
const PROOF = KIT.groups.slice(-KIT.lastGroups).join(" ");

async function choose(page: Page): Promise<void> {
  await byId(page, "start-restore").click();
  await byId(page, "path-input").fill("/home/ana/Downloads/WhatsApp");
  await byId(page, "path-check").click();
  await byId(page, "backup-card").first().waitFor();
}

async function unlock(page: Page): Promise<void> {
  await choose(page);
  await byId(page, "next").click();
  await byId(page, "digits-input").waitFor({ state: "attached" });
}

async function passkey(page: Page): Promise<void> {
  await unlock(page);
  await byId(page, "digits-input").fill(RIGHT_DIGITS);
  await page.locator("[data-testid=next]:enabled").click();
  await byId(page, "authenticator").first().waitFor();
}

/** The kit alone, without a passkey. */
async function keep(page: Page): Promise<void> {
  await passkey(page);
  await byId(page, "passkey-skip").click();
  await byId(page, "kit-proof").waitFor();
}

async function pin(page: Page): Promise<void> {
  await byId(page, "pin-input").fill(PIN);
  await byId(page, "pin-send").click();
}

async function enrolled(page: Page): Promise<void> {
  await passkey(page);
  await page.locator("[data-testid=authenticator][data-kind=security_key]").click();
  await pin(page);
  await byId(page, "enrolled").waitFor();
}

async function rehearsal(page: Page): Promise<void> {
  await enrolled(page);
  await byId(page, "next").click();
  await byId(page, "kit-proof").fill(PROOF);
  await byId(page, "kit-proof-check").click();
  await page.locator("[data-testid=next]:enabled").click();
  await byId(page, "rehearse").waitFor();
}

async function ready(page: Page): Promise<void> {
  await keep(page);
  await byId(page, "kit-proof").fill(PROOF);
  await byId(page, "kit-proof-check").click();
  await page.locator("[data-testid=next]:enabled").click();
  await byId(page, "restore-start").waitFor();
}

async function done(page: Page): Promise<void> {
  await ready(page);
  await byId(page, "restore-start").click();
  await byId(page, "report").waitFor();
}

const QUICK: MockOptions = { pace: 1, ceremony: { beat: 5 } };
const FITS: MockOptions = { ...QUICK, keys: { fitting: FITTING } };

async function passkeys(page: Page): Promise<void> {
  await choose(page);
  await byId(page, "next").click();
  await byId(page, "passkey-way").first().waitFor();
}
const checked = (page: Page) => page.locator("[data-whole=ok]").first().waitFor();

/** Whether the element's whole box is what a pointer would meet there. */
const uncovered = (page: Page, id: string) =>
  byId(page, id).evaluate((element) => {
    const { left, top, bottom } = element.getBoundingClientRect();
    return [top + 2, bottom - 2].every((y) => element.contains(document.elementFromPoint(left + 12, y)));
  });

describe("the wizard in every look", () => {
  const open = useBrowser();

  claimsForEveryLook("restore-1-choose", open, {}, (page) => byId(page, "start-restore").click());
  claimsForEveryLook("restore-1-found", open, {}, async (page) => {
    await choose(page);
    await checked(page);
  });
  claimsForEveryLook("restore-1-mixed", open, { found: MIXED }, async (page) => {
    await choose(page);
    await page.locator("[data-whole=mismatch]").waitFor();
  });
  claimsForEveryLook("restore-1-not-a-backup", open, {}, async (page) => {
    await byId(page, "start-restore").click();
    await byId(page, "path-input").fill("/home/ana/nothing");
    await byId(page, "path-check").click();
    await byId(page, "error-happened").waitFor();
  });
  claimsForEveryLook("restore-2-unlock", open, {}, unlock);
  claimsForEveryLook("restore-2-half", open, {}, async (page) => {
    await unlock(page);
    await byId(page, "digits-input").fill(RIGHT_DIGITS.slice(0, 30));
  });
  claimsForEveryLook("restore-2-slip", open, {}, async (page) => {
    await unlock(page);
    await byId(page, "digits-input").fill(SLIPPED);
    await byId(page, "slip-accept").waitFor();
  });
  claimsForEveryLook("restore-2-wrong", open, {}, async (page) => {
    await choose(page);
    await checked(page);
    await byId(page, "next").click();
    await byId(page, "digits-input").fill(OTHER);
    await byId(page, "error-happened").waitFor();
  });
  claimsForEveryLook("restore-2-fits", open, {}, async (page) => {
    await unlock(page);
    await byId(page, "digits-input").fill(RIGHT_DIGITS);
    await page.locator("[data-testid=next]:enabled").waitFor();
  });
  claimsForEveryLook("restore-2-where", open, {}, async (page) => {
    await unlock(page);
    await page.locator("details.where summary").click();
  });
  claimsForEveryLook("restore-2-locked", open, { found: MIXED }, async (page) => {
    await unlock(page);
    await byId(page, "locked-explained").waitFor();
  });
  claimsForEveryLook("restore-2-key-file", open, { found: MIXED }, async (page) => {
    await choose(page);
    await page.getByRole("radio").nth(1).check();
    await byId(page, "next").click();
    await byId(page, "key-file").waitFor();
  });
  claimsForEveryLook("restore-2-passkey", open, FITS, passkeys);
  claimsForEveryLook("restore-2-passkey-no-key", open, { ...QUICK, keys: { fitting: FITTING, keyFits: false } }, async (page) => {
    await passkeys(page);
    await byId(page, "passkey-way").first().click();
    await pin(page);
    await byId(page, "keyring-does-not-fit").waitFor();
  });
  claimsForEveryLook("restore-3-passkey", open, {}, passkey);
  claimsForEveryLook("restore-3-nothing-here", open, { ceremony: { authenticators: NO_AUTHENTICATORS.slice(1) } }, async (page) => {
    await unlock(page);
    await byId(page, "digits-input").fill(RIGHT_DIGITS);
    await page.locator("[data-testid=next]:enabled").click();
    await byId(page, "passkey-skip").waitFor();
  });
  claimsForEveryLook("restore-3-enrolled", open, QUICK, enrolled);
  claimsForEveryLook("restore-3-rehearsal", open, QUICK, rehearsal);
  claimsForEveryLook("restore-3-rehearsed", open, QUICK, async (page) => {
    await rehearsal(page);
    await byId(page, "rehearse").click();
    await pin(page);
    await page.locator("[data-testid=next]:enabled").waitFor();
  });
  claimsForEveryLook("restore-3-keep", open, {}, keep);
  claimsForEveryLook("restore-3-by-hand", open, {}, async (page) => {
    await keep(page);
    await byId(page, "kit-show").click();
    await byId(page, "kit-groups").waitFor();
  });
  claimsForEveryLook("restore-3-proved", open, {}, async (page) => {
    await keep(page);
    await byId(page, "kit-proof").fill(PROOF);
    await byId(page, "kit-proof-check").click();
    await page.locator("[data-testid=next]:enabled").waitFor();
  });
  claimsForEveryLook("restore-4-ready", open, {}, ready);
  claimsForEveryLook("restore-4-running", open, { pace: 0 }, async (page) => {
    await ready(page);
    await byId(page, "restore-start").click();
    await page.locator("[data-stage=indexing]").waitFor();
  });
  claimsForEveryLook("restore-5-done", open, QUICK, done);
});

describe("the wizard", () => {
  const open = useBrowser();

  test("goes from the first door to the chats", async () => {
    const page = await open(QUICK);
    await done(page);
    await byId(page, "open-chats").click();
    await byId(page, "lock").waitFor();
    expect(problems(page)).toEqual([]);
  });

  test("sends secrets as raw bodies only and empties the fields", async () => {
    const page = await open(QUICK);
    await keep(page);
    await byId(page, "kit-proof").fill(PROOF);
    await byId(page, "kit-proof-check").click();
    await page.locator("[data-testid=next]:enabled").waitFor();
    const sent = await calls(page);
    expect(sent.filter(({ name }) => name === "check_digits" || name === "prove_kit").map(({ args }) => args)).toEqual(["raw body", "raw body"]);
    expect(JSON.stringify(sent)).not.toContain(RIGHT_DIGITS.slice(0, 8));
    await expect.poll(() => page.content()).not.toContain(KIT.groups.at(-1));
    await byId(page, "back").click();
    await expect.poll(() => byId(page, "digits-input").count()).toBe(0);
  });

  test("a passkey, the kit and the rehearsal of both come before the restore", async () => {
    const page = await open(QUICK);
    await rehearsal(page);
    await expect.poll(() => byId(page, "next").isDisabled()).toBe(true);
    await byId(page, "rehearse").click();
    await pin(page);
    await page.locator("[data-testid=rehearsal][data-safe=true]").waitFor();
    await byId(page, "next").click();
    await byId(page, "restore-start").click();
    await byId(page, "report").waitFor();
    const names = (await calls(page)).map(({ name }) => name);
    expect(names.indexOf("make_kit")).toBeLessThan(names.indexOf("enrol_passkey"));
    expect(names.indexOf("prove_kit")).toBeLessThan(names.indexOf("rehearse_passkey"));
    expect(names.indexOf("rehearse_passkey")).toBeLessThan(names.indexOf("restore"));
    expect(problems(page)).toEqual([]);
  });

  test("a passkey that was added can be exchanged for another", async () => {
    const page = await open(QUICK);
    await enrolled(page);
    await byId(page, "passkey-drop").click();
    await byId(page, "authenticator").first().waitFor();
    await expect.poll(() => byId(page, "next").isDisabled()).toBe(true);
    await expect.poll(async () => (await calls(page)).find(({ name }) => name === "drop_enrolled")?.args).toEqual({ slot: "enrolled" });
  });

  test("leaving takes back the passkey that was added", async () => {
    const page = await open(QUICK);
    await enrolled(page);
    await byId(page, "cancel").click();
    await byId(page, "cancel-confirm").click();
    await byId(page, "start-restore").waitFor();
    await expect.poll(async () => (await calls(page)).map(({ name }) => name)).toContain("drop_enrolled");
  });

  test("a keyring that fits goes straight to the passkey, and the backup into those chats", async () => {
    const page = await open(FITS);
    await passkeys(page);
    await byId(page, "passkey-way").first().click();
    await pin(page);
    await page.locator("[data-testid=next]:enabled").click();
    await page.getByText("The keys you have stay the keys").waitFor();
    await byId(page, "next").click();
    await byId(page, "restore-start").click();
    await byId(page, "report").waitFor();
    const names = (await calls(page)).map(({ name }) => name);
    expect(names).not.toContain("make_kit");
    expect(names).not.toContain("check_digits");
  });

  test("an older keyring is used only after the person has agreed, and then without another ceremony", async () => {
    const page = await open(FITS);
    await page.evaluate(() => (window.latchkeyMock!.failOnce = { unlock_backup: { code: "keyring_older", detail: "", keyFits: null, retries: null, absence: null } }));
    await passkeys(page);
    await byId(page, "passkey-way").first().click();
    await byId(page, "older-accept").click();
    await page.locator("[data-testid=next]:enabled").waitFor();
    expect((await calls(page)).map(({ name }) => name)).not.toContain("ceremony_pin");
  });

  test("open chats whose keyring has another key ask for the digits once", async () => {
    const page = await open({ ...QUICK, open: true, keys: { keyFits: false } });
    await byId(page, "lock").waitFor();
    await byId(page, "more").click();
    await byId(page, "menu-settings").click();
    await byId(page, "add-backup").click();
    await byId(page, "path-input").fill("/home/ana/Downloads/WhatsApp");
    await byId(page, "path-check").click();
    await byId(page, "next").click();
    await byId(page, "keyring-does-not-fit").waitFor();
    await byId(page, "digits-input").fill(RIGHT_DIGITS);
    await page.locator("[data-testid=next]:enabled").waitFor();
  });

  test("the digits are always there instead of a passkey", async () => {
    const page = await open(FITS);
    await passkeys(page);
    await byId(page, "use-digits").click();
    await byId(page, "digits-input").waitFor();
    await byId(page, "use-passkey").click();
    await byId(page, "passkey-way").first().waitFor();
  });

  test("no passkey is offered for a backup whose key WhatsApp keeps", async () => {
    const page = await open({ ...FITS, found: MIXED });
    await choose(page);
    await byId(page, "next").click();
    await byId(page, "locked-explained").waitFor();
    expect((await calls(page)).map(({ name }) => name)).not.toContain("keyrings_for");
  });

  test("nothing is added to a keyring that nobody vouches for, until its fingerprint was compared", async () => {
    const page = await open({ ...FITS, keys: { fitting: FITTING, unknown: true } });
    await passkeys(page);
    await byId(page, "passkey-way").first().click();
    await pin(page);
    await page.locator("[data-testid=next]:enabled").click();
    await byId(page, "vouch-input").waitFor();
    await expect.poll(() => byId(page, "next").isDisabled()).toBe(true);
    await byId(page, "vouch-input").fill(KIT.fingerprint);
    await byId(page, "vouch-compare").click();
    await page.locator("[data-testid=next]:enabled").waitFor();
  });

  test("names a wrong proof and lets nobody on without a kit", async () => {
    const page = await open();
    await keep(page);
    await byId(page, "kit-proof").fill("0000 0000 0000");
    await byId(page, "kit-proof-check").click();
    await page.getByText("These are not the last groups of this kit").waitFor();
    await expect.poll(() => byId(page, "kit-proof").inputValue()).toBe("");
    await expect.poll(() => byId(page, "next").isDisabled()).toBe(true);
  });

  test("says which group is off while typing", async () => {
    const page = await open();
    await unlock(page);
    await byId(page, "digits-input").pressSequentially("1f2e 3d4o");
    await page.getByText("Group 2 holds something that is not").waitFor();
  });

  test("a key that does not fit is told from a damaged file", async () => {
    for (const [checksum, cause] of [["ok", "wrong_key"], ["mismatch", "damaged"], ["absent", "wrong_key_or_damaged"]] as const) {
      const page = await open({ checksum });
      await choose(page);
      await page.locator(`[data-whole=${checksum}]`).first().waitFor();
      await byId(page, "next").click();
      await byId(page, "digits-input").fill(OTHER);
      await page.locator(`[data-testid=digits-verdict][data-verdict=does_not_fit][data-cause=${cause}]`).waitFor();
      await page.context().close();
    }
  });

  test("a slip is proposed, and used only when the person agrees", async () => {
    const page = await open();
    await unlock(page);
    await byId(page, "digits-input").fill(SLIPPED);
    await page.getByText("We think one digit in group 7 is not right").waitFor();
    await expect.poll(() => byId(page, "next").isDisabled()).toBe(true);
    await byId(page, "slip-accept").click();
    await page.locator("[data-testid=next]:enabled").waitFor();
    await expect.poll(async () => (await calls(page)).map(({ name }) => name)).toContain("accept_slip");
  });

  test("in a low window the answer to a key is in sight, and no button is covered when it has the focus", async () => {
    const page = await open();
    await page.setViewportSize({ width: 800, height: 600 });
    await unlock(page);
    await byId(page, "digits-input").fill(SLIPPED);
    await byId(page, "slip-accept").waitFor();
    await expect.poll(() => uncovered(page, "slip-accept")).toBe(true);
    await byId(page, "digits-input").fill(OTHER);
    await byId(page, "error-todo").waitFor();
    await expect.poll(() => uncovered(page, "error-todo")).toBe(true);
    await byId(page, "back").click();
    await byId(page, "path-check").focus();
    await expect.poll(() => uncovered(page, "path-check")).toBe(true);
  });

  test("stops when asked, says so, and can start again", async () => {
    const page = await open({ pace: 0 });
    await ready(page);
    await byId(page, "restore-start").click();
    await page.locator("[data-stage=indexing]").waitFor();
    await byId(page, "restore-cancel").click();
    await byId(page, "error-happened").waitFor();
    await expect.poll(async () => (await calls(page)).map(({ name }) => name)).toContain("cancel_restore");
    await byId(page, "restore-start").waitFor();
  });

  test("a failed restore says what happened and what to do", async () => {
    const page = await open({ fail: { restore: { code: "no_space", detail: "needs 3 GB", keyFits: null, retries: null, absence: null } } });
    await ready(page);
    await byId(page, "restore-start").click();
    await page.getByText("There is not enough free space on the disk").waitFor();
  });

  test("a backup dropped on the window starts it", async () => {
    const page = await open();
    await byId(page, "start-restore").waitFor();
    await page.evaluate((found) => window.latchkeyMock?.emit?.("backups-arrived", found), MIXED);
    await byId(page, "backup-card").first().waitFor();
  });

  test("chats of the same number can be opened first, and the backup is added to them", async () => {
    const page = await open(QUICK);
    await choose(page);
    await byId(page, "open-first").click();
    await byId(page, "history-card").first().click();
    await byId(page, "other-kit").locator("summary").click();
    await byId(page, "kit-input").fill(KIT.groups.join(" "));
    await byId(page, "kit-open").click();
    await byId(page, "next").click();
    await page.getByText("It was in the keyring that is open").waitFor();
    await page.locator("[data-testid=next]:enabled").click();
    await page.getByText("The keys you have stay the keys").waitFor();
    await byId(page, "next").click();
    await byId(page, "restore-start").click();
    await byId(page, "report").waitFor();
    expect((await calls(page)).map(({ name }) => name)).not.toContain("make_kit");
  });

  test("a backup can be added from the settings while chats are open", async () => {
    const page = await open({ open: true });
    await byId(page, "more").click();
    await byId(page, "menu-settings").click();
    await byId(page, "add-backup").click();
    await byId(page, "path-input").waitFor();
    await byId(page, "cancel").click();
    await byId(page, "lock").waitFor();
  });

  test("begins with what the app was started on", async () => {
    const page = await open({ startedOn: MIXED });
    await byId(page, "backup-card").first().waitFor();
  });

  test("moves the focus to the heading of each step", async () => {
    const page = await open();
    await unlock(page);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await byId(page, "back").click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Choose your backup");
  });

  test("works with the keyboard alone as far as the kit", async () => {
    const page = await open();
    await byId(page, "start-restore").focus();
    await page.keyboard.press("Enter");
    await byId(page, "path-input").focus();
    await page.keyboard.type("/home/ana/WhatsApp");
    await page.keyboard.press("Enter");
    await byId(page, "backup-card").first().waitFor();
    await byId(page, "next").focus();
    await page.keyboard.press("Enter");
    await byId(page, "digits-input").focus();
    await page.keyboard.type(RIGHT_DIGITS);
    await page.locator("[data-testid=next]:enabled").focus();
    await page.keyboard.press("Enter");
    await byId(page, "passkey-skip").focus();
    await page.keyboard.press("Enter");
    await byId(page, "kit-print").waitFor();
  });
});
