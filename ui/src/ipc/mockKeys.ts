// Keyrings, played: the ways into a made-up history, added, tested, renamed and removed as the shell would.
import type { DrillView } from "../bindings/DrillView";
import type { FittingView } from "../bindings/FittingView";
import type { SlotView } from "../bindings/SlotView";
import { failureOf } from "./errors";
import type { Handlers } from "./mock";
import type { PlayCeremony } from "./mockCeremony";
import { DAY, HISTORIES, KIT, letters, NOW } from "./mockPhone";
import type { Advice, AuthenticatorKind } from "./wire";

export type KeysOptions = {
  /** The ways into every made-up history. */
  slots?: SlotView[];
  /** Keyrings that fit the backup; none unless asked for. */
  fitting?: FittingView[];
  /** Whether a key in the fitting keyring opens the backup. */
  keyFits?: boolean;
  /** Nobody vouches for the keyring of the open history yet. */
  unknown?: boolean;
};

const HALF_A_YEAR = 182 * DAY;

export function slot(part: Partial<SlotView>): SlotView {
  return {
    id: "key",
    kind: "passkey",
    authenticator: "security_key",
    label: "Blue security key",
    created: NOW - 240 * DAY,
    lastTested: NOW - 9 * DAY,
    synced: false,
    organisation: false,
    openedWith: false,
    ...part,
  };
}

/** As the shell makes one: a kit has no name of its own until the person gives it one. */
export const KIT_SLOT = slot({ id: "kit", kind: "recovery", authenticator: null, label: "", lastTested: NOW - 240 * DAY, synced: null });
export const KEY_SLOT = slot({ openedWith: true });
export const TPM_SLOT = slot({ id: "tpm", authenticator: "tpm", label: "This laptop", lastTested: NOW - 2 * DAY });
export const PHONE_SLOT = slot({ id: "phone", authenticator: "phone", label: "Ana’s phone", synced: true, lastTested: null });
export const WORDS_SLOT = slot({ id: "words", kind: "passphrase", authenticator: null, label: "Six words", synced: null });

export const SLOTS: SlotView[] = [KEY_SLOT, TPM_SLOT, KIT_SLOT];
export const FITTING: FittingView[] = [{ history: "a1", lastOpened: NOW - 2 * DAY, slots: SLOTS }];
export const WORDS = "lantern copper meadow violin harbour pepper".split(" ");

type KeysCommand =
  | "keyrings_for"
  | "unlock_backup"
  | "enrol_passkey"
  | "rehearse_passkey"
  | "drop_enrolled"
  | "history_slots"
  | "unlock_history_passkey"
  | "unlock_history_passphrase"
  | "vouching"
  | "vouch"
  | "keys"
  | "add_passkey"
  | "add_passphrase"
  | "prove_passphrase"
  | "new_kit"
  | "test_passkey"
  | "test_kit"
  | "rename_slot"
  | "remove_slot"
  | "loss_drill";

/** The one history that can be open. */
export type Opened = { isOpen: () => boolean; open: () => void };

/** The keyring commands on one made-up keyring. */
export function keysHandlers(options: KeysOptions, play: PlayCeremony, { isOpen, open: opened }: Opened): Pick<Handlers, KeysCommand> & { kitProved: () => void } {
  let slots = [...(options.slots ?? SLOTS)];
  let trusted = options.unknown !== true;
  let newWords: string | null = null;
  let newKit = false;
  const kindOf = (id: string): AuthenticatorKind => slots.find((one) => one.id === id)?.authenticator ?? "security_key";
  const tested = (id: string) => (slots = slots.map((one) => (one.id === id ? { ...one, lastTested: Date.now() } : one)));
  const added = (part: Partial<SlotView>): SlotView => {
    const made = slot({ id: `new-${slots.length}`, created: Date.now(), lastTested: Date.now(), ...part });
    slots = [...slots, made];
    return made;
  };

  return {
    kitProved: () => {
      if (newKit) added({ kind: "recovery", authenticator: null, label: "", synced: null });
      newKit = false;
    },
    keyrings_for: () => options.fitting ?? [],
    unlock_backup: async ({ slot: id, onMoment }) => {
      // an open history only says whether it holds the key
      if (!isOpen()) await play(kindOf(id), "use", onMoment);
      opened();
      return options.keyFits ?? true;
    },
    enrol_passkey: async ({ authenticator, label, onMoment }) => {
      await play(authenticator, "create", onMoment);
      return slot({ id: "enrolled", authenticator, label, created: Date.now(), lastTested: null, synced: authenticator === "phone" });
    },
    rehearse_passkey: async ({ onMoment }) => {
      await play("security_key", "use", onMoment);
      return null;
    },
    drop_enrolled: () => null,
    history_slots: ({ history }) => (history === HISTORIES[1]?.id && !options.slots ? [KIT_SLOT] : slots),
    unlock_history_passkey: async ({ slot: id, onMoment }) => {
      await play(kindOf(id), "use", onMoment);
      opened();
      return null;
    },
    unlock_history_passphrase: (body) => {
      if (letters(new TextDecoder().decode(body)) !== WORDS.join("")) throw failureOf("wrong_passphrase");
      opened();
      return null;
    },
    vouching: () => ({ trusted, fingerprint: KIT.fingerprint }),
    vouch: ({ fingerprint }) => (trusted = letters(fingerprint) === letters(KIT.fingerprint)),
    keys: () => ({ slots, advice: adviceOn(slots), fingerprint: KIT.fingerprint, keyring: "k-7c2e90ab", generation: 4 }),
    add_passkey: async ({ authenticator, label, onMoment }) => {
      await play(authenticator, "create", onMoment);
      return added({ authenticator, label, synced: authenticator === "phone" });
    },
    add_passphrase: ({ label }) => {
      newWords = label;
      return { words: WORDS };
    },
    prove_passphrase: (body) => {
      const right = letters(new TextDecoder().decode(body)) === WORDS.join("");
      if (right && newWords !== null) added({ kind: "passphrase", authenticator: null, label: newWords, synced: null });
      return right;
    },
    new_kit: () => {
      newKit = true;
      return KIT;
    },
    test_passkey: async ({ slot: id, onMoment }) => {
      await play(kindOf(id), "use", onMoment);
      tested(id);
      return null;
    },
    test_kit: (body, headers) => {
      const typed = letters(new TextDecoder().decode(body));
      const id = headers["slot"] ?? "";
      const isWords = slots.find((one) => one.id === id)?.kind === "passphrase";
      if (isWords && typed !== WORDS.join("")) throw failureOf("wrong_passphrase");
      if (!isWords && !typed.includes(letters(KIT.groups.join("")))) throw failureOf("no_matching_slot");
      tested(id);
      return null;
    },
    rename_slot: ({ slot: id, label }) => {
      slots = slots.map((one) => (one.id === id ? { ...one, label } : one));
      return null;
    },
    remove_slot: async ({ slot: id, onProgress }) => {
      const rest = slots.filter((one) => one.id !== id);
      if (!rest.some((one) => one.kind === "recovery") && rest.some((one) => one.kind === "passkey")) throw failureOf("last_recovery");
      for (let done = 0; done <= 20; done += 1) {
        onProgress.onmessage({ done: done * 1_000, total: 20_000 });
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
      slots = rest;
      return null;
    },
    loss_drill: () => drill(slots),
  };
}

/** What the keyring is warned of, as the shell would answer. */
function adviceOn(slots: readonly SlotView[]): Advice[] {
  const passkeys = slots.filter((one) => one.kind === "passkey" && one.authenticator !== "software");
  const kits = slots.filter((one) => one.kind === "recovery");
  const found: Advice[] = [];
  if (passkeys.length === 0) found.push({ what: slots.some((one) => one.authenticator === "software") ? "software_only" : "no_passkey", slot: null });
  if (passkeys.length === 1) found.push({ what: "only_one_passkey", slot: null });
  if (kits.length === 0) found.push({ what: "no_kit", slot: null });
  for (const kit of kits) if (kit.lastTested === null) found.push({ what: "kit_untested", slot: null });
  for (const one of slots) {
    if (one.kind !== "recovery" || one.lastTested !== null) {
      if (NOW - (one.lastTested ?? one.created) > HALF_A_YEAR) found.push({ what: "untested", slot: one.id });
    }
  }
  return found;
}

const LOST: Record<DrillView["loss"], (slot: SlotView) => boolean> = {
  phone_lost: (slot) => slot.authenticator === "phone",
  security_key_lost: (slot) => slot.authenticator === "security_key",
  computer_dead: (slot) => slot.authenticator === "tpm" || slot.authenticator === "software",
  pin_blocked: (slot) => slot.authenticator === "security_key" || slot.authenticator === "tpm",
};

function drill(slots: readonly SlotView[]): DrillView[] {
  return (Object.keys(LOST) as DrillView["loss"][]).map((loss) => {
    const affected = slots.filter(LOST[loss]);
    const left = slots.filter((slot) => !LOST[loss](slot));
    const has = (kind: SlotView["kind"]) => left.some((slot) => slot.kind === kind);
    const verdict = affected.length === 0 ? "not_affected" : has("passkey") ? "other_passkey" : has("recovery") ? "kit_only" : has("passphrase") ? "passphrase_only" : "nothing";
    return { loss, verdict, affected: affected.map(({ id }) => id), stillOpen: left.map(({ id }) => id) };
  });
}
