// The histories on this computer as the screen holds them: those to open, those that rest, and what is done with them.
import type { CommandError } from "../../bindings/CommandError";
import type { HistoryView } from "../../bindings/HistoryView";
import * as ipc from "../../ipc/commands";
import { asCommandError } from "../../ipc/errors";
import { settled, type Loading } from "../../state/loading";

/** What lies on the shelf; `open` is the history that is read now. */
type Shelved = { here: HistoryView[]; resting: HistoryView[]; open: string | null };

export class Shelf {
  #known = $state.raw<Loading<Shelved>>({ status: "loading" });
  #failure = $state.raw<CommandError | null>(null);

  get known(): Loading<Shelved> {
    return this.#known;
  }

  get here(): readonly HistoryView[] {
    return this.#known.status === "ready" ? this.#known.value.here : [];
  }

  get resting(): readonly HistoryView[] {
    return this.#known.status === "ready" ? this.#known.value.resting : [];
  }

  isOpen(history: HistoryView): boolean {
    return this.#known.status === "ready" && this.#known.value.open === history.id;
  }

  /** Why the last thing could not be done. */
  get failure(): CommandError | null {
    return this.#failure;
  }

  /** Looks again; what is shown stays until the answer is there. */
  async load(): Promise<void> {
    this.#known = await settled(this.#look());
  }

  /** True when it was done; else {@link failure} says why not. */
  async attempt(action: () => Promise<unknown>): Promise<boolean> {
    this.#failure = null;
    try {
      await action();
      return true;
    } catch (thrown) {
      this.#failure = asCommandError(thrown);
      return false;
    } finally {
      await this.load();
    }
  }

  async #look(): Promise<Shelved> {
    // what rests is no reason not to open the others
    const [here, resting, session] = await Promise.all([ipc.histories(), settled(ipc.restingHistories()), ipc.session()]);
    return { here, resting: resting.status === "ready" ? resting.value : [], open: session.history };
  }
}
