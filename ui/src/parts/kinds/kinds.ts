// What each kind of message is called and which icon stands for it. Kinds this version does not know
// are "unsupported", never left out.

import AudioLines from "@lucide/svelte/icons/audio-lines";
import Ban from "@lucide/svelte/icons/ban";
import BriefcaseBusiness from "@lucide/svelte/icons/briefcase-business";
import CalendarDays from "@lucide/svelte/icons/calendar-days";
import ChartBar from "@lucide/svelte/icons/chart-bar";
import CircleHelp from "@lucide/svelte/icons/circle-question-mark";
import CirclePlay from "@lucide/svelte/icons/circle-play";
import Eye from "@lucide/svelte/icons/eye";
import FileText from "@lucide/svelte/icons/file-text";
import Film from "@lucide/svelte/icons/film";
import ImageIcon from "@lucide/svelte/icons/image";
import Images from "@lucide/svelte/icons/images";
import Info from "@lucide/svelte/icons/info";
import MapPin from "@lucide/svelte/icons/map-pin";
import MessageSquare from "@lucide/svelte/icons/message-square";
import Mic from "@lucide/svelte/icons/mic";
import Phone from "@lucide/svelte/icons/phone";
import ReceiptText from "@lucide/svelte/icons/receipt-text";
import Sticker from "@lucide/svelte/icons/sticker";
import UserRound from "@lucide/svelte/icons/user-round";
import UsersRound from "@lucide/svelte/icons/users-round";
import WalletCards from "@lucide/svelte/icons/wallet-cards";
import type { ChatsId } from "../../i18n/ids/chats";

/** Name and icon of one kind. */
export type KindWords = { word: ChatsId; icon: typeof Mic };

const UNSUPPORTED: KindWords = { word: "chats-kind-unsupported", icon: CircleHelp };

const KINDS: ReadonlyMap<string, KindWords> = new Map<string, KindWords>([
  ["text", { word: "chats-kind-text", icon: MessageSquare }],
  ["image", { word: "chats-kind-image", icon: ImageIcon }],
  ["video", { word: "chats-kind-video", icon: Film }],
  ["video_note", { word: "chats-kind-video-note", icon: CirclePlay }],
  ["audio", { word: "chats-kind-audio", icon: AudioLines }],
  ["voice", { word: "chats-kind-voice", icon: Mic }],
  ["document", { word: "chats-kind-document", icon: FileText }],
  ["sticker", { word: "chats-kind-sticker", icon: Sticker }],
  ["gif", { word: "chats-kind-gif", icon: Film }],
  ["location", { word: "chats-kind-location", icon: MapPin }],
  ["live_location", { word: "chats-kind-live-location", icon: MapPin }],
  ["contact", { word: "chats-kind-contact", icon: UserRound }],
  ["poll", { word: "chats-kind-poll", icon: ChartBar }],
  ["event", { word: "chats-kind-event", icon: CalendarDays }],
  ["group_invite", { word: "chats-kind-group-invite", icon: UsersRound }],
  ["system", { word: "chats-kind-system", icon: Info }],
  ["call", { word: "chats-kind-call", icon: Phone }],
  ["revoked", { word: "chats-kind-revoked", icon: Ban }],
  ["view_once", { word: "chats-kind-view-once", icon: Eye }],
  ["album", { word: "chats-kind-album", icon: Images }],
  ["order", { word: "chats-kind-order", icon: ReceiptText }],
  ["payment", { word: "chats-kind-payment", icon: WalletCards }],
  ["template", { word: "chats-kind-template", icon: BriefcaseBusiness }],
]);

/** The kinds that this version knows, in the order in which they are offered; then the others together. */
export const KINDS_IN_ORDER: readonly string[] = [...KINDS.keys(), "unsupported"];

/** The words and icon of a kind, whatever it is. */
export function kindWords(kind: string): KindWords {
  return KINDS.get(kind) ?? UNSUPPORTED;
}
