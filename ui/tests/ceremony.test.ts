// The ceremony sheet: every moment in every look, stopped at each, with the keyboard alone, and nothing of a PIN left behind.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { MomentView } from "../src/bindings/MomentView";
import { failureOf } from "../src/ipc/errors";
import type { MockOptions } from "../src/ipc/mock";
import { CODE, PIN } from "../src/ipc/mockCeremony";
import { KEY_SLOT, KIT_SLOT, PHONE_SLOT, TPM_SLOT } from "../src/ipc/mockKeys";
import { HISTORIES } from "../src/ipc/mockPhone";
import { byId, calls, claimsForEveryLook, problems, useBrowser } from "./page";

const ONE: MockOptions = { histories: HISTORIES.slice(0, 1), ceremony: { beat: 5 } };
const SLOTS = [KEY_SLOT, TPM_SLOT, PHONE_SLOT, KIT_SLOT];
const pin = (part: Partial<Extract<MomentView, { kind: "pin" }>> = {}): MomentView => ({
  kind: "pin", question: 0, authenticator: "security_key", purpose: "use", retries: 8, wasWrong: false, minLength: 4, notOnlyDigits: false, ...part,
});

const MOMENTS: Record<string, MomentView> = {
  "plug-in": { kind: "plug_in" },
  "touch-one": { kind: "touch_one", of: 3 },
  touch: { kind: "touch" },
  fingerprint: { kind: "fingerprint", retries: 2, again: true },
  "scan-qr": { kind: "scan_qr", svg: CODE, creates: true },
  "phone-seen": { kind: "phone_seen" },
  "phone-connected": { kind: "phone_connected" },
  working: { kind: "working", authenticator: "tpm" },
  pin: pin(),
  "pin-wrong": pin({ wasWrong: true, retries: 3 }),
  "pin-choose": pin({ authenticator: "tpm", purpose: "choose", retries: null, minLength: 10, notOnlyDigits: true }),
  "last-tries": { kind: "last_tries", question: 0, authenticator: "security_key", retries: 1 },
  "use-network": { kind: "use_network", question: 0, host: "cable.ua5v.com" },
};

/** A ceremony that stands still at one moment. */
const at = (moment: MomentView): MockOptions => ({ ...ONE, ceremony: { moments: [moment] } });

async function begin(page: Page, slot = "key"): Promise<void> {
  await byId(page, "start-open").click();
  await page.locator(`[data-testid=passkey-way][data-slot=${slot}]`).click();
  await byId(page, "ceremony").waitFor();
}

const shows = (page: Page, kind: string) => page.locator(`[data-testid=ceremony][data-moment=${kind}]`).waitFor();
const gone = (page: Page) => byId(page, "ceremony").waitFor({ state: "detached" });

describe("every moment in every look", () => {
  const open = useBrowser();
  for (const [name, moment] of Object.entries(MOMENTS)) {
    claimsForEveryLook(`ceremony-${name}`, open, at(moment), async (page) => {
      await begin(page);
      await shows(page, moment.kind);
    });
  }
  claimsForEveryLook("ceremony-blocked", open, { ...ONE, keys: { slots: SLOTS }, fail: { unlock_history_passkey: failureOf("pin_blocked", "status 0x32") } }, async (page) => {
    await begin(page);
    await byId(page, "still-open").waitFor();
  });
});

describe("a ceremony", () => {
  const open = useBrowser();

  test.each(Object.entries(MOMENTS))("stops at %s, by the button and by Escape", async (_name, moment) => {
    const page = await open(at(moment));
    await begin(page);
    await shows(page, moment.kind);
    await byId(page, "ceremony-stop").click();
    await gone(page);
    await page.locator("[data-testid=passkey-way]").first().click();
    await shows(page, moment.kind);
    await page.keyboard.press("Escape");
    await gone(page);
    await expect.poll(async () => (await calls(page)).filter(({ name }) => name === "ceremony_cancel").length).toBe(2);
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("opens the chats with PIN and touch, by keyboard alone", async () => {
    const page = await open(ONE);
    await byId(page, "start-open").focus();
    await page.keyboard.press("Enter");
    await byId(page, "passkey-way").first().focus();
    await page.keyboard.press("Enter");
    await byId(page, "pin-input").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("pin-input");
    await page.keyboard.type(PIN);
    await page.keyboard.press("Enter");
    await byId(page, "lock").waitFor();
    expect(problems(page)).toEqual([]);
  });

  test("tells a wrong PIN with the tries that are left, and hands it over as a raw body only", async () => {
    const page = await open(ONE);
    await begin(page);
    await byId(page, "pin-input").fill("9753");
    await byId(page, "pin-send").click();
    await page.locator("[data-testid=pin-tries][data-retries='7']").waitFor();
    await page.getByText("That was not it; once more").waitFor();
    await expect.poll(() => byId(page, "pin-input").inputValue()).toBe("");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("pin-input");
    const sent = await calls(page);
    expect(sent.filter(({ name }) => name === "ceremony_pin").map(({ args }) => args)).toEqual(["raw body"]);
    expect(JSON.stringify(sent)).not.toContain("9753");
    await expect.poll(() => page.content()).not.toContain("9753");
  });

  test("after three wrong PINs says to plug the key in again, and begins anew", async () => {
    const page = await open(ONE);
    await begin(page);
    for (const retries of [8, 7, 6]) {
      await page.locator(`[data-retries='${retries}']`).waitFor();
      await byId(page, "pin-input").fill("0000");
      await byId(page, "pin-send").click();
    }
    await page.getByText("Unplug it and plug it in again").waitFor();
    await byId(page, "ceremony-again").click();
    await byId(page, "pin-input").waitFor();
  });

  test("a PIN to choose is typed twice and keeps the rules before it goes over", async () => {
    const page = await open(at(pin({ authenticator: "tpm", purpose: "choose", retries: null, minLength: 10, notOnlyDigits: true })));
    await begin(page);
    for (const [typed, again, words] of [["12345", "12345", "at least 10"], ["1234567890", "1234567890", "Digits alone"], ["lamp 12345", "lamp 12346", "not the same"]]) {
      await byId(page, "pin-input").fill(typed ?? "");
      await byId(page, "pin-again").fill(again ?? "");
      await byId(page, "pin-send").click();
      await page.getByText(words ?? "").waitFor();
    }
    expect((await calls(page)).map(({ name }) => name)).not.toContain("ceremony_pin");
  });

  test("the phone way asks before it uses the network, and a no connects nothing", async () => {
    const page = await open({ ...ONE, keys: { slots: SLOTS } });
    await begin(page, "phone");
    await shows(page, "use_network");
    await page.getByText("cable.ua5v.com").waitFor();
    await byId(page, "ceremony-stop").click();
    await gone(page);
    await expect.poll(async () => (await calls(page)).filter(({ name }) => name === "ceremony_confirm").map(({ args }) => args)).toEqual([{ question: 1, yes: false }]);
    await page.locator("[data-slot=phone]").click();
    await byId(page, "ceremony-yes").click();
    await byId(page, "lock").waitFor();
  });

  test("a blocked PIN names what still opens the chats", async () => {
    const page = await open({ ...ONE, keys: { slots: SLOTS }, fail: { unlock_history_passkey: failureOf("pin_blocked") } });
    await begin(page);
    await expect.poll(() => byId(page, "still-open").locator("li").allTextContents()).toEqual([TPM_SLOT.label, PHONE_SLOT.label, "Recovery kit"]);
    await byId(page, "ceremony-leave").click();
    await gone(page);
  });

  test("keeps the focus inside when what had it goes away", async () => {
    // the touch is waited for longer than a busy machine needs to look
    const page = await open({ ...ONE, ceremony: { beat: 20_000 } });
    await begin(page);
    await byId(page, "pin-input").fill(PIN);
    await byId(page, "pin-send").click();
    await shows(page, "touch");
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
  });
});
