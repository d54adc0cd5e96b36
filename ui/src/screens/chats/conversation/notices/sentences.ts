// What a system notice says, by the source's action code. A code has a sentence where the sources agree on its meaning; every other
// one keeps its number. The words are in notices.ftl; here is only which of them, and whom they name.
import type { SystemView } from "../../../../bindings/SystemView";
import { type Args, Variant } from "../../../../i18n/catalogue";
import type { NoticesId } from "../../../../i18n/ids/notices";

/** A notice as it is told: who did it, whom it speaks of, what it says. */
export type Told = {
  system: SystemView;
  /** The message's own text: a new name, a description. */
  text: string;
  /** Whether the owner of the phone did it. */
  fromMe: boolean;
  /** Who did it, where that is known. */
  actor: string | null;
  /** The other side of a chat between two. */
  peer: string | null;
};

/** How a language says it. */
export type Tongue = {
  t: (id: NoticesId, args: Args) => string;
  list: (names: readonly string[]) => string;
  number: (value: number) => string;
  /** A code, which is not grouped. */
  figures: (value: number) => string;
  lasting: (seconds: number) => string;
  /** Stands for a person without name and number. */
  unknown: string;
};

/** A sentence, and below it what it does not say itself. */
export type Saying = { sentence: string; below: string | null };

const SENTENCES: ReadonlyMap<number, NoticesId> = new Map<number, NoticesId>([
  [1, "notice-subject"],
  [4, "notice-added"],
  [12, "notice-added"],
  [5, "notice-left"],
  [13, "notice-left"],
  [6, "notice-icon"],
  [7, "notice-removed"],
  [14, "notice-removed"],
  [9, "notice-list-created"],
  [10, "notice-number-changed"],
  [28, "notice-number-changed"],
  [11, "notice-created"],
  [15, "notice-admin"],
  [16, "notice-no-admin"],
  [18, "notice-security-code"],
  [19, "notice-encrypted"],
  [67, "notice-protection"],
  [20, "notice-joined-link"],
  [52, "notice-joined-invitation"],
  [21, "notice-link-reset"],
  [189, "notice-link-reset"],
  [27, "notice-description"],
  // who may do what: the sources disagree which of the pair means which
  [29, "notice-info-rule"],
  [30, "notice-info-rule"],
  [31, "notice-send-rule"],
  [32, "notice-send-rule"],
  [33, "notice-send-rule"],
  [46, "notice-business"],
  [47, "notice-business-official"],
  [50, "notice-business-over"],
  [56, "notice-timer"],
  [59, "notice-timer"],
  [68, "notice-timer-default"],
  [57, "notice-devices"],
  [58, "notice-block-changed"],
  [60, "notice-hidden"],
  [63, "notice-business-terms"],
  [69, "notice-business-meta"],
  [158, "notice-business-terms"],
  [70, "notice-group-call"],
  [75, "notice-linked"],
  [108, "notice-linked"],
  [128, "notice-linked"],
  [78, "notice-unlinked"],
  [116, "notice-unlinked"],
  [79, "notice-joined-community"],
  [80, "notice-kept"],
  [81, "notice-community-admin"],
  [82, "notice-no-community-admin"],
  [83, "notice-asks-to-join"],
  [91, "notice-everyone-adds"],
  [92, "notice-admins-add"],
  [118, "notice-pinned"],
  [136, "notice-on-whatsapp"],
  [142, "notice-large"],
  [146, "notice-ai"],
  [155, "notice-ai"],
  [156, "notice-ai"],
  [165, "notice-username"],
  [169, "notice-event"],
  [188, "notice-link-rule"],
]);

/** The life of a community: that much is known of them, and no more. */
const COMMUNITY = new Set([90, 99, 102, 107, 109, 110, 111, 115, 120, 123, 124, 125, 127, 131, 137, 138, 144, 145, 148, 149, 167, 173]);

/** These speak of the other side, whoever the source names as their sender. */
const OF_THE_OTHER = new Set([18, 46, 47, 50, 57, 58, 136]);
/** Their text is a number that means nothing to people (the moment of a picture). */
const TEXT_IS_NONE = new Set([6]);
const GROUP_CREATED = 11;
const NUMBER_CHANGED = new Set([10, 28]);

/** What a notice says. */
export function saying(told: Told, tongue: Tongue): Saying {
  const id = sentenceOf(told.system);
  return { sentence: tongue.t(id, argsOf(told, tongue)), below: below(told, tongue) };
}

function sentenceOf(system: SystemView): NoticesId {
  const { action } = system;
  if (action === null) return system.seconds === null ? "notice-unnumbered" : timerId(system.seconds);
  const id = SENTENCES.get(action);
  if (id === undefined) return COMMUNITY.has(action) ? "notice-community" : "notice-number";
  if (id === "notice-timer") return timerId(system.seconds);
  if (id === "notice-devices" && changed(system)) return "notice-devices-counted";
  if (id === "notice-number-changed" && system.people.length === 2 && system.people[0] !== system.people[1]) return "notice-number-changed-to";
  if (id === "notice-block-changed" && system.yes !== null) return system.yes ? "notice-blocked" : "notice-unblocked";
  return id;
}

function timerId(seconds: number | null): NoticesId {
  if (seconds === null) return "notice-timer";
  return seconds > 0 ? "notice-timer-on" : "notice-timer-off";
}

/** Which devices came and went; null where the source does not count them. */
function changed({ devices }: SystemView): "added" | "removed" | "both" | null {
  if (!devices || devices.added + devices.removed === 0) return null;
  if (devices.removed === 0) return "added";
  return devices.added === 0 ? "removed" : "both";
}

function argsOf(told: Told, { list, number, figures, lasting, unknown }: Tongue): Args {
  const { system } = told;
  const named = system.people.map((name) => name.trim() || unknown);
  // the old and the new number may be one person by now
  const people = NUMBER_CHANGED.has(system.action ?? -1) ? [...new Set(named)] : named;
  const actor = told.fromMe ? "you" : told.actor === null ? "nobody" : "named";
  const subject = subjectOf(told, people, actor);
  const names = people.length > 0 ? people : subject.name === null ? [] : [subject.name];
  return {
    actor: new Variant(actor),
    name: told.actor ?? unknown,
    subject: new Variant(subject.who),
    "who-is": new Variant(people.length > 0 ? "named" : system.yes === true ? "you" : "nobody"),
    who: list(names),
    count: names.length,
    from: people[0] ?? unknown,
    to: people[1] ?? unknown,
    group: new Variant(system.groups.length > 0 ? "named" : "nobody"),
    groups: list(system.groups),
    state: new Variant(system.seconds === null ? "unknown" : system.seconds > 0 ? "on" : "off"),
    time: system.seconds === null ? "" : lasting(system.seconds),
    change: new Variant(changed(system) ?? "both"),
    addedText: number(system.devices?.added ?? 0),
    removedText: number(system.devices?.removed ?? 0),
    number: system.action === null ? "" : figures(system.action),
  };
}

type Who = "you" | "named" | "nobody";

/** Whom a notice is about: the people it names, else who did it, else the other side. */
function subjectOf(told: Told, people: readonly string[], actor: Who): { who: Who; name: string | null } {
  if (people.length > 0) return { who: "named", name: null };
  const other = OF_THE_OTHER.has(told.system.action ?? -1);
  if (other && told.peer !== null) return { who: "named", name: told.peer };
  if (other && actor === "you") return { who: "nobody", name: null };
  return { who: actor, name: actor === "named" ? told.actor : null };
}

/** What changed into what, or what else the source wrote: never lost. */
function below({ system, text }: Told, { t }: Tongue): string | null {
  const action = system.action ?? -1;
  const after = (system.newValue?.trim() || (TEXT_IS_NONE.has(action) ? "" : text.trim()));
  const before = system.oldValue?.trim() ?? "";
  // a group that was just created had no other name
  if (before === "" || action === GROUP_CREATED || before === after) return after || null;
  return after === "" ? t("notice-was-before", { before }) : t("notice-was", { before, after });
}
