// What may be opened as a web address, and how it is named in short.

/** An address that may be handed to the browser; null for every other, whatever it looks like. */
export function webAddress(url: string | null): string | null {
  if (!url || /[\s\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u.test(url.trim()) || !URL.canParse(url.trim())) return null;
  return /^https?:$/.test(new URL(url.trim()).protocol) ? url.trim() : null;
}

/** The host of an address, as a reader names a place of the web. */
export function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, "");
}

/** A name from outside without the marks that turn letters around: "invoice…fdp.exe" cannot look like a PDF. */
export function withoutTurns(name: string): string {
  return name.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");
}
