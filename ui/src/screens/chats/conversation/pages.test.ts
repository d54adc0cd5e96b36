import { expect, test } from "vitest";
import type { MessageView } from "../../../bindings/MessageView";
import { PAGE, Pages } from "./pages.svelte";

const COUNT = 1_000_000;
const made = (position: number) => ({ position }) as unknown as MessageView;
const page = (from: number, limit: number) => Array.from({ length: limit }, (_, n) => made(from + n));
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test("a place anywhere is ready after asking for its page and the nearer neighbour", async () => {
  const asked: number[] = [];
  const pages = new Pages(COUNT, async (from, limit) => (asked.push(from), page(from, limit)));
  await pages.ready(500_010);
  expect(asked).toEqual([500_000, 499_900]);
  expect(pages.at(500_010)?.position).toBe(500_010);
  expect(pages.at(499_999)?.position).toBe(499_999);
});

test("only so many pages are kept, those seen last", async () => {
  const pages = new Pages(COUNT, async (from, limit) => page(from, limit));
  for (let n = 0; n < 60; n += 1) await pages.ready(n * PAGE);
  expect(pages.at(0)).toBeUndefined();
  expect(pages.at(59 * PAGE)).toBeDefined();
});

test("a fast drag asks for where it ended, not for everywhere it passed", async () => {
  const asked: number[] = [];
  const pages = new Pages(COUNT, async (from, limit) => (asked.push(from), await settled(), page(from, limit)));
  for (let position = 0; position < COUNT; position += 1_000) pages.want(position, position + 20);
  for (let turn = 0; turn < 20; turn += 1) await settled();
  expect(asked.length).toBeLessThan(8);
  expect(pages.at(COUNT - 1_000)).toBeDefined();
});

test("a failure stops the asking until it is wished again", async () => {
  let broken = true;
  const pages = new Pages(COUNT, async (from, limit) => {
    if (broken) throw { code: "io", detail: "", keyFits: null, retries: null, absence: null };
    return page(from, limit);
  });
  await pages.ready(0);
  expect(pages.failure?.code).toBe("io");
  broken = false;
  pages.again(0, 20);
  await settled();
  await settled();
  expect(pages.failure).toBeNull();
  expect(pages.at(0)).toBeDefined();
});
