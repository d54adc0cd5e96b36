// How the things of a gallery stand in a window: pictures as squares that fill its width, everything else as rows.
import type { GalleryKind } from "../../bindings/GalleryKind";
import type { GalleryId } from "../../i18n/ids/gallery";
import type { Shape } from "./wall/layout";

/** How many there are, in words. */
export const COUNTED: Record<GalleryKind, GalleryId> = {
  pictures: "gallery-count-pictures",
  voice: "gallery-count-voice",
  documents: "gallery-count-documents",
  links: "gallery-count-links",
};

/** What they are called together. */
export const NAMED: Record<GalleryKind, GalleryId> = {
  pictures: "gallery-pictures",
  voice: "gallery-voice",
  documents: "gallery-documents",
  links: "gallery-links",
};

const HEADING = 44;
const ROW = 68;
/** In a narrow wall there are two lines of facts. */
const NARROW = 480;
const HIGH_ROW = 88;
/** As wide as a square should be, and at least so many beside each other. */
const SQUARE = 164;
const FEWEST = 3;

/** For a wall so many pixels wide. */
export function shapeOf(kind: GalleryKind, width: number): Shape {
  if (kind !== "pictures") return { columns: 1, row: width <= NARROW ? HIGH_ROW : ROW, heading: HEADING };
  const columns = Math.max(FEWEST, Math.floor(width / SQUARE));
  return { columns, row: Math.max(80, Math.floor(width / columns)), heading: HEADING };
}
