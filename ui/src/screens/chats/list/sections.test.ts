import { expect, test } from "vitest";
import type { ChatView } from "../../../bindings/ChatView";
import { linesOf, sectionOf } from "./sections";

let next = 0;
function chat(name: string, part: Partial<ChatView> = {}): ChatView {
  next += 1;
  return { id: next, name, address: `${next}@s.whatsapp.net`, kind: "person", messages: 1, firstAt: 1, lastAt: next, lastText: null, lastKind: null, lastFromMe: false, unread: 0, archived: false, locked: false, description: null, disappearing: null, left: false, community: null, marks: { bookmark: false, tags: [], note: null, changedAt: null }, ...part };
}
const named = (one: ChatView) => one.name ?? "";
const words = (lines: ReturnType<typeof linesOf>) => lines.map((line) => (line.type === "chat" ? line.chat.name : `[${line.section} ${line.count}]`));

test("quiet chats stand folded below the everyday ones, newest first", () => {
  const chats = [chat("old"), chat("away", { archived: true }), chat("new"), chat("gone", { kind: "deleted" }), chat("undated", { lastAt: null })];
  expect(words(linesOf(chats, named, "", new Set()))).toEqual(["new", "old", "undated", "[archived 1]", "[deleted 1]"]);
  expect(words(linesOf(chats, named, "", new Set(["archived"])))).toEqual(["new", "old", "undated", "[archived 1]", "away", "[deleted 1]"]);
});

test("a filter finds names whatever their accents, and unfolds where it finds", () => {
  const chats = [chat("Inés"), chat("José", { archived: true }), chat("Tom")];
  expect(words(linesOf(chats, named, " JOSE ", new Set()))).toEqual(["[archived 1]", "José"]);
  expect(linesOf(chats, named, "nobody", new Set())).toEqual([]);
});

test("a locked chat stays among the locked ones even when it is archived", () => {
  expect(sectionOf(chat("both", { locked: true, archived: true }))).toBe("locked");
});
