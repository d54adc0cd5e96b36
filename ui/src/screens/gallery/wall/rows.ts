// What a row of the gallery says of a voice message, a document or a link.
import type { GalleryItemView } from "../../../bindings/GalleryItemView";
import type { LucideIcon } from "../../../components/icons";
import { hostOf, webAddress, withoutTurns } from "../../../parts/chats/addresses";
import { clock } from "../../../parts/chats/clock";
import { kindWords } from "../../../parts/kinds/kinds";
import { missingId } from "../../../parts/chats/missing";
import type { When } from "../../../parts/chats/when";
import type { Language } from "../../../state/language.svelte";
import { LinkSign } from "./icons";

export type Row = {
  icon: LucideIcon;
  title: string;
  /** One line; each fact keeps its own direction. */
  facts: string;
  missing: boolean;
  /** The address that a press opens; null for files and for what is no address of the web. */
  url: string | null;
};

type Words = Pick<Language, "t" | "number" | "size">;

/** Text that turns nothing around it. Marks, not an element: a line that is cut at its end stays one piece. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

function lineOf(facts: readonly string[]): string {
  return facts.map((fact) => isolated(withoutTurns(fact))).join("\u2002·\u2002");
}

/** A row in words; `name` is who sent it, `chat` where, when that is not clear. */
export function rowOf(item: GalleryItemView, name: string, chat: string | null, moments: When, words: Words): Row {
  const when = item.sentAt === null ? words.t("gallery-undated") : moments.brief(item.sentAt);
  const rest = [name, when, ...(chat === null || chat === name ? [] : [chat])];
  return item.media === null && item.url !== null ? linkRow(item, item.url, rest, words) : fileRow(item, rest, words);
}

function linkRow(item: GalleryItemView, address: string, rest: string[], { t }: Words): Row {
  const url = webAddress(address);
  const place = url === null ? t("gallery-link-not-web") : hostOf(url);
  return { icon: LinkSign, title: isolated(withoutTurns(item.title?.trim() || address)), facts: lineOf([place, ...rest]), missing: false, url };
}

function fileRow(item: GalleryItemView, rest: string[], { t, number, size }: Words): Row {
  const { media } = item;
  const kind = kindWords(item.kind);
  const document = item.kind === "document";
  const length = media?.duration ? [clock(media.duration)] : [];
  const pages = media?.pages ? [t("chats-pages", { count: media.pages, countText: number(media.pages) })] : [];
  const bytes = media?.size ? [size(media.size)] : [];
  const why = media?.found === false ? [t(missingId(media.missing))] : [];
  const title = withoutTurns(media?.name?.trim() ?? "") || (document ? t("gallery-unnamed-document") : t(kind.word));
  return { icon: kind.icon, title: isolated(title), facts: lineOf([...why, ...length, ...pages, ...bytes, ...rest]), missing: why.length > 0, url: null };
}
