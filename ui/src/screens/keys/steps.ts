// The steps to take after a loss, for the keys a person really has.
import type { SlotView } from "../../bindings/SlotView";
import type { KeysId } from "../../i18n/ids/keys";
import type { Drill } from "../../ipc/wire";

/** In the order to take them; empty when the loss touches nothing. */
export function stepsFor({ loss, verdict, affected }: Drill, slots: readonly SlotView[]): KeysId[] {
  // the chats themselves lie on this computer, whatever opens them
  if (loss === "computer_dead") return verdict === "nothing" ? ["keys-step-kit-now", "keys-step-copy"] : ["keys-step-copy", "keys-step-elsewhere", "keys-step-no-copy"];
  if (verdict === "not_affected") return [];
  if (verdict === "nothing") return ["keys-step-kit-now", "keys-step-add"];
  const synced = slots.some(({ id, synced }) => affected.includes(id) && synced === true);
  const steps: KeysId[] = ["keys-step-open"];
  if (loss === "phone_lost" && synced) steps.push("keys-step-synced");
  if (loss === "pin_blocked") steps.push("keys-step-reset");
  return [...steps, "keys-step-remove", "keys-step-add"];
}
