// Looking after histories in the played shell: names, copies, rest and return. What is changed stays changed as long as the page lives.
import type { CopyProgressView } from "../bindings/CopyProgressView";
import type { HistoryView } from "../bindings/HistoryView";
import { failureOf } from "./errors";
import type { Handlers } from "./mock";
import { DAY, HISTORIES, NOW } from "./mockPhone";

type Asked =
  | "histories"
  | "rename_history"
  | "move_history"
  | "save_copy"
  | "restore_copy"
  | "cancel_copying"
  | "delete_history"
  | "resting_histories"
  | "bring_back_history"
  | "delete_resting";

export type HistoriesOptions = {
  histories?: HistoryView[];
  /** Deleted, and not yet gone. */
  resting?: HistoryView[];
  /** The person dismisses the system's own dialogs. */
  dismissing?: boolean;
  /** Milliseconds between two progress values; 0 stands still halfway until it is stopped. */
  pace?: number;
};

const REST = 30 * DAY;
const STEPS = 12;

/** As large as a phone's history of ten years. */
const COPY_SIZE = 1_532_000_000;

/** What a restored copy becomes. */
const COPIED: HistoryView = {
  id: "c3",
  name: "Grandma’s old phone",
  phoneSuffix: "31",
  size: COPY_SIZE,
  lastOpened: null,
  firstAt: NOW - 4_000 * DAY,
  lastAt: NOW - 1_300 * DAY,
  elsewhere: null,
  unexportedMarks: 0,
  restsUntil: null,
};

/** Two that rest: one with marks that were never exported, one that is gone tomorrow. */
export const RESTING: HistoryView[] = [
  { ...COPIED, id: "d4", name: null, phoneSuffix: "82", size: 402_000_000, unexportedMarks: 14, restsUntil: NOW + 12.2 * DAY },
  { ...COPIED, id: "e5", name: "Work phone, until the move to Lisbon", phoneSuffix: "66", size: 12_000_000, restsUntil: NOW + 0.4 * DAY },
];

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function historiesHandlers(options: HistoriesOptions): Pick<Handlers, Asked> {
  let here = [...(options.histories ?? HISTORIES)];
  let resting = [...(options.resting ?? [])];
  let cancelled = false;

  const change = (id: string, part: Partial<HistoryView>): void => {
    here = here.map((history) => (history.id === id ? { ...history, ...part } : history));
  };
  const sizeOf = (id: string): number => here.find((history) => history.id === id)?.size ?? COPY_SIZE;

  async function play(onmessage: (value: CopyProgressView) => void, total: number): Promise<void> {
    cancelled = false;
    for (let step = 0; step <= STEPS; step += 1) {
      onmessage({ done: Math.round((total * step) / STEPS), total });
      while (options.pace === 0 && step === STEPS / 2 && !cancelled) await pause(20);
      await pause(options.pace ?? 40);
      if (cancelled) throw failureOf("cancelled", "mock: cancelled");
    }
  }

  return {
    histories: () => here,
    resting_histories: () => resting,
    rename_history: ({ history, name }) => {
      change(history, { name: name === "" ? null : name });
      return null;
    },
    move_history: async ({ history, onProgress }) => {
      if (options.dismissing) return false;
      await play(onProgress.onmessage, sizeOf(history));
      change(history, { elsewhere: "/media/ana/Stick/Latchkey" });
      return true;
    },
    save_copy: async ({ history, onProgress }) => {
      if (options.dismissing) return false;
      await play(onProgress.onmessage, sizeOf(history));
      return true;
    },
    restore_copy: async ({ onProgress }) => {
      if (options.dismissing) return null;
      await play(onProgress.onmessage, COPY_SIZE);
      here = [...here, COPIED];
      return COPIED.id;
    },
    cancel_copying: () => {
      cancelled = true;
      return null;
    },
    delete_history: ({ history }) => {
      resting = [...here.filter(({ id }) => id === history).map((one) => ({ ...one, restsUntil: Date.now() + REST })), ...resting];
      here = here.filter(({ id }) => id !== history);
      return null;
    },
    bring_back_history: ({ history }) => {
      here = [...here, ...resting.filter(({ id }) => id === history).map((one) => ({ ...one, restsUntil: null }))];
      resting = resting.filter(({ id }) => id !== history);
      return null;
    },
    delete_resting: ({ history }) => {
      resting = resting.filter(({ id }) => id !== history);
      return null;
    },
  };
}
