// The only door to the shell: one function per command, so that a wrong name or argument does not compile.
// Secrets cross as raw bodies (never as JSON) and are not kept here.
import { Channel, convertFileSrc, invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { InspectedView } from "../bindings/InspectedView";
import type { RestoreProgressView } from "../bindings/RestoreProgressView";
import type { SettingsView } from "../bindings/SettingsView";
import type { CommandName, Wire } from "./wire";

type Reply<C extends CommandName> = Promise<Wire[C]["reply"]>;

function call<C extends CommandName>(name: C, args?: Wire[C]["args"], headers?: Record<string, string>): Reply<C> {
  return invoke<Wire[C]["reply"]>(name, args, headers && { headers });
}

/** A secret as the bytes of its own request; the copy is wiped as soon as it was handed over. */
async function callWithSecret<C extends "check_digits" | "prove_kit" | "unlock_history">(
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

// Keep it safe
export const makeKit = () => call("make_kit");
export const saveKit = () => call("save_kit");
export const proveKit = (groups: string) => callWithSecret("prove_kit", groups);
export const printKit = () => call("print_kit");

// Restore
export const pickMediaFolder = () => call("pick_media_folder");
export const pickContacts = () => call("pick_contacts");
export const suggestedMedia = (backup: string) => call("suggested_media", { backup });
export const cancelRestore = () => call("cancel_restore");

/** The main job. Rejects with `cancelled` after {@link cancelRestore}. */
export function restore(backup: string, onprogress: (progress: RestoreProgressView) => void) {
  const onProgress = new Channel<RestoreProgressView>();
  onProgress.onmessage = onprogress;
  return call("restore", { backup, onProgress });
}

// Open my chats
export const histories = () => call("histories");
export const unlockHistory = (history: string, kit: string) => callWithSecret("unlock_history", kit, { history });
export const unlockHistoryFile = (history: string) => call("unlock_history_file", { history });
export const acceptOlderKeyring = () => call("accept_older_keyring");
export const session = () => call("session");
export const lock = () => call("lock");

// Chats
export const chats = () => call("chats");
export const messages = (chat: number, from: number, limit: number) => call("messages", { chat, from, limit });
export const positionAt = (chat: number, at: number) => call("position_at", { chat, at });
export const search = (text: string, chat: number | null, offset: number, limit: number) =>
  call("search", { text, chat, offset, limit });

/** Where the window may ask for the picture of a message; the shell decides what it gives. */
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
