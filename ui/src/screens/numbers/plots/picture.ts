// A plot as a picture file: with its title, its legend and the time zone, on the theme's ground.
import { FONT } from "./drawing";
import type { Key } from "./chart";
import type { Look } from "./look";

const SVG = "http://www.w3.org/2000/svg";
const EDGE = 28;
/** Pixels of the file for one of the window: sharp on paper and on dense screens. */
const DENSE = 2;

type Words = { title: string; zone: string; keys: readonly Key[]; rtl: boolean };

function line(words: string, x: number, y: number, size: number, colour: string, anchor: "start" | "end"): SVGTextElement {
  const text = document.createElementNS(SVG, "text");
  text.textContent = words;
  const said = { x, y, "font-size": size, fill: colour, "text-anchor": anchor, "font-family": FONT, "font-weight": size > 15 ? 600 : 400 };
  for (const [name, value] of Object.entries(said)) text.setAttribute(name, String(value));
  return text;
}

function box(x: number, y: number, width: number, height: number, colour: string): SVGRectElement {
  const rect = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ x, y, width, height, fill: colour })) rect.setAttribute(name, String(value));
  return rect;
}

/** The drawing with everything around it, as one SVG that needs nothing from the page. */
export function framed(drawing: SVGSVGElement, look: Look, { title, zone, keys, rtl }: Words): SVGSVGElement {
  const [inner, tall] = [Number(drawing.getAttribute("width")), Number(drawing.getAttribute("height"))];
  const head = EDGE + 30 + (keys.length > 0 ? 26 : 0);
  const [width, height] = [inner + 2 * EDGE, head + 10 + tall + 34 + EDGE / 2];
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, direction: "ltr" })) svg.setAttribute(name, String(value));
  const [side, anchor] = rtl ? ([width - EDGE, "end"] as const) : ([EDGE, "start"] as const);
  svg.append(box(0, 0, width, height, look.ground), line(title, side, EDGE + 14, 20, look.ink, anchor));
  keys.forEach(({ name, tone }, n) => {
    const x = rtl ? width - EDGE - n * 160 : EDGE + n * 160;
    svg.append(box(rtl ? x - 12 : x, EDGE + 32, 12, 12, look[tone]), line(name, rtl ? x - 20 : x + 20, EDGE + 43, 13, look.ink, anchor));
  });
  const copy = drawing.cloneNode(true);
  if (copy instanceof SVGSVGElement) {
    copy.setAttribute("x", String(EDGE));
    copy.setAttribute("y", String(head + 10));
    svg.append(copy);
  }
  svg.append(line(zone, side, height - EDGE / 2, 13, look.quiet, anchor));
  return svg;
}

/** The bytes of a PNG file. Drawn by the browser from an address within the page; nothing is fetched. */
export async function pngOf(svg: SVGSVGElement): Promise<Uint8Array> {
  const [width, height] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * DENSE;
  canvas.height = height * DENSE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.scale(DENSE, DENSE);
  context.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("no picture");
  return new Uint8Array(await blob.arrayBuffer());
}
