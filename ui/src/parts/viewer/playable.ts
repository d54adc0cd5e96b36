// What this window plays itself: how much of it, of which types, and how an element lets go of it.
import type { MediaView } from "../../bindings/MediaView";

/** The shell gives no more than this to be played, in bytes. */
export const LARGEST_PLAYED = 100_000_000;

/** Whether a file is too large for this window; it can be opened outside. */
export function tooLarge(media: MediaView | null): boolean {
  return (media?.size ?? 0) > LARGEST_PLAYED;
}

/** A claimed type, as far as it is one of sound or film, else `otherwise`; the bytes decide in any case. */
export function playedType(mime: string | null, otherwise = ""): string {
  return /^(?:audio|video)\/[\w.+-]+/.exec(mime ?? "")?.[0] ?? otherwise;
}

/** Lets go of what an element plays: its source being taken away frees nothing before it loads again. */
export function unload(element: HTMLMediaElement): void {
  element.pause();
  element.removeAttribute("src");
  element.load();
}
