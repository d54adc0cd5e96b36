// What a history is called: by the person's own name for it, else by its number.
import type { HistoryView } from "../../bindings/HistoryView";
import type { Language } from "../../state/language.svelte";

export function numberOf(history: HistoryView, t: Language["t"]): string {
  return history.phoneSuffix === null ? t("open-number-unknown") : t("open-number", { suffix: history.phoneSuffix });
}

export function nameOf(history: HistoryView, t: Language["t"]): string {
  return history.name ?? numberOf(history, t);
}

/** From its first month to its last; nothing where that is not known. */
export function spanOf(history: HistoryView, dates: Language["dates"]): string | null {
  if (history.firstAt === null || history.lastAt === null || history.lastAt < history.firstAt) return null;
  return dates(history.firstAt, history.lastAt, { month: "short", year: "numeric" });
}
