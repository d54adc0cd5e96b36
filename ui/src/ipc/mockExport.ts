// Exports in the played shell: every format that has a name, a report whose counts add up, and one that can be stopped halfway.
import type { ExportAskView } from "../bindings/ExportAskView";
import type { ExportFormat } from "../bindings/ExportFormat";
import type { ExportPlaceView } from "../bindings/ExportPlaceView";
import type { ExportProgressView } from "../bindings/ExportProgressView";
import type { ExportReportView } from "../bindings/ExportReportView";
import type { UnfinishedExportView } from "../bindings/UnfinishedExportView";
import { failureOf } from "./errors";
import type { Handlers } from "./mock";
import { NOW } from "./mockPhone";
import type { ProgressChannel } from "./wire";

/** What a test wants to be different. */
export type ExportOptions = {
  formats?: ExportFormat[];
  unfinished?: Partial<UnfinishedExportView>[];
  place?: Partial<ExportPlaceView>;
  /** Bytes that are free. */
  free?: number;
  /** Milliseconds between two tellings; 0 stands still halfway. */
  pace?: number;
  report?: Partial<ExportReportView>;
};

const FORMATS: ExportFormat[] = ["html", "pdf", "json", "jsonl", "csv", "text", "parquet", "rsmf", "vcard", "kml", "geojson", "icalendar", "telegram", "media"];
const TOTAL = 20_430;
const HASH = "3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8550";

type Names = "export_ground" | "export_people" | "pick_export_place" | "pick_redaction" | "drop_redaction" | "pick_dataset" | "estimate_export" | "cancel_estimate" | "export_chats" | "resume_export" | "cancel_export" | "delete_unfinished" | "show_export";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function exportHandlers(options: ExportOptions): Pick<Handlers, Names> {
  let place: ExportPlaceView = { name: "Latchkey export 2026-11-23", folder: "/home/ana/Documents", free: options.free ?? 48_000_000_000, taken: false, ...options.place };
  let redaction: string | null = null;
  let dataset: string | null = null;
  let cancelled = false;
  let unfinished: UnfinishedExportView[] = (options.unfinished ?? []).map((one, n) => ({ ...cutOff("jsonl", `Court copy ${n + 1}`), id: `p${n}`, ...one }));

  async function play(format: ExportFormat, { onmessage }: ProgressChannel<ExportProgressView>): Promise<ExportReportView> {
    cancelled = false;
    for (const stage of ["counting", "messages", "finishing", "proof"] as const) {
      for (let step = 1; step <= 4; step += 1) {
        const done = stage === "messages" ? (TOTAL / 5) * step : stage === "counting" ? 0 : TOTAL;
        const known = stage === "messages" && step > 1;
        onmessage({ stage, done, total: TOTAL, bytes: stage === "counting" ? 0 : done * 2_400, secondsLeft: known ? 60 - step * 12 : null });
        while (options.pace === 0 && known && step === 3 && !cancelled) await pause(20);
        await pause(options.pace ?? 30);
        if (cancelled) {
          unfinished = [cutOff(format, place.name), ...unfinished.filter(({ name }) => name !== place.name)];
          throw failureOf("cancelled", "mock: stopped");
        }
      }
    }
    unfinished = unfinished.filter(({ name }) => name !== place.name);
    return { ...reportOf(format, place), ...options.report };
  }

  return {
    export_ground: () => ({ formats: options.formats ?? FORMATS, place, zone: "Europe/Berlin", redaction, dataset, unfinished }),
    export_people: () => [
      { id: null, name: null, messages: 9_211 },
      ...["Ana Ruiz", "عائشة الشمري", "Ben", "東京の同窓会の幹事さん", "Mr. Bartholomew Featherstonehaugh-Cholmondeley III, Esq.", "김민지", "+1 555 010 0044", "Uncle Joe", "Chloé"].map((name, n) => ({ id: n + 1, name, messages: 4_000 - n * 377 })),
      { id: 99, name: null, messages: 3 },
    ],
    pick_export_place: () => (place = { name: "For the court", folder: "/media/stick", free: 7_400_000_000, taken: false }),
    pick_redaction: () => (redaction = "rules.toml"),
    drop_redaction: () => {
      redaction = null;
      return null;
    },
    pick_dataset: () => (dataset = "all-accounts"),
    estimate_export: async ({ ask }) => {
      await pause(20);
      return { ...sizeOf(ask), free: place.free };
    },
    cancel_estimate: () => null,
    export_chats: ({ ask, onProgress }) => play(ask.format, onProgress),
    resume_export: ({ id, onProgress }) => {
      const one = unfinished.find((other) => other.id === id);
      if (!one) throw failureOf("usage", "mock: no such export");
      place = { ...place, name: one.name, folder: one.folder };
      return play(one.format, onProgress);
    },
    cancel_export: () => {
      cancelled = true;
      return null;
    },
    delete_unfinished: ({ id }) => {
      unfinished = unfinished.filter((one) => one.id !== id);
      return null;
    },
    show_export: () => null,
  };
}

function cutOff(format: ExportFormat, name: string): UnfinishedExportView {
  return { id: "p9", name, folder: "/home/ana/Documents", format, begun: NOW - 3_600_000, done: 12_258, total: TOTAL, redacted: false, inUse: false };
}

/** Smaller for each choice that is made. */
function sizeOf(ask: ExportAskView) {
  const parts = [ask.scope.of !== "everything", ask.people.length > 0 || ask.me, ask.from !== null || ask.to !== null, ask.kinds.length > 0];
  const messages = Math.floor(TOTAL / 4 ** parts.filter(Boolean).length);
  const mediaFiles = ask.media === "files" ? Math.floor(messages / 7) : 0;
  return { messages, chats: ask.scope.of === "chats" ? ask.scope.chats.length : 34, mediaFiles, mediaMissing: Math.floor(mediaFiles / 40), bytes: messages * 1_900 + mediaFiles * 410_000, files: mediaFiles + 37 };
}

function reportOf(format: ExportFormat, { name, folder }: ExportPlaceView): ExportReportView {
  return {
    name, folder, format,
    chosen: TOTAL,
    written: TOTAL - 412 - 9,
    leftOut: [{ reason: "redacted_person", count: 412 }, { reason: "not_in_this_format", count: 9 }],
    byKind: [{ kind: "text", count: 15_009 }, { kind: "image", count: 5_000 }],
    chats: 34, people: 61, calls: 208, reactions: 3_120,
    mediaWritten: 2_902, mediaMissing: 72,
    missingByReason: [{ reason: "absent", count: 60 }, { reason: "never_downloaded", count: 12 }],
    mediaLeftOut: 14, replaced: 37, files: 2_939, bytes: 1_204_000_000,
    manifestSha256: HASH, glyphsMissing: 0, seconds: 31.4,
  };
}
