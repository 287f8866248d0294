import { expect, it } from "vitest";
import { countdownMark } from "./countdownMark";

it("speaks at full minutes, and at 60, 30 and 10 seconds", () => {
  const heard = [];
  for (let second = 200; second >= 0; second--) {
    const mark = countdownMark(second + 1, second);
    if (mark !== undefined) {
      heard.push(mark);
    }
  }
  expect(heard).toEqual([180, 120, 60, 30, 10]);
});

it("speaks once of what was passed while nobody counted", () => {
  expect(countdownMark(200, 25)).toBe(30);
});

it("is silent in between", () => {
  expect(countdownMark(59, 31)).toBeUndefined();
});
