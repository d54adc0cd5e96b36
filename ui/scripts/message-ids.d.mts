/** Every catalogue's id file: where it lies and what it should say. */
export function expected(): { path: string; text: string }[];
