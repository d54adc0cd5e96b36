// The colours of the theme as plots need them: resolved, because a picture that is saved knows no tokens.

export type Look = { ink: string; quiet: string; line: string; ground: string; empty: string; mine: string; theirs: string; dark: boolean };

type Tone = Exclude<keyof Look, "dark">;

const TOKENS: Record<Tone, string> = {
  ink: "var(--ink)",
  quiet: "var(--quiet)",
  line: "var(--line)",
  ground: "var(--surface)",
  empty: "var(--sunken)",
  mine: "var(--brass)",
  theirs: "var(--hue-5)",
};

/** Where the person's own few colours stand for all: whose a bar is, is said by the two that differ. */
const FORCED: Record<Tone, string> = {
  ink: "CanvasText",
  quiet: "CanvasText",
  line: "GrayText",
  ground: "Canvas",
  empty: "Canvas",
  mine: "Highlight",
  theirs: "CanvasText",
};

type Rgb = [number, number, number];

function rgb(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

/** A colour between two, both as the browser writes them (`rgb(…)`); `share` from 0 to 1. */
export function between(from: string, to: string, share: number): string {
  const [a, b] = [rgb(from), rgb(to)];
  const at = (n: 0 | 1 | 2) => Math.round(a[n] + (b[n] - a[n]) * share);
  return `rgb(${at(0)}, ${at(1)}, ${at(2)})`;
}

function brightness(colour: string): number {
  const [red, green, blue] = rgb(colour);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** The colours as they are now at a place of the page. */
export function lookAt(place: HTMLElement): Look {
  const words = matchMedia("(forced-colors: active)").matches ? FORCED : TOKENS;
  const probe = place.appendChild(document.createElement("span"));
  probe.hidden = true;
  probe.style.setProperty("forced-color-adjust", "none");
  probe.style.setProperty("transition", "none");
  const read = (tone: Tone): string => {
    probe.style.color = words[tone];
    return getComputedStyle(probe).color;
  };
  const look = { ink: read("ink"), quiet: read("quiet"), line: read("line"), ground: read("ground"), empty: read("empty"), mine: read("mine"), theirs: read("theirs") };
  probe.remove();
  return { ...look, dark: brightness(look.ground) < 128 };
}

/** Calls when the theme or what the person asks of colours has changed. Returns the way to stop. */
export function onLookChanged(callback: () => void): () => void {
  const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", callback);
  const theme = new MutationObserver(callback);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => {
    for (const query of queries) query.removeEventListener("change", callback);
    theme.disconnect();
  };
}
