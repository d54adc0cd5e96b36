// How the window's pages are built: one bundle and its words, no remote origin, for the web view of WebKitGTK 2.44 and newer.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { frozenPrototype } from "./scripts/frozenPrototype.ts";

export default defineConfig({
  plugins: [svelte(), frozenPrototype()],
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  preview: { port: 4173, strictPort: false },
  build: {
    target: "safari17.5",
    cssTarget: "safari17.5",
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    // the words of four languages stand beside the code, not in it
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "words", test: /\.ftl/ }] } } },
  },
});
