// The gallery's own icons, by what they mean here. The same set as everywhere.
export { default as Documents } from "@lucide/svelte/icons/file-text";
export { default as LinkSign } from "@lucide/svelte/icons/link";
export { default as Outside } from "@lucide/svelte/icons/external-link";
export { default as Pictures } from "@lucide/svelte/icons/images";
export { default as Save } from "@lucide/svelte/icons/download";
export { default as Show } from "@lucide/svelte/icons/message-square-share";
export { default as Voice } from "@lucide/svelte/icons/mic";
