// What a screen waits for: one of three, never two at once.
import type { CommandError } from "../bindings/CommandError";
import { asCommandError } from "../ipc/errors";

export type Loading<T> =
  | { status: "loading" }
  | { status: "ready"; value: T }
  | { status: "failed"; error: CommandError };

/** Waits for a reply and says how it went. */
export async function settled<T>(reply: Promise<T>): Promise<Loading<T>> {
  try {
    return { status: "ready", value: await reply };
  } catch (thrown) {
    return { status: "failed", error: asCommandError(thrown) };
  }
}
