import { expect, it } from "vitest";
import { matches } from "./search";

it.each([
  ["Jazz in the park", "jaz par", true],
  ["Jazz in the park", "PARK", true],
  ["Jazz in the park", "azz", false],
  ["Jazz in the park", "jazz rock", false],
  ["Übermut (live)", "über liv", true],
  ["Anything", "", true],
])("finds %j by %j: %s", (title, q, found) => {
  expect(matches(title, q)).toBe(found);
});
