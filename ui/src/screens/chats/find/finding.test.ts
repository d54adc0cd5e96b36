// The walk through the hits of a search, with pages in which the chats are mixed.
import { expect, test, vi } from "vitest";
import type { HitView } from "../../../bindings/HitView";
import { Finding } from "./finding.svelte";

const PAGE = 60;
const ALL = 2 * PAGE + 7;

/** Two hits of every three are of chat 1, the newest first. */
const CHATS = [
  { chat: 1, hits: 85 },
  { chat: 2, hits: 42 },
];
const hitAt = (n: number): HitView => ({ chat: n % 3 === 2 ? 2 : 1, chatName: null, message: n, position: n, sentAt: -n, senderName: null, fromMe: false, kind: "text", snippet: [] });

vi.mock("../../../ipc/commands", () => ({
  marks: async () => ({ total: 0, marked: [], tags: [] }),
  search: async (_text: string, _chat: number | null, offset: number, limit: number) => ({
    total: ALL,
    totalAtLeast: false,
    chats: CHATS,
    hits: Array.from({ length: Math.min(limit, ALL - offset) }, (_, n) => hitAt(offset + n)),
  }),
}));

async function found(): Promise<Finding> {
  const finding = new Finding();
  finding.type("lantern");
  await vi.waitUntil(() => finding.hits.length > 0);
  return finding;
}

async function walked(finding: Finding, steps: number): Promise<(number | undefined)[]> {
  const seen = [];
  for (let step = 0; step < steps; step += 1) seen.push((await finding.walk(1))?.message);
  return seen;
}

test("the walk comes to every hit once, in the order they stand in, and begins again", async () => {
  const finding = await found();
  const seen = await walked(finding, ALL);
  expect(new Set(seen).size).toBe(ALL);
  expect(seen).toEqual(finding.hits.map((hit) => hit.message));
  expect((await finding.walk(1))?.message).toBe(seen[0]);
  expect((await finding.walk(-1))?.message).toBe(seen.at(-1));
});

test("hits keep their places when more of them come, by the button too", async () => {
  const finding = await found();
  finding.active = 50;
  const before = finding.hits.map((hit) => hit.message);
  await finding.more();
  expect(finding.hits.slice(0, PAGE).map((hit) => hit.message)).toEqual(before);
  expect(finding.hits[finding.active]?.message).toBe(before[50]);
  const starts = finding.groups.map(({ first, hits }) => [first, first + hits.length]);
  expect(starts.slice(1).map(([first]) => first)).toEqual(starts.slice(0, -1).map(([, end]) => end));
});

test("a chat says how many hits it has in all, from the first page on", async () => {
  const finding = await found();
  const told = () => finding.groups.map(({ chat, inChat }) => ({ chat, hits: inChat }));
  expect(told()).toEqual(CHATS);
  await finding.more();
  expect(told().slice(0, 2)).toEqual(CHATS);
  for (const { chat, hits } of told()) expect(CHATS).toContainEqual({ chat, hits });
});
