// Marks in the played shell: bookmarks, tags and notes on messages and chats.
import type { OwnMarksView } from "../bindings/OwnMarksView";
import type { Handlers } from "./mock";

/** Nothing is marked. */
export const UNMARKED: OwnMarksView = { bookmark: false, tags: [], note: null, changedAt: null };

export const marksHandlers: Pick<Handlers, "marks" | "set_marks" | "export_marks"> = {
  marks: () => ({ total: 0, marked: [], tags: [] }),
  set_marks: () => null,
  export_marks: () => 0,
};
