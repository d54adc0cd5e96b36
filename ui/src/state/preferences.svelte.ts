// The settings shared with the command line, as the window holds them: read once, written at every change.
import { createContext } from "svelte";
import type { CommandError } from "../bindings/CommandError";
import type { SettingsView } from "../bindings/SettingsView";
import * as ipc from "../ipc/commands";
import { asCommandError } from "../ipc/errors";

const DEFAULTS: SettingsView = { language: "", theme: "system", timeZone: "", homeCountry: "", autoLockMinutes: 15, dataFolder: "", blur: false, clipboardSeconds: 0 };

export class Preferences {
  #value = $state.raw<SettingsView>(DEFAULTS);
  #failure = $state.raw<CommandError | null>(null);

  get value(): SettingsView {
    return this.#value;
  }

  /** Why the settings file could not be read or written last; null when it could. */
  get failure(): CommandError | null {
    return this.#failure;
  }

  async load(): Promise<void> {
    await this.#attempt(async () => {
      this.#value = await ipc.settings();
    });
  }

  /** Takes effect at once; what could not be written is said by {@link failure}. */
  async change(part: Partial<SettingsView>): Promise<void> {
    this.#value = { ...this.#value, ...part };
    await this.#attempt(() => ipc.setSettings(this.#value));
  }

  async #attempt(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
      this.#failure = null;
    } catch (thrown) {
      this.#failure = asCommandError(thrown);
    }
  }
}

export const [usePreferences, providePreferences] = createContext<Preferences>();
