// A restore from the first question to the report: five steps, and what each has found out. Outlives the screen, so that settings can be visited midway.
import { createContext } from "svelte";
import type { BackupView } from "../bindings/BackupView";
import type { InspectedView } from "../bindings/InspectedView";
import type { KitView } from "../bindings/KitView";
import * as ipc from "../ipc/commands";
import { Choice } from "./choice.svelte";
import { settled, type Loading } from "./loading";
import { Restoring } from "./restoring.svelte";
import type { Session } from "./session.svelte";

export const STEPS = ["choose", "unlock", "keep", "restore", "done"] as const;
export type Step = (typeof STEPS)[number];

export class Job {
  readonly choice = new Choice();
  readonly restoring = new Restoring();
  #session: Session;
  #step = $state<Step>("choose");
  #unlocked = $state.raw<BackupView | null>(null);
  #kit = $state.raw<Loading<KitView> | null>(null);
  #proved = $state(false);
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
    return chosen !== null && (chosen.secret === "none" || this.#unlocked === chosen);
  }

  get kit(): Loading<KitView> | null {
    return this.#kit;
  }

  /** The person has shown that they hold the kit, or a history is open whose kit they hold already. */
  get safe(): boolean {
    return this.#proved || this.#session.open;
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
        return this.safe;
      default:
        return false;
    }
  }

  next(): void {
    if (this.mayGoOn) this.#go(STEPS[STEPS.indexOf(this.#step) + 1]);
  }

  back(): void {
    if (!this.restoring.running) this.#go(STEPS[STEPS.indexOf(this.#step) - 1]);
  }

  /** Backups that nobody asked for here (dropped, or handed over by a second start). True when they are shown. */
  arrived(found: InspectedView): boolean {
    if (this.restoring.running) return false;
    this.forget();
    this.choice.take(found);
    return true;
  }

  /** The shell has taken a key for the chosen backup, or the person wants to give another. */
  keyTaken(taken: boolean): void {
    this.#unlocked = taken ? this.choice.chosen : null;
  }

  async prove(groups: string): Promise<boolean> {
    this.#proved = await ipc.proveKit(groups);
    if (this.#proved) this.#clearKit();
    return this.#proved;
  }

  /** What was proved is no longer needed on the screen; the shell keeps it until the restore has used it. */
  #clearKit(): void {
    if (this.#kit?.status === "ready") this.#kit = { status: "ready", value: { ...this.#kit.value, groups: [], html: "" } };
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
    this.#kit = null;
    this.#proved = false;
    this.#media = null;
    this.#contacts = null;
  }

  #go(step: Step | undefined): void {
    if (step === undefined) return;
    this.#step = step;
    if (step === "keep" && !this.merging) void this.makeKit();
    if (step === "restore") void this.#suggestMedia();
  }

  /** Makes the kit once; a second call keeps what there is, unless that failed. */
  async makeKit(): Promise<void> {
    if (this.#kit !== null && this.#kit.status !== "failed") return;
    this.#kit = { status: "loading" };
    this.#kit = await settled(ipc.makeKit());
  }

  async #suggestMedia(): Promise<void> {
    const { chosen } = this.choice;
    if (chosen === null || this.#media !== null) return;
    const suggested = await settled(ipc.suggestedMedia(chosen.id));
    if (suggested.status === "ready") this.#media ??= suggested.value;
  }
}

export const [useJob, provideJob] = createContext<Job>();
