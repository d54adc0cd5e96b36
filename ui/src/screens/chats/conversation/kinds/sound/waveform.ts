// The loudness of a voice message as a drawing: as many bars as fit, each as loud as the loudest moment it stands for.

/** Bars that are drawn. */
export const BARS = 44;
/** Room of one bar, and of the whole in height, in units of the drawing. */
export const STEP = 5;
export const HEIGHT = 28;
const LOUDEST = 100;
const LEAST = 1.5;

/** Heights from 0 to 1; none where the source has no loudness. */
export function bars(loudness: readonly number[] | null, count = BARS): number[] {
  if (!loudness || loudness.length === 0) return [];
  return Array.from({ length: count }, (_, n) => {
    const from = Math.floor((n * loudness.length) / count);
    const to = Math.max(from + 1, Math.floor(((n + 1) * loudness.length) / count));
    return Math.min(1, Math.max(0, ...loudness.slice(from, to)) / LOUDEST);
  });
}

/** The path of one drawing: a stroke for each bar, around the middle. */
export function strokes(heights: readonly number[]): string {
  return heights
    .map((height, n) => {
      const half = Math.max(LEAST, (height * (HEIGHT - 4)) / 2);
      return `M${n * STEP + STEP / 2} ${(HEIGHT / 2 - half).toFixed(1)}v${(half * 2).toFixed(1)}`;
    })
    .join("");
}
