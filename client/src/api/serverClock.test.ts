import { expect, it } from "vitest";
import { ServerClock } from "./serverClock";

const AT = Date.parse("2026-11-24T12:00:00Z");

function clocks(behind: number) {
  let local = AT;
  const clock = new ServerClock(() => local);
  const header = () => new Date(Math.floor((local + behind) / 1000) * 1000).toUTCString();
  return {
    clock,
    answer: (after: number, took: number) => {
      const sentAt = (local += after);
      local += took;
      clock.observe(header(), sentAt);
    },
    doubt: () => Math.abs(clock.now() - (local + behind)),
  };
}

it("is the local one until a server has answered", () => {
  const { clock } = clocks(0);
  expect(clock.now()).toBe(AT);
});

it("follows a server whose clock is far ahead", () => {
  const { answer, doubt } = clocks(90_000);
  answer(0, 20);
  expect(doubt()).toBeLessThanOrEqual(520);
});

it("gets closer with every answer", () => {
  const { answer, doubt } = clocks(-7_300);
  for (let i = 0; i < 40; i++) {
    answer(370, 15);
  }
  expect(doubt()).toBeLessThanOrEqual(100);
});

it("starts anew when a clock was set", () => {
  let local = AT;
  const clock = new ServerClock(() => local);
  clock.observe(new Date(AT).toUTCString(), AT);
  local += 3_600_000;
  clock.observe(new Date(AT).toUTCString(), local);
  expect(Math.abs(clock.now() - AT)).toBeLessThanOrEqual(1_000);
});

it("learns nothing of an answer without a date", () => {
  const { clock } = clocks(0);
  clock.observe(null, AT);
  clock.observe("yesterday", AT);
  expect(clock.now()).toBe(AT);
});
