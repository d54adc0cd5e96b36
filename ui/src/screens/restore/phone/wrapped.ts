// Lines for text in a drawing, which does not wrap by itself.

/** Words on at most three lines of about `width` characters; what is left over ends in an ellipsis. A long word may break after its hyphens. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+|(?<=-)/).filter(Boolean)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last}${last.endsWith("-") ? "" : " "}${word}`;
    if (last !== undefined && joined.length <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  if (lines.length <= 3) return lines;
  return [...lines.slice(0, 2), `${lines[2] ?? ""}…`];
}
