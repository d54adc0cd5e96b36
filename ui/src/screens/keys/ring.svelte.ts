// The keyring of the open history as the screen holds it: what opens it, what it is warned of, and what the person is doing with it.
import type { DrillView } from "../../bindings/DrillView";
import type { KeysView } from "../../bindings/KeysView";
import type { SlotView } from "../../bindings/SlotView";
import type { VouchingView } from "../../bindings/VouchingView";
import type { WaysId } from "../../i18n/ids/ways";
import * as ipc from "../../ipc/commands";
import { nameOf } from "../../parts/ways/words";
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
  names(ids: readonly string[], t: (id: WaysId) => string): string[] {
    return this.slots.filter((slot) => ids.includes(slot.id)).map((slot) => nameOf(slot, t));
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
