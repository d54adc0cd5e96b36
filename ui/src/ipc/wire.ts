// The contract with the shell, one line per command: what goes over, what comes back. commands.ts calls it, mock.ts plays it.
// Types without a name of their own in the bindings get theirs here.
import type { AboutView } from "../bindings/AboutView";
import type { AddressBookView } from "../bindings/AddressBookView";
import type { AuthenticatorView } from "../bindings/AuthenticatorView";
import type { BackupView } from "../bindings/BackupView";
import type { ChatView } from "../bindings/ChatView";
import type { CommandError } from "../bindings/CommandError";
import type { DigitsView } from "../bindings/DigitsView";
import type { DrillView } from "../bindings/DrillView";
import type { FittingView } from "../bindings/FittingView";
import type { HistoryView } from "../bindings/HistoryView";
import type { HitsView } from "../bindings/HitsView";
import type { InspectedView } from "../bindings/InspectedView";
import type { KeysView } from "../bindings/KeysView";
import type { KitView } from "../bindings/KitView";
import type { LinkedView } from "../bindings/LinkedView";
import type { LinkProgressView } from "../bindings/LinkProgressView";
import type { MessageView } from "../bindings/MessageView";
import type { MomentView } from "../bindings/MomentView";
import type { PassphraseView } from "../bindings/PassphraseView";
import type { RekeyProgressView } from "../bindings/RekeyProgressView";
import type { ReportView } from "../bindings/ReportView";
import type { RestoreProgressView } from "../bindings/RestoreProgressView";
import type { SavedKitView } from "../bindings/SavedKitView";
import type { SessionView } from "../bindings/SessionView";
import type { SettingsView } from "../bindings/SettingsView";
import type { SlotView } from "../bindings/SlotView";
import type { VouchingView } from "../bindings/VouchingView";

export type Purpose = BackupView["purpose"];
export type Stage = RestoreProgressView["stage"];
export type Slip = NonNullable<DigitsView["slip"]>;
export type Theme = SettingsView["theme"];
export type Checksum = "ok" | "mismatch" | "absent";
export type AuthenticatorKind = AuthenticatorView["kind"];
export type Absence = NonNullable<CommandError["absence"]>;
export type Advice = KeysView["advice"][number];
export type Drill = DrillView;
export type Loss = DrillView["loss"];
export type SlotKind = SlotView["kind"];

/** Progress as it crosses: the shell writes, the window reads. */
export type ProgressChannel<T> = { onmessage: (value: T) => void };

/** Where a ceremony says what the person is to do. */
export type MomentChannel = ProgressChannel<MomentView>;

type Command<Args, Reply> = { args: Args; reply: Reply };
type None = Record<string, never>;

/** Every command by its wire name. A raw body (a secret) is a `Uint8Array` with its address in a header. */
export type Wire = {
  inspect_path: Command<{ path: string }, InspectedView>;
  pick_backup: Command<{ what: "file" | "folder" }, InspectedView | null>;
  opened_backups: Command<None, InspectedView | null>;
  backup_checksum: Command<{ id: string }, Checksum>;
  check_digits: Command<Uint8Array, DigitsView>;
  accept_slip: Command<None, null>;
  pick_key_file: Command<{ backup: string }, DigitsView | null>;
  use_key_file: Command<{ backup: string; path: string }, DigitsView>;
  make_kit: Command<None, KitView>;
  save_kit: Command<None, SavedKitView | null>;
  prove_kit: Command<Uint8Array, boolean>;
  print_kit: Command<None, null>;
  keyrings_for: Command<{ backup: string }, FittingView[]>;
  unlock_backup: Command<{ backup: string; history: string; slot: string; onMoment: MomentChannel }, boolean>;
  enrol_passkey: Command<{ authenticator: AuthenticatorKind; label: string; onMoment: MomentChannel }, SlotView>;
  rehearse_passkey: Command<{ slot: string; onMoment: MomentChannel }, null>;
  drop_enrolled: Command<{ slot: string }, null>;
  authenticators: Command<None, AuthenticatorView[]>;
  ceremony_pin: Command<Uint8Array, null>;
  ceremony_confirm: Command<{ question: number; yes: boolean }, null>;
  ceremony_cancel: Command<None, null>;
  pick_media_folder: Command<None, string | null>;
  pick_contacts: Command<None, string | null>;
  suggested_media: Command<{ backup: string }, string | null>;
  restore: Command<{ backup: string; onProgress: ProgressChannel<RestoreProgressView> }, ReportView>;
  cancel_restore: Command<None, null>;
  import_contacts: Command<{ country: string }, AddressBookView>;
  forget_contacts: Command<None, number>;
  link_media: Command<{ onProgress: ProgressChannel<LinkProgressView> }, LinkedView>;
  histories: Command<None, HistoryView[]>;
  unlock_history: Command<Uint8Array, null>;
  unlock_history_file: Command<{ history: string }, boolean>;
  history_slots: Command<{ history: string }, SlotView[]>;
  unlock_history_passkey: Command<{ history: string; slot: string; onMoment: MomentChannel }, null>;
  unlock_history_passphrase: Command<Uint8Array, null>;
  vouching: Command<None, VouchingView>;
  vouch: Command<{ fingerprint: string }, boolean>;
  accept_older_keyring: Command<None, null>;
  refuse_older_keyring: Command<None, null>;
  session: Command<None, SessionView>;
  lock: Command<None, null>;
  keys: Command<None, KeysView>;
  add_passkey: Command<{ authenticator: AuthenticatorKind; label: string; onMoment: MomentChannel }, SlotView>;
  add_passphrase: Command<{ label: string }, PassphraseView>;
  prove_passphrase: Command<Uint8Array, boolean>;
  new_kit: Command<None, KitView>;
  test_passkey: Command<{ slot: string; onMoment: MomentChannel }, null>;
  test_kit: Command<Uint8Array, null>;
  rename_slot: Command<{ slot: string; label: string }, null>;
  remove_slot: Command<{ slot: string; onProgress: ProgressChannel<RekeyProgressView> }, null>;
  loss_drill: Command<None, DrillView[]>;
  chats: Command<None, ChatView[]>;
  messages: Command<{ chat: number; from: number; limit: number }, MessageView[]>;
  position_at: Command<{ chat: number; at: number }, number>;
  search: Command<{ text: string; chat: number | null; offset: number; limit: number }, HitsView>;
  settings: Command<None, SettingsView>;
  set_settings: Command<{ settings: SettingsView }, null>;
  about: Command<None, AboutView>;
  show_logs: Command<None, null>;
  open_link: Command<{ url: string }, null>;
  report_problem: Command<{ kind: string; where: string }, null>;
};

export type CommandName = keyof Wire;
