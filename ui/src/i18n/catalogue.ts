// The language catalogues (Project Fluent), bundled with the window: a folder for each language beside this file.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { pseudo } from "./pseudo";

const TEXTS = import.meta.glob<string>("./{en,de,es,ar}/*.ftl", { query: "?raw", import: "default", eager: true });

/** The catalogue that every other one falls back to, message by message. */
const ENGLISH = "en";

/** The languages that have a catalogue. */
export const TRANSLATED: readonly string[] = [ENGLISH, "de", "es", "ar"];

/** "en-XB" is the pseudo-locale: longer, accented, mirrored. */
export const PSEUDO = "en-XB";

/** The languages a person can choose. The pseudo-locale is for development only. */
export const LANGUAGES: readonly string[] = import.meta.env.DEV ? [...TRANSLATED, PSEUDO] : TRANSLATED;

const RIGHT_TO_LEFT: readonly string[] = ["ar", PSEUDO];

/** Which way a language is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";
}

/** A language's name as its own speakers write it, to be found by them in any language. */
export function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** The messages of one language, ready to be formatted. A message it lacks is there in English. */
export function bundleOf(language: string, formats: string): FluentBundle {
  const bundle = new FluentBundle([formats, ENGLISH], {
    useIsolating: false,
    ...(language === PSEUDO && { transform: pseudo }),
  });
  for (const folder of new Set([ENGLISH, language])) {
    for (const text of textsOf(folder)) bundle.addResource(new FluentResource(text), { allowOverrides: folder !== ENGLISH });
  }
  return bundle;
}

const textsOf = (folder: string): string[] => Object.entries(TEXTS).flatMap(([path, text]) => (path.startsWith(`./${folder}/`) ? [text] : []));

/**
 * The language to use for a setting, and the locale for numbers and dates. "" follows the system's list; what we do not
 * have is English. Numbers and dates are written as in the person's own region, where the system names one.
 */
export function resolveLanguage(setting: string, system: readonly string[]): { language: string; formats: string } {
  if (setting === PSEUDO) return { language: PSEUDO, formats: formatsFor(ENGLISH, system) };
  const asked = [setting, ...(setting === "" ? system : [])].map(primary);
  const language = asked.find((tag) => TRANSLATED.includes(tag)) ?? ENGLISH;
  return { language, formats: formatsFor(language, system) };
}

/** The system's own tag for the language, else the language as it is written in the person's region. */
function formatsFor(language: string, system: readonly string[]): string {
  const same = system.find((tag) => primary(tag) === language);
  if (same !== undefined) return same;
  const region = system.map(regionOf).find((code) => code !== undefined);
  return region === undefined ? language : `${language}-${region}`;
}

const primary = (tag: string): string => tag.split("-", 1)[0]?.toLowerCase() ?? "";

const regionOf = (tag: string): string | undefined => /-([a-z]{2}|\d{3})(?=-|$)/i.exec(tag)?.[1];

/** A word that chooses one of a message's variants; it is never shown. */
export class Variant {
  constructor(readonly word: string) {}
}

export type Args = Record<string, string | number | Variant>;

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** A name or a text among others, which keeps its own direction. */
export function isolate(text: string): string {
  return FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
}

/** Text from outside keeps its own direction inside a sentence; numbers belong to the sentence. */
export function isolated(args: Args): Record<string, FluentVariable> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, variable(value)]));
}

function variable(value: string | number | Variant): FluentVariable {
  if (value instanceof Variant) return value.word;
  return typeof value === "string" ? isolate(value) : value;
}
