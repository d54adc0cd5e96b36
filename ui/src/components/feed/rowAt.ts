// Which row of a list stands at a height.

/** Number of the child that covers `y` (pixels from the top of `body`), by halving: children are in the order of their place. */
export function rowAt(body: HTMLElement, y: number): number {
  let [low, high] = [0, body.children.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = body.children[middle];
    if (row instanceof HTMLElement && row.offsetTop + row.offsetHeight > y) high = middle;
    else low = middle + 1;
  }
  return low;
}
