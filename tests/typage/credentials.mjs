// A browser's navigator.credentials with one passkey whose secret is known: the PRF is HMAC-SHA-256 over the salts,
// and a salt is SHA-256("WebAuthn PRF" || 0x00 || input) (WebAuthn Level 3, 10.1.4).

import { createHash, createHmac } from "node:crypto";

export function stubCredentials({ secret, credential }) {
  const seen = { count: 0 };
  const evaluate = (input) => {
    const salt = createHash("sha256").update("WebAuthn PRF\0").update(Buffer.from(input)).digest();
    const output = createHmac("sha256", Buffer.from(secret, "hex")).update(salt).digest();
    return new Uint8Array(output).buffer;
  };
  const get = async ({ publicKey }) => {
    seen.count += 1;
    if (publicKey.userVerification !== "required") throw Error("without user verification the secret is another one");
    if (publicKey.rpId !== "latchkey.invalid") throw Error("another relying party");
    const asked = publicKey.allowCredentials.map(({ id }) => Buffer.from(id).toString("base64url"));
    if (!asked.includes(credential)) throw Error("not this passkey");
    const { first, second } = publicKey.extensions.prf.eval;
    const results = { first: evaluate(first), second: evaluate(second) };
    return { getClientExtensionResults: () => ({ prf: { results } }) };
  };
  // Some versions of Node have a navigator that cannot be assigned to.
  Object.defineProperty(globalThis, "navigator", { value: { credentials: { get } }, configurable: true });
  return seen;
}
