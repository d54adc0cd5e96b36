// The start screen.
import { describe } from "vitest";
import { claimsForEveryLook, useBrowser } from "./page";

describe("start", () => {
  const open = useBrowser();
  claimsForEveryLook("start", open, {}, (page) => page.getByRole("heading", { level: 1 }).waitFor());
});
