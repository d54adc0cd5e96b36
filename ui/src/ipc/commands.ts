// The only door to the shell: one function per command, so that a wrong name or argument does not compile.
// Secrets cross as raw bodies (never as JSON) and are not kept here.
import { Channel, convertFileSrc, invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { InspectedView } from "../bindings/InspectedView";
import type { CopyProgressView } from "../bindings/CopyProgressView";
import type { ExportAskView } from "../bindings/ExportAskView";
import type { ExportProgressView } from "../bindings/ExportProgressView";
import type { GalleryKind } from "../bindings/GalleryKind";
import type { LinkProgressView } from "../bindings/LinkProgressView";
import type { MomentView } from "../bindings/MomentView";
import type { OwnMarksView } from "../bindings/OwnMarksView";
import type { RekeyProgressView } from "../bindings/RekeyProgressView";
import type { RestoreProgressView } from "../bindings/RestoreProgressView";
import type { SettingsView } from "../bindings/SettingsView";
import type { AuthenticatorKind, CommandName, Wire } from "./wire";

type Reply<C extends CommandName> = Promise<Wire[C]["reply"]>;

function call<C extends CommandName>(name: C, args?: Wire[C]["args"], headers?: Record<string, string>): Reply<C> {
  return invoke<Wire[C]["reply"]>(name, args, headers && { headers });
}

/** Commands whose body is a secret. */
type Secret = { [C in CommandName]: Wire[C]["args"] extends Uint8Array ? C : never }[CommandName];

/** What a person is to do in a ceremony, as it happens. */
export type OnMoment = (moment: MomentView) => void;

function channel<T>(onmessage: (value: T) => void): Channel<T> {
  const made = new Channel<T>();
  made.onmessage = onmessage;
  return made;
}

/** A secret as the bytes of its own request; the copy is wiped as soon as it was handed over. */
async function callWithSecret<C extends Secret>(
  name: C,
  secret: string,
  headers: Record<string, string> = {},
): Reply<C> {
  const body = new TextEncoder().encode(secret);
  try {
    return await call(name, body, headers);
  } finally {
    body.fill(0);
  }
}

// Choose
export const inspectPath = (path: string) => call("inspect_path", { path });
export const pickBackup = (what: "file" | "folder") => call("pick_backup", { what });
export const openedBackups = () => call("opened_backups");
export const backupChecksum = (id: string) => call("backup_checksum", { id });

// Unlock
export const checkDigits = (backup: string, digits: string) => callWithSecret("check_digits", digits, { backup });
export const acceptSlip = () => call("accept_slip");
export const pickKeyFile = (backup: string) => call("pick_key_file", { backup });
export const useKeyFile = (backup: string, path: string) => call("use_key_file", { backup, path });

export const keyringsFor = (backup: string) => call("keyrings_for", { backup });
/** True when a key of that history's keyring fits the backup. The history is open afterwards in any case. */
export const unlockBackup = (backup: string, history: string, slot: string, onmoment: OnMoment) =>
  call("unlock_backup", { backup, history, slot, onMoment: channel(onmoment) });

// Ceremonies: one at a time. A ceremony's own command rejects with `cancelled` after ceremonyCancel.
export const authenticators = () => call("authenticators");
// An answer names the question it was given to: no other takes it.
export const ceremonyPin = (question: number, pin: string) => callWithSecret("ceremony_pin", pin, { question: String(question) });
export const ceremonyConfirm = (question: number, yes: boolean) => call("ceremony_confirm", { question, yes });
export const ceremonyCancel = () => call("ceremony_cancel");

// Keep it safe
export const makeKit = () => call("make_kit");
export const saveKit = () => call("save_kit");
export const proveKit = (groups: string) => callWithSecret("prove_kit", groups);
export const printKit = () => call("print_kit");
export const enrolPasskey = (authenticator: AuthenticatorKind, label: string, onmoment: OnMoment) =>
  call("enrol_passkey", { authenticator, label, onMoment: channel(onmoment) });
export const rehearsePasskey = (slot: string, onmoment: OnMoment) => call("rehearse_passkey", { slot, onMoment: channel(onmoment) });
export const dropEnrolled = (slot: string) => call("drop_enrolled", { slot });

// Restore
export const pickMediaFolder = () => call("pick_media_folder");
export const pickContacts = () => call("pick_contacts");
export const suggestedMedia = (backup: string) => call("suggested_media", { backup });
export const cancelRestore = () => call("cancel_restore");

/** The main job. Rejects with `cancelled` after {@link cancelRestore}. */
export function restore(backup: string, onprogress: (progress: RestoreProgressView) => void) {
  return call("restore", { backup, onProgress: channel(onprogress) });
}

// Add to the open chats
/** Takes the names of the file that was picked last; an empty country is guessed. */
export const importContacts = (country: string) => call("import_contacts", { country });
/** How many names were taken out again. */
export const forgetContacts = () => call("forget_contacts");

/** Looks for the files of all messages in the folder that was picked last. Rejects with `cancelled` after {@link cancelRestore}. */
export const linkMedia = (onprogress: (progress: LinkProgressView) => void) => call("link_media", { onProgress: channel(onprogress) });

// Open my chats
export const histories = () => call("histories");
export const unlockHistory = (history: string, kit: string) => callWithSecret("unlock_history", kit, { history });
export const unlockHistoryFile = (history: string) => call("unlock_history_file", { history });
export const historySlots = (history: string) => call("history_slots", { history });
export const unlockHistoryPasskey = (history: string, slot: string, onmoment: OnMoment) =>
  call("unlock_history_passkey", { history, slot, onMoment: channel(onmoment) });
export const unlockHistoryPassphrase = (history: string, words: string) => callWithSecret("unlock_history_passphrase", words, { history });
export const vouching = () => call("vouching");
export const vouch = (fingerprint: string) => call("vouch", { fingerprint });
export const acceptOlderKeyring = () => call("accept_older_keyring");
/** The shell forgets what would have opened it. */
export const refuseOlderKeyring = () => call("refuse_older_keyring");
export const session = () => call("session");
export const lock = () => call("lock");

// Keys: the ways into the open history
export const keys = () => call("keys");
export const addPasskey = (authenticator: AuthenticatorKind, label: string, onmoment: OnMoment) =>
  call("add_passkey", { authenticator, label, onMoment: channel(onmoment) });
export const addPassphrase = (label: string) => call("add_passphrase", { label });
export const provePassphrase = (words: string) => callWithSecret("prove_passphrase", words);
export const newKit = () => call("new_kit");
export const testPasskey = (slot: string, onmoment: OnMoment) => call("test_passkey", { slot, onMoment: channel(onmoment) });
export const testTyped = (slot: string, typed: string) => callWithSecret("test_kit", typed, { slot });
export const renameSlot = (slot: string, label: string) => call("rename_slot", { slot, label });
export const removeSlot = (slot: string, onprogress: (progress: RekeyProgressView) => void) =>
  call("remove_slot", { slot, onProgress: channel(onprogress) });
export const lossDrill = () => call("loss_drill");

// Chats
export const chats = () => call("chats");
export const messages = (chat: number, from: number, limit: number) => call("messages", { chat, from, limit });
export const positionAt = (chat: number, at: number) => call("position_at", { chat, at });
export const search = (text: string, chat: number | null, offset: number, limit: number) =>
  call("search", { text, chat, offset, limit });

/** The days of a chat on which there was talk, the first one first. */
export const chatDays = (chat: number) => call("chat_days", { chat });
export const calls = (offset: number, limit: number) => call("calls", { offset, limit });
export const messageDetails = (message: number) => call("message_details", { message });
/** A voice message or film, whole; the shell gives none above 100 MB. */
export const mediaBytes = (message: number) => call("media_bytes", { message });
/** Asks where to; false when the dialog is dismissed. */
export const saveMedia = (message: number) => call("save_media", { message });
/** Makes a plain copy for another program, which the person was told. */
export const openMedia = (message: number) => call("open_media", { message });
/** The card `n` of a message as a .vcf file; false when the dialog is dismissed. */
export const saveContact = (message: number, n: number) => call("save_contact", { message, n });
/** To the clipboard, and off it again after as long as the settings say. */
export const copyText = (text: string) => call("copy_text", { text });

// Locked chats: privacy on the screen, after one more ceremony
export const showLockedPasskey = (slot: string, onmoment: OnMoment) => call("show_locked_passkey", { slot, onMoment: channel(onmoment) });
export const showLockedTyped = (slot: string, typed: string) => callWithSecret("show_locked_typed", typed, { slot });
export const hideLocked = () => call("hide_locked");

// Gallery and numbers, of a chat or of everything
export const galleryMonths = (chat: number | null, kind: GalleryKind) => call("gallery_months", { chat, kind });
export const gallery = (chat: number | null, kind: GalleryKind, offset: number, limit: number) => call("gallery", { chat, kind, offset, limit });
export const statistics = (chat: number | null) => call("statistics", { chat });
/** A plot as a PNG file; false when the dialog is dismissed. */
export const savePlot = (png: Uint8Array, name: string) => call("save_plot", png, { name: encodeURIComponent(name) });

// The person's own marks
export const marks = (text: string, tag: string | null, offset: number, limit: number) => call("marks", { text, tag, offset, limit });
/** Replaces what the person put on a message, or on the chat itself (`message` null). */
export const setMarks = (chat: number, message: number | null, marks: OwnMarksView) => call("set_marks", { chat, message, marks });
/** How many were written; null when the dialog is dismissed. */
export const exportMarks = () => call("export_marks");

// Export: one at a time, as the restore
export const exportGround = () => call("export_ground");
export const exportPeople = () => call("export_people");
/** Null when the dialog is dismissed; so are the next two. */
export const pickExportPlace = () => call("pick_export_place");
/** Rejects with `bad_redaction` and the line. */
export const pickRedaction = () => call("pick_redaction");
export const dropRedaction = () => call("drop_redaction");
export const pickDataset = () => call("pick_dataset");
/** Rejects with `cancelled` when a later one was asked for. */
export const estimateExport = (ask: ExportAskView) => call("estimate_export", { ask });
export const cancelEstimate = () => call("cancel_estimate");
/** Rejects with `cancelled` after {@link cancelExport}, or a lock; what is written stays. */
export const exportChats = (ask: ExportAskView, onprogress: (progress: ExportProgressView) => void) =>
  call("export_chats", { ask, onProgress: channel(onprogress) });
export const resumeExport = (id: string, onprogress: (progress: ExportProgressView) => void) =>
  call("resume_export", { id, onProgress: channel(onprogress) });
export const cancelExport = () => call("cancel_export");
export const deleteUnfinished = (id: string) => call("delete_unfinished", { id });
/** The folder of the last one, in the file manager. */
export const showExport = () => call("show_export");

// My chats
export const renameHistory = (history: string, name: string) => call("rename_history", { history, name });
/** Asks where to; false when the dialog is dismissed. Rejects with `cancelled` after {@link cancelCopying}; so do the next two. */
export const moveHistory = (history: string, onprogress: (progress: CopyProgressView) => void) =>
  call("move_history", { history, onProgress: channel(onprogress) });
export const saveCopy = (history: string, onprogress: (progress: CopyProgressView) => void) =>
  call("save_copy", { history, onProgress: channel(onprogress) });
/** Asks for the copy's folder; the id of the history it became, null when the dialog is dismissed. */
export const restoreCopy = (onprogress: (progress: CopyProgressView) => void) => call("restore_copy", { onProgress: channel(onprogress) });
export const cancelCopying = () => call("cancel_copying");
export const cancelOpening = () => call("cancel_opening");
/** Lays it to rest for 30 days, still encrypted. */
export const deleteHistory = (history: string) => call("delete_history", { history });
export const restingHistories = () => call("resting_histories");
export const bringBackHistory = (history: string) => call("bring_back_history", { history });
/** At once and for good: its key first, then its files. */
export const deleteResting = (history: string) => call("delete_resting", { history });

/** Where the window may ask for the small picture of a message, for a list or a gallery. */
export const thumbnailUrl = (message: number) => convertFileSrc(`thumbnail-${message}`, "picture");

/** For a bubble: a whole photograph takes fifty megabytes once it is decoded. */
export const previewUrl = (message: number) => convertFileSrc(`preview-${message}`, "picture");

/** Where the window may ask for the whole picture of a message; the shell decides what it gives. */
export const pictureUrl = (message: number) => convertFileSrc(String(message), "picture");

// App
export const settings = () => call("settings");
export const setSettings = (value: SettingsView) => call("set_settings", { settings: value });
export const about = () => call("about");
export const showLogs = () => call("show_logs");
export const openLink = (url: string) => call("open_link", { url });
export const reportProblem = (kind: string, where: string) => call("report_problem", { kind, where });

// What nobody asked for

/** Backups dropped on the window or handed over by a second start. Returns the way to stop listening. */
export function onBackupsArrived(callback: (found: InspectedView) => void): () => void {
  return subscribe<InspectedView>("backups-arrived", callback);
}

/** How far chats of an earlier version are brought up to date while they are opened; `null` when that is over. */
export function onBroughtUp(callback: (progress: CopyProgressView | null) => void): () => void {
  return subscribe<CopyProgressView | null>("history-brought-up", callback);
}

/** A file is held over the window (true) or has left or landed (false). */
export function onDragOver(callback: (over: boolean) => void): () => void {
  const stops = [
    subscribe("tauri://drag-enter", () => callback(true)),
    subscribe("tauri://drag-leave", () => callback(false)),
    subscribe("tauri://drag-drop", () => callback(false)),
  ];
  return () => stops.forEach((stop) => stop());
}

function subscribe<T>(event: string, callback: (payload: T) => void): () => void {
  const listening = listen<T>(event, ({ payload }) => callback(payload));
  return () => void listening.then((stop) => stop());
}
