// The one ceremony under way: what the person is to do now, and the way to stop it at any point. The sheet over every screen draws it.
import { createContext } from "svelte";
import type { CommandError } from "../bindings/CommandError";
import type { MomentView } from "../bindings/MomentView";
import type { SlotView } from "../bindings/SlotView";
import * as ipc from "../ipc/commands";
import { asCommandError } from "../ipc/errors";

/** What is to happen: its name on the sheet, and the command that does it. */
export type Plan<T> = {
  title: string;
  start: (onmoment: ipc.OnMoment) => Promise<T>;
  /** The ways into the same chats, to be named when this one is lost. */
  others?: readonly SlotView[];
};

/** How it ended. A stop is no failure; `older` waits for the person's word about an older keyring. */
export type Outcome<T> = { status: "done"; value: T } | { status: "stopped" } | { status: "older" };

export type Showing =
  | { status: "hidden" }
  | { status: "running"; moment: MomentView | null; stopping: boolean }
  | { status: "failed"; error: CommandError };

export class Ceremony {
  #showing = $state.raw<Showing>({ status: "hidden" });
  #title = $state("");
  #others = $state.raw<readonly SlotView[]>([]);
  #decided: (again: boolean) => void = () => {};

  get showing(): Showing {
    return this.#showing;
  }

  /** What the person is to do now, while one runs. */
  get moment(): MomentView | null {
    return this.#showing.status === "running" ? this.#showing.moment : null;
  }

  get title(): string {
    return this.#title;
  }

  get others(): readonly SlotView[] {
    return this.#others;
  }

  /** Runs to an end that the person accepts: after a failure they try again or leave it. */
  async run<T>({ title, start, others = [] }: Plan<T>): Promise<Outcome<T>> {
    if (this.#showing.status !== "hidden") return { status: "stopped" };
    this.#title = title;
    this.#others = others;
    try {
      for (;;) {
        this.#showing = { status: "running", moment: null, stopping: false };
        try {
          return { status: "done", value: await start((moment) => this.#show(moment)) };
        } catch (thrown) {
          const error = asCommandError(thrown);
          if (error.code === "keyring_older") return { status: "older" };
          if (error.code === "cancelled" || !(await this.#askAgain(error))) return { status: "stopped" };
        }
      }
    } finally {
      this.#showing = { status: "hidden" };
    }
  }

  /** Hands the PIN over; it is not kept here. */
  async pin(typed: string): Promise<void> {
    const { moment } = this;
    if (moment?.kind !== "pin") return;
    this.#atWork();
    await this.#tell(ipc.ceremonyPin(moment.question, typed));
  }

  async confirm(): Promise<void> {
    const { moment } = this;
    if (moment?.kind !== "last_tries" && moment?.kind !== "use_network") return;
    this.#atWork();
    await this.#tell(ipc.ceremonyConfirm(moment.question, true));
  }

  /** Stops wherever it is. It has stopped when {@link run} returns. */
  async stop(): Promise<void> {
    if (this.#showing.status !== "running" || this.#showing.stopping) return;
    const { moment } = this.#showing;
    this.#showing = { ...this.#showing, stopping: true };
    if (moment?.kind === "pin") await this.#tell(ipc.ceremonyPin(moment.question, ""));
    if (moment?.kind === "last_tries" || moment?.kind === "use_network") await this.#tell(ipc.ceremonyConfirm(moment.question, false));
    await this.#tell(ipc.ceremonyCancel());
  }

  /** After a failure. */
  again(): void {
    this.#decided(true);
  }

  /** After a failure. */
  leave(): void {
    this.#decided(false);
  }

  #askAgain(error: CommandError): Promise<boolean> {
    this.#showing = { status: "failed", error };
    return new Promise((resolve) => (this.#decided = resolve));
  }

  #show(moment: MomentView): void {
    if (this.#showing.status === "running") this.#showing = { ...this.#showing, moment };
  }

  /** The answer was given: what asked for it goes away at once. */
  #atWork(): void {
    if (this.#showing.status !== "running") return;
    const { moment } = this.#showing;
    const authenticator = moment !== null && "authenticator" in moment ? moment.authenticator : "phone";
    this.#showing = { ...this.#showing, moment: { kind: "working", authenticator } };
  }

  /** What happens to the ceremony itself, its own command tells. */
  async #tell(reply: Promise<unknown>): Promise<void> {
    try {
      await reply;
    } catch {
      // it was over already
    }
  }
}

export const [useCeremony, provideCeremony] = createContext<Ceremony>();
