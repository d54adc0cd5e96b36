import { expect, test } from "vitest";
import { isBigEmoji, pieces } from "./pieces";

const urls = (text: string) => pieces(text).flatMap(({ url }) => url ?? []);

test("only http and https addresses become links", () => {
  expect(urls("see https://example.org/a?b=1&c=2 and http://example.net")).toEqual(["https://example.org/a?b=1&c=2", "http://example.net"]);
  expect(urls("javascript:alert(1) file:///etc/passwd data:text/html,x ftp://example.org tel:123")).toEqual([]);
});

test("the sentence's punctuation stays outside", () => {
  expect(urls("(https://example.org/x). Or https://example.org/y_(z)!")).toEqual(["https://example.org/x", "https://example.org/y_(z)"]);
});

test("an address ends before a mark that could turn it round", () => {
  expect(urls("https://example.org/\u202egpj.exe")).toEqual(["https://example.org/"]);
});

test("the pieces put together are the text, letter for letter", () => {
  const text = "a https://example.org/, b\nc https://example.net d";
  expect(pieces(text).map((piece) => piece.text).join("")).toBe(text);
});

test("mentions stand apart, and one whose place is not in the text is left to the text", () => {
  const mention = (start: number, end: number) => ({ start, end, name: "Ana", everyone: false });
  const of = (text: string, ...places: [number, number][]) => pieces(text, places.map(([start, end]) => mention(start, end))).map((piece) => (piece.mention ? `<${piece.text}>` : piece.url ? `[${piece.text}]` : piece.text));
  expect(of("hi @Ana, see https://example.org now", [3, 7])).toEqual(["hi ", "<@Ana>", ", see ", "[https://example.org]", " now"]);
  expect(of("@Ana@Bea", [0, 4], [4, 8])).toEqual(["<@Ana>", "<@Bea>"]);
  expect(of("@Ana", [0, 9], [2, 2], [3, 1])).toEqual(["@Ana"]);
  expect(of("@Ana", [0, 4], [1, 3])).toEqual(["<@Ana>"]);
});

test("one to three emoji are large, words and figures never", () => {
  for (const text of ["👍", "🎂🎉", "❤️", "👨‍👩‍👧‍👦 🇪🇸 👋🏽"]) expect(isBigEmoji(text)).toBe(true);
  for (const text of ["", "ok", "7", "👍👍👍👍", "👍 ok", "1️⃣2"]) expect(isBigEmoji(text)).toBe(false);
});
