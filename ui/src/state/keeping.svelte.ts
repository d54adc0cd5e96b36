// Step three of a restore: a passkey for next time, the recovery kit, and the rehearsal of both.
import type { KitView } from "../bindings/KitView";
import type { SlotView } from "../bindings/SlotView";
import * as ipc from "../ipc/commands";
import { settled, type Loading } from "./loading";

/** What is done one after the other; without a passkey the kit is proved as it is made, and there is no rehearsal. */
export type Phase = "passkey" | "kit" | "rehearsal";

export class Keeping {
  #phase = $state<Phase>("passkey");
  #kit = $state.raw<Loading<KitView> | null>(null);
  #proved = $state(false);
  #enrolled = $state.raw<SlotView | null>(null);
  #rehearsed = $state(false);

  get phase(): Phase {
    return this.#phase;
  }

  get kit(): Loading<KitView> | null {
    return this.#kit;
  }

  /** The keyring-to-be was opened with the kit. */
  get proved(): boolean {
    return this.#proved;
  }

  /** The passkey that was added. */
  get enrolled(): SlotView | null {
    return this.#enrolled;
  }

  /** The keyring-to-be was opened with the passkey. */
  get rehearsed(): boolean {
    return this.#rehearsed;
  }

  /** Every way in that was made has opened the keyring-to-be once. */
  get safe(): boolean {
    return this.#proved && (this.#enrolled === null || this.#rehearsed);
  }

  get mayGoOn(): boolean {
    switch (this.#phase) {
      case "passkey":
        return this.#enrolled !== null;
      case "kit":
        return this.#proved;
      case "rehearsal":
        return this.safe;
    }
  }

  /** On without a passkey; one can be added later. */
  skip(): void {
    if (this.#enrolled === null) this.#phase = "kit";
  }

  /** False when the step itself is over. */
  next(): boolean {
    if (this.#phase === "passkey") this.#phase = "kit";
    else if (this.#phase === "kit" && this.#enrolled !== null) this.#phase = "rehearsal";
    else return false;
    return true;
  }

  /** False when it began here. */
  back(): boolean {
    if (this.#phase === "rehearsal") this.#phase = "kit";
    else if (this.#phase === "kit") this.#phase = "passkey";
    else return false;
    return true;
  }

  /** Makes the kit once; a second call keeps what there is, unless that failed. */
  async makeKit(): Promise<void> {
    if (this.#kit !== null && this.#kit.status !== "failed") return;
    this.#kit = { status: "loading" };
    this.#kit = await settled(ipc.makeKit());
  }

  async prove(groups: string): Promise<boolean> {
    this.#proved = await ipc.proveKit(groups);
    // what was proved is no longer needed on the screen; the shell keeps it until the restore has used it
    if (this.#proved && this.#kit?.status === "ready") this.#kit = { status: "ready", value: { ...this.#kit.value, groups: [], html: "" } };
    return this.#proved;
  }

  /** A passkey was added to the keyring-to-be. */
  enrolledWith(slot: SlotView): void {
    this.#enrolled = slot;
    this.#rehearsed = false;
  }

  /** The passkey that was added has opened the keyring-to-be. */
  openedWithPasskey(): void {
    this.#rehearsed = true;
  }

  /** The person changed their mind about the passkey. */
  async drop(): Promise<void> {
    const slot = this.#enrolled;
    if (slot === null) return;
    await ipc.dropEnrolled(slot.id);
    this.#enrolled = null;
    this.#rehearsed = false;
    this.#phase = "passkey";
  }

  forget(): void {
    this.#phase = "passkey";
    this.#kit = null;
    this.#proved = false;
    this.#enrolled = null;
    this.#rehearsed = false;
  }
}
