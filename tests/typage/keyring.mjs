// A keyring reader and writer made from docs/keyring-format.md alone, with typage, JSON and Ed25519.
//
//   node keyring.mjs < request.json > answer.json
//
// Request: { do: "open" | "add", keyring: text of the file, with: "passkey" | "recovery", slot?: id,
//            identity?: an age identity file, prf?: { secret: hex, credential: base64url }, label?: string }
// Answer:  open: { signing_key, index_key, root_keys, slot } (hex);  add: { keyring, slot }.

import { createPrivateKey, createPublicKey, randomBytes, sign, verify } from "node:crypto";
import * as age from "age-encryption";
import { bech32 } from "@scure/base";
import { stubCredentials } from "./credentials.mjs";

const LABEL = "age-encryption.org/fido2prf";

/** Sections 2 to 4: the document, after its signature line was verified. */
function read(text) {
  const at = text.lastIndexOf("--- ");
  const signed = text.slice(0, at);
  const line = /^--- ([A-Za-z0-9+/]{86}==)\n$/.exec(text.slice(at));
  if (!line || !signed.endsWith("\n")) throw Error("no signature line");
  const document = JSON.parse(signed);
  const raw = Buffer.from(document.signed_by, "base64");
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), raw]);
  const key = createPublicKey({ key: spki, format: "der", type: "spki" });
  if (!verify(null, Buffer.from(signed), key, Buffer.from(line[1], "base64"))) throw Error("wrong signature");
  if (document.latchkey_keyring !== 1) throw Error("another version");
  return document;
}

/** Section 3: the file. */
function write(document, seed) {
  const signed = JSON.stringify(document, null, 2) + "\n";
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  return `${signed}--- ${sign(null, Buffer.from(signed), key).toString("base64")}\n`;
}

async function decrypt(armored, ...identities) {
  const decrypter = new age.Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypter.decrypt(age.armor.decode(armored), "text");
}

async function encrypt(text, recipients) {
  const encrypter = new age.Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return age.armor.encode(await encrypter.encrypt(text));
}

/** The identity string of typage and age-plugin-fido2prf: where to look for the credential. */
function passkeyIdentity(slot) {
  const id = Buffer.from(slot.credential_id, "base64url");
  const head = (major, length) =>
    length < 24 ? [major | length] : length < 256 ? [major | 24, length] : [major | 25, length >> 8, length & 255];
  const text = (word) => [...head(0x60, Buffer.byteLength(word)), ...Buffer.from(word)];
  const cbor = [1, ...head(0x40, id.length), ...id, ...text(slot.rp_id), ...head(0x80, slot.transports.length)];
  for (const word of slot.transports) cbor.push(...text(word));
  return bech32.encode("AGE-PLUGIN-FIDO2PRF-", bech32.toWords(Uint8Array.from(cbor)), false).toUpperCase();
}

/** Section 6: the pins of an identity text, and its key. */
function parseIdentity(text) {
  const pin = (name) => new RegExp(`^# ${name}: (.+)$`, "m").exec(text)?.[1];
  const key = text.split("\n").find((line) => line.startsWith("AGE-SECRET-KEY-1"));
  return { keyring: pin("keyring"), slot: pin("slot"), signedBy: pin("signed by"), key };
}

/** Section 6, "Opening". */
async function open(request, document) {
  const slot = document.slots.find((slot) => slot.id === request.slot);
  let text = request.identity;
  if (request.with === "passkey") {
    const identity = passkeyIdentity(slot);
    text = await decrypt(slot.identity, new age.webauthn.WebAuthnIdentity({ identity }));
  }
  const pins = parseIdentity(text);
  const recipient = await age.identityToRecipient(pins.key);
  const ours = document.slots.find((slot) => slot.recipient === recipient);
  if (!ours) throw Error("not a slot's identity");
  if (request.with === "passkey" && !(pins.keyring && pins.slot && pins.signedBy)) throw Error("pins are missing");
  if (pins.keyring && pins.keyring !== document.id) throw Error("another keyring");
  if (pins.slot && pins.slot !== ours.id) throw Error("another slot");
  if (pins.signedBy && pins.signedBy !== document.signed_by) throw Error("another signer");
  const texts = new Map();
  for (const secret of document.secrets) texts.set(secret.id, await decrypt(secret.age, pins.key));
  const hex = (kind, state) =>
    document.secrets
      .filter((secret) => secret.kind === kind && (!state || secret.state === state))
      .map((secret) => texts.get(secret.id).trimEnd());
  const [seed] = hex("signing_key", "current");
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.from(seed, "hex")]);
  const spki = createPublicKey(createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" })).export({ format: "der", type: "spki" });
  if (spki.subarray(-32).toString("base64") !== document.signed_by) throw Error("another signer");
  const keys = { signing_key: seed, index_key: hex("index_key", "current")[0], root_keys: hex("root_key"), slot: ours.id };
  return { keys, texts };
}

/** Section 8, "Add a slot": one for a security key, wrapped by typage. */
async function add(request, document) {
  const { keys, texts } = await open(request, document);
  const key = await age.generateX25519Identity();
  const id = randomBytes(8).toString("hex");
  const slot = {
    id,
    kind: "passkey",
    label: request.label ?? "",
    created: "2026-11-22T10:00:00Z",
    recipient: await age.identityToRecipient(key),
    authenticator: "security_key",
    credential_id: request.prf.credential,
    public_key: "",
    rp_id: "latchkey.invalid",
    transports: ["usb"],
    backup_eligible: false,
    backed_up: false,
  };
  const text = `# keyring: ${document.id}\n# slot: ${id}\n# signed by: ${document.signed_by}\n${key}\n`;
  const identity = passkeyIdentity(slot);
  const encrypter = new age.Encrypter();
  encrypter.addRecipient(new age.webauthn.WebAuthnRecipient({ identity }));
  slot.identity = age.armor.encode(await encrypter.encrypt(text));
  document.slots.push(slot);
  const recipients = document.slots.map((slot) => slot.recipient);
  for (const secret of document.secrets) secret.age = await encrypt(texts.get(secret.id), recipients);
  document.generation += 1;
  return { keyring: write(document, Buffer.from(keys.signing_key, "hex")), slot: id };
}

let input = "";
for await (const chunk of process.stdin) input += chunk;
const request = JSON.parse(input);
const ceremonies = request.prf ? stubCredentials(request.prf) : { count: 0 };
const document = read(request.keyring);
const answer = request.do === "add" ? await add(request, document) : (await open(request, document)).keys;
answer.ceremonies = ceremonies.count;
process.stdout.write(JSON.stringify(answer));
