// The colours: every pair that stands on a screen meets WCAG 2.2 AA, in light and dark.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
type Pair = { light: string; dark: string };

function coloursOf(part: string): [string, Pair][] {
  return [...part.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [match[1] ?? "", { light: match[2] ?? "", dark: match[3] ?? "" }]);
}

const [ordinary = "", more = ""] = css.split("@media (prefers-contrast: more)");
const COLOURS = new Map(coloursOf(ordinary));
const MORE = new Map([...COLOURS, ...coloursOf(more)]);

const TEXT: [string, string[]][] = [
  ["ink", ["paper", "surface", "sunken", "brass-soft", "own", "theirs", "hit", "success-soft", "warning-soft", "failure-soft"]],
  ["quiet", ["paper", "surface", "sunken", "brass-soft", "own", "theirs"]],
  ["brass-deep", ["paper", "surface", "sunken", "brass-soft"]],
  ["on-brass", ["brass", "brass-deep"]],
  ["success", ["paper", "surface", "success-soft"]],
  ["warning", ["paper", "surface", "warning-soft"]],
  ["failure", ["paper", "surface", "failure-soft"]],
  ...Array.from({ length: 8 }, (_, hue): [string, string[]] => [`hue-${hue}`, ["theirs", "surface", "paper"]]),
];
const CONTROLS: [string, string[]][] = [
  ["control-line", ["paper", "surface", "sunken"]],
  ["focus", ["paper", "surface", "sunken"]],
  ["brass", ["paper", "surface", "sunken", "brass-soft"]],
];

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function failures(pairs: [string, string[]][], least: number, colours = COLOURS): string[] {
  return pairs.flatMap(([front, backs]) =>
    backs.flatMap((back) =>
      (["light", "dark"] as const).flatMap((look) => {
        const ratio = contrast(colours.get(front)?.[look] ?? "", colours.get(back)?.[look] ?? "");
        return ratio >= least ? [] : [`${front} on ${back}, ${look}: ${ratio.toFixed(2)}`];
      }),
    ),
  );
}

describe("colours", () => {
  test("text has at least 4.5 to 1", () => expect(failures(TEXT, 4.5)).toEqual([]));
  test("controls have at least 3 to 1", () => expect(failures(CONTROLS, 3)).toEqual([]));
  test("with more contrast, text and lines have at least 7 and 4.5 to 1", () => {
    const ownInk = TEXT.filter(([front]) => !front.startsWith("hue-") && front !== "on-brass");
    expect(failures(ownInk, 7, MORE)).toEqual([]);
    expect(failures([...CONTROLS, ["line", ["paper", "surface", "sunken"]]], 4.5, MORE)).toEqual([]);
    expect(failures(TEXT, 4.5, MORE)).toEqual([]);
  });
  test("all pairs are known", () => expect(COLOURS.size).toBeGreaterThan(30));
});
