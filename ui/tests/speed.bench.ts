// How fast a chat of 200,000 messages is: opening, every kind of scrolling, jumping; and what stays in memory. Printed, not asserted.
import { describe, test } from "vitest";
import type { Page } from "playwright-core";
import { byId, useBrowser } from "./page";
import { type Task, tasksOf } from "./tasks";

const HUGE = 41;
const LAST = 199_999;

const row = (page: Page) => page.locator(`[data-testid="chat-row"][data-chat="${HUGE}"]`);
const painted = (page: Page) => page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

function print(what: string, tasks: readonly Task[]): void {
  const works = tasks.map(({ work }) => work).sort((a, b) => a - b);
  const at = (share: number) => (works[Math.min(works.length - 1, Math.floor(share * works.length))] ?? 0).toFixed(1);
  const longest = tasks.reduce((most, task) => (task.work > most.work ? task : most), { work: 0, script: 0, layout: 0 });
  const over = works.filter((work) => work > 16).length;
  console.log(`${what}: ${tasks.length} tasks, median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${longest.work.toFixed(1)} ms (script ${longest.script.toFixed(1)}, layout ${longest.layout.toFixed(1)}), over 16 ms: ${over}`);
}

/** Script, style and layout of each step in the thread's own time, which a busy machine does not stretch; a step may be several tasks. */
async function printSteps(page: Page, what: string, count: number, step: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return 1_000 * (of("ScriptDuration") + of("LayoutDuration") + of("RecalcStyleDuration"));
  };
  const costs: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const before = await spent();
    await step();
    costs.push((await spent()) - before);
  }
  costs.sort((a, b) => a - b);
  const at = (share: number) => (costs[Math.min(count - 1, Math.floor(share * count))] ?? 0).toFixed(1);
  console.log(`${what}, thread time of a whole step: median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms, over 16 ms: ${costs.filter((cost) => cost > 16).length} of ${count}`);
  await session.detach();
}

/** From the click until the last message is drawn, inside the page. */
function opening(page: Page): Promise<number> {
  return page.evaluate(async ([chat, last]) => {
    const button = document.querySelector<HTMLElement>(`[data-testid="chat-row"][data-chat="${chat}"]`);
    const from = performance.now();
    button?.click();
    while (!document.querySelector(`[data-testid="message"][data-position="${last}"]`)) await new Promise((next) => requestAnimationFrame(next));
    return performance.now() - from;
  }, [HUGE, LAST] as const);
}

async function opened(open: ReturnType<typeof useBrowser>): Promise<Page> {
  const page = await open({ open: true });
  await row(page).click();
  await byId(page, "message").first().waitFor();
  await painted(page);
  await page.mouse.move(800, 400);
  return page;
}

describe("a chat of 200,000 messages", () => {
  const open = useBrowser();

  test("opening", async () => {
    const times: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      const page = await open({ open: true });
      await row(page).waitFor();
      times.push(await opening(page));
      await page.context().close();
    }
    console.log(`opening, click to last message drawn: ${times.map((time) => time.toFixed(0)).join(", ")} ms (first one cold)`);
    const page = await open({ open: true });
    await row(page).waitFor();
    print("opening", await tasksOf(page, async () => {
      await opening(page);
      await painted(page);
    }));
    await page.context().close();
    const again = await open({ open: true });
    await row(again).waitFor();
    await printSteps(again, "opening", 1, async () => {
      await opening(again);
      await painted(again);
    });
    await again.context().close();
  });

  test.each([
    ["wheel, 100 px", -100, 200],
    ["wheel, 400 px", -400, 150],
    ["wheel, 1,200 px", -1_200, 120],
  ] as const)("scrolling: %s", async (what, by, steps) => {
    const page = await opened(open);
    print(what, await tasksOf(page, async () => {
      for (let step = 0; step < steps; step += 1) {
        await page.mouse.wheel(0, by);
        await painted(page);
      }
    }));
    await printSteps(page, what, steps, async () => {
      await page.mouse.wheel(0, by);
      await painted(page);
    });
    await page.context().close();
  });

  test("page keys and jumps", async () => {
    const page = await opened(open);
    await page.getByRole("feed").focus();
    print("page up", await tasksOf(page, async () => {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press("PageUp");
        await painted(page);
      }
    }));
    const bar = byId(page, "date-scrollbar");
    const box = await bar.boundingBox();
    if (!box) throw new Error("no date bar");
    print("date bar, dragged", await tasksOf(page, async () => {
      await page.mouse.move(box.x + 12, box.y + box.height - 4);
      await page.mouse.down();
      for (let step = 1; step <= 60; step += 1) {
        await page.mouse.move(box.x + 12, box.y + box.height - (box.height * step) / 61);
        await painted(page);
      }
      await page.mouse.up();
    }));
    await page.context().close();
  });

  test("memory after scrolling through it", async () => {
    const page = await opened(open);
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      await session.send("HeapProfiler.collectGarbage");
      const { usedSize } = await session.send("Runtime.getHeapUsage");
      const { nodes } = await session.send("Memory.getDOMCounters");
      return `${(usedSize / 1_048_576).toFixed(1)} MiB, ${nodes} nodes`;
    };
    console.log(`heap when opened: ${await heap()}`);
    const box = await byId(page, "date-scrollbar").boundingBox();
    if (!box) throw new Error("no date bar");
    for (let turn = 0; turn < 4; turn += 1) {
      await page.mouse.move(box.x + 12, box.y + box.height - 4);
      await page.mouse.down();
      for (let step = 0; step <= 150; step += 1) await page.mouse.move(box.x + 12, box.y + box.height - (box.height * step) / 151);
      await page.mouse.up();
      await page.mouse.move(800, 400);
      for (let step = 0; step < 60; step += 1) await page.mouse.wheel(0, 900);
      await painted(page);
      console.log(`heap after pass ${turn + 1}: ${await heap()}`);
    }
    await page.context().close();
  });
});
