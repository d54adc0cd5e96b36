// What the main thread of a page did, from Chromium's own trace: each task with its script, style and layout.
import type { CDPSession, Page } from "playwright-core";

/** One task of the main thread, in milliseconds. `work` is script, style and layout; painting and pictures are left out. */
export type Task = { work: number; script: number; layout: number };

type Event = { name: string; ph: string; ts: number; dur?: number; pid: number; tid: number };

const TASK = new Set(["RunTask", "ThreadControllerImpl::RunTask"]);
const SCRIPT = new Set(["FunctionCall", "EvaluateScript", "FireAnimationFrame", "EventDispatch", "RunMicrotasks", "TimerFire"]);
const LAYOUT = new Set(["UpdateLayoutTree", "Layout", "ResizeObserverController::gatherObservations"]);

/** Runs `steps` under the tracer; every task of the page's main thread that did script, style or layout. */
export async function tasksOf(page: Page, steps: () => Promise<void>): Promise<Task[]> {
  const session = await page.context().newCDPSession(page);
  const events: Event[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as Event[])));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"] } });
  await steps();
  await ended(session);
  await session.detach();
  return tasksIn(events);
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await complete;
}

function tasksIn(events: readonly Event[]): Task[] {
  const main = mainThread(events);
  const here = events
    .filter(({ ph, pid, tid, dur }) => ph === "X" && dur !== undefined && `${pid} ${tid}` === main)
    .map((event) => ({ ...event, dur: event.dur ?? 0 }));
  const sorted = (names: ReadonlySet<string>) => here.filter(({ name }) => names.has(name)).sort((a, b) => a.ts - b.ts);
  const [script, layout] = [sorted(SCRIPT), sorted(LAYOUT)];
  return sorted(TASK)
    .map((task) => {
      const [ran, laid] = [covered(task, script), covered(task, layout)];
      return { script: ran, layout: laid, work: covered(task, [...script, ...layout].sort((a, b) => a.ts - b.ts)) };
    })
    .filter(({ work }) => work > 0);
}

/** The thread that ran most of the page's script. */
function mainThread(events: readonly Event[]): string {
  const sums = new Map<string, number>();
  for (const { name, dur, pid, tid } of events) if (name === "FunctionCall") sums.set(`${pid} ${tid}`, (sums.get(`${pid} ${tid}`) ?? 0) + (dur ?? 0));
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

/** How much of a task these events cover, in milliseconds; events inside one another count once. */
function covered(task: Event, inside: readonly Event[]): number {
  const end = task.ts + (task.dur ?? 0);
  let sum = 0;
  let until = task.ts;
  for (const { ts, dur = 0 } of inside) {
    if (ts + dur <= until || ts >= end || ts < task.ts) continue;
    sum += Math.min(ts + dur, end) - Math.max(ts, until);
    until = Math.max(until, ts + dur);
  }
  return sum / 1_000;
}
