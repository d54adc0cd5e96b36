// Why a file is not there, in words.
import type { MissingView } from "../../bindings/MissingView";
import type { ChatsId } from "../../i18n/ids/chats";

const WORDS: Record<MissingView, ChatsId> = {
  view_once: "chats-missing-view-once",
  deleted: "chats-missing-deleted",
  offloaded: "chats-missing-offloaded",
  never_downloaded: "chats-missing-never-downloaded",
  unreadable: "chats-missing-unreadable",
  not_looked_for: "chats-missing-not-looked-for",
  absent: "chats-media-missing",
};

/** The message for a reason; without one, only that the file is not in the folder. */
export function missingId(reason: MissingView | null): ChatsId {
  return reason === null ? "chats-media-missing" : WORDS[reason];
}
