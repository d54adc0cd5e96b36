// What is said and shown at each moment of a ceremony.
import type { MomentView } from "../../bindings/MomentView";
import type { DrawingName } from "../../components/Drawing.svelte";
import type { Args } from "../../i18n/catalogue";
import type { CeremonyId } from "../../i18n/ids/ceremony";

export type Spoken = { drawing: DrawingName; title: CeremonyId; text?: CeremonyId; args?: Args };

/** The picture and the words of a moment; null is before the first, or while it stops. */
export function spoken(moment: MomentView | null): Spoken {
  switch (moment?.kind) {
    case "plug_in":
      return { drawing: "plug_in", title: "ceremony-plug-in", text: "ceremony-plug-in-text" };
    case "touch_one":
      return { drawing: "touch_one", title: "ceremony-touch-one", text: "ceremony-touch-one-text", args: { count: moment.of } };
    case "touch":
      return { drawing: "touch", title: "ceremony-touch", text: "ceremony-touch-text" };
    case "fingerprint":
      return fingerprint(moment.retries, moment.again);
    case "scan_qr":
      return { drawing: "phone", title: "ceremony-scan", text: moment.creates ? "ceremony-scan-create-text" : "ceremony-scan-use-text" };
    case "phone_seen":
      return { drawing: "phone_near", title: "ceremony-phone-seen", text: "ceremony-phone-seen-text" };
    case "phone_connected":
      return { drawing: "phone", title: "ceremony-phone-connected", text: "ceremony-phone-connected-text" };
    case "pin":
      return pin(moment);
    case "last_tries":
      return { drawing: "pin", title: "ceremony-last-tries", text: "ceremony-last-tries-text", args: { count: moment.retries } };
    case "use_network":
      return { drawing: "server", title: "ceremony-network", text: "ceremony-network-text", args: { host: moment.host } };
    case "working":
      return { drawing: "working", title: `ceremony-working-${moment.authenticator}` };
    case "over":
      return { drawing: "working", title: "ceremony-over" };
    case undefined:
      return { drawing: "working", title: "ceremony-beginning" };
  }
}

function fingerprint(retries: number | null, again: boolean): Spoken {
  const title = again ? "ceremony-finger-again" : "ceremony-finger";
  if (retries === null) return { drawing: "fingerprint", title, text: "ceremony-finger-text" };
  return { drawing: "fingerprint", title, text: "ceremony-finger-left", args: { count: retries } };
}

function pin({ authenticator, purpose, wasWrong }: Extract<MomentView, { kind: "pin" }>): Spoken {
  if (purpose === "choose") return { drawing: "pin", title: `ceremony-pin-choose-${authenticator}`, text: `ceremony-pin-choose-${authenticator}-text` };
  return { drawing: "pin", title: wasWrong ? "ceremony-pin-wrong" : `ceremony-pin-use-${authenticator}` };
}
