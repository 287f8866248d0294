import { expect, it } from "vitest";
import { ServerClock } from "./serverClock";

const AT = Date.parse("2026-11-24T12:00:00Z");

function clocks(behind: number) {
  let local = AT;
  const clock = new ServerClock(() => local);
  const header = () => new Date(Math.floor((local + behind) / 1000) * 1000).toUTCString();
  return {
    clock,
    respond: (after: number, took: number) => {
      const sentAt = (local += after);
      local += took;
      clock.observe(header(), sentAt);
    },
    error: () => Math.abs(clock.now() - (local + behind)),
  };
}

it("is the local clock before the first response", () => {
  const { clock } = clocks(0);
  expect(clock.now()).toBe(AT);
});

it("follows a server whose clock is far ahead", () => {
  const { respond, error } = clocks(90_000);
  respond(0, 20);
  expect(error()).toBeLessThanOrEqual(520);
});

it("becomes more exact with every response", () => {
  const { respond, error } = clocks(-7_300);
  for (let i = 0; i < 40; i++) {
    respond(370, 15);
  }
  expect(error()).toBeLessThanOrEqual(100);
});

it("starts over when a clock was changed", () => {
  let local = AT;
  const clock = new ServerClock(() => local);
  clock.observe(new Date(AT).toUTCString(), AT);
  local += 3_600_000;
  clock.observe(new Date(AT).toUTCString(), local);
  expect(Math.abs(clock.now() - AT)).toBeLessThanOrEqual(1_000);
});

it("ignores a response without a date", () => {
  const { clock } = clocks(0);
  clock.observe(null, AT);
  clock.observe("yesterday", AT);
  expect(clock.now()).toBe(AT);
});
