// Which picture and which words stand for a way in.
import type { SlotView } from "../../bindings/SlotView";
import type { DrawingName } from "../../components/Drawing.svelte";
import type { WaysId } from "../../i18n/ids/ways";

/** The picture of a way in. */
export function drawingOf({ kind, authenticator }: SlotView): DrawingName {
  if (authenticator !== null) return authenticator;
  return kind === "passphrase" ? "words" : "kit";
}

/** What kind of thing it is: "Security key", "Recovery kit". */
export function kindOf({ kind, authenticator }: SlotView): WaysId {
  if (authenticator !== null) return `ways-kind-${authenticator}`;
  return kind === "passkey" ? "ways-kind-passkey" : `ways-kind-${kind}`;
}

/** The person's own name for it; what kind of thing it is where it has none. */
export function nameOf(slot: SlotView, t: (id: WaysId) => string): string {
  return slot.label === "" ? t(kindOf(slot)) : slot.label;
}

/** Whether "bound" or "synced" says something true of it: a software passkey is a file, and neither. */
export function isOnDevice({ kind, authenticator, synced }: SlotView): boolean {
  return kind === "passkey" && authenticator !== "software" && synced !== null;
}

/** What to do with it to get in: "Touch your security key". */
export function invitationOf({ authenticator }: SlotView): WaysId {
  return authenticator === null ? "ways-use-passkey" : `ways-use-${authenticator}`;
}
