// Text as pieces that are safe to draw: plain words, web addresses, mentions. Also tells a message of nothing but emoji.
import type { MentionView } from "../../../../bindings/MentionView";

export type Piece = { text: string; url: string | null; mention: MentionView | null };

/* Stops at spaces, quotes and every mark that could turn an address round. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"“”«»`\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/giu;
// marks of the text's own (bold, italic, strike) around an address are not part of it
const TRAILING = /[.,;:!?'’)\]}…*_~]+$/u;
const SIGNS = new Intl.Segmenter();
const EMOJI = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f/u;
const WORDS = /[\p{L}\p{N}]/u;
/** Longest text that can still be three emoji with all their joiners. */
const EMOJI_LENGTH = 48;

/** Splits a text at its mentions, and at its http and https addresses between them; everything else stays as it is. */
export function pieces(text: string, mentions: readonly MentionView[] = []): Piece[] {
  const found: Piece[] = [];
  let done = 0;
  for (const mention of mentions) {
    // places that do not fit the text are left to the text
    if (mention.start < done || mention.end <= mention.start || mention.end > text.length) continue;
    found.push(...addressesIn(text.slice(done, mention.start)), { text: text.slice(mention.start, mention.end), url: null, mention });
    done = mention.end;
  }
  return [...found, ...addressesIn(text.slice(done))];
}

function addressesIn(text: string): Piece[] {
  const found: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(match[0]);
    if (!isWebAddress(address)) continue;
    if (match.index > done) found.push({ text: text.slice(done, match.index), url: null, mention: null });
    found.push({ text: address, url: address, mention: null });
    done = match.index + address.length;
  }
  if (done < text.length) found.push({ text: text.slice(done), url: null, mention: null });
  return found;
}

/** Punctuation after an address belongs to the sentence, unless it closes a bracket that the address opened. */
function withoutTrailing(address: string): string {
  const cut = address.replace(TRAILING, "");
  const opened = cut.split("(").length - cut.split(")").length;
  return opened > 0 && address[cut.length] === ")" ? `${cut})` : cut;
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** One to three emoji and nothing else: they are drawn large. */
export function isBigEmoji(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > EMOJI_LENGTH || WORDS.test(trimmed)) return false;
  const signs = [...SIGNS.segment(trimmed)].map(({ segment }) => segment).filter((sign) => sign.trim() !== "");
  return signs.length <= 3 && signs.every((sign) => EMOJI.test(sign));
}
