// A chat of 200,000 messages keeps its order and its size: nothing dropped, nothing doubled, nothing piled up, wherever one jumps and however long one scrolls.
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { byId, type OpenWindow, problems, useBrowser } from "./page";

const HUGE = 41;
const LAST = 199_999;
/** Rows in the document at once, whatever happens. */
const MOST_ROWS = 150;

const painted = (page: Page) => page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

async function opened(open: OpenWindow): Promise<Page> {
  const page = await open({ open: true });
  await page.locator(`[data-testid="chat-row"][data-chat="${HUGE}"]`).click();
  await byId(page, "message").first().waitFor();
  await page.mouse.move(800, 400);
  return page;
}

/** Positions in the document, in the order in which they are drawn; -1 for a row whose message is another one. */
const drawn = (page: Page) =>
  page.getByRole("feed").evaluate((feed) =>
    [...feed.querySelectorAll("[role=article]")].map((row) => {
      const position = Number(row.querySelector("[data-position]")?.getAttribute("data-position"));
      return Number(row.getAttribute("aria-posinset")) === position + 1 ? position : -1;
    }),
  );

async function expectContiguous(page: Page): Promise<number[]> {
  const positions = await drawn(page);
  expect(positions).toEqual(positions.map((_, n) => (positions[0] ?? 0) + n));
  expect(positions.length).toBeLessThan(MOST_ROWS);
  expect(positions[0]).toBeGreaterThanOrEqual(0);
  return positions;
}

/** The rows that can be seen stand one below the other without a gap, and fill the window. */
async function expectNoGaps(page: Page): Promise<void> {
  const gaps = () =>
    page.getByRole("feed").evaluate((feed) => {
      const box = feed.getBoundingClientRect();
      const rows = [...feed.querySelectorAll("[role=article]")].map((row) => row.getBoundingClientRect());
      const seen = rows.filter(({ top, bottom }) => bottom > box.top && top < box.bottom);
      const between = seen.slice(1).map((row, n) => Math.abs(row.top - (seen[n]?.bottom ?? 0)));
      return Math.max(0, ...between, (seen[0]?.top ?? Infinity) - box.top, box.bottom - (seen.at(-1)?.bottom ?? -Infinity));
    });
  await expect.poll(gaps).toBeLessThan(1);
}

/** Always the same "random" places. */
function places(count: number): number[] {
  let seed = 12_345;
  return Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed / 0x7fffffff;
  });
}

async function heap(page: Page): Promise<{ bytes: number; nodes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const [{ usedSize }, { nodes }] = [await session.send("Runtime.getHeapUsage"), await session.send("Memory.getDOMCounters")];
  await session.detach();
  return { bytes: usedSize, nodes };
}

// a busy machine may need seconds for each of many steps
describe("a chat of 200,000 messages", { timeout: 400_000 }, () => {
  const open = useBrowser();

  test("stays contiguous after jumps anywhere and turns of the wheel in between", async () => {
    const page = await opened(open);
    const box = await byId(page, "date-scrollbar").boundingBox();
    if (!box) throw new Error("no date bar");
    for (const place of places(10)) {
      await page.mouse.click(box.x + 12, box.y + 4 + place * (box.height - 8));
      await painted(page);
      const [first = 0] = await expectContiguous(page);
      expect(Math.abs(first / LAST - place)).toBeLessThan(0.02);
      await page.mouse.move(800, 400);
      for (const by of [-3_000, 700]) {
        await page.mouse.wheel(0, by);
        await painted(page);
        await expectContiguous(page);
      }
      await expectNoGaps(page);
    }
    expect(problems(page)).toEqual([]);
    await page.context().close();
  });

  test("shows every message once while one scrolls for long", async () => {
    const page = await opened(open);
    const seen = new Set<number>();
    let lowest = LAST + 1;
    for (let step = 0; step < 110; step += 1) {
      // less than a screen, so that no row passes by unseen
      await page.mouse.wheel(0, -650);
      await painted(page);
      const positions = await expectContiguous(page);
      positions.forEach((position) => seen.add(position));
      const [first = 0] = positions;
      expect(first).toBeLessThanOrEqual(lowest);
      lowest = first;
    }
    expect(seen.size).toBe(LAST - lowest + 1);
    expect(seen.size).toBeGreaterThan(600);
    await page.context().close();
  });

  test("a picture that leaves the page lets go of its file", async () => {
    const page = await opened(open);
    await page.getByRole("feed").evaluate((feed) => {
      const gone: HTMLImageElement[] = [];
      Object.assign(window, { gone });
      new MutationObserver((changes) => {
        for (const node of changes.flatMap((change) => [...change.removedNodes])) {
          // a picture is taken from its row as well
          if (node instanceof Element) gone.push(...(node instanceof HTMLImageElement ? [node] : node.querySelectorAll("img")));
        }
      }).observe(feed, { childList: true, subtree: true });
    });
    for (let step = 0; step < 30; step += 1) {
      await page.mouse.wheel(0, -900);
      await painted(page);
    }
    const sources = await page.evaluate(() => (Reflect.get(window, "gone") as HTMLImageElement[]).map((picture) => picture.getAttribute("src")));
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((source) => source !== null)).toEqual([]);
    await page.context().close();
  });

  test("lets go of rows and pages that are far away", async () => {
    const page = await opened(open);
    const box = await byId(page, "date-scrollbar").boundingBox();
    if (!box) throw new Error("no date bar");
    const roam = async () => {
      for (const place of places(16)) {
        await page.mouse.click(box.x + 12, box.y + 4 + place * (box.height - 8));
        await painted(page);
      }
    };
    await roam();
    const before = await heap(page);
    for (let turn = 0; turn < 3; turn += 1) await roam();
    const after = await heap(page);
    // the mock remembers every command it was asked, which is the page's own growth here
    expect(after.bytes - before.bytes).toBeLessThan(6 * 1_048_576);
    expect(after.nodes).toBeLessThan(before.nodes * 1.5 + 2_000);
    await page.context().close();
  });
});
