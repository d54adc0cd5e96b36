// One rule that matters, beside the recommended ones: who may import whom.
//   screens → parts, components, state, ipc, i18n     parts (what several screens share and that speaks) → components, state, ipc, i18n
//   state → ipc, i18n     components → nothing     only ipc → @tauri-apps/api
import { readdirSync } from "node:fs";
import svelte from "eslint-plugin-svelte";
import tseslint from "typescript-eslint";

const forbid = (...patterns) => ({
  "no-restricted-imports": ["error", { patterns: patterns.map(([where, message]) => ({ [typeof where === "string" ? "regex" : "group"]: where, message })) }],
});

const tauri = [["@tauri-apps/*"], "Only src/ipc/ talks to the shell."];
const screens = [["**/screens/**"], "Only App.svelte imports screens."];
// a new screen is in the rule as soon as it has a folder
const names = readdirSync(new URL("src/screens/", import.meta.url)).join("|");
const siblings = [`^(\\.\\./)+(screens/)?(${names})(/|$)`, "A screen never imports another screen."];
const parts = [["**/parts/**"], "Only screens and App.svelte use parts."];
const state = [["**/state/*"], "This folder does not know the state."];
const ipc = [["**/ipc/*", "**/bindings/*"], "This folder does not know the shell."];
const components = [["**/components/*"], "This folder draws nothing."];
const words = [["**/i18n/*"], "Components are given their words."];

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "src/bindings/", "src/i18n/ids/"] },
  ...tseslint.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: [".svelte"] } },
  },
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "svelte/no-at-html-tags": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-undef": "off",
      "prefer-const": "off",
      "svelte/prefer-const": ["error", { excludedRunes: ["$props", "$state", "$derived"] }],
    },
  },
  { files: ["src/screens/**"], rules: forbid(tauri, siblings) },
  { files: ["src/parts/**"], rules: forbid(tauri, screens) },
  { files: ["src/state/**"], rules: forbid(tauri, screens, parts, components) },
  { files: ["src/components/**"], rules: forbid(tauri, screens, parts, state, ipc, words) },
  { files: ["src/ipc/**"], rules: forbid(screens, parts, state, components) },
  { files: ["src/App.svelte", "src/main.ts"], rules: forbid(tauri) },
);
