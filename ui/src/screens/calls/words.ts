// What a call is called and which sign it has: who called, how it went.
import type { LucideIcon } from "@lucide/svelte";
import Incoming from "@lucide/svelte/icons/phone-incoming";
import Missed from "@lucide/svelte/icons/phone-missed";
import Off from "@lucide/svelte/icons/phone-off";
import Outgoing from "@lucide/svelte/icons/phone-outgoing";
import type { LoggedCallView } from "../../bindings/LoggedCallView";
import type { CallsId } from "../../i18n/ids/calls";

/** A sign, words, and whether it is one that somebody may have waited for. */
export type Went = { icon: LucideIcon; word: CallsId; missed: boolean };

const MEMBERS: ReadonlyMap<string, CallsId> = new Map<string, CallsId>([
  ["missed", "calls-member-missed"],
  ["declined", "calls-member-declined"],
  ["unavailable", "calls-member-unavailable"],
]);

/** How a call went. One that lasted was answered, whatever its code says; an outcome that is not known only has a direction. */
export function went({ fromMe, outcome, duration }: Pick<LoggedCallView, "fromMe" | "outcome" | "duration">): Went {
  const direction: Went = fromMe ? { icon: Outgoing, word: "calls-made", missed: false } : { icon: Incoming, word: "calls-received", missed: false };
  if (duration > 0) return direction;
  if (outcome === "missed") return { icon: Missed, word: fromMe ? "calls-not-answered" : "calls-missed", missed: !fromMe };
  if (outcome === "declined") return { icon: Off, word: "calls-declined", missed: false };
  if (outcome === "unavailable") return { icon: Off, word: "calls-unavailable", missed: false };
  return direction;
}

/** How it went for one who was called, too; null for those who were there. */
export function memberWent(outcome: string): CallsId | null {
  return MEMBERS.get(outcome) ?? null;
}
