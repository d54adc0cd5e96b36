// Wheel, two fingers, drag and double click on the stage of the viewer.
import type { Zoom } from "./zoom.svelte";

type Point = { x: number; y: number };

/** Pixels a press may wander and still be a click. */
const SLACK = 4;

/** Follows pointers and wheel on a stage. `onclick` gets presses that neither dragged nor zoomed. Returns the way to stop. */
export function followGestures(stage: HTMLElement, zoom: Zoom, onclick: (target: EventTarget | null) => void): () => void {
  const held = new Map<number, Point>();
  let moved = 0;
  const letGo = new AbortController();
  const { signal } = letGo;

  /** From the middle of the stage. */
  function place({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const box = stage.getBoundingClientRect();
    return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
  }

  function dragged(event: PointerEvent): void {
    const before = held.get(event.pointerId);
    if (!before) return;
    const now = place(event);
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const [from, to] = [Math.hypot(before.x - other.x, before.y - other.y), Math.hypot(now.x - other.x, now.y - other.y)];
      if (from > 0) zoom.by(to / from, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else if (zoom.near) {
      if (moved > SLACK && !stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
      zoom.move(now.x - before.x, now.y - before.y);
    }
    held.set(event.pointerId, now);
  }

  function pressed(event: PointerEvent): void {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest("button, video, a"))) return;
    if (held.size === 0) moved = 0;
    held.set(event.pointerId, place(event));
  }

  function turned(event: WheelEvent): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    zoom.by(Math.exp((-event.deltaY * lines) / (event.ctrlKey ? 120 : 400)), place(event));
  }

  stage.addEventListener("wheel", turned, { passive: false, signal });
  stage.addEventListener("pointerdown", pressed, { signal });
  stage.addEventListener("pointermove", dragged, { signal });
  for (const end of ["pointerup", "pointercancel"] as const) stage.addEventListener(end, (event) => held.delete(event.pointerId), { signal });
  stage.addEventListener("click", (event) => moved <= SLACK && onclick(event.target), { signal });
  stage.addEventListener("dblclick", (event) => event.target instanceof HTMLImageElement && zoom.toggle(place(event)), { signal });
  return () => letGo.abort();
}
