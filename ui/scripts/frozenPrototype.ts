// The window freezes `Object.prototype`, so nothing can give an object a `constructor` or `toString` of its own by assigning it.
// Two libraries of the plots do so while they are loaded; here, while the pages are built, they are made to define it instead.
import type { Plugin } from "vite";

const REWRITTEN = [
  {
    file: /\/node_modules\/d3-color\/.*\.m?js$/,
    from: "prototype.constructor = constructor;",
    to: 'Object.defineProperty(prototype, "constructor", { value: constructor, writable: true, configurable: true });',
  },
  {
    file: /\/node_modules\/d3-format\/.*\.m?js$/,
    from: "FormatSpecifier.prototype.toString = function() {",
    to: 'Object.defineProperty(FormatSpecifier.prototype, "toString", { value: specifierText, writable: true, configurable: true });\nfunction specifierText() {',
  },
];

/** A Vite plugin. A library that was changed stops the build: then its new text has to be looked at. */
export function frozenPrototype(): Plugin {
  return {
    name: "frozen-prototype",
    transform(code: string, id: string) {
      const found = REWRITTEN.find(({ file }) => file.test(id));
      if (!found) return null;
      if (code.split(found.from).length !== 2) throw new Error(`${id} no longer holds the line that is to be rewritten`);
      return { code: code.replace(found.from, () => found.to), map: null };
    },
  };
}
