// What formats, reasons and failures are called on this screen.
import type { CommandError } from "../../bindings/CommandError";
import type { ExportFormat } from "../../bindings/ExportFormat";
import type { GalleryKind } from "../../bindings/GalleryKind";
import type { ExportId } from "../../i18n/ids/export";

/** A format's name and what it is for. A format that is added to the shell does not compile here until it has words. */
export const FORMATS: Record<ExportFormat, { name: ExportId; use: ExportId }> = {
  html: { name: "export-format-html", use: "export-format-html-use" },
  pdf: { name: "export-format-pdf", use: "export-format-pdf-use" },
  json: { name: "export-format-json", use: "export-format-json-use" },
  jsonl: { name: "export-format-jsonl", use: "export-format-jsonl-use" },
  csv: { name: "export-format-csv", use: "export-format-csv-use" },
  text: { name: "export-format-text", use: "export-format-text-use" },
  parquet: { name: "export-format-parquet", use: "export-format-parquet-use" },
  rsmf: { name: "export-format-rsmf", use: "export-format-rsmf-use" },
  vcard: { name: "export-format-vcard", use: "export-format-vcard-use" },
  kml: { name: "export-format-kml", use: "export-format-kml-use" },
  geojson: { name: "export-format-geojson", use: "export-format-geojson-use" },
  icalendar: { name: "export-format-icalendar", use: "export-format-icalendar-use" },
  telegram: { name: "export-format-telegram", use: "export-format-telegram-use" },
  media: { name: "export-format-media", use: "export-format-media-use" },
};

/** What a gallery holds, as a choice. */
export const GALLERIES: Record<GalleryKind, ExportId> = {
  pictures: "export-gallery-pictures",
  voice: "export-gallery-voice",
  documents: "export-gallery-documents",
  links: "export-gallery-links",
};

/** Why a chosen message is not in the export, by the words of the command line. */
export const LEFT_OUT: Record<string, ExportId> = {
  redacted_person: "export-left-redacted-person",
  redacted_word: "export-left-redacted-word",
  redacted_pattern: "export-left-redacted-pattern",
  redacted_kind: "export-left-redacted-kind",
  redacted_message: "export-left-redacted-message",
  redacted_file: "export-left-redacted-file",
  not_in_this_format: "export-left-not-in-this-format",
};

const HERE: Partial<Record<CommandError["code"], { happened: ExportId; todo: ExportId }>> = {
  no_space: { happened: "export-no-space", todo: "export-no-space-todo" },
  already_exists: { happened: "export-exists", todo: "export-exists-todo" },
  in_use: { happened: "export-in-use", todo: "export-in-use-todo" },
};

type Words = { happened: string; todo: string; command: string | null; detail: string };

/** A failure in words, in those of an export where they differ from a restore's. */
export function failureWords(error: CommandError, language: { t: (id: ExportId) => string; failure: (error: CommandError) => Words }): Words {
  const here = HERE[error.code];
  const words = language.failure(error);
  return here ? { ...words, happened: language.t(here.happened), todo: language.t(here.todo) } : words;
}
