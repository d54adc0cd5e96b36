// The words for every failure: what happened, and what to do. A new code in Rust fails the type check here until someone writes its pair.
import type { CommandError } from "../bindings/CommandError";
import type { ErrorCode } from "../bindings/ErrorCode";
import type { ErrorsId } from "../i18n/ids/errors";

export type ErrorWords = { happened: ErrorsId; todo: ErrorsId };

const WORDS: Record<ErrorCode, ErrorWords> = {
  not_a_backup: { happened: "error-not-a-backup", todo: "error-not-a-backup-todo" },
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
  cancelled: { happened: "error-cancelled", todo: "error-cancelled-todo" },
  usage: { happened: "error-usage", todo: "error-usage-todo" },
  internal: { happened: "error-internal", todo: "error-internal-todo" },
};

const DAMAGED_BUT_KEY_FITS: ErrorWords = { happened: "error-damaged-key-fits", todo: "error-damaged-key-fits-todo" };

/** The pair of messages for a failure. A damaged file whose key was seen to fit says so. */
export function wordsFor(error: CommandError): ErrorWords {
  return error.code === "damaged" && error.keyFits === true ? DAMAGED_BUT_KEY_FITS : WORDS[error.code];
}

/** Whatever was thrown, as a failure with a code. What the shell did not send is a bug of ours: `internal`. */
export function asCommandError(thrown: unknown): CommandError {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && String(thrown.code) in WORDS) {
    return thrown as CommandError;
  }
  return { code: "internal", detail: thrown instanceof Error ? thrown.name : "", keyFits: null };
}
