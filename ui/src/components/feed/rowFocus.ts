// The keyboard among the rows of a feed: from row to row, into what a row holds, and out behind the feed. Knows only what is drawn.

/** What Tab stops at within a row. */
const STOPS = "a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, audio[controls], video[controls], [tabindex='0']";
/** What needs the arrows itself. */
const OWN_ARROWS = "input, select, textarea, audio, video, [role=slider], [role=radio], [role=menuitem]";
/** Pixels that do not count as out of sight. */
const SLACK = 1;

/** The row that holds an element, or is it. */
export function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[role=article]") : null;
}

/** Whether an element uses the arrows for itself. */
export function ownsArrows(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(OWN_ARROWS);
}

/** Goes to the next row, or the one before; from outside of what is in sight to a row there. False where the feed itself should scroll: in a row longer than its window, and at the ends. */
export function step(feed: HTMLElement, from: HTMLElement | null, by: 1 | -1): boolean {
  const view = feed.getBoundingClientRect();
  const box = from?.getBoundingClientRect();
  if (!from || !box || box.bottom <= view.top || box.top >= view.bottom) return enter(feed, by);
  if (by === 1 ? box.bottom > view.bottom + SLACK : box.top < view.top - SLACK) return false;
  let next = beside(from, by);
  while (next && next.offsetHeight === 0) next = beside(next, by);
  return next !== null && take(feed, next, by);
}

/** Goes to the first row that is whole in sight (from below: the last), or to one of which a part is. */
export function enter(feed: HTMLElement, by: 1 | -1): boolean {
  const view = feed.getBoundingClientRect();
  const rows = [...feed.querySelectorAll<HTMLElement>("[role=article]")].filter((row) => {
    const { top, bottom, height } = row.getBoundingClientRect();
    return height > 0 && bottom > view.top + SLACK && top < view.bottom - SLACK;
  });
  if (by === -1) rows.reverse();
  const whole = rows.find((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= view.top - SLACK && bottom <= view.bottom + SLACK;
  });
  const row = whole ?? rows[0];
  return row !== undefined && take(feed, row, by);
}

/** Tab stays in one row and leaves the feed after it: the others are gone to by the arrows. True when the focus is where it belongs; else the browser moves it on from where it is now. */
export function tab(feed: HTMLElement, behind: HTMLElement, target: EventTarget | null, back: boolean): boolean {
  const row = rowOf(target);
  if (!row) return !back && enter(feed, 1);
  const stops = [...row.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true }));
  const at = stops.findIndex((stop) => stop === target);
  if (back) {
    if (at > 0) return false;
    (target === row ? feed : row).focus({ preventScroll: true });
    return true;
  }
  if (at === stops.length - 1) behind.focus({ preventScroll: true });
  return false;
}

function beside(row: HTMLElement, by: 1 | -1): HTMLElement | null {
  const next = by === 1 ? row.nextElementSibling : row.previousElementSibling;
  return next instanceof HTMLElement ? next : null;
}

/** Gives a row the keyboard and brings it into sight: whole where there is room for it, else from the side one comes from. */
function take(feed: HTMLElement, row: HTMLElement, by: 1 | -1): boolean {
  row.focus({ preventScroll: true });
  const view = feed.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  if (by === 1 && bottom > view.bottom) feed.scrollTop += Math.min(bottom - view.bottom, top - view.top);
  else if (by === -1 && top < view.top) feed.scrollTop += Math.max(top - view.top, bottom - view.bottom);
  else if (top < view.top) feed.scrollTop += top - view.top;
  else if (bottom > view.bottom) feed.scrollTop += bottom - view.bottom;
  return true;
}
