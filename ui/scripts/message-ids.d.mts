/** Every catalogue's id file: where it lies and what it should say. */
export function expected(): { path: string; text: string }[];
/** A line for every message that one language has and another has not. */
export function differences(): string[];
