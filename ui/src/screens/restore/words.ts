// Which message says it: the shell's words (cli.md) to the catalogue's.
import type { BackupView } from "../../bindings/BackupView";
import type { RestoreId } from "../../i18n/ids/restore";

const SECRETS: Record<string, RestoreId> = {
  device_key: "restore-secret-device-key",
  password: "restore-secret-password",
  passkey: "restore-secret-passkey",
  digits: "restore-secret-digits",
  end_to_end_unstated: "restore-secret-unstated",
  none: "restore-secret-none",
};

/** What opens a backup that can be restored. */
export function secretId({ secret }: BackupView): RestoreId {
  return SECRETS[secret] ?? "restore-secret-unstated";
}

/** What this version can do with a file that it cannot restore. */
export function ableId({ purpose }: BackupView): RestoreId {
  switch (purpose) {
    case "increment":
      return "restore-able-increment";
    case "contacts":
      return "restore-able-contacts";
    case "key_file":
      return "restore-able-key-file";
    case "iphone":
      return "restore-able-iphone";
    case "exported_chat":
      return "restore-able-exported-chat";
    default:
      return "restore-able-other";
  }
}

const LEFT_OUT: Record<string, RestoreId> = {
  sentinel: "restore-left-sentinel",
  never_displayed: "restore-left-never-displayed",
  deleted_by_owner: "restore-left-deleted-by-owner",
  unreadable: "restore-left-unreadable",
};

/** Why rows were left out; null for a reason that this window has no words for yet. */
export function leftOutId(reason: string): RestoreId | null {
  return LEFT_OUT[reason] ?? null;
}

const FOLDED: Record<string, RestoreId> = {
  album: "restore-folded-album",
  hd_twin: "restore-folded-hd-twin",
  motion_clip: "restore-folded-motion-clip",
  poll_picture: "restore-folded-poll-picture",
};

/** What sort of part of another message some messages are. */
export function foldedId(sort: string): RestoreId {
  return FOLDED[sort] ?? "restore-folded-other";
}

const KINDS: Record<string, RestoreId> = {
  text: "restore-kind-text",
  image: "restore-kind-image",
  video: "restore-kind-video",
  video_note: "restore-kind-video-note",
  audio: "restore-kind-audio",
  voice: "restore-kind-voice",
  document: "restore-kind-document",
  sticker: "restore-kind-sticker",
  gif: "restore-kind-gif",
  location: "restore-kind-location",
  live_location: "restore-kind-live-location",
  contact: "restore-kind-contact",
  poll: "restore-kind-poll",
  event: "restore-kind-event",
  group_invite: "restore-kind-group-invite",
  system: "restore-kind-system",
  call: "restore-kind-call",
  revoked: "restore-kind-revoked",
  view_once: "restore-kind-view-once",
  album: "restore-kind-album",
  order: "restore-kind-order",
  payment: "restore-kind-payment",
  template: "restore-kind-template",
};

/** The name of a kind of message; what this version does not know yet is "Other". */
export function kindId(kind: string): RestoreId {
  return KINDS[kind] ?? "restore-kind-unsupported";
}
