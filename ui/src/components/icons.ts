// The icons in use, by what they mean here. One set (Lucide), so that the same idea always has the same picture.
import type { LucideIcon } from "@lucide/svelte";

export type { LucideIcon };
export { default as ArrowBack } from "@lucide/svelte/icons/arrow-left";
export { default as ArrowOn } from "@lucide/svelte/icons/arrow-right";
export { default as Chevron } from "@lucide/svelte/icons/chevron-right";
export { default as Chats } from "@lucide/svelte/icons/messages-square";
export { default as Check } from "@lucide/svelte/icons/check";
export { default as Close } from "@lucide/svelte/icons/x";
export { default as Contacts } from "@lucide/svelte/icons/book-user";
export { default as Failure } from "@lucide/svelte/icons/circle-alert";
export { default as FileText } from "@lucide/svelte/icons/file-text";
export { default as Folder } from "@lucide/svelte/icons/folder-open";
export { default as Hint } from "@lucide/svelte/icons/info";
export { default as History } from "@lucide/svelte/icons/archive";
export { default as Key } from "@lucide/svelte/icons/key-round";
export { default as Layers } from "@lucide/svelte/icons/layers";
export { default as Lock } from "@lucide/svelte/icons/lock";
export { default as Pictures } from "@lucide/svelte/icons/images";
export { default as Print } from "@lucide/svelte/icons/printer";
export { default as Save } from "@lucide/svelte/icons/save";
export { default as Search } from "@lucide/svelte/icons/search";
export { default as Settings } from "@lucide/svelte/icons/settings-2";
export { default as Shield } from "@lucide/svelte/icons/shield-check";
export { default as Phone } from "@lucide/svelte/icons/smartphone";
export { default as Success } from "@lucide/svelte/icons/circle-check";
export { default as Waiting } from "@lucide/svelte/icons/loader-circle";
export { default as Warning } from "@lucide/svelte/icons/triangle-alert";
