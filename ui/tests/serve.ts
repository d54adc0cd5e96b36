// Before the interface tests: builds the window's pages as they ship (into a folder of its own), serves them, and builds the mock that plays the shell.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";
import type { TestProject } from "vitest/node";

const root = fileURLToPath(new URL("..", import.meta.url));
const outDir = fileURLToPath(new URL("../node_modules/.latchkey-test/dist", import.meta.url));

declare module "vitest" {
  interface ProvidedContext {
    address: string;
    mock: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await mkdir(outDir, { recursive: true });
  // the runner says "test", which would build the pages as in development
  process.env["NODE_ENV"] = "production";
  await build({ root, logLevel: "warn", build: { outDir, emptyOutDir: true } });
  const server = await preview({ root, logLevel: "warn", build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  project.provide("address", server.resolvedUrls?.local[0] ?? "");
  project.provide("mock", await mockScript());
  return () => server.close();
}

/** mock.ts as one script to run before the page: the pages themselves stay exactly what ships. */
async function mockScript(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: "warn",
    build: { write: false, minify: false, target: "es2022", lib: { entry: "tests/mockEntry.ts", formats: ["iife"], name: "latchkey" } },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !("output" in output)) throw new Error("the mock was not built");
  return output.output[0].code;
}
