// The rules of the phone's marks, one by one. They count at the edges of words, on one line, and never inside addresses, mentions and code.
import { expect, test } from "vitest";
import { type Block, blocks, type Inline, withoutMarks } from "./markup";

/** A tree in short: b(bold) i(italic) s(strike) c(code) a(address) m(mention). */
const short = (list: Inline[]): string => list.map((one) => ("inside" in one ? `${one.type[0]}(${short(one.inside)})` : one.type === "text" ? one.text : `${one.type[0]}(${one.text})`)).join("");
const shape = (block: Block): string => ("items" in block ? `${block.type}[${block.items.map(({ number, inside }) => (number ? `${number}:` : "") + short(inside)).join("|")}]` : block.type === "quote" ? `quote[${short(block.inside)}]` : short(block.inside));
const of = (text: string, mentions: Parameters<typeof blocks>[1] = []) => blocks(text, mentions).map(shape).join("/");

test("a pair of marks around words makes them bold, italic or struck out", () => {
  expect(of("*bold* _italic_ ~gone~")).toBe("b(bold) i(italic) s(gone)");
  expect(of("say *two words*, please (*here*)")).toBe("say b(two words), please (b(here))");
});

test("marks stand inside one another", () => {
  expect(of("*_both_*")).toBe("b(i(both))");
  expect(of("_a *b* ~c~_")).toBe("i(a b(b) s(c))");
});

test("marks inside a word do not count", () => {
  for (const text of ["snake_case_name", "2*3*4", "a~b~c", "über*all*es", "ক*খ*গ", "x*bold*", "*bold*x"]) expect(of(text)).toBe(text);
});

test("marks with a space on their inner side do not count", () => {
  for (const text of ["a * b * c", "_ no_", "~no ~", "5 * 3", "*", "**", "__"]) expect(of(text)).toBe(text);
});

test("a mark that is never closed, or closed on another line, is a letter", () => {
  for (const text of ["*open", "_a *b", "*one\ntwo*", "a footnote*"]) expect(of(text)).toBe(text);
  expect(of("_a *b* c")).toBe("_a b(b) c");
  expect(of("*a _b* c_")).toBe("b(a _b) c_");
});

test("the first mark wins where two could open, and doubled marks stay visible", () => {
  expect(of("*a *b*")).toBe("b(a *b)");
  expect(of("**bold**")).toBe("*b(bold)*");
});

test("emoji and punctuation beside a mark are no words", () => {
  expect(of("🎂*cake*🎂")).toBe("🎂b(cake)🎂");
  expect(of("“*so*”—_yes_!")).toBe("“b(so)”—i(yes)!");
});

test("code keeps everything inside it as it is", () => {
  expect(of("`a *b* _c_` *d*")).toBe("c(a *b* _c_) b(d)");
  expect(of("```x *y*\n- z\nhttps://example.org```")).toBe("c(x *y*\n- z\nhttps://example.org)");
  expect(of("see ```inline``` here")).toBe("see c(inline) here");
  for (const text of ["`open", "``", "``````", "```   ```", "```never closed", "a`b`c", "` no`"]) expect(of(text)).toBe(text);
});

test("marks inside an address belong to the address, and those around it do not", () => {
  expect(of("https://example.org/a_b_c*d*")).toBe("a(https://example.org/a_b_c*d)*");
  expect(of("_see https://example.org/a_b_")).toBe("i(see a(https://example.org/a_b))");
  expect(of("*https://example.org/x*")).toBe("b(a(https://example.org/x))");
});

test("mentions keep working inside marks, and their names are not read for marks", () => {
  const at = (start: number, end: number) => ({ start, end, name: "Ana", everyone: false });
  expect(of("*hi @Ana* there", [at(4, 8)])).toBe("b(hi m(@Ana)) there");
  expect(of("@a*b* *c*", [at(0, 5)])).toBe("m(@a*b*) b(c)");
  expect(of("- @x\ny z", [at(2, 6)])).toBe("bullets[m(@x\ny) z]");
});

test("lines that begin with a dash or a star and a space are a list", () => {
  expect(of("Bring:\n- bread\n* *good* cheese\nThanks")).toBe("Bring:/bullets[bread|b(good) cheese]/Thanks");
  for (const text of ["-5 degrees", "- ", "a - b"]) expect(of(text)).toBe(text);
});

test("numbered lines keep their own numbers", () => {
  expect(of("3. three\n4. four\n7. seven")).toBe("numbers[3:three|4:four|7:seven]");
  for (const text of ["1.5 litres", "2026. ", "1234. too long", "at 3. pm"]) expect(of(text)).toBe(text);
});

test("lines that begin with > and a space are a quotation", () => {
  expect(of("> first\n> _second_\nno")).toBe("quote[first\ni(second)]/no");
  for (const text of [">no", "a > b", "> "]) expect(of(text)).toBe(text);
});

test("empty lines and spaces are kept", () => {
  expect(of("a\n\nb\n  c")).toBe("a\n\nb\n  c");
  expect(of("a\n\n- b\n\nc")).toBe("a\n\n/bullets[b]/\nc");
});

test("a listing ends its line: no empty one follows it", () => {
  expect(of("```a\nb```\nc")).toBe("c(a\nb)c");
  expect(of("```a\nb```\n\nc")).toBe("c(a\nb)\nc");
  expect(of("```a```\nc")).toBe("c(a)\nc");
});

test("nothing is a page's markup", () => {
  expect(of("<b>*x*</b> &amp; <script>")).toBe("<b>b(x)</b> &amp; <script>");
});

test("a quotation in one line shows words without marks", () => {
  expect(withoutMarks("*Bold* _it_\n- one\n`c`")).toBe("Bold it\none\nc");
});

test("hostile texts of hundreds of thousands of marks are read in one pass, or this would not end", () => {
  for (const part of ["*a ", "_*~", "`a ", "```", "*_~a~_* ", "* a\n", "> > ", "1. ", "*a\n", "`*", "https://a.b/*_ "]) {
    const text = part.repeat(100_000 / part.length);
    expect(blocks(text).length).toBeGreaterThan(0);
  }
});
