// Locks by itself when the person has left: no key, no click, no wheel for so long. Also after the computer slept.

const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
const LOOK_EVERY = 5_000;

/** Calls `onidle` once after `minutes` without a sign of the person. Returns the way to stop watching. */
export function watchIdle(minutes: number, onidle: () => void): () => void {
  let last = Date.now();
  // on the way down: what a part of the page keeps to itself is a sign too
  const seen = (): void => void (last = Date.now());
  for (const sign of SIGNS) window.addEventListener(sign, seen, { passive: true, capture: true });
  const timer = setInterval(() => {
    if (Date.now() - last < minutes * 60_000) return;
    stop();
    onidle();
  }, LOOK_EVERY);

  function stop(): void {
    clearInterval(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, seen, { capture: true });
  }
  return stop;
}
