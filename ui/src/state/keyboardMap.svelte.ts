// Whether the map of the keyboard is on the screen: the key that shows it, and the menus that name it, are far apart.
import { createContext } from "svelte";

export class KeyboardMap {
  #shown = $state(false);

  get shown(): boolean {
    return this.#shown;
  }

  show = (): void => void (this.#shown = true);

  hide = (): void => void (this.#shown = false);
}

export const [useKeyboardMap, provideKeyboardMap] = createContext<KeyboardMap>();
