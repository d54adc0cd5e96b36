// The shell, played: the same commands with made-up backups and chats. `npm run dev` in a plain browser and the interface tests use it; it is not in the built window.
import { mockIPC, mockWindows } from "@tauri-apps/api/mocks";
import { emit } from "@tauri-apps/api/event";
import type { CommandError } from "../bindings/CommandError";
import type { InspectedView } from "../bindings/InspectedView";
import type { ReportView } from "../bindings/ReportView";
import type { SettingsView } from "../bindings/SettingsView";
import { failureOf } from "./errors";
import { ceremonies, type CeremonyOptions } from "./mockCeremony";
import { chatHandlers } from "./mockChats";
import { exportHandlers, type ExportOptions } from "./mockExport";
import { galleryHandlers } from "./mockGallery";
import { historiesHandlers, type HistoriesOptions } from "./mockHistories";
import { keysHandlers, type KeysOptions } from "./mockKeys";
import { marksHandlers, type MarksOptions } from "./mockMarks";
import { messageHandlers } from "./mockMessage";
import { FOUND, KIT, letters, LICENCES, REPORT, RIGHT_DIGITS } from "./mockPhone";
import { places, type PlacesOptions } from "./mockPlaces";
import { statisticsHandlers } from "./mockStatistics";
import type { Checksum, CommandName, Wire } from "./wire";

export type Handlers = {
  [C in CommandName]: (args: Wire[C]["args"], headers: Record<string, string>) => Wire[C]["reply"] | Promise<Wire[C]["reply"]>;
};

/** What a test wants to be different from the ordinary made-up phone. */
export type MockOptions = HistoriesOptions & MarksOptions & {
  settings?: Partial<SettingsView>;
  /** A history is open from the start. */
  open?: boolean;
  /** What looking at any path finds. */
  found?: InspectedView;
  /** What the app was started on. */
  startedOn?: InspectedView;
  checksum?: Checksum;
  report?: Partial<ReportView>;
  media?: string | null;
  /** So many pictures in the gallery of everything. */
  pictures?: number;
  /** Software passkeys are allowed, for a demonstration. */
  insecureDemo?: boolean;
  ceremony?: CeremonyOptions;
  keys?: KeysOptions;
  places?: PlacesOptions;
  export?: ExportOptions;
  /** Commands that fail, with what. */
  fail?: Partial<Record<CommandName, CommandError>>;
  /** Milliseconds between two progress values of a restore; 0 never ends by itself. */
  pace?: number;
};

declare global {
  interface Window {
    /** Set before the page starts: options; afterwards also what the mock saw. */
    latchkeyMock?: MockOptions & { calls?: { name: string; args: unknown }[]; emit?: (event: string, payload: unknown) => void; failOnce?: MockOptions["fail"] };
  }
}

const SETTINGS: SettingsView = {
  language: "",
  theme: "system",
  timeZone: "",
  homeCountry: "GB",
  autoLockMinutes: 15,
  dataFolder: "/home/ana/.local/share/latchkey",
  blur: false,
  clipboardSeconds: 0,
};

/** Plays the shell in this page. */
export function installMock(options: MockOptions = window.latchkeyMock ?? {}): void {
  const handlers = makeHandlers(options);
  const calls: { name: string; args: unknown }[] = [];
  window.latchkeyMock = { ...options, calls, emit: (event, payload) => void emit(event, payload) };
  mockWindows("main");
  mockIPC(() => null, { shouldMockEvents: true });
  const internals = (window as unknown as { __TAURI_INTERNALS__: Internals }).__TAURI_INTERNALS__;
  const events = internals.invoke;
  internals.convertFileSrc = (path) => `data:image/svg+xml,${encodeURIComponent(picture(Number(path.split("-").at(-1))))}`;
  internals.invoke = async (name, args, sent) => {
    if (!(name in handlers)) return events(name, args, sent);
    calls.push({ name, args: args instanceof Uint8Array ? "raw body" : args });
    const failure = options.fail?.[name as CommandName];
    if (failure) throw failure;
    const once = window.latchkeyMock?.failOnce?.[name as CommandName];
    if (once) {
      window.latchkeyMock = { ...window.latchkeyMock, failOnce: {} };
      throw once;
    }
    const handler = handlers[name as CommandName] as (args: unknown, headers: Record<string, string>) => unknown;
    return handler(args ?? {}, sent?.headers ?? {});
  };
}

type Internals = {
  invoke: (name: string, args?: unknown, options?: { headers?: Record<string, string> }) => Promise<unknown>;
  convertFileSrc: (path: string) => string;
};

function failing(code: CommandError["code"]): CommandError {
  return failureOf(code, `mock: ${code}`);
}

function makeHandlers(options: MockOptions): Handlers {
  let settings: SettingsView = { ...SETTINGS, ...options.settings };
  let open = options.open ?? false;
  let cancelled = false;
  let startedOn = options.startedOn ?? null;
  const found = options.found ?? FOUND;
  const openTo = () => {
    open = true;
    return null;
  };
  const ceremony = ceremonies(options.ceremony ?? {});
  const place = places(options.places ?? {}, options.keys?.slots, ceremony.play);
  const { kitProved, ...keys } = keysHandlers(options.keys ?? {}, ceremony.play, { isOpen: () => open, open: openTo });

  return {
    ...chatHandlers,
    ...exportHandlers(options.export ?? {}),
    ...galleryHandlers(options.pictures ?? null),
    ...historiesHandlers(options),
    ...place.handlers,
    ...marksHandlers(options, place.listed),
    ...messageHandlers,
    ...statisticsHandlers,
    ...ceremony.handlers,
    ...keys,
    inspect_path: ({ path }) => {
      if (path.includes("nothing")) throw failing("not_a_backup");
      return found;
    },
    pick_backup: () => found,
    opened_backups: () => {
      const once = startedOn;
      startedOn = null;
      return once;
    },
    backup_checksum: async ({ id }) => {
      await pause(options.pace === 0 ? 0 : 300);
      return id === "damaged" ? "mismatch" : (options.checksum ?? "ok");
    },
    check_digits: (body) => checkDigits(new TextDecoder().decode(body)),
    accept_slip: () => null,
    pick_key_file: () => ({ verdict: "fits", badGroup: null, slip: null }),
    use_key_file: () => ({ verdict: "fits", badGroup: null, slip: null }),
    make_kit: () => KIT,
    save_kit: () => ({ folder: "/home/ana/Documents", name: "latchkey-recovery-kit.html" }),
    prove_kit: (body) => {
      const right = letters(new TextDecoder().decode(body)) === letters(KIT.groups.slice(-KIT.lastGroups).join(""));
      if (right) kitProved();
      return right;
    },
    print_kit: () => null,
    pick_media_folder: () => "/media/stick/WhatsApp/Media",
    pick_contacts: () => "contacts.vcf",
    suggested_media: () => (options.media === undefined ? "/home/ana/Downloads/WhatsApp/Media" : options.media),
    restore: async ({ onProgress }) => {
      cancelled = false;
      await playRestore(onProgress.onmessage, options.pace ?? 60, () => cancelled);
      openTo();
      return { ...REPORT, ...options.report };
    },
    cancel_restore: () => {
      cancelled = true;
      return null;
    },
    import_contacts: ({ country }) => ({ entries: 212, matched: 96, peopleNamed: 88, unread: country === "" ? 3 : 0, country: country || "DE", countryGuessed: country === "" }),
    forget_contacts: () => 212,
    link_media: async ({ onProgress }) => {
      cancelled = false;
      for (let done = 0; done <= 3_072; done += 256) {
        onProgress.onmessage({ done, total: 3_072 });
        // a pace of 0 stands still halfway, where a picture of the work can be taken
        while (options.pace === 0 && done === 1_536 && !cancelled) await pause(20);
        await pause(options.pace ?? 60);
        if (cancelled) throw failing("cancelled");
      }
      return { referenced: 3_072, found: 2_988, foundBefore: 0, missing: REPORT.missingByReason };
    },
    unlock_history: (body) => {
      if (!letters(new TextDecoder().decode(body)).includes(letters(KIT.groups.join("")))) throw failing("no_matching_slot");
      return openTo();
    },
    unlock_history_file: () => {
      open = true;
      return true;
    },
    accept_older_keyring: openTo,
    cancel_opening: () => null,
    refuse_older_keyring: () => null,
    session: () => ({ open, history: open ? "a1" : null, insecureDemo: options.insecureDemo ?? false, ...place.locked() }),
    lock: () => {
      open = false;
      return null;
    },
    settings: () => settings,
    set_settings: (args) => {
      settings = args.settings;
      return null;
    },
    about: () => ({
      version: "0.1.0",
      formats: ["crypt12", "crypt14", "crypt15", "sqlite"],
      licences: LICENCES,
      logFolder: "/home/ana/.local/share/latchkey/logs",
    }),
    show_logs: () => null,
    open_link: () => null,
    report_problem: () => null,
  };
}

/** The verdict on typed digits: right, one slip away, too few, or another key. */
function checkDigits(typed: string): Wire["check_digits"]["reply"] {
  const digits = letters(typed);
  const bad = [...digits].findIndex((digit) => !/[0-9a-f]/.test(digit));
  if (bad >= 0) return { verdict: "incomplete", badGroup: Math.floor(bad / 4), slip: null };
  if (digits.length !== 64) return { verdict: "incomplete", badGroup: Math.min(15, Math.floor(digits.length / 4)), slip: null };
  const off = [...digits].filter((digit, index) => digit !== RIGHT_DIGITS[index]).length;
  if (off === 0) return { verdict: "fits", badGroup: null, slip: null };
  const at = [...digits].findIndex((digit, index) => digit !== RIGHT_DIGITS[index]);
  const slip = off === 1 ? { kind: "wrong_digit" as const, group: Math.floor(at / 4) } : null;
  return { verdict: "does_not_fit", badGroup: null, slip };
}

async function playRestore(
  onmessage: (value: { stage: "decrypting" | "reading" | "indexing" | "searching" | "media" | "finishing"; done: number; total: number; messages: number; messagesPerSecond: number | null; secondsLeft: number | null }) => void,
  pace: number,
  cancelled: () => boolean,
): Promise<void> {
  const stages = ["decrypting", "reading", "indexing", "searching", "media", "finishing"] as const;
  for (const stage of stages) {
    for (let step = 1; step <= 10; step += 1) {
      const indexing = stage === "indexing";
      const known = indexing && step > 2;
      onmessage({
        stage,
        done: step * 2_043,
        total: 20_430,
        messages: indexing ? step * 2_043 : stage === "decrypting" || stage === "reading" ? 0 : 20_430,
        messagesPerSecond: indexing ? 6_800 + step * 12 : null,
        secondsLeft: known ? 40 - step * 3 : null,
      });
      // a pace of 0 stands still where a picture of the work can be taken
      while (pace === 0 && known && step === 6 && !cancelled()) await pause(20);
      await pause(pace);
      if (cancelled()) throw failing("cancelled");
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function picture(id: number): string {
  const hue = (id * 47) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="hsl(${hue} 35% 72%)"/><circle cx="470" cy="130" r="54" fill="hsl(${hue} 55% 88%)"/><path d="M0 400 190 210l150 140 110-90 190 170v50H0z" fill="hsl(${hue} 30% 46%)"/></svg>`;
}
