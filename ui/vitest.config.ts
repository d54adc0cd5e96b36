// Tests: logic beside its source (src/**/*.test.ts), whole screens in headless Chromium (tests/*.test.ts).
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
    globalSetup: ["tests/serve.ts"],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A busy machine may need seconds for what a quiet one does at once.
    expect: { poll: { timeout: 30_000 } },
  },
});
