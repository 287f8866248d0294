import { expect, it } from "vitest";
import { isolate } from "./isolate";

it.each([
  ["Jazz (live)", "Jazz (live)"],
  ["!!!", "!!!"],
  ["קונצרט 5", "\u2068קונצרט 5\u2069"],
  ["حفلة!", "\u2068حفلة!\u2069"],
  ["Jazz \u200F5", "\u2068Jazz \u200F5\u2069"],
  ["\u202Eexe.txt", "exe.txt"],
  ["\u2069\u202Eتذاكر", "\u2068تذاكر\u2069"],
])("puts %j into a sentence as %j", (text, isolated) => {
  expect(isolate(text)).toBe(isolated);
});
