// One attempt after the other to open a history: by passkey, by kit, by words. An older keyring waits for the person's word.
import type { CommandError } from "../../bindings/CommandError";
import * as ipc from "../../ipc/commands";
import { asCommandError } from "../../ipc/errors";

/** Where an answer belongs: under the form that asked. */
export type Form = "kit" | "words";

export class Opening {
  #busy = $state<Form | null>(null);
  #older = $state(false);
  #failed = $state.raw<{ form: Form; error: CommandError } | null>(null);
  #onopened: () => void;

  constructor(onopened: () => void) {
    this.#onopened = onopened;
  }

  get busy(): Form | null {
    return this.#busy;
  }

  /** The keyring is older than the one last seen here. */
  get older(): boolean {
    return this.#older;
  }

  failureOf(form: Form): CommandError | null {
    return this.#failed?.form === form ? this.#failed.error : null;
  }

  /** True when the history was opened; `open` answers false when a dialog was dismissed. */
  async attempt(form: Form, open: () => Promise<boolean>): Promise<boolean> {
    this.#busy = form;
    this.#failed = null;
    try {
      const opened = await open();
      if (opened) this.#onopened();
      return opened;
    } catch (thrown) {
      const error = asCommandError(thrown);
      if (error.code === "keyring_older") this.askAboutOlder();
      else this.#failed = { form, error };
      return false;
    } finally {
      this.#busy = null;
    }
  }

  askAboutOlder(): void {
    this.#older = true;
  }

  /** It stays closed, and what was given for it is forgotten. */
  refuseOlder(): void {
    this.#older = false;
    void ipc.refuseOlderKeyring();
  }

  /** The older keyring is opened with what was given for it. */
  async acceptOlder(): Promise<void> {
    this.#older = false;
    await this.attempt("kit", async () => {
      await ipc.acceptOlderKeyring();
      return true;
    });
  }
}
