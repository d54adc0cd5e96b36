// What a message's neighbours say about how it is drawn: a new day, the first or the last of one person's run.
import type { MessageView } from "../../../bindings/MessageView";

/** A run ends after this silence, in milliseconds. */
const SILENCE = 10 * 60_000;

export type Standing = {
  /** The day to announce above it; null on the same day as the message before. */
  day: number | null;
  /** First of a run: the name stands here. */
  leads: boolean;
  /** Last of a run: the tail stands here. */
  ends: boolean;
};

/** How a message stands between the one before and the one after it. `dayKey` is equal for moments of one day. */
export function standing(
  message: MessageView,
  before: MessageView | undefined,
  after: MessageView | undefined,
  dayKey: (at: number) => string,
): Standing {
  const leads = !before || !sameRun(before, message, dayKey);
  const ends = !after || !sameRun(message, after, dayKey);
  return { day: newDay(message, before, dayKey), leads, ends };
}

function newDay(message: MessageView, before: MessageView | undefined, dayKey: (at: number) => string): number | null {
  if (message.sentAt === null) return null;
  if (!before) return message.position === 0 ? message.sentAt : null;
  if (before.sentAt === null) return message.sentAt;
  return dayKey(before.sentAt) === dayKey(message.sentAt) ? null : message.sentAt;
}

function sameRun(first: MessageView, second: MessageView, dayKey: (at: number) => string): boolean {
  if (isNotice(first) || isNotice(second)) return false;
  if (first.fromMe !== second.fromMe) return false;
  if (!first.fromMe && (first.sender !== second.sender || first.senderName !== second.senderName)) return false;
  if (first.sentAt === null || second.sentAt === null) return first.sentAt === second.sentAt;
  return Math.abs(second.sentAt - first.sentAt) < SILENCE && dayKey(first.sentAt) === dayKey(second.sentAt);
}

/** Notices stand in the middle and belong to nobody. */
export function isNotice(message: MessageView): boolean {
  return message.kind === "system";
}
