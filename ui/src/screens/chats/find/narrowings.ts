// What a search can be narrowed to without typing: the words that the search understands, and what they are called here.
// The search knows these words in English only; a person presses a button that says the same in their language.
import type { ChatsId } from "../../../i18n/ids/chats";
import { LinkSign, Marks, Note, Person, Starred } from "../icons";
import { type KindWords, kindWords } from "../../../parts/kinds/kinds";

export type Narrowing = { word: string; label: ChatsId; icon: KindWords["icon"] };

/** In the order they are offered. Several of what a message holds widen the search, all else narrows it. */
export const NARROWINGS: readonly Narrowing[] = [
  { word: "has:photo", label: "chats-narrow-photos", icon: kindWords("image").icon },
  { word: "has:video", label: "chats-narrow-videos", icon: kindWords("video").icon },
  { word: "has:voice", label: "chats-narrow-voice", icon: kindWords("voice").icon },
  { word: "has:document", label: "chats-narrow-documents", icon: kindWords("document").icon },
  { word: "has:link", label: "chats-narrow-links", icon: LinkSign },
  { word: "has:location", label: "chats-narrow-places", icon: kindWords("location").icon },
  { word: "has:poll", label: "chats-narrow-polls", icon: kindWords("poll").icon },
  { word: "is:starred", label: "chats-narrow-starred", icon: Starred },
  { word: "from:me", label: "chats-narrow-mine", icon: Person },
  { word: "has:bookmark", label: "chats-narrow-bookmarks", icon: Marks },
  { word: "has:note", label: "chats-narrow-notes", icon: Note },
];

/** What is asked for: the filters first, because the last word that is typed may be unfinished. */
export function query(text: string, words: ReadonlySet<string>): string {
  return [...NARROWINGS.map(({ word }) => word).filter((word) => words.has(word)), text.trim()].join(" ").trim();
}

/** What was typed without the words that filter, signs and quotation marks: what a note could hold. */
export function plainWords(text: string): string {
  return text
    .replace(/(^|\s)-?[a-z]+:("[^"]*"|\S*)/gi, "$1")
    .replace(/(^|\s)-\S+/g, "$1")
    .replace(/["“”„]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
