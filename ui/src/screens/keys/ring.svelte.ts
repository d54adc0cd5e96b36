// The keyring of the open history as the screen holds it: what opens it, what it is warned of, and what the person is doing with it.
import type { DrillView } from "../../bindings/DrillView";
import type { KeysView } from "../../bindings/KeysView";
import type { SlotView } from "../../bindings/SlotView";
import type { VouchingView } from "../../bindings/VouchingView";
import * as ipc from "../../ipc/commands";
import { settled, type Loading } from "../../state/loading";

/** What is added, one at a time; or null while the keys are looked at. */
export type Adding = "passkey" | "words" | "kit" | null;

export class Ring {
  #keys = $state.raw<Loading<KeysView>>({ status: "loading" });
  #drills = $state.raw<readonly DrillView[]>([]);
  #vouching = $state.raw<VouchingView | null>(null);
  #adding = $state<Adding>(null);

  get keys(): Loading<KeysView> {
    return this.#keys;
  }

  get slots(): readonly SlotView[] {
    return this.#keys.status === "ready" ? this.#keys.value.slots : [];
  }

  get drills(): readonly DrillView[] {
    return this.#drills;
  }

  /** Nobody vouches for the keyring on this computer yet. */
  get unknown(): boolean {
    return this.#vouching?.trusted === false;
  }

  get adding(): Adding {
    return this.#adding;
  }

  /** The ways in of these ids, by their names. */
  labels(ids: readonly string[]): string[] {
    return ids.flatMap((id) => this.slots.find((slot) => slot.id === id)?.label ?? []);
  }

  add(what: Adding): void {
    this.#adding = what;
  }

  /** Back to the keys, as they are now. */
  async look(): Promise<void> {
    this.#adding = null;
    await this.load();
  }

  async load(): Promise<void> {
    const [keys, drills, vouching] = await Promise.all([settled(ipc.keys()), settled(ipc.lossDrill()), settled(ipc.vouching())]);
    this.#keys = keys;
    this.#drills = drills.status === "ready" ? drills.value : [];
    this.#vouching = vouching.status === "ready" ? vouching.value : null;
  }
}
