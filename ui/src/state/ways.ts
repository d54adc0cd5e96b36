// The ways into a keyring, best first for this computer as it is now.
import type { AuthenticatorView } from "../bindings/AuthenticatorView";
import type { SlotView } from "../bindings/SlotView";
import type { Absence } from "../ipc/wire";

/** A passkey, and why it cannot be used here now; null when it can. */
export type Way = { slot: SlotView; absence: Absence | null };

/** A security key that is not plugged in is asked for when it is chosen, so it can be used all the same. */
export function usable(authenticator: AuthenticatorView): boolean {
  return authenticator.ready || authenticator.absence === "not_plugged_in";
}

/** The passkeys among the ways in, best first as this computer's authenticators are; those that cannot be used last. */
export function passkeyWays(slots: readonly SlotView[], authenticators: readonly AuthenticatorView[]): Way[] {
  const rank = ({ slot, absence }: Way): number => {
    const at = authenticators.findIndex(({ kind }) => kind === slot.authenticator);
    const there = authenticators[at]?.ready === true;
    return (absence === null ? 0 : 200) + (there ? 0 : 100) + (at < 0 ? 50 : at);
  };
  return slots
    .filter(({ kind }) => kind === "passkey")
    .map((slot) => ({ slot, absence: absenceOf(slot, authenticators) }))
    .sort((a, b) => rank(a) - rank(b) || (b.slot.lastTested ?? 0) - (a.slot.lastTested ?? 0));
}

function absenceOf(slot: SlotView, authenticators: readonly AuthenticatorView[]): Absence | null {
  const authenticator = authenticators.find(({ kind }) => kind === slot.authenticator);
  if (authenticator === undefined) return "not_supported";
  return usable(authenticator) ? null : (authenticator.absence ?? "not_supported");
}
