// That something was copied, and when the clipboard is cleared of it.
import type { Language } from "../../../../state/language.svelte";

/** `seconds` as the settings have it: 0 for never. */
export function copiedWords({ t, lasting }: Language, seconds: number): string {
  return seconds > 0 ? t("talk-copied-until", { time: lasting(seconds) }) : t("talk-copied");
}
