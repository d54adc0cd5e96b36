// Ceremonies, played: what a security key, this computer, a phone and a software passkey ask for, one moment after the other.
// The right PIN is 246810; any other is refused as a real one would be.
import type { AuthenticatorView } from "../bindings/AuthenticatorView";
import type { MomentView } from "../bindings/MomentView";
import type { PostureView } from "../bindings/PostureView";
import { failureOf } from "./errors";
import type { Handlers } from "./mock";
import type { AuthenticatorKind, MomentChannel } from "./wire";

/** The PIN that every made-up authenticator takes. */
export const PIN = "246810";

/** What a ceremony is for: it decides how often the device is needed. */
export type Ceremonial = "use" | "create";

export type CeremonyOptions = {
  authenticators?: AuthenticatorView[];
  /** Shows these moments and then stands still, so that each can be looked at. */
  moments?: MomentView[];
  /** Milliseconds a moment lasts. */
  beat?: number;
};

const FIRST_RETRIES: Record<AuthenticatorKind, number | null> = { security_key: 8, tpm: null, phone: null, software: 8 };
const BLOCKED_AFTER = 3;

function posture(kind: AuthenticatorKind, part: Partial<PostureView> = {}): PostureView {
  return {
    kind,
    model: null,
    firmware: null,
    pin: "set",
    minPinLength: 4,
    pinRetries: null,
    builtInVerification: null,
    alwaysVerifies: false,
    prf: true,
    synced: null,
    transports: [],
    tpm: null,
    ...part,
  };
}

/** What an ordinary computer with a security key plugged in has. */
export const AUTHENTICATORS: AuthenticatorView[] = [
  { kind: "security_key", ready: true, absence: null, postures: [posture("security_key", { firmware: "5.7.1", pinRetries: 8, synced: false, transports: ["usb"] })] },
  { kind: "tpm", ready: true, absence: null, postures: [posture("tpm", { synced: false, tpm: { failures: 0, maxFailures: 32, forgivenAfter: 7_200, lockoutGuarded: true } })] },
  { kind: "phone", ready: true, absence: null, postures: [posture("phone", { pin: "unsupported", transports: ["hybrid"] })] },
];

/** A computer that has nothing to make a passkey with. */
export const NO_AUTHENTICATORS: AuthenticatorView[] = [
  { kind: "security_key", ready: false, absence: "not_plugged_in", postures: [] },
  { kind: "tpm", ready: false, absence: "tpm_access", postures: [] },
  { kind: "phone", ready: false, absence: "no_bluetooth", postures: [] },
];

export const SOFTWARE: AuthenticatorView = { kind: "software", ready: true, absence: null, postures: [posture("software", { synced: false })] };

type Answers = Pick<Handlers, "authenticators" | "ceremony_pin" | "ceremony_confirm" | "ceremony_cancel">;
/** Plays one ceremony to its end; rejects as the shell would. */
export type PlayCeremony = (kind: AuthenticatorKind, how: Ceremonial, channel: MomentChannel) => Promise<void>;

/** The answers of the window, and the way to play a ceremony that waits for them. */
export function ceremonies(options: CeremonyOptions): { handlers: Answers; play: PlayCeremony } {
  let answer: ((given: string | boolean) => void) | null = null;
  let stop: (() => void) | null = null;
  /** The number of the last question. */
  let question = 0;
  const answers = (given: number): void => {
    if (given !== question) throw failureOf("usage");
  };

  const handlers: Answers = {
    authenticators: () => options.authenticators ?? AUTHENTICATORS,
    ceremony_pin: (body, headers) => {
      answers(Number(headers.question));
      const typed = new TextDecoder().decode(body);
      if (typed === "") stop?.();
      else answer?.(typed);
      return null;
    },
    ceremony_confirm: ({ question: given, yes }) => {
      answers(given);
      answer?.(yes);
      return null;
    },
    ceremony_cancel: () => {
      stop?.();
      return null;
    },
  };

  const play: PlayCeremony = async (kind, how, channel) => {
    if (stop !== null) throw failureOf("in_use");
    const stopped = new Promise<never>((_, reject) => (stop = () => reject(failureOf("cancelled"))));
    const asked = () => new Promise<string | boolean>((resolve) => (answer = resolve));
    const stage: Stage = {
      say: (moment, beats = 1) => {
        channel.onmessage(moment);
        return wait(beats * (options.beat ?? 600));
      },
      ask: (moment) => {
        question += 1;
        channel.onmessage("question" in moment ? { ...moment, question } : moment);
        return asked();
      },
    };
    try {
      await Promise.race([stopped, options.moments ? standStill(options.moments, stage) : PLAYS[kind](how, stage)]);
      channel.onmessage({ kind: "over" });
    } finally {
      stop = null;
      answer = null;
    }
  };
  return { handlers, play };
}

type Stage = {
  /** Shows a moment for so many beats. */
  say: (moment: MomentView, beats?: number) => Promise<void>;
  /** Shows a question under its own number and waits for the answer. */
  ask: (moment: MomentView) => Promise<string | boolean>;
};

async function standStill(moments: readonly MomentView[], { say, ask }: Stage): Promise<void> {
  for (const moment of moments.slice(0, -1)) await say(moment);
  const last = moments.at(-1);
  if (last && (await ask(last)) === false) throw failureOf("cancelled");
}

const PLAYS: Record<AuthenticatorKind, (how: Ceremonial, stage: Stage) => Promise<void>> = {
  security_key: async (how, stage) => {
    await askForPin("security_key", "use", stage);
    await stage.say({ kind: "touch" }, 3);
    if (how === "create") await stage.say({ kind: "touch" }, 2);
  },
  tpm: async (how, stage) => {
    await askForPin("tpm", how === "create" ? "choose" : "use", stage);
    await stage.say({ kind: "working", authenticator: "tpm" });
  },
  software: async (how, stage) => {
    await askForPin("software", how === "create" ? "choose" : "use", stage);
    await stage.say({ kind: "working", authenticator: "software" });
  },
  phone: async (how, { say, ask }) => {
    if ((await ask({ kind: "use_network", question: 0, host: "cable.ua5v.com" })) !== true) throw failureOf("cancelled");
    for (const creates of how === "create" ? [true, false] : [false]) {
      await say({ kind: "scan_qr", svg: CODE, creates }, 5);
      await say({ kind: "phone_seen" });
      await say({ kind: "phone_connected" }, 2);
    }
  },
};

async function askForPin(authenticator: AuthenticatorKind, purpose: "use" | "choose", { ask }: Stage): Promise<void> {
  let retries = FIRST_RETRIES[authenticator];
  for (let wrong = 0; wrong < BLOCKED_AFTER; wrong += 1) {
    const typed = await ask({ kind: "pin", question: 0, authenticator, purpose, retries, wasWrong: wrong > 0, minLength: 4, notOnlyDigits: false });
    if (purpose === "choose" || typed === PIN) return;
    if (retries !== null) retries -= 1;
  }
  throw failureOf("pin_replug");
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A drawing that looks like a QR code; it holds nothing. */
export const CODE = (() => {
  const size = 29;
  const corner = (x: number, y: number) => `<path d="M${x} ${y}h7v7h-7zM${x + 1} ${y + 1}v5h5v-5z" fill-rule="evenodd"/><path d="M${x + 2} ${y + 2}h3v3h-3z"/>`;
  let cells = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const inCorner = (x < 8 && y < 8) || (x > size - 9 && y < 8) || (x < 8 && y > size - 9);
      if (!inCorner && (x * 7 + y * 13 + ((x * y) % 5)) % 3 === 0) cells += `M${x} ${y}h1v1h-1z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 ${size + 4} ${size + 4}"><path fill="#fff" d="M-2-2h${size + 4}v${size + 4}H-2z"/>${corner(0, 0)}${corner(size - 7, 0)}${corner(0, size - 7)}<path d="${cells}"/></svg>`;
})();
