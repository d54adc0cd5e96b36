import { expect, test } from "vitest";
import type { ChatView } from "../../../bindings/ChatView";
import { communityKey, linesOf, sectionOf, type Wanted } from "./sections";

let next = 0;
const UNMARKED = { bookmark: false, tags: [], note: null, changedAt: null };
const PINNED = { ...UNMARKED, bookmark: true };
function chat(name: string, part: Partial<ChatView> = {}): ChatView {
  next += 1;
  return { id: next, name, address: `${next}@s.whatsapp.net`, kind: "person", messages: 1, firstAt: 1, lastAt: next, lastText: null, lastKind: null, lastFromMe: false, unread: 0, archived: false, locked: false, description: null, disappearing: null, left: false, community: null, marks: UNMARKED, ...part };
}
function words(chats: readonly ChatView[], part: Partial<Wanted> = {}): string[] {
  const wanted: Wanted = { nameOf: (one) => one.name ?? "", filter: "", order: "newest", unfolded: new Set(), locked: { shown: false, count: 0 }, ...part };
  return linesOf(chats, wanted).map((line) => {
    if (line.type === "locked") return line.shown ? "[hide]" : `[locked ${line.count}]`;
    if (line.type === "section") return `[${line.section} ${line.count}]`;
    if (line.type === "groups") return `+${line.count}`;
    return `${line.inside ? "- " : ""}${line.chat.name}`;
  });
}

test("quiet chats stand folded below the everyday ones, newest first", () => {
  const chats = [chat("old"), chat("away", { archived: true }), chat("new"), chat("gone", { kind: "deleted" }), chat("undated", { lastAt: null })];
  expect(words(chats)).toEqual(["new", "old", "undated", "[archived 1]", "[deleted 1]"]);
  expect(words(chats, { unfolded: new Set(["archived"]) })).toEqual(["new", "old", "undated", "[archived 1]", "away", "[deleted 1]"]);
});

test("a filter finds names whatever their accents, and unfolds where it finds", () => {
  const chats = [chat("Inés"), chat("José", { archived: true }), chat("Tom")];
  expect(words(chats, { filter: " JOSE " })).toEqual(["[archived 1]", "José"]);
  expect(words(chats, { filter: "nobody" })).toEqual([]);
});

test("pinned chats come first in every order", () => {
  const chats = [chat("b", { messages: 9, marks: PINNED }), chat("C", { messages: 5 }), chat("á", { messages: 7 })];
  expect(words(chats)).toEqual(["b", "á", "C"]);
  expect(words(chats, { order: "name" })).toEqual(["b", "á", "C"]);
  expect(words([...chats, chat("Aa 10"), chat("aa 9")], { order: "name" })).toEqual(["b", "á", "aa 9", "Aa 10", "C"]);
  expect(words(chats, { order: "most" })).toEqual(["b", "á", "C"]);
});

test("the groups of a community fold under it, which is as new and as large as they are", () => {
  const street = chat("street", { kind: "community", messages: 0, lastAt: null });
  const chats = [street, chat("tools", { kind: "group", community: street.id, messages: 50 }), chat("Tom", { messages: 20 }), chat("party", { kind: "group", community: street.id })];
  expect(words(chats)).toEqual(["street", "+2", "Tom"]);
  expect(words(chats, { order: "most" })).toEqual(["street", "+2", "Tom"]);
  expect(words(chats, { unfolded: new Set([communityKey(street.id)]) })).toEqual(["street", "+2", "- party", "- tools", "Tom"]);
  expect(words(chats, { filter: "tool" })).toEqual(["tools"]);
});

test("a group stands by itself when it is pinned, archived, or its community is not there", () => {
  const street = chat("street", { kind: "community" });
  const chats = [street, chat("pinned", { community: street.id, marks: PINNED }), chat("away", { community: street.id, archived: true }), chat("lost", { community: 999_999 })];
  expect(words(chats, { unfolded: new Set(["archived"]) })).toEqual(["pinned", "lost", "street", "[archived 1]", "away"]);
});

test("no chat is lost where communities claim each other", () => {
  const one = chat("one");
  const two = chat("two", { community: one.id });
  const circle = [{ ...one, community: two.id }, two, chat("self", { community: next + 1 })];
  expect(words(circle).sort()).toEqual(["one", "self", "two"]);
});

test("the way to locked chats stands where they will be, and the way to hide them below them", () => {
  const chats = [chat("Tom"), chat("away", { archived: true }), chat("news", { kind: "channel" })];
  expect(words(chats, { locked: { shown: false, count: 2 } })).toEqual(["Tom", "[archived 1]", "[locked 2]", "[channels 1]"]);
  const shown = { locked: { shown: true, count: 1 }, unfolded: new Set(["locked"]) };
  expect(words([...chats, chat("secret", { locked: true })], shown)).toEqual(["Tom", "[archived 1]", "[locked 1]", "secret", "[hide]", "[channels 1]"]);
});

test("a locked chat stays among the locked ones even when it is archived", () => {
  expect(sectionOf(chat("both", { locked: true, archived: true }))).toBe("locked");
});
