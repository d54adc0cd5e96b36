// Styles know no left, right, top or bottom, so that a window read from right to left is whole.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const PHYSICAL =
  /(?:^|[\s;{])((?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-[a-z]+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right|top|bottom|(?:min-|max-)?(?:width|height))\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g;

test("styles use logical properties only", () => {
  const found = sources().flatMap((path) => {
    const text = readFileSync(root + path, "utf8");
    const style = path.endsWith(".css") ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? "");
    const plain = style.replace(/\/\*[\s\S]*?\*\//g, "").replace(/@(?:media|container)[^{]*/g, "");
    return [...plain.matchAll(PHYSICAL)].map((match) => `${path}: ${match[0].trim()}`);
  });
  expect(found).toEqual([]);
});

function sources(): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => /\.(svelte|css)$/.test(path));
}
