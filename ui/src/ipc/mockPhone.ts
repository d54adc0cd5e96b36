// A made-up phone for the mock: backups, a kit, histories, a report. Obviously not real: no number, name or key of anybody.
import type { BackupView } from "../bindings/BackupView";
import type { HistoryView } from "../bindings/HistoryView";
import type { InspectedView } from "../bindings/InspectedView";
import type { KitView } from "../bindings/KitView";
import type { ReportView } from "../bindings/ReportView";

export const DAY = 86_400_000;
export const NOW = Date.now();

/** The 64 digits that open every made-up backup. */
export const RIGHT_DIGITS = "1f2e3d4c5b6a79880123456789abcdeffedcba98765432100f1e2d3c4b5a6978";

/** What counts of typed groups and words. */
export function letters(text: string): string {
  return text.toLowerCase().replace(/[^0-9a-z]/g, "");
}

export function backup(part: Partial<BackupView>): BackupView {
  return {
    id: "full",
    name: "msgstore.db.crypt15",
    folder: "/home/ana/Downloads/WhatsApp/Databases",
    format: "crypt15",
    secret: "digits",
    purpose: "full",
    endToEnd: true,
    appVersion: "2.26.40.72",
    phoneSuffix: "47",
    size: 1_284_113_920,
    created: NOW - 3 * DAY,
    restorable: true,
    lockedElsewhere: false,
    ...part,
  };
}

/** What the folder of a phone usually holds. */
export const FOUND: InspectedView = {
  backups: [
    backup({}),
    backup({ id: "dated", name: "msgstore-2026-11-12.1.db.crypt15", purpose: "dated", created: NOW - 10 * DAY, size: 1_261_804_544 }),
    backup({ id: "increment", name: "msgstore-increment-1.1.db.crypt15", purpose: "increment", created: NOW - DAY, size: 8_421_376, restorable: false }),
    backup({ id: "contacts", name: "wa.db.crypt15", folder: "/home/ana/Downloads/WhatsApp/Backups", purpose: "contacts", size: 412_672, restorable: false }),
  ],
  skipped: 12,
};

/** Kinds that this version names but cannot restore, one file too damaged, and one locked by WhatsApp. */
export const MIXED: InspectedView = {
  backups: [
    backup({ id: "passkey", secret: "passkey", lockedElsewhere: true, phoneSuffix: "47" }),
    backup({ id: "damaged", name: "msgstore-2026-11-05-a-name-that-someone-made-very-long-when-copying-it-to-the-stick (2).1.db.crypt14", format: "crypt14", secret: "device_key", purpose: "dated", endToEnd: false, size: 734_003_200, created: NOW - 400 * DAY }),
    backup({ id: "iphone", name: "00008110-001A2B3C4D5E6F70", folder: "/home/ana/Backups", format: "iphone_backup", secret: "none", purpose: "iphone", restorable: false, phoneSuffix: null, size: 0, appVersion: null }),
    backup({ id: "export", name: "WhatsApp Chat with Ana.zip", folder: "/home/ana/Downloads", format: "exported_chat", secret: "none", purpose: "exported_chat", restorable: false, phoneSuffix: null, size: 48_113, appVersion: null }),
  ],
  skipped: 0,
};

export const KIT: KitView = {
  groups: "AGE-SECRET-KEY-1 MADE UPMA DEUP 0000 1111 2222 3333 4444 5555 6666 7777 8888 99QP ZRY9 X8".split(" "),
  lastGroups: 3,
  fingerprint: "lk1 7c2e 90ab 41d6",
  html: "<!doctype html><title>Recovery kit</title><p>Recovery kit</p>",
};

/** A history of which nothing is known but that it is there. */
const LISTED = { name: null, phoneSuffix: null, lastOpened: null, firstAt: null, lastAt: null, elsewhere: null, unexportedMarks: 0, restsUntil: null };

export const HISTORIES: HistoryView[] = [
  { ...LISTED, id: "a1", name: "Ana’s phone", phoneSuffix: "47", size: 1_532_000_000, lastOpened: NOW - 2 * DAY, firstAt: NOW - 3_300 * DAY, lastAt: NOW - 2 * DAY },
  { ...LISTED, id: "b2", phoneSuffix: "09", size: 218_400_000 },
];

export const REPORT: ReportView = {
  sourceRows: 20_431,
  messages: 20_423,
  new: 20_423,
  alreadyPresent: 0,
  leftOut: [
    { reason: "sentinel", count: 1 },
    { reason: "never_displayed", count: 7 },
  ],
  folded: [],
  byKind: [
    { kind: "text", count: 16_840 },
    { kind: "image", count: 1_902 },
    { kind: "voice", count: 640 },
    { kind: "system", count: 511 },
    { kind: "video", count: 318 },
    { kind: "document", count: 112 },
    { kind: "sticker", count: 100 },
  ],
  chats: 60,
  people: 184,
  reactions: 2_114,
  calls: 96,
  mediaReferenced: 3_072,
  mediaFound: 2_988,
  mediaMissing: 84,
  missingByReason: [
    { reason: "never_downloaded", count: 61 },
    { reason: "absent", count: 23 },
  ],
  increments: [],
  damagedStretches: 0,
  unaccounted: [],
  checksumDamaged: false,
  seconds: 6.4,
};

export const LICENCES = "Latchkey: MIT OR Apache-2.0\n\nMade-up licence text for the mock.\n";
