// The main job while it runs: its progress, its end, and the way to stop it.
import type { BackupView } from "../bindings/BackupView";
import type { CommandError } from "../bindings/CommandError";
import type { ReportView } from "../bindings/ReportView";
import type { RestoreProgressView } from "../bindings/RestoreProgressView";
import * as ipc from "../ipc/commands";
import { asCommandError } from "../ipc/errors";

export type Work =
  | { status: "waiting" }
  | { status: "running"; progress: RestoreProgressView | null; stopping: boolean }
  | { status: "done"; report: ReportView }
  | { status: "failed"; error: CommandError };

export class Restoring {
  #work = $state.raw<Work>({ status: "waiting" });

  get work(): Work {
    return this.#work;
  }

  get running(): boolean {
    return this.#work.status === "running";
  }

  /** Runs to the end; true when there is a report. */
  async start(backup: BackupView): Promise<boolean> {
    this.#work = { status: "running", progress: null, stopping: false };
    try {
      const report = await ipc.restore(backup.id, (progress) => this.#show(progress));
      this.#work = { status: "done", report };
      return true;
    } catch (thrown) {
      this.#work = { status: "failed", error: asCommandError(thrown) };
      return false;
    }
  }

  /** Asks the work to stop; it has stopped when {@link start} returns. */
  async stop(): Promise<void> {
    if (this.#work.status !== "running") return;
    this.#work = { ...this.#work, stopping: true };
    await ipc.cancelRestore();
  }

  forget(): void {
    this.#work = { status: "waiting" };
  }

  #show(progress: RestoreProgressView): void {
    if (this.#work.status === "running") this.#work = { ...this.#work, progress };
  }
}
