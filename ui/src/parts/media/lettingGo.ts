// Pictures in lists that scroll let go of their file when they leave the page.

/**
 * Attach it to every `<img>` whose address is a message's. WebKit keeps a picture that left the page before it was loaded, with
 * all that loads it, for as long as the page lives: 10 KB each, and 50 with `loading="lazy"`, which is why none has that. Lists
 * draw only what is near the window anyhow. Chromium in turn has a picture whose address changes outside of the page listen to
 * the window's size, and keeps all around it for that, until it is taken from what it stands in.
 */
export const lettingGo = (picture: HTMLImageElement) => () => {
  picture.removeAttribute("src");
  picture.remove();
};
