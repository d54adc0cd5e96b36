// What a plot is before it is drawn: its words, the table of the same numbers, and how to draw it.
import type { Look } from "./look";

/** A part of the legend; `tone` says which colour of the look. */
export type Key = { name: string; tone: "mine" | "theirs" };

/** One cell of a table as it is read, with its number where it is one. */
export type Cell = { text: string; value?: number };

export type Stage = { look: Look; width: number; rtl: boolean };

export type Chart = {
  id: "months" | "people" | "hours" | "kinds" | "emoji";
  title: string;
  note: ((dark: boolean) => string) | null;
  keys: readonly Key[];
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  draw: (stage: Stage) => Promise<SVGSVGElement>;
};
