// Step one of a restore: what was found where the person pointed, and which backup they chose.
import { SvelteMap } from "svelte/reactivity";
import type { BackupView } from "../bindings/BackupView";
import type { InspectedView } from "../bindings/InspectedView";
import * as ipc from "../ipc/commands";
import type { Checksum } from "../ipc/wire";
import { settled, type Loading } from "./loading";

/** Whether a file is whole: being looked at, or known. */
export type Wholeness = "waiting" | "unknown" | Checksum;

export class Choice {
  #found = $state.raw<Loading<InspectedView> | null>(null);
  #chosen = $state.raw<BackupView | null>(null);
  #wholeness = new SvelteMap<string, Wholeness>();

  /** Null before the person has pointed anywhere. */
  get found(): Loading<InspectedView> | null {
    return this.#found;
  }

  get chosen(): BackupView | null {
    return this.#chosen;
  }

  wholeness(id: string): Wholeness {
    return this.#wholeness.get(id) ?? "waiting";
  }

  lookAt = (path: string): Promise<void> => this.#look(ipc.inspectPath(path));

  pick = (what: "file" | "folder"): Promise<void> => this.#look(ipc.pickBackup(what));

  /** What was dropped on the window, or what the app was started on. */
  take(found: InspectedView): void {
    this.#found = { status: "ready", value: found };
    const first = found.backups.find((backup) => backup.restorable);
    this.#chosen = first ?? null;
    this.#wholeness.clear();
    void this.#checkAll(found.backups);
  }

  choose(backup: BackupView): void {
    this.#chosen = backup;
  }

  forget(): void {
    this.#found = null;
    this.#chosen = null;
    this.#wholeness.clear();
  }

  /** A dismissed dialog leaves what was found before. */
  async #look(reply: Promise<InspectedView | null>): Promise<void> {
    const before = this.#found;
    this.#found = { status: "loading" };
    const found = await settled(reply);
    if (found.status === "failed") {
      this.#found = found;
      this.#chosen = null;
    } else if (found.status === "ready" && found.value !== null) {
      this.take(found.value);
    } else {
      this.#found = before;
    }
  }

  /** One after the other, the chosen one first: each pass reads a whole file. */
  async #checkAll(backups: readonly BackupView[]): Promise<void> {
    const list = this.#found;
    const chosenFirst = [...backups].sort((a, b) => Number(b === this.#chosen) - Number(a === this.#chosen));
    for (const { id, restorable, purpose } of chosenFirst) {
      if (!restorable && purpose !== "increment") continue;
      const checked = await settled(ipc.backupChecksum(id));
      if (this.#found !== list) return;
      this.#wholeness.set(id, checked.status === "ready" ? checked.value : "unknown");
    }
  }
}
