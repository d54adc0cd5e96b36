// Figures, not verdicts: how fast the window is in headless Chromium. `npm run bench`; nothing here is part of the tests.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ["tests/**/*.bench.ts"],
    globalSetup: ["tests/serve.ts"],
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
