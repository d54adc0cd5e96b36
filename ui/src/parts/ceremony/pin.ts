// What a chosen PIN still lacks. Whether it is the right one is for the device to say.
import type { MomentView } from "../../bindings/MomentView";

type Rules = Pick<Extract<MomentView, { kind: "pin" }>, "minLength" | "notOnlyDigits">;

/** No PIN is longer, in bytes (CTAP 2.1, 6.5.5.1). */
const LONGEST = 63;

/** The first rule that a chosen PIN breaks; null when it breaks none. Length counts characters, not bytes. */
export function lacking(typed: string, repeated: string, { minLength, notOnlyDigits }: Rules): "length" | "letters" | "short" | "same" | null {
  const pin = typed.normalize("NFC");
  if ([...pin].length < minLength) return "length";
  if (new TextEncoder().encode(pin).length > LONGEST) return "short";
  if (notOnlyDigits && /^\d*$/.test(pin)) return "letters";
  return pin === repeated.normalize("NFC") ? null : "same";
}
