// The gallery in the played shell.
import type { Handlers } from "./mock";

export const galleryHandlers: Pick<Handlers, "gallery_months" | "gallery"> = {
  gallery_months: () => [],
  gallery: () => [],
};
