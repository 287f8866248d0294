import { expect, it } from "vitest";
import { spoken } from "./spoken";

it("speaks at full minutes, and at 60, 30 and 10 seconds", () => {
  const heard = [];
  for (let second = 200; second >= 0; second--) {
    const mark = spoken(second + 1, second);
    if (mark !== undefined) {
      heard.push(mark);
    }
  }
  expect(heard).toEqual([180, 120, 60, 30, 10]);
});

it("speaks once of what was passed while nobody counted", () => {
  expect(spoken(200, 25)).toBe(30);
});

it("is silent in between", () => {
  expect(spoken(59, 31)).toBeUndefined();
});
