// The numbers of the played shell.
import type { Handlers } from "./mock";

export const statisticsHandlers: Pick<Handlers, "statistics" | "save_plot"> = {
  statistics: () => ({
    messages: 0,
    undated: 0,
    notices: 0,
    months: [],
    people: [],
    peopleMore: 0,
    hours: Array.from({ length: 7 * 24 }, () => 0),
    kinds: [],
    emoji: [],
    streak: null,
    days: 0,
    zone: "Europe/Berlin",
  }),
  save_plot: () => true,
};
