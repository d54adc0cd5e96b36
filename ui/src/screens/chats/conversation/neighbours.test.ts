import { expect, test } from "vitest";
import type { MessageView } from "../../../bindings/MessageView";
import { standing } from "./neighbours";

const MINUTE = 60_000;
const DAY = 86_400_000;
const dayKey = (at: number) => String(Math.floor(at / DAY));

function message(position: number, sentAt: number | null, part: Partial<MessageView> = {}): MessageView {
  return { id: position, position, sentAt, fromMe: false, sender: 1, senderName: "Ana", hue: 0, kind: "text", rawKind: 0, text: "x", starred: false, forwarded: null, editedAt: null, quoted: null, media: null, system: null, reactions: [], reactionsMore: 0, content: null, mentions: [], partOf: null, parts: [], disappearing: null, pinned: null, kept: null, revoked: null, deletedLater: false, viewOnce: null, broadcast: false, channel: null, marks: null, ...part };
}

test("messages of one person within minutes are one run", () => {
  const [a, b, c] = [message(0, DAY), message(1, DAY + MINUTE), message(2, DAY + 2 * MINUTE, { fromMe: true })];
  expect(standing(a, undefined, b, dayKey)).toEqual({ day: DAY, leads: true, ends: false });
  expect(standing(b, a, c, dayKey)).toEqual({ day: null, leads: false, ends: true });
});

test("a new day, a long silence, another sender and a notice each end a run", () => {
  const first = message(1, DAY);
  for (const after of [message(2, 2 * DAY), message(2, DAY + 11 * MINUTE), message(2, DAY, { sender: 2 }), message(2, DAY, { kind: "system" })]) {
    expect(standing(first, undefined, after, dayKey).ends).toBe(true);
  }
});

test("a message without a date announces no day, the next one does", () => {
  const [before, undated, after] = [message(3, DAY), message(4, null), message(5, DAY + MINUTE)];
  expect(standing(undated, before, after, dayKey).day).toBeNull();
  expect(standing(after, undated, undefined, dayKey).day).toBe(DAY + MINUTE);
});

test("the first message that is drawn announces a day only when it is the chat's first", () => {
  expect(standing(message(100, DAY), undefined, undefined, dayKey).day).toBeNull();
});
