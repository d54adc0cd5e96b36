// What is being chosen: one value for each choice, and the request they become.
import { SvelteSet } from "svelte/reactivity";
import type { ExportAskView } from "../../bindings/ExportAskView";
import type { ExportFormat } from "../../bindings/ExportFormat";
import type { ExportGroundView } from "../../bindings/ExportGroundView";
import type { ExportLanguage } from "../../bindings/ExportLanguage";
import type { ExportScopeView } from "../../bindings/ExportScopeView";

/** Formats of people, events or places alone have no files to choose about. */
const WITHOUT_FILES: readonly ExportFormat[] = ["vcard", "kml", "geojson", "icalendar", "csv", "parquet"];

const LANGUAGES: readonly string[] = ["en", "de", "es", "ar"];

/** A day as the field gives it, once it is whole. */
const day = (text: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

export class Draft {
  /** What the person came with: a search, a gallery; null where they came for chats. */
  readonly brought: ExportScopeView | null;
  what = $state<"everything" | "chats" | "brought">("everything");
  readonly chats = new SvelteSet<number>();
  readonly people = new SvelteSet<number>();
  me = $state(false);
  from = $state("");
  to = $state("");
  readonly kinds = new SvelteSet<string>();
  format = $state<ExportFormat>("json");
  media = $state<ExportAskView["media"]>("files");
  names = $state<ExportAskView["names"]>("names");
  zone = $state("UTC");
  language = $state<ExportLanguage>("en");
  ownMarks = $state(false);
  preset = $state<ExportAskView["preset"]>("android-uk");
  csv = $state<ExportAskView["csv"]>("excel");
  paper = $state<ExportAskView["paper"]>("a4");
  redaction = $state.raw<string | null>(null);
  dataset = $state.raw<string | null>(null);

  constructor(scope: ExportScopeView, ground: ExportGroundView, tag: string) {
    this.brought = scope.of === "search" || scope.of === "gallery" ? scope : null;
    if (this.brought) this.what = "brought";
    if (scope.of === "chats") {
      this.what = "chats";
      for (const chat of scope.chats) this.chats.add(chat);
    }
    this.format = ground.formats[0] ?? "json";
    this.zone = ground.zone;
    this.language = LANGUAGES.includes(tag) ? (tag as ExportLanguage) : "en";
    this.redaction = ground.redaction;
    this.dataset = ground.dataset;
  }

  /** Whether it makes sense to ask about files. */
  get hasFiles(): boolean {
    return !WITHOUT_FILES.includes(this.format);
  }

  get #scope(): ExportScopeView {
    if (this.what === "brought" && this.brought) return this.brought;
    return this.what === "chats" ? { of: "chats", chats: [...this.chats] } : { of: "everything" };
  }

  /** Nothing can be in it as it is. */
  get isEmpty(): boolean {
    return this.what === "chats" && this.chats.size === 0;
  }

  readonly ask: ExportAskView = $derived({
    format: this.format,
    scope: this.#scope,
    people: [...this.people],
    me: this.me,
    from: day(this.from),
    to: day(this.to),
    kinds: [...this.kinds],
    media: this.media,
    zone: this.zone,
    names: this.names,
    language: this.language,
    ownMarks: this.ownMarks,
    redact: this.redaction !== null,
    preset: this.preset,
    csv: this.csv,
    paper: this.paper,
    addToDataset: this.dataset !== null,
  });
}
