// The person's language: every word on a screen, and every number, size and date.
import type { FluentBundle } from "@fluent/bundle";
import { createContext } from "svelte";
import type { CommandError } from "../bindings/CommandError";
import { bundleOf, directionOf, isolate, isolated, resolveLanguage } from "../i18n/catalogue";
import type { MessageId } from "../i18n/ids";
import { wordsFor } from "../ipc/errors";
import type { Args } from "../i18n/catalogue";
import { ago, clock, figuresOf, lasting, size } from "./amounts";
import type { Preferences } from "./preferences.svelte";

/** A failure in words: what happened, what to do, what to type into a terminal for it, and the technical line for the fold. */
export type FailureWords = { happened: string; todo: string; command: string | null; detail: string };

export class Language {
  #preferences: Preferences;
  #chosen: { language: string; formats: string };
  #bundle: FluentBundle;

  /* made once: lists ask for thousands of numbers */
  #numbers: Intl.NumberFormat;
  #figures: (text: string | number) => string;

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
    this.#chosen = $derived(resolveLanguage(preferences.value.language, navigator.languages));
    this.#bundle = $derived(bundleOf(this.#chosen.language, this.#chosen.formats));
    this.#numbers = $derived(new Intl.NumberFormat(this.#chosen.formats));
    this.#figures = $derived(figuresOf(this.#chosen.formats));
  }

  /** For `lang` of the page. */
  get tag(): string {
    return this.#chosen.language;
  }

  get direction(): "ltr" | "rtl" {
    return directionOf(this.#chosen.language);
  }

  /** For `Intl`: the person's own way to write numbers and dates, where it is the same language. */
  get formats(): string {
    return this.#chosen.formats;
  }

  /** For `Intl`: the chosen time zone; undefined follows the system. */
  get timeZone(): string | undefined {
    return this.#preferences.value.timeZone || undefined;
  }

  /** The words of a message. Names and other text from outside keep their own direction. */
  t = (id: MessageId, args: Args = {}): string => {
    const message = this.#bundle.getMessage(id);
    if (!message?.value) {
      console.error(`no message ${id}`);
      return id;
    }
    const problems: Error[] = [];
    const text = this.#bundle.formatPattern(message.value, isolated(args), problems);
    for (const problem of problems) console.error(`message ${id}: ${problem.message}`);
    return text;
  };

  failure = (error: CommandError): FailureWords => {
    const words = wordsFor(error);
    return { happened: this.t(words.happened), todo: this.t(words.todo, words.args), command: words.command ?? null, detail: error.detail };
  };

  /** Several names in one sentence: "the key, the phone and the kit", or "… or the kit". Each keeps its own direction. */
  list = (names: readonly string[], type: "conjunction" | "disjunction" = "conjunction"): string =>
    new Intl.ListFormat(this.formats, { type }).format(names.map(isolate));

  number = (value: number): string => this.#numbers.format(value);

  /** A year or a code, which is not grouped: the same figures as in every other number. */
  figures = (value: number): string => this.#figures(value);

  /** Seconds as a player shows them: "1:05". */
  clock = (seconds: number): string => this.#figures(clock(seconds));

  /** The numbering system of the figures, as `Intl` calls it: "latn", "arab". */
  get numbering(): string {
    return this.#numbers.resolvedOptions().numberingSystem;
  }

  /** A size in bytes as people say it: "3.4 GB". */
  size = (bytes: number): string => size(bytes, this.formats);

  /** A moment (ms UTC) as date, or as date and time. */
  date = (at: number, style: Intl.DateTimeFormatOptions = { dateStyle: "long" }): string =>
    new Intl.DateTimeFormat(this.formats, { timeZone: this.timeZone, ...style }).format(at);

  /** From one moment (ms UTC) to a later one, without saying twice what both have in common. */
  dates = (from: number, to: number, style: Intl.DateTimeFormatOptions = { dateStyle: "long" }): string =>
    new Intl.DateTimeFormat(this.formats, { timeZone: this.timeZone, ...style }).formatRange(from, to);

  /** How long ago a moment (ms UTC) was: "3 days ago". */
  ago = (at: number, now: number): string => ago(at, now, this.formats);

  /** How long something lasts (seconds): "24 hours", "7 days". */
  lasting = (seconds: number): string => lasting(seconds, this.formats);

  /** The name of a region or language code in the person's language. */
  named = (code: string, type: "region" | "language"): string =>
    new Intl.DisplayNames([this.formats], { type, fallback: "code" }).of(code) ?? code;
}

export const [useLanguage, provideLanguage] = createContext<Language>();
