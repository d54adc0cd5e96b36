// The icons of one message's player, menu and marks. The same set as everywhere.
export { default as Bookmark } from "@lucide/svelte/icons/bookmark";
export { default as Details } from "@lucide/svelte/icons/info";
export { default as Note } from "@lucide/svelte/icons/sticky-note";
export { default as Outside } from "@lucide/svelte/icons/external-link";
export { default as Pause } from "@lucide/svelte/icons/pause";
export { default as Play } from "@lucide/svelte/icons/play";
export { default as Quoted } from "@lucide/svelte/icons/corner-up-left";
export { default as Save } from "@lucide/svelte/icons/download";
export { default as Tag } from "@lucide/svelte/icons/tag";
