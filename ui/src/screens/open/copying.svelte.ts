// A history on its way: copied, moved, or brought in from a copy. How far it is, how it ended, and the way to stop it.
import type { CommandError } from "../../bindings/CommandError";
import type { CopyProgressView } from "../../bindings/CopyProgressView";
import type { HistoryView } from "../../bindings/HistoryView";
import * as ipc from "../../ipc/commands";
import { asCommandError } from "../../ipc/errors";

export type Task = { what: "copy" | "move"; history: HistoryView } | { what: "restore" };

/** `asking` while the system's own dialog asks where; `done` with the bytes that were compared and, from a copy, the history it became. */
export type Copy =
  | { status: "none" }
  | { status: "asking"; task: Task }
  | { status: "running"; task: Task; progress: CopyProgressView; stopping: boolean }
  | { status: "done"; task: Task; bytes: number; became: string | null }
  | { status: "stopped"; task: Task }
  | { status: "failed"; task: Task; error: CommandError };

export class Copying {
  #copy = $state.raw<Copy>({ status: "none" });
  #bytes = 0;

  get copy(): Copy {
    return this.#copy;
  }

  /** True when something has changed on the disk. */
  async start(task: Task): Promise<boolean> {
    if (this.#copy.status === "asking" || this.#copy.status === "running") return false;
    this.#copy = { status: "asking", task };
    this.#bytes = 0;
    try {
      const reply = await this.#ask(task);
      const changed = reply !== false && reply !== null;
      this.#copy = changed ? { status: "done", task, bytes: this.#bytes, became: reply === true ? null : reply } : { status: "none" };
      return changed;
    } catch (thrown) {
      const error = asCommandError(thrown);
      this.#copy = error.code === "cancelled" ? { status: "stopped", task } : { status: "failed", task, error };
      return false;
    }
  }

  /** Asks the work to stop; it has stopped when {@link start} returns. */
  async stop(): Promise<void> {
    if (this.#copy.status !== "running" || this.#copy.stopping) return;
    this.#copy = { ...this.#copy, stopping: true };
    await ipc.cancelCopying();
  }

  /** The person has read how it ended. */
  forget(): void {
    if (this.#copy.status !== "running") this.#copy = { status: "none" };
  }

  #ask(task: Task): Promise<boolean | string | null> {
    const onprogress = (progress: CopyProgressView): void => this.#show(task, progress);
    if (task.what === "restore") return ipc.restoreCopy(onprogress);
    return task.what === "move" ? ipc.moveHistory(task.history.id, onprogress) : ipc.saveCopy(task.history.id, onprogress);
  }

  #show(task: Task, progress: CopyProgressView): void {
    this.#bytes = progress.total;
    if (this.#copy.status === "asking") this.#copy = { status: "running", task, progress, stopping: false };
    else if (this.#copy.status === "running") this.#copy = { ...this.#copy, progress };
  }
}
