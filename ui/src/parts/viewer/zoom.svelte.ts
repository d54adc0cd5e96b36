// How near a picture is looked at, and which part of it. Lengths are CSS pixels from the middle of the stage.

const LARGEST = 8;
const STEP = 1.4;

type Point = { x: number; y: number };
type Size = { width: number; height: number };

export class Zoom {
  scale = $state(1);
  x = $state(0);
  y = $state(0);
  readonly near = $derived(this.scale > 1.001);
  #stage: Size = { width: 0, height: 0 };
  #picture: Size = { width: 0, height: 0 };

  /** How much room there is, and how much of it the whole picture takes. */
  fit(stage: Size, picture: Size): void {
    this.#stage = stage;
    this.#picture = picture;
    this.#hold();
  }

  /** One step nearer (1) or farther (-1). */
  step(direction: 1 | -1): void {
    this.by(direction > 0 ? STEP : 1 / STEP);
  }

  /** So many times nearer; the point `at` stays where it is. */
  by(factor: number, at: Point = { x: 0, y: 0 }): void {
    const scale = Math.min(LARGEST, Math.max(1, this.scale * factor));
    const change = scale / this.scale;
    this.x = at.x - (at.x - this.x) * change;
    this.y = at.y - (at.y - this.y) * change;
    this.scale = scale;
    this.#hold();
  }

  move(x: number, y: number): void {
    this.x += x;
    this.y += y;
    this.#hold();
  }

  /** Near at the point, or the whole picture again. */
  toggle(at: Point): void {
    if (this.near) this.whole();
    else this.by(2.5, at);
  }

  whole(): void {
    this.scale = 1;
    this.x = 0;
    this.y = 0;
  }

  get nearest(): boolean {
    return this.scale >= LARGEST - 0.001;
  }

  /** No edge of the picture leaves its edge of the stage. */
  #hold(): void {
    const most = (picture: number, stage: number) => Math.max(0, (picture * this.scale - stage) / 2);
    const [width, height] = [most(this.#picture.width, this.#stage.width), most(this.#picture.height, this.#stage.height)];
    this.x = Math.min(width, Math.max(-width, this.x));
    this.y = Math.min(height, Math.max(-height, this.y));
  }
}
