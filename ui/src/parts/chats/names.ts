// What a chat and a person are called on the screen. A private address (LID) is never shown as if it were a phone number.
import type { ChatKind } from "../../bindings/ChatKind";
import type { ChatsId } from "../../i18n/ids/chats";

type Named = { name: string | null; address: string; kind: ChatKind };
type Translate = (id: ChatsId) => string;

const UNNAMED: Record<Exclude<ChatKind, "person">, ChatsId> = {
  group: "chats-unnamed-group",
  community: "chats-unnamed-community",
  channel: "chats-unnamed-channel",
  broadcast: "chats-broadcast",
  status: "chats-status",
  deleted: "chats-deleted-chat",
};

/** The name, else the phone number of a person's own address, else words that say what is not known. */
export function chatName(chat: Named, t: Translate): string {
  const name = chat.name?.trim();
  if (name) return name;
  if (chat.kind !== "person") return t(UNNAMED[chat.kind]);
  return phoneNumber(chat.address) ?? t("chats-private-number");
}

/** `+34600111222` for `34600111222@s.whatsapp.net`; `null` for every address that is no phone number. */
export function phoneNumber(address: string): string | null {
  const [user = "", server = ""] = address.split("@");
  const digits = user.split(/[.:]/)[0] ?? "";
  return /^(s\.whatsapp\.net|c\.us)$/.test(server) && /^[1-9]\d{5,14}$/.test(digits) ? `+${digits}` : null;
}

/** One or two letters for the disc beside a name; `null` where a name has no letters (numbers, emoji). */
export function initials(name: string): string | null {
  const letters = name
    .split(/\s+/)
    .map((word) => word.match(/\p{L}\p{M}*/u)?.[0])
    .filter((letter) => letter !== undefined);
  const first = letters[0];
  if (first === undefined) return null;
  const last = letters.length > 1 && /\p{Lu}/u.test(first) ? letters[letters.length - 1] : "";
  return (first + last).toLocaleUpperCase();
}

/** A hue from 0 to 7 that stays the same for the same address. */
export function steadyHue(address: string): number {
  let sum = 0;
  for (const letter of address) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % 8;
}
