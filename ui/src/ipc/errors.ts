// The words for every failure: what happened, and what to do. A new code in Rust fails the type check here until someone writes its pair.
import type { CommandError } from "../bindings/CommandError";
import type { ErrorCode } from "../bindings/ErrorCode";
import type { ErrorsId } from "../i18n/ids/errors";
import type { Absence } from "./wire";

export type ErrorWords = {
  happened: ErrorsId;
  todo: ErrorsId;
  /** What `todo` asks to type into a terminal: no words, the same in every language. */
  command?: string;
};

const WORDS: Record<ErrorCode, ErrorWords> = {
  not_a_backup: { happened: "error-not-a-backup", todo: "error-not-a-backup-todo" },
  not_a_history: { happened: "error-not-a-history", todo: "error-not-a-history-todo" },
  increment: { happened: "error-increment", todo: "error-increment-todo" },
  wrong_key: { happened: "error-wrong-key", todo: "error-wrong-key-todo" },
  damaged: { happened: "error-damaged", todo: "error-damaged-todo" },
  wrong_key_or_damaged: { happened: "error-wrong-key-or-damaged", todo: "error-wrong-key-or-damaged-todo" },
  wrong_kind_of_key: { happened: "error-wrong-kind-of-key", todo: "error-wrong-kind-of-key-todo" },
  locked_elsewhere: { happened: "error-locked-elsewhere", todo: "error-locked-elsewhere-todo" },
  unknown_version: { happened: "error-unknown-version", todo: "error-unknown-version-todo" },
  already_exists: { happened: "error-already-exists", todo: "error-already-exists-todo" },
  in_use: { happened: "error-in-use", todo: "error-in-use-todo" },
  other_account: { happened: "error-other-account", todo: "error-other-account-todo" },
  too_large: { happened: "error-too-large", todo: "error-too-large-todo" },
  no_space: { happened: "error-no-space", todo: "error-no-space-todo" },
  permission: { happened: "error-permission", todo: "error-permission-todo" },
  io: { happened: "error-io", todo: "error-io-todo" },
  index_damaged: { happened: "error-index-damaged", todo: "error-index-damaged-todo" },
  keyring_tampered: { happened: "error-keyring-tampered", todo: "error-keyring-tampered-todo" },
  keyring_older: { happened: "error-keyring-older", todo: "error-keyring-older-todo" },
  no_matching_slot: { happened: "error-no-matching-slot", todo: "error-no-matching-slot-todo" },
  no_authenticator: { happened: "error-no-authenticator", todo: "error-no-authenticator-todo" },
  passkey_not_understood: { happened: "error-passkey-not-understood", todo: "error-passkey-not-understood-todo" },
  timeout: { happened: "error-timeout", todo: "error-timeout-todo" },
  passkey_already_enrolled: { happened: "error-passkey-already-enrolled", todo: "error-passkey-already-enrolled-todo" },
  not_this_passkey: { happened: "error-not-this-passkey", todo: "error-not-this-passkey-todo" },
  passkey_too_old: { happened: "error-passkey-too-old", todo: "error-passkey-too-old-todo" },
  denied: { happened: "error-denied", todo: "error-denied-todo" },
  passkey_full: { happened: "error-passkey-full", todo: "error-passkey-full-todo" },
  uv_not_set_up: { happened: "error-uv-not-set-up", todo: "error-uv-not-set-up-todo" },
  passkey_not_now: { happened: "error-passkey-not-now", todo: "error-passkey-not-now-todo" },
  pin_wrong: { happened: "error-pin-wrong", todo: "error-pin-wrong-todo" },
  pin_blocked: { happened: "error-pin-blocked", todo: "error-pin-blocked-todo" },
  pin_replug: { happened: "error-pin-replug", todo: "error-pin-replug-todo" },
  pin_not_set: { happened: "error-pin-not-set", todo: "error-pin-not-set-todo" },
  pin_needed: { happened: "error-pin-needed", todo: "error-pin-needed-todo" },
  pin_policy: { happened: "error-pin-policy", todo: "error-pin-policy-todo" },
  touch_needed: { happened: "error-touch-needed", todo: "error-touch-needed-todo" },
  uv_blocked: { happened: "error-uv-blocked", todo: "error-uv-blocked-todo" },
  uv_wrong: { happened: "error-uv-wrong", todo: "error-uv-wrong-todo" },
  passkey_busy: { happened: "error-passkey-busy", todo: "error-passkey-busy-todo" },
  passkey_without_prf: { happened: "error-passkey-without-prf", todo: "error-passkey-without-prf-todo" },
  passkey_inconsistent: { happened: "error-passkey-inconsistent", todo: "error-passkey-inconsistent-todo" },
  tpm_lockout: { happened: "error-tpm-lockout", todo: "error-tpm-lockout-todo" },
  tpm_other: { happened: "error-tpm-other", todo: "error-tpm-other-todo" },
  phone_unreachable: { happened: "error-phone-unreachable", todo: "error-phone-unreachable-todo" },
  wrong_passphrase: { happened: "error-wrong-passphrase", todo: "error-wrong-passphrase-todo" },
  last_recovery: { happened: "error-last-recovery", todo: "error-last-recovery-todo" },
  keyring_unknown: { happened: "error-keyring-unknown", todo: "error-keyring-unknown-todo" },
  only_saved: { happened: "error-only-saved", todo: "error-only-saved-todo" },
  counts_differ: { happened: "error-counts-differ", todo: "error-counts-differ-todo" },
  nothing_chosen: { happened: "error-nothing-chosen", todo: "error-nothing-chosen-todo" },
  history_changed: { happened: "error-history-changed", todo: "error-history-changed-todo" },
  bad_redaction: { happened: "error-bad-redaction", todo: "error-bad-redaction-todo" },
  font_missing: { happened: "error-font-missing", todo: "error-font-missing-todo" },
  cancelled: { happened: "error-cancelled", todo: "error-cancelled-todo" },
  usage: { happened: "error-usage", todo: "error-usage-todo" },
  internal: { happened: "error-internal", todo: "error-internal-todo" },
};

const DAMAGED_BUT_KEY_FITS: ErrorWords = { happened: "error-damaged-key-fits", todo: "error-damaged-key-fits-todo" };

/** Why an authenticator is not there, and how to get it. */
export const ABSENCES: Record<Absence, ErrorWords> = {
  not_plugged_in: { happened: "absence-not-plugged-in", todo: "absence-not-plugged-in-todo" },
  usb_access: { happened: "absence-usb-access", todo: "absence-usb-access-todo" },
  no_tpm: { happened: "absence-no-tpm", todo: "absence-no-tpm-todo" },
  tpm_access: { happened: "absence-tpm-access", todo: "absence-tpm-access-todo", command: "sudo usermod -aG tss $USER" },
  no_tpm_helper: { happened: "absence-no-tpm-helper", todo: "absence-no-tpm-helper-todo", command: "sudo apt install tpm2-tools" },
  no_bluetooth: { happened: "absence-no-bluetooth", todo: "absence-no-bluetooth-todo" },
  not_on_this_computer: { happened: "absence-not-on-this-computer", todo: "absence-not-on-this-computer-todo" },
  not_supported: { happened: "absence-not-supported", todo: "absence-not-supported-todo" },
};

/** What to do where the tries that are left are known. */
const TRIES_LEFT: Partial<Record<ErrorCode, ErrorsId>> = {
  pin_wrong: "error-pin-wrong-left-todo",
  uv_wrong: "error-uv-wrong-left-todo",
};

/** The pair of messages for a failure, with the numbers in them: the tries that are left, the reason an authenticator is not there. */
export function wordsFor({ code, keyFits, retries, absence, line }: CommandError): ErrorWords & { args: Record<string, number> } {
  if (code === "damaged" && keyFits === true) return { ...DAMAGED_BUT_KEY_FITS, args: {} };
  if (code === "no_authenticator" && absence != null) return { ...ABSENCES[absence], args: {} };
  if (code === "bad_redaction" && line !== undefined) return { ...WORDS[code], todo: "error-bad-redaction-line-todo", args: { line } };
  const todo = retries == null ? undefined : TRIES_LEFT[code];
  if (todo !== undefined && retries != null) return { ...WORDS[code], todo, args: { retries } };
  return { ...WORDS[code], args: {} };
}

/** A failure with a code and nothing more to tell. */
export function failureOf(code: ErrorCode, detail = ""): CommandError {
  return { code, detail, keyFits: null, retries: null, absence: null };
}

/** Whatever was thrown, as a failure with a code. What the shell did not send is a bug of ours: `internal`. */
export function asCommandError(thrown: unknown): CommandError {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && String(thrown.code) in WORDS) {
    return thrown as CommandError;
  }
  return failureOf("internal", thrown instanceof Error ? thrown.name : "");
}
