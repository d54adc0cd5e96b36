import { expect, test } from "vitest";
import type { ChatView } from "../../bindings/ChatView";
import { chatName, initials, phoneNumber, steadyHue } from "./names";

const named = (kind: ChatView["kind"], address: string, name: string | null = null) => chatName({ kind, address, name }, (id) => id);

test("a person without a name is the number of their own address", () => {
  expect(named("person", "34600111222@s.whatsapp.net")).toBe("+34600111222");
  expect(named("person", "34600111222:3@s.whatsapp.net")).toBe("+34600111222");
});

test("a private address never looks like a number", () => {
  expect(named("person", "204518830917213@lid")).toBe("chats-private-number");
  expect(phoneNumber("204518830917213@lid")).toBeNull();
  expect(phoneNumber("120363041000001@g.us")).toBeNull();
  expect(phoneNumber("0@s.whatsapp.net")).toBeNull();
});

test("a chat that is no person's says what it is", () => {
  expect(named("group", "1@g.us", "  ")).toBe("chats-unnamed-group");
  expect(named("deleted", "x")).toBe("chats-deleted-chat");
});

test("initials come from letters of any script, and from nothing else", () => {
  expect(initials("Ana Ruiz Fernández")).toBe("AF");
  expect(initials("王小明")).toBe("王");
  expect(initials("মা")).toBe("মা");
  expect(initials("🎂 80")).toBeNull();
});

test("a hue is steady and one of eight", () => {
  expect(steadyHue("a@lid")).toBe(steadyHue("a@lid"));
  expect(steadyHue("34600111222@s.whatsapp.net")).toBeLessThan(8);
});
