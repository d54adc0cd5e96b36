import { expect, test } from "vitest";
import { memberWent, went } from "./words";

const said = (fromMe: boolean, outcome: string, duration = 0) => went({ fromMe, outcome, duration }).word;

test("a call says who called and how it went", () => {
  expect([said(true, "answered", 60), said(false, "answered", 60)]).toEqual(["calls-made", "calls-received"]);
  expect([said(true, "missed"), said(false, "missed")]).toEqual(["calls-not-answered", "calls-missed"]);
  expect([said(true, "declined"), said(false, "unavailable")]).toEqual(["calls-declined", "calls-unavailable"]);
});

test("a call that lasted was answered, and an outcome nobody knows claims nothing", () => {
  expect(said(false, "missed", 12)).toBe("calls-received");
  expect(said(true, "outcome 77")).toBe("calls-made");
  expect([memberWent("answered"), memberWent("outcome 77"), memberWent("missed")]).toEqual([null, null, "calls-member-missed"]);
});
