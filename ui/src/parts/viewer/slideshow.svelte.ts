// Pictures that go on by themselves, four seconds each, until the last one. Nothing starts by itself.

const EACH = 4_000;

export class Slideshow {
  #timer = $state.raw<ReturnType<typeof setInterval> | null>(null);
  #onwards: () => boolean;

  /** `onwards` shows the next picture; false when there is none. */
  constructor(onwards: () => boolean) {
    this.#onwards = onwards;
  }

  get playing(): boolean {
    return this.#timer !== null;
  }

  toggle(): void {
    if (this.playing) this.stop();
    else this.#start();
  }

  /** The four seconds begin anew: somebody went on by hand. */
  again(): void {
    if (!this.playing) return;
    this.stop();
    this.#start();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #start(): void {
    this.#timer = setInterval(() => {
      if (!document.hidden && !this.#onwards()) this.stop();
    }, EACH);
  }
}
