// A thing of a gallery as the viewer shows it, and where a picture of a chat stands among the others of that chat.
import type { GalleryItemView } from "../../bindings/GalleryItemView";
import type { GalleryId } from "../../i18n/ids/gallery";
import { galleryMonths } from "../../ipc/commands";
import { Things } from "./things.svelte";
import type { Run, Seen } from "./viewing.svelte";

/** Months since January of the year 0, as the shell counts them, in a time zone (undefined: the system's). */
export function monthOf(at: number, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat("en-u-ca-iso8601", { timeZone, year: "numeric", month: "numeric" }).formatToParts(at);
  const part = (type: "year" | "month") => Number(parts.find((found) => found.type === type)?.value ?? 0);
  return part("year") * 12 + part("month") - 1;
}

/** Who sent a thing of a gallery, in words. */
export function senderOf({ fromMe, senderName }: Pick<GalleryItemView, "fromMe" | "senderName">, t: (id: GalleryId) => string): string {
  return fromMe ? t("gallery-you") : senderName?.trim() || t("gallery-someone");
}

/** What the viewer shows of a thing of a gallery. `nameOf` says who sent it. */
export function seenOf(item: GalleryItemView, nameOf: (item: GalleryItemView) => string): Seen {
  const { message, position, sentAt, kind, text, media, chat } = item;
  return { message: { id: message, position, sentAt, kind, text, media }, picture: message, sender: nameOf(item), chat };
}

/** The things of a gallery as neighbours in the viewer, each read when it is gone to. */
export function runOf(things: Things, nameOf: (item: GalleryItemView) => string): Run {
  return {
    count: things.count,
    at: async (index) => {
      const item = await things.at(index);
      return item && seenOf(item, nameOf);
    },
  };
}

/** The place of a picture among all of its chat: its month is known, only that is looked through. */
export async function besideInChat(chat: number, seen: Seen, timeZone: string | undefined, nameOf: (item: GalleryItemView) => string) {
  const months = await galleryMonths(chat, "pictures");
  const count = months.reduce((sum, { items }) => sum + items, 0);
  const wanted = seen.message.sentAt === null ? null : monthOf(seen.message.sentAt, timeZone);
  const at = months.findIndex(({ month }) => month === wanted);
  if (at < 0) return null;
  const first = months.slice(0, at).reduce((sum, { items }) => sum + items, 0);
  const things = new Things(chat, "pictures", count);
  for (let index = first; index < first + (months[at]?.items ?? 0); index += 1) {
    if ((await things.at(index))?.message === seen.message.id) return { run: runOf(things, nameOf), index };
  }
  return null;
}
