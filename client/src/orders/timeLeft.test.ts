import { expect, it } from "vitest";
import { ServerClock } from "../api/serverClock";
import { clockOf, secondsLeft } from "./timeLeft";

it("never shows more time than there is, although the server's clock is known to a second only", () => {
  const local = Date.parse("2026-11-24T12:00:00Z");
  const until = new Date(local + 900_000).toISOString();
  for (let ahead = 0; ahead < 1000; ahead += 50) {
    const clock = new ServerClock(() => local);
    // the header names the whole second, so the estimate is up to half a second behind
    clock.observe(new Date(Math.floor((local - ahead) / 1000) * 1000).toUTCString(), local);
    expect([899, 900]).toContain(secondsLeft(until, clock.now()));
  }
});

it.each([
  [0, "0:00"],
  [9, "0:09"],
  [61, "1:01"],
  [600, "10:00"],
])("shows %i seconds as %s", (seconds, shown) => {
  expect(clockOf(seconds)).toBe(shown);
});
