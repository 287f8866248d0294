import { describe, expect, it } from "vitest";
import { isZone, toInstant, toLocal } from "./localTime";

describe("a local time", () => {
  it.each([
    ["2027-06-12T19:30", "Europe/Vienna", "2027-06-12T17:30:00Z"],
    ["2027-01-12T19:30", "Europe/Vienna", "2027-01-12T18:30:00Z"],
    ["2027-01-01T00:15", "Asia/Kathmandu", "2026-12-31T18:30:00Z"],
    ["2026-12-31T20:00", "America/Los_Angeles", "2027-01-01T04:00:00Z"],
    ["2027-03-28T01:59", "Europe/Berlin", "2027-03-28T00:59:00Z"],
    ["2027-03-28T03:00", "Europe/Berlin", "2027-03-28T01:00:00Z"],
    ["2027-06-12T19:30", "UTC", "2027-06-12T19:30:00Z"],
  ])("%s in %s is %s, and back", (local, zone, instant) => {
    expect(toInstant(local, zone)).toBe(instant);
    expect(toLocal(instant, zone)).toBe(local);
  });

  it("that the clocks skip is moved forwards", () => {
    expect(toInstant("2027-03-28T02:30", "Europe/Berlin")).toBe("2027-03-28T01:30:00Z");
  });

  it("that the clocks repeat is the first one", () => {
    expect(toInstant("2027-10-31T02:30", "Europe/Berlin")).toBe("2027-10-31T00:30:00Z");
  });
});

it.each([
  ["Europe/Vienna", true],
  ["UTC", true],
  ["Europe/Atlantis", false],
  ["", false],
])("the zone %s is known: %s", (zone, known) => {
  expect(isZone(zone)).toBe(known);
});
