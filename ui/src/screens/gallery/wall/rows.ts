// What a row of the gallery says of a voice message, a document or a link.
import type { GalleryItemView } from "../../../bindings/GalleryItemView";
import type { LucideIcon } from "../../../components/icons";
import { hostOf, webAddress, withoutTurns } from "../../../parts/chats/addresses";
import { kindWords } from "../../../parts/kinds/kinds";
import { missingId } from "../../../parts/chats/missing";
import type { When } from "../../../parts/chats/when";
import type { Language } from "../../../state/language.svelte";
import { LinkSign } from "./icons";

export type Row = {
  icon: LucideIcon;
  title: string;
  /** Who and when before the rest: where there is little room, the last are left out. */
  facts: readonly string[];
  missing: boolean;
  /** The address that a press opens; null for files and for what is no address of the web. */
  url: string | null;
};

/** Who sent it and when; and in which chat, where that is not clear. */
type From = { sent: string[]; in: string[] };

type Words = Pick<Language, "t" | "number" | "size" | "clock">;

/** A row in words; `name` is who sent it, `chat` where, when that is not clear. */
export function rowOf(item: GalleryItemView, name: string, chat: string | null, moments: When, words: Words): Row {
  const when = item.sentAt === null ? words.t("gallery-undated") : moments.brief(item.sentAt);
  const from: From = { sent: [withoutTurns(name), when], in: chat === null || chat === name ? [] : [withoutTurns(chat)] };
  return item.media === null && item.url !== null ? linkRow(item, item.url, from, words) : fileRow(item, from, words);
}

function linkRow(item: GalleryItemView, address: string, from: From, { t }: Words): Row {
  const url = webAddress(address);
  const place = url === null ? t("gallery-link-not-web") : hostOf(url);
  return { icon: LinkSign, title: withoutTurns(item.title?.trim() || address), facts: [withoutTurns(place), ...from.sent, ...from.in], missing: false, url };
}

function fileRow(item: GalleryItemView, from: From, { t, number, size, clock }: Words): Row {
  const { media } = item;
  const kind = kindWords(item.kind);
  const document = item.kind === "document";
  const length = media?.duration ? [clock(media.duration)] : [];
  const pages = media?.pages ? [t("chats-pages", { count: media.pages, countText: number(media.pages) })] : [];
  const bytes = media?.size ? [size(media.size)] : [];
  const why = media?.found === false ? [t(missingId(media.missing))] : [];
  const title = withoutTurns(media?.name?.trim() ?? "") || (document ? t("gallery-unnamed-document") : t(kind.word));
  return { icon: kind.icon, title, facts: [...why, ...from.sent, ...length, ...pages, ...bytes, ...from.in], missing: why.length > 0, url: null };
}
