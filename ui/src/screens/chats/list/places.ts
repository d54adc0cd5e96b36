// The screens that stand beside the chats, with their words and icons.
import type { PlacesId } from "../../../i18n/ids/places";
import type { Place } from "../../../state/session.svelte";
import { Gallery, type LucideIcon, Marks, Numbers, Phone } from "../icons";

/** A screen that is visited from the chats and left to where one was. */
export type Aside = Extract<Place, { name: "keys" | "settings" | "gallery" | "numbers" | "export" | "marks" | "calls" }>;

/** What can be looked at of all chats together, in the order it is offered. */
export const SHELF: readonly { place: Aside; word: PlacesId; icon: LucideIcon }[] = [
  { place: { name: "gallery", chat: null }, word: "places-gallery", icon: Gallery },
  { place: { name: "numbers", chat: null }, word: "places-numbers", icon: Numbers },
  { place: { name: "marks" }, word: "places-marks", icon: Marks },
  { place: { name: "calls" }, word: "places-calls", icon: Phone },
];
