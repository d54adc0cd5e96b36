import { expect, test } from "vitest";
import type { MessageView } from "../../../bindings/MessageView";
import { Folding } from "./folding.svelte";
import { Pages } from "./pages.svelte";

/** What stands at each position of a made-up chat: "." text, "s" a security notice, "n" another notice, "a" an album, "1" and "2" its parts, "h" a better copy of what stands before it, "t" a text and "o" another sender's picture that claim to be one. */
async function chat(plan: string): Promise<Folding> {
  const made = (position: number): MessageView => {
    const sign = plan[position] ?? ".";
    const album = plan.indexOf("a");
    const kind = { s: "system", n: "system", a: "album", ".": "text", t: "text" }[sign] ?? "image";
    const action = { s: 18, n: 12 }[sign];
    return {
      id: 1_000 + position,
      position,
      kind,
      sentAt: position,
      fromMe: false,
      sender: sign === "o" ? 2 : 1,
      text: kind === "text" ? "words" : null,
      media: kind === "image" ? { picture: true } : null,
      system: action === undefined ? null : { action },
      parts: sign === "a" ? [album + 1_001, album + 1_002] : [],
      partOf: "12".includes(sign) ? { message: 1_000 + album, kind: "album" } : "hto".includes(sign) ? { message: 1_000 + position - 1, kind: "hd_twin" } : null,
    } as unknown as MessageView;
  };
  const pages = new Pages(plan.length, async (from, limit) => Array.from({ length: Math.min(limit, plan.length - from) }, (_, n) => made(from + n)));
  for (let position = 0; position < plan.length; position += 50) await pages.ready(position);
  return new Folding(pages);
}
const drawn = (folding: Folding, plan: string) => [...plan].map((sign, at) => (folding.hides(at) ? "" : sign)).join("");

test("a run of security notices is one row, a single one and other notices stay as they are", async () => {
  const plan = "..ssss.s.nn";
  const folding = await chat(plan);
  expect(drawn(folding, plan)).toBe("..s.s.nn");
  expect(folding.fold(2)).toEqual({ count: 4, about: "security", open: false, from: 2, to: 5 });
  expect(folding.fold(3)).toBeNull();
  expect(folding.fold(7)).toBeNull();
});

test("a flood of notices is one row with the security notices in it, where there are enough of others", async () => {
  const plan = ".nsnsnn.nnssn.nnnnn.";
  const folding = await chat(plan);
  expect(drawn(folding, plan)).toBe(".nsnsnn.nnsn.n.");
  expect(folding.fold(1)).toBeNull();
  expect(folding.fold(14)).toEqual({ count: 5, about: "anything", open: false, from: 14, to: 18 });
  const more = ".nsnsnnn.";
  const flooded = await chat(more);
  expect(drawn(flooded, more)).toBe(".n.");
  expect(flooded.fold(1)).toMatchObject({ count: 7, about: "anything" });
  flooded.reveal(4);
  expect(drawn(flooded, more)).toBe(more);
});

test("a flood is one across pages, and everything in it counts", async () => {
  const plan = `.${"n".repeat(49)}${"s".repeat(120)}${"n".repeat(3)}.`;
  const folding = await chat(plan);
  expect(folding.fold(1)).toMatchObject({ count: 172, about: "anything" });
  expect(folding.hostOf(171)).toBe(1);
  const few = `.${"n".repeat(4)}${"s".repeat(120)}.`;
  expect(drawn(await chat(few), few)).toBe(".nnnns.");
});

test("a run can be opened and closed, at its first row or from a place within", async () => {
  const plan = ".ssss.";
  const folding = await chat(plan);
  folding.toggle(1);
  expect(drawn(folding, plan)).toBe(plan);
  expect(folding.fold(1)?.open).toBe(true);
  folding.toggle(1);
  expect(drawn(folding, plan)).toBe(".s.");
  folding.reveal(3);
  expect(drawn(folding, plan)).toBe(plan);
});

test("a run is one across pages, however long", async () => {
  const plan = `.${"s".repeat(730)}.`;
  const folding = await chat(plan);
  expect(folding.fold(1)?.count).toBe(730);
  expect(folding.hides(730)).toBe(true);
  expect(folding.hostOf(500)).toBe(1);
  expect(folding.after(1)?.position).toBe(731);
  expect(folding.before(731)?.position).toBe(1);
});

test("the parts of an album and better copies stand inside the other message, wherever they are looked for", async () => {
  const plan = ".a12.1h.";
  const folding = await chat(plan);
  expect(drawn(folding, plan)).toBe(".a.1.");
  expect(folding.hostOf(3)).toBe(1);
  expect(folding.before(4)?.position).toBe(1);
  expect(folding.after(1)?.position).toBe(4);
});

test("what the other message would not draw keeps a row of its own", async () => {
  const plan = ".1h.1t.1o.h";
  const folding = await chat(plan);
  expect(drawn(folding, plan)).toBe(".1.1t.1o.h");
});

test("a part whose other message is not there has a row of its own", async () => {
  const plan = ".12.";
  const folding = await chat(plan);
  expect(drawn(folding, plan)).toBe(plan);
});
