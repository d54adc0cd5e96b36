// The language catalogues (Project Fluent), bundled with the window. English now; another language is another folder beside en/.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { pseudo } from "./pseudo";

const ENGLISH = import.meta.glob<string>("./en/*.ftl", { query: "?raw", import: "default", eager: true });

/** The languages a person can choose. The pseudo-locale is for development only. */
export const LANGUAGES = import.meta.env.DEV ? ["en", "en-XB"] : ["en"];

/** "en-XB" is the pseudo-locale: longer, accented, mirrored. */
export const PSEUDO = "en-XB";

/** The messages of one language, ready to be formatted. */
export function bundleOf(language: string, formats: string): FluentBundle {
  const bundle = new FluentBundle([formats, "en"], {
    useIsolating: false,
    ...(language === PSEUDO && { transform: pseudo }),
  });
  for (const text of Object.values(ENGLISH)) bundle.addResource(new FluentResource(text));
  return bundle;
}

/** The language to use for a setting: "" follows the system; what we do not have is English. */
export function resolveLanguage(setting: string, system: readonly string[]): { language: string; formats: string } {
  const english = system.find((tag) => tag.startsWith("en")) ?? "en";
  if (setting === PSEUDO) return { language: PSEUDO, formats: english };
  return { language: "en", formats: english };
}

/** A word that chooses one of a message's variants; it is never shown. */
export class Variant {
  constructor(readonly word: string) {}
}

export type Args = Record<string, string | number | Variant>;

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** Text from outside keeps its own direction inside a sentence; numbers belong to the sentence. */
export function isolated(args: Args): Record<string, FluentVariable> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, variable(value)]));
}

function variable(value: string | number | Variant): FluentVariable {
  if (value instanceof Variant) return value.word;
  return typeof value === "string" ? FIRST_STRONG_ISOLATE + value + POP_ISOLATE : value;
}
