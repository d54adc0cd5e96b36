import { expect, test } from "vitest";
import { hostOf, webAddress } from "./addresses";

test("only http and https addresses without turning marks can be opened", () => {
  expect(webAddress(" https://example.org/a ")).toBe("https://example.org/a");
  for (const url of [null, "", "javascript:alert(1)", "file:///etc/passwd", "example.org", "https://example.org/\u202egpj.exe", "https://a b"]) {
    expect(webAddress(url)).toBeNull();
  }
});

test("a host is named without its www", () => {
  expect(hostOf("https://www.example.org:8080/x?y")).toBe("example.org:8080");
});
