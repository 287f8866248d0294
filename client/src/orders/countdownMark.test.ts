import { expect, it } from "vitest";
import { countdownMark } from "./countdownMark";

it("announces full minutes and 60, 30 and 10 seconds", () => {
  const announced = [];
  for (let second = 200; second >= 0; second--) {
    const mark = countdownMark(second + 1, second);
    if (mark !== undefined) {
      announced.push(mark);
    }
  }
  expect(announced).toEqual([180, 120, 60, 30, 10]);
});

it("announces the last mark when several were passed", () => {
  expect(countdownMark(200, 25)).toBe(30);
});

it("announces nothing between marks", () => {
  expect(countdownMark(59, 31)).toBeUndefined();
});
