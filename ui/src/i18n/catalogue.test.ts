// The catalogue: every message that is used is there, every message there is used, and the lists of ids are current.
import { FluentResource } from "@fluent/bundle";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { expected } from "../../scripts/message-ids.mjs";
import { bundleOf, directionOf, ownName, PSEUDO, resolveLanguage, TRANSLATED } from "./catalogue";
import { pseudo } from "./pseudo";

const source = fileURLToPath(new URL("../", import.meta.url));
const catalogues = readdirSync(join(source, "i18n/en"));
const ids = catalogues.flatMap((name) => [...new FluentResource(readFileSync(join(source, "i18n/en", name), "utf8")).body].map((message) => message.id));

/** All code that could ask for a message. */
const code = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(svelte|ts)$/.test(path) && !path.endsWith(".test.ts") && !path.startsWith("i18n/ids") && !path.startsWith("bindings"))
  .map((path) => readFileSync(join(source, path), "utf8"))
  .join("\n");

describe("the catalogue", () => {
  test("has no message twice", () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("has no message that is never used", () => {
    const patterns = [...code.matchAll(/`([a-z][a-z0-9_-]*-(?:\$\{[^}]+\}[a-z0-9_-]*)+)`/g)].map(
      (match) => new RegExp(`^${(match[1] ?? "").replace(/\$\{[^}]+\}/g, "[a-z0-9_-]+")}$`),
    );
    const unused = ids.filter((id) => !code.includes(`"${id}"`) && !code.includes(`'${id}'`) && !patterns.some((pattern) => pattern.test(id)));
    expect(unused).toEqual([]);
  });

  test("has every message that is asked for by name", () => {
    const asked = [...code.matchAll(/\bt\(\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(asked.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("has lists of ids that are current (npm run messages)", () => {
    for (const { path, text } of expected()) expect(readFileSync(path, "utf8")).toBe(text);
  });

  test("speaks plainly: no exclamation marks, no capitals for weight, no blame", () => {
    const text = catalogues.map((name) => readFileSync(join(source, "i18n/en", name), "utf8").replace(/^#.*$|^[a-z][\w-]* =/gm, "")).join("\n");
    expect(text.match(/!|\berror\b|\bsorry\b|\binvalid\b|\bfailed\b/gi) ?? []).toEqual([]);
  });
});

describe("the pseudo-locale", () => {
  test("is longer and accented, and leaves names and numbers alone", () => {
    expect(pseudo("Restore a backup").length).toBeGreaterThan("Restore a backup".length * 1.3);
    const message = bundleOf(PSEUDO, "en").getMessage("restore-card-number");
    expect(bundleOf(PSEUDO, "en").formatPattern(message?.value ?? "", { suffix: "47" })).toMatch(/ 47$/);
  });

  test("is used only when it was chosen", () => {
    expect(resolveLanguage("", ["en-XB"])).toEqual({ language: "en", formats: "en-XB" });
    expect(resolveLanguage(PSEUDO, [])).toEqual({ language: PSEUDO, formats: "en" });
    expect(resolveLanguage(PSEUDO, ["en-GB"])).toEqual({ language: PSEUDO, formats: "en-GB" });
  });
});

describe("the language that is used", () => {
  test.each([
    { setting: "", system: ["fr-FR", "es-MX", "de-DE"], language: "es", formats: "es-MX" },
    { setting: "", system: ["fr-FR", "ja"], language: "en", formats: "en-FR" },
    { setting: "", system: [], language: "en", formats: "en" },
    { setting: "de", system: ["en-GB", "de-AT"], language: "de", formats: "de-AT" },
    { setting: "ar", system: ["ar-EG"], language: "ar", formats: "ar-EG" },
    { setting: "es", system: ["en-US"], language: "es", formats: "es-US" },
    { setting: "es", system: ["es-419"], language: "es", formats: "es-419" },
    { setting: "tlh", system: ["de-CH"], language: "en", formats: "en-CH" },
  ])("is the setting, else the system's, else English: “$setting” on $system is $language in $formats", ({ setting, system, language, formats }) => {
    expect(resolveLanguage(setting, system)).toEqual({ language, formats });
  });

  test("has its own name, its direction, and English where it lacks a message", () => {
    expect(TRANSLATED.map(ownName)).toEqual(["English", "Deutsch", "Español", "العربية"]);
    expect(TRANSLATED.map(directionOf)).toEqual(["ltr", "ltr", "ltr", "rtl"]);
    const unknown = bundleOf("fr", "fr");
    expect(unknown.formatPattern(unknown.getMessage("app-back")?.value ?? "")).toBe("Back");
  });
});
