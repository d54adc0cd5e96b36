// A restore from the first question to the report: five steps, and what each has found out. Outlives the screen, so that settings can be visited midway.
import { createContext } from "svelte";
import type { BackupView } from "../bindings/BackupView";
import type { InspectedView } from "../bindings/InspectedView";
import type { VouchingView } from "../bindings/VouchingView";
import * as ipc from "../ipc/commands";
import { Choice } from "./choice.svelte";
import { Keeping } from "./keeping.svelte";
import { settled, type Loading } from "./loading";
import { Restoring } from "./restoring.svelte";
import type { Session } from "./session.svelte";

export const STEPS = ["choose", "unlock", "keep", "restore", "done"] as const;
export type Step = (typeof STEPS)[number];

/** Where the key of the backup came from: given by the person, or from the keyring that a passkey opened. */
export type KeySource = "person" | "keyring";

export class Job {
  readonly choice = new Choice();
  readonly keeping = new Keeping();
  readonly restoring = new Restoring();
  #session: Session;
  #step = $state<Step>("choose");
  #unlocked = $state.raw<{ backup: BackupView; by: KeySource } | null>(null);
  #vouching = $state.raw<Loading<VouchingView> | null>(null);
  #media = $state.raw<string | null>(null);
  #contacts = $state.raw<string | null>(null);

  constructor(session: Session) {
    this.#session = session;
  }

  get step(): Step {
    return this.#step;
  }

  /** The shell holds a key that opens the chosen backup. */
  get unlocked(): boolean {
    const { chosen } = this.choice;
    return chosen !== null && (chosen.secret === "none" || this.#unlocked?.backup === chosen);
  }

  /** Where the key that fits came from. */
  get keySource(): KeySource | null {
    return this.#unlocked?.by ?? null;
  }

  /** Whether somebody vouches for the keyring of the open history, which this backup is added to. */
  get vouching(): Loading<VouchingView> | null {
    return this.#vouching;
  }

  /** Every way into the restored chats has been tried, or a history is open whose keyring somebody vouches for. */
  get safe(): boolean {
    if (!this.merging) return this.keeping.safe;
    return this.#vouching?.status === "failed" || (this.#vouching?.status === "ready" && this.#vouching.value.trusted);
  }

  /** A history is open: this backup is added to it, and its kit stays the one key. */
  get merging(): boolean {
    return this.#session.open;
  }

  /** The folder of pictures and other files, as the shell names it. */
  get media(): string | null {
    return this.#media;
  }

  get contacts(): string | null {
    return this.#contacts;
  }

  /** The person may go on from the step they are at. */
  get mayGoOn(): boolean {
    switch (this.#step) {
      case "choose":
        return this.choice.chosen !== null;
      case "unlock":
        return this.unlocked;
      case "keep":
        return this.merging ? this.safe : this.keeping.mayGoOn;
      default:
        return false;
    }
  }

  next(): void {
    if (!this.mayGoOn) return;
    if (this.#step === "keep" && !this.merging && this.keeping.next()) return;
    this.#go(STEPS[STEPS.indexOf(this.#step) + 1]);
  }

  back(): void {
    if (this.restoring.running) return;
    if (this.#step === "keep" && !this.merging && this.keeping.back()) return;
    this.#go(STEPS[STEPS.indexOf(this.#step) - 1]);
  }

  /** Backups that nobody asked for here (dropped, or handed over by a second start). True when they are shown. */
  arrived(found: InspectedView): boolean {
    if (this.restoring.running) return false;
    this.forget();
    this.choice.take(found);
    return true;
  }

  /** The shell has taken a key for the chosen backup, or the person wants to give another. */
  keyTaken(by: KeySource | null): void {
    const { chosen } = this.choice;
    this.#unlocked = by === null || chosen === null ? null : { backup: chosen, by };
  }

  /** A passkey has opened the history that this backup belongs to. */
  openedHistory(): void {
    this.#session.opened();
  }

  /** Asks anew whether somebody vouches for the open keyring. */
  async askVouching(): Promise<void> {
    this.#vouching = await settled(ipc.vouching());
  }

  async pickMedia(): Promise<void> {
    this.#media = (await ipc.pickMediaFolder()) ?? this.#media;
  }

  async pickContacts(): Promise<void> {
    this.#contacts = (await ipc.pickContacts()) ?? this.#contacts;
  }

  async restore(): Promise<void> {
    const { chosen } = this.choice;
    if (chosen === null) return;
    if (await this.restoring.start(chosen)) {
      this.#step = "done";
      this.#session.opened();
    }
  }

  /** Back to the first step with nothing chosen. */
  forget(): void {
    this.choice.forget();
    this.restoring.forget();
    this.#step = "choose";
    this.#unlocked = null;
    this.#vouching = null;
    this.keeping.forget();
    this.#media = null;
    this.#contacts = null;
  }

  #go(step: Step | undefined): void {
    if (step === undefined) return;
    this.#step = step;
    if (step === "keep") void (this.merging ? this.askVouching() : this.keeping.makeKit());
    if (step === "restore") void this.#suggestMedia();
  }

  async #suggestMedia(): Promise<void> {
    const { chosen } = this.choice;
    if (chosen === null || this.#media !== null) return;
    const suggested = await settled(ipc.suggestedMedia(chosen.id));
    if (suggested.status === "ready") this.#media ??= suggested.value;
  }
}

export const [useJob, provideJob] = createContext<Job>();
