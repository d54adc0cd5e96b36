// The viewer's own icons, by what they mean here. The same set as everywhere.
export { default as Close } from "@lucide/svelte/icons/x";
export { default as Farther } from "@lucide/svelte/icons/zoom-out";
export { default as Nearer } from "@lucide/svelte/icons/zoom-in";
export { default as Next } from "@lucide/svelte/icons/chevron-right";
export { default as NoFile } from "@lucide/svelte/icons/image-off";
export { default as Outside } from "@lucide/svelte/icons/external-link";
export { default as Pause } from "@lucide/svelte/icons/pause";
export { default as Play } from "@lucide/svelte/icons/play";
export { default as Previous } from "@lucide/svelte/icons/chevron-left";
export { default as Save } from "@lucide/svelte/icons/download";
export { default as Show } from "@lucide/svelte/icons/message-square-share";
export { default as Slides } from "@lucide/svelte/icons/presentation";
