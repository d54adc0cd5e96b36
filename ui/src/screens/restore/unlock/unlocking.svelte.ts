// What is known about the key the person is giving: nothing yet, being tried, or the answer.
import type { BackupView } from "../../../bindings/BackupView";
import type { CommandError } from "../../../bindings/CommandError";
import type { DigitsView } from "../../../bindings/DigitsView";
import * as ipc from "../../../ipc/commands";
import { asCommandError } from "../../../ipc/errors";
import type { Slip } from "../../../ipc/wire";
import type { Job, KeySource } from "../../../state/job.svelte";

export type Answer =
  | { status: "none" }
  | { status: "trying" }
  | { status: "fits"; by: KeySource }
  | { status: "incomplete"; badGroup: number | null }
  | { status: "slip"; slip: Slip }
  | { status: "does_not_fit" }
  | { status: "failed"; error: CommandError };

export class Unlocking {
  #job: Job;
  #backup: BackupView;
  #answer = $state.raw<Answer>({ status: "none" });
  #latest = 0;

  constructor(job: Job, backup: BackupView) {
    this.#job = job;
    this.#backup = backup;
    if (job.unlocked) this.#answer = { status: "fits", by: job.keySource ?? "person" };
  }

  get answer(): Answer {
    return this.#answer;
  }

  tryDigits = (text: string): Promise<void> => this.#try(ipc.checkDigits(this.#backup.id, text));

  tryKeyFile = (path: string): Promise<void> => this.#try(ipc.useKeyFile(this.#backup.id, path));

  pickKeyFile = (): Promise<void> => this.#try(ipc.pickKeyFile(this.#backup.id));

  /** The person agreed to the repair that was proposed. */
  async acceptSlip(): Promise<void> {
    try {
      await ipc.acceptSlip();
      this.#say({ status: "fits", by: "person" });
    } catch (thrown) {
      this.#say({ status: "failed", error: asCommandError(thrown) });
    }
  }

  /** A passkey has opened a history; whether one of the keys in it opens the backup. */
  openedKeyring(fits: boolean): void {
    this.#job.openedHistory();
    if (fits) this.#say({ status: "fits", by: "keyring" });
  }

  /** The person is typing again, or wants to give another key. */
  forget = (): void => {
    this.#latest += 1;
    this.#say({ status: "none" });
  };

  /** Only the answer to the latest try counts; a dismissed dialog changes nothing. */
  async #try(reply: Promise<DigitsView | null>): Promise<void> {
    const mine = (this.#latest += 1);
    const before = this.#answer;
    this.#say({ status: "trying" });
    try {
      const view = await reply;
      if (mine === this.#latest) this.#say(view === null ? before : answerOf(view));
    } catch (thrown) {
      if (mine === this.#latest) this.#say({ status: "failed", error: asCommandError(thrown) });
    }
  }

  #say(answer: Answer): void {
    this.#answer = answer;
    this.#job.keyTaken(answer.status === "fits" ? answer.by : null);
  }
}

function answerOf({ verdict, badGroup, slip }: DigitsView): Answer {
  if (verdict === "does_not_fit") return slip === null ? { status: "does_not_fit" } : { status: "slip", slip };
  return verdict === "fits" ? { status: "fits", by: "person" } : { status: "incomplete", badGroup };
}
