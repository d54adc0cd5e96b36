// Every language says what English says: the same messages with the same values, in its own grammar, and kindly.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { differences } from "../../scripts/message-ids.mjs";
import { TRANSLATED } from "./catalogue";

type Pattern = Exclude<FluentResource["body"][number]["value"], null>;
type Choice = { name: string; keys: (string | number)[] };
type Message = { id: string; pattern: Pattern; shown: Set<string>; choices: Choice[]; words: string };

const folder = fileURLToPath(new URL(".", import.meta.url));
const CATEGORIES: readonly unknown[] = ["zero", "one", "two", "few", "many", "other"];

/** A choice by a number, not by a word such as "you". */
const counted = ({ keys }: Choice): boolean => keys.every((key) => typeof key === "number" || CATEGORIES.includes(key));

/** Identical to English on purpose: paths and lines of nothing but values. */
const SAME_AS_ENGLISH = ["restore-path-example"];

/** Words that blame, frighten or beg. "تعذر" and "no se pudo" are how a language says kindly that something did not work. */
const UNKIND: Record<string, RegExp> = {
  en: /!|\berror\b|\bsorry\b|\binvalid\b|\bfailed\b/gi,
  de: /!|fehler|fehlgeschlagen|fehlschl|ungültig|\bleider\b|entschuldig|unzulässig/gi,
  es: /[!¡]|\berror|inválid|\bválid|\bfall[óaeo]|fallid|lo sent|lament|disculp/gi,
  ar: /!|خطأ|فشل|غير صالح|عذرًا|آسف|للأسف|نأسف/g,
};

/** Walks a pattern: which values it shows, which it chooses by, and its bare words. */
function read(pattern: Pattern, into: Pick<Message, "shown" | "choices"> & { words: string }): void {
  for (const element of typeof pattern === "string" ? [pattern] : pattern) {
    if (typeof element === "string") into.words += element;
    else if (element.type === "var") into.shown.add(element.name);
    else if (element.type === "select" && element.selector.type === "var") {
      into.choices.push({ name: element.selector.name, keys: element.variants.map(({ key }) => key.value) });
      for (const { value } of element.variants) read(value, into);
    }
  }
}

function messagesOf(language: string): Map<string, Message> {
  const found = new Map<string, Message>();
  for (const name of existsSync(join(folder, language)) ? readdirSync(join(folder, language)) : []) {
    for (const { id, value } of new FluentResource(readFileSync(join(folder, language, name), "utf8")).body) {
      if (value === null) continue;
      const message = { id, pattern: value, shown: new Set<string>(), choices: [], words: "" };
      read(value, message);
      found.set(id, message);
    }
  }
  return found;
}

const english = messagesOf("en");

/** What a message depends on: values shown, and choices by a word with all their words. Grammar's own choices by number are free. */
function meaning({ shown, choices }: Message): string[] {
  const words = new Map<string, Set<string | number>>();
  for (const choice of choices.filter((choice) => !counted(choice))) {
    words.set(choice.name, new Set([...(words.get(choice.name) ?? []), ...choice.keys]));
  }
  return [...[...shown].map((name) => `{ $${name} }`), ...[...words].map(([name, keys]) => `$${name}: ${[...keys].sort().join(" ")}`)].sort();
}

/** Values of every sort for a message: counts of every plural form, and each word of each choice in turn. */
function samples(message: Message): Record<string, FluentVariable>[] {
  return [0, 1, 2, 3, 11, 100, 1_000_000].map((count, turn) => {
    const values: Record<string, FluentVariable> = {};
    for (const name of message.shown) values[name] = "Ana";
    for (const choice of message.choices) values[choice.name] = counted(choice) ? count : String(choice.keys[turn % choice.keys.length]);
    return values;
  });
}

test("there are English messages, and all languages have their folders", () => {
  expect(english.size).toBeGreaterThan(900);
  expect(TRANSLATED.filter((language) => !existsSync(join(folder, language)))).toEqual([]);
  expect(readdirSync(folder).filter((name) => /^[a-z]{2}$/.test(name)).sort()).toEqual([...TRANSLATED].sort());
});

test("no language lacks a message or has one that English has not, each in the catalogue of its name (npm run messages -- --missing)", () => {
  expect(differences()).toEqual([]);
});

describe.each(TRANSLATED)("in %s", (language) => {
  const messages = messagesOf(language);
  const all = [...messages.values()];

  test("every message shows the values and knows the cases of the English one", () => {
    const differing = all.flatMap((message) => {
      const original = english.get(message.id);
      const [own, theirs] = [meaning(message), original ? meaning(original) : []];
      return String(own) === String(theirs) ? [] : [{ id: message.id, own, theirs }];
    });
    expect(differing).toEqual([]);
  });

  test("no message chooses by a number that English does not give", () => {
    const given = (id: string) => [...(english.get(id)?.choices ?? [])].map(({ name }) => name);
    expect(all.filter(({ id, choices }) => choices.some(({ name }) => !given(id).includes(name))).map(({ id }) => id)).toEqual([]);
  });

  test("every message can be said for every count and case", () => {
    const bundle = new FluentBundle(language, { useIsolating: false });
    const complaints = all.flatMap((message) =>
      samples(message).flatMap((values) => {
        const problems: Error[] = [];
        const said = bundle.formatPattern(message.pattern, values, problems);
        return problems.length > 0 || said.trim() === "" || /[{}]/.test(said) ? [`${message.id}: ${said}`] : [];
      }),
    );
    expect(complaints).toEqual([]);
  });

  test("what is counted is said in every plural form of the language, and in no other", () => {
    const own: string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    // "un millón de" is for round millions in words; with figures Spanish says it as every other count
    const needed = own.filter((form) => !(language === "es" && form === "many"));
    const gaps = all.flatMap(({ id, choices }) =>
      choices.filter(counted).flatMap(({ keys }) => {
        const forms = keys.filter((key) => typeof key === "string");
        if (forms.length < 2) return [];
        const lacking = needed.filter((form) => !forms.includes(form) && !(form === "zero" && keys.includes(0)));
        const dead = forms.filter((form) => !own.includes(form));
        return [...lacking.map((form) => `${id} lacks ${form}`), ...dead.map((form) => `${id} has ${form}`)];
      }),
    );
    expect(gaps).toEqual([]);
  });

  if (language !== "en") {
    test("nothing was left in English", () => {
      const letters = (text: string) => text.replace(/\P{L}/gu, "").length;
      const left = all.filter(({ id, words }) => letters(words) > 12 && words === english.get(id)?.words && !SAME_AS_ENGLISH.includes(id));
      expect(left.map(({ id }) => id)).toEqual([]);
    });
  }

  test("no word blames, and none shouts", () => {
    expect(UNKIND[language]).toBeDefined();
    const unkind = all.flatMap(({ id, words }) => (words.match(UNKIND[language] ?? /$^/) ?? []).map((word) => `${id}: ${word}`));
    expect(unkind).toEqual([]);
  });
});
