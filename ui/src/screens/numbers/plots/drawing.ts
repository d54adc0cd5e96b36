// The plotting library, and what all drawings share. Loaded when the first plot is drawn: nothing else needs it.
import * as Plot from "@observablehq/plot";
import type { Stage } from "./chart";

export const FONT = 'system-ui, "Noto Sans", "Noto Color Emoji", sans-serif';
const SIZE = 13;

/** A finished drawing. The library's own style sheet is taken out before it reaches the page, which allows none; global.css says what it said. */
export function drawn(stage: Stage, options: Plot.PlotOptions): SVGSVGElement {
  const plot = Plot.plot({ color: { type: "identity" }, ...options, width: stage.width, style: { fontFamily: FONT, fontSize: `${SIZE}px`, background: "none", color: stage.look.ink } });
  const svg = plot instanceof SVGSVGElement ? plot : plot.querySelector("svg");
  if (!svg) throw new Error("the library drew nothing");
  for (const sheet of svg.querySelectorAll("style")) sheet.remove();
  // the drawing as a whole has a name; its parts are no things to be read one by one
  for (const part of svg.querySelectorAll("[aria-label], [aria-hidden]")) {
    part.setAttribute("data-part", part.getAttribute("aria-label") ?? "");
    part.removeAttribute("aria-label");
    part.removeAttribute("aria-hidden");
  }
  // the parts are placed from the left, whatever the page's direction; letters find theirs by themselves
  svg.setAttribute("direction", "ltr");
  svg.setAttribute("class", "drawing");
  return svg;
}

export type Bar = { label: string; count: number; words: string; title: string; tone: "mine" | "theirs" };

/** Letters that fit in so many pixels, roughly; CJK and emoji take two places. */
function fitting(label: string, room: number): string {
  let left = room / (SIZE * 0.56);
  let text = "";
  for (const { segment } of new Intl.Segmenter().segment(label)) {
    left -= /[\u1100-\u{1ffff}]/u.test(segment) ? 2 : 1;
    if (left < 0) return `${text.trimEnd()}…`;
    text += segment;
  }
  return text;
}

/** Bars one below the other, the label before and the number behind each. */
export function lyingBars(stage: Stage, bars: readonly Bar[], labels: number): SVGSVGElement {
  const { look, width, rtl } = stage;
  const room = Math.min(labels, width * 0.38);
  const longest = Math.max(...bars.map(({ words }) => words.length)) * SIZE * 0.6 + 12;
  const row = 28;
  const places = bars.map((bar, place) => ({ ...bar, place }));
  const [before, behind] = rtl ? (["right", "left"] as const) : (["left", "right"] as const);
  const side = (name: "left" | "right") => (name === before ? room : longest);
  return drawn(stage, {
    height: bars.length * row + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: side("left"),
    marginRight: side("right"),
    x: { axis: null, reverse: rtl, domain: [0, Math.max(1, ...bars.map(({ count }) => count))] },
    y: { axis: null, type: "band", domain: places.map(({ place }) => place), padding: 0.28 },
    marks: [
      Plot.barX(places, { x: "count", y: "place", fill: (bar: Bar) => look[bar.tone], title: "title", rx: 2 }),
      Plot.text(places, { x: 0, y: "place", text: (bar: Bar) => fitting(bar.label, room - 10), textAnchor: rtl ? "start" : "end", dx: rtl ? 8 : -8, fill: look.ink }),
      Plot.text(places, { x: "count", y: "place", text: (bar: Bar) => (rtl ? `\u2067${bar.words}\u2069` : bar.words), textAnchor: behind === "right" ? "start" : "end", dx: behind === "right" ? 7 : -7, fill: look.quiet, fontVariant: "tabular-nums" }),
    ],
  });
}

export type Column = { place: number; who: string; count: number; title: string; tone: "mine" | "theirs" };

/** Columns that stand on each other, one place beside the next; `names` says which places are named below. */
export function standingColumns(stage: Stage, columns: readonly Column[], places: number, names: ReadonlyMap<number, string>, number: (value: number) => string): SVGSVGElement {
  const { look, width, rtl } = stage;
  const tight = (width - 60) / places < 4;
  return drawn(stage, {
    height: 260,
    marginTop: 14,
    marginBottom: 30,
    marginLeft: rtl ? 12 : 54,
    marginRight: rtl ? 54 : 12,
    x: { type: "band", domain: Array.from({ length: places }, (_, place) => place), reverse: rtl, padding: tight ? 0 : 0.18 },
    y: { nice: true },
    marks: [
      Plot.gridY({ stroke: look.line, strokeOpacity: 1, ticks: 4 }),
      Plot.barY(columns, { x: "place", y: "count", fill: (column: Column) => look[column.tone], title: "title", insetTop: tight ? 0 : 0.5 }),
      Plot.ruleY([0], { stroke: look.quiet }),
      Plot.axisY({ anchor: rtl ? "right" : "left", ticks: 4, tickSize: 0, label: null, tickFormat: (value: number) => (Number.isInteger(value) ? number(value) : ""), color: look.quiet }),
      Plot.axisX({ ticks: [...names.keys()], tickFormat: (place: number) => names.get(place) ?? "", tickSize: 4, label: null, color: look.quiet }),
    ],
  });
}

export type Square = { x: number; y: number; fill: string; title: string };

/** Squares in rows, with the names of rows and of some columns. */
export function squares(stage: Stage, all: readonly Square[], rows: readonly string[], columns: ReadonlyMap<number, string>): SVGSVGElement {
  const { look, width, rtl } = stage;
  const room = Math.min(120, 14 + Math.max(...rows.map((name) => name.length)) * SIZE * 0.6);
  const one = (width - room - 8) / 24;
  return drawn(stage, {
    height: Math.round(Math.min(34, Math.max(20, one)) * 7 + 30),
    marginTop: 4,
    marginBottom: 26,
    marginLeft: rtl ? 8 : room,
    marginRight: rtl ? room : 8,
    x: { type: "band", domain: Array.from({ length: 24 }, (_, hour) => hour), reverse: rtl, padding: 0.08 },
    y: { type: "band", domain: rows.map((_, day) => day), padding: 0.08 },
    marks: [
      Plot.cell(all, { x: "x", y: "y", fill: "fill", stroke: look.line, strokeWidth: 0.75, title: "title", rx: 2 }),
      Plot.axisY({ anchor: rtl ? "right" : "left", tickSize: 0, label: null, tickFormat: (day: number) => rows[day] ?? "", color: look.quiet }),
      Plot.axisX({ ticks: [...columns.keys()], tickSize: 0, label: null, tickFormat: (hour: number) => columns.get(hour) ?? "", color: look.quiet }),
    ],
  });
}
