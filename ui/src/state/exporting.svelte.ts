// An export while it is written: its progress, its end, and the way to stop it. Outlives the screen, so that chats can be looked at meanwhile.
import { createContext } from "svelte";
import type { CommandError } from "../bindings/CommandError";
import type { ExportAskView } from "../bindings/ExportAskView";
import type { ExportProgressView } from "../bindings/ExportProgressView";
import type { ExportReportView } from "../bindings/ExportReportView";
import * as ipc from "../ipc/commands";
import { asCommandError } from "../ipc/errors";
import type { Session } from "./session.svelte";

export type ExportWork =
  | { status: "waiting" }
  | { status: "running"; progress: ExportProgressView | null; stopping: boolean }
  | { status: "done"; report: ExportReportView }
  | { status: "failed"; error: CommandError };

type OnProgress = (progress: ExportProgressView) => void;

export class Exporting {
  #session: Session;
  #work = $state.raw<ExportWork>({ status: "waiting" });
  #turn = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  get work(): ExportWork {
    return this.#work;
  }

  start(ask: ExportAskView): Promise<void> {
    return this.#run((onprogress) => ipc.exportChats(ask, onprogress));
  }

  /** Goes on with one that was cut off. */
  resume(id: string): Promise<void> {
    return this.#run((onprogress) => ipc.resumeExport(id, onprogress));
  }

  /** Asks the work to stop; what is written stays. */
  async stop(): Promise<void> {
    if (this.#work.status !== "running") return;
    this.#work = { ...this.#work, stopping: true };
    await ipc.cancelExport();
  }

  /** What came of it has been read, or is of chats that are not open any more. */
  forget(): void {
    this.#turn += 1;
    this.#work = { status: "waiting" };
  }

  async #run(work: (onprogress: OnProgress) => Promise<ExportReportView>): Promise<void> {
    if (this.#work.status === "running") return;
    const turn = ++this.#turn;
    this.#work = { status: "running", progress: null, stopping: false };
    try {
      const report = await this.#session.during(work((progress) => this.#show(progress, turn)));
      if (turn === this.#turn) this.#work = { status: "done", report };
    } catch (thrown) {
      if (turn === this.#turn) this.#work = { status: "failed", error: asCommandError(thrown) };
    }
  }

  #show(progress: ExportProgressView, turn: number): void {
    if (turn === this.#turn && this.#work.status === "running") this.#work = { ...this.#work, progress };
  }
}

export const [useExporting, provideExporting] = createContext<Exporting>();
