import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { BROWSERS } from "../../scripts/browsers.mjs";
import { problemsIn } from "../../scripts/newer.mjs";

it.each([
  ["a.js", "export const sorted = list => list.toSorted();"],
  ["a.js", "AbortSignal.any([a, b]);"],
  ["a.js", "const key = crypto.randomUUID();"],
  ["a.js", "new Intl.Segmenter('de');"],
  ["a.js", "Object.groupBy(list, f);"],
  ["a.js", "const cased = /[\\p{L}--[a-z]]/v;"],
  ["a.js", "await using file = open();"],
  ["a.css", "a{color:light-dark(#000,#fff)}"],
  ["a.css", "a{color:red;&:hover{color:blue}}"],
  ["a.css", "a:has(b){color:red}"],
])("in %s, the check finds %s", (file, text) => {
  expect(problemsIn(file, text)).toHaveLength(1);
});

it.each([
  ["a.js", "class A { static { this.#b = 1; } static #b; } export default await import('x') ?? list.findLast(f);"],
  ["a.css", "a:hover{color:red}@supports selector(:has(*)){a:has(b){color:red}}"],
])("in %s, the check accepts %s", (file, text) => {
  expect(problemsIn(file, text)).toEqual([]);
});

it("names the same browsers for the build and for users", () => {
  const versions = BROWSERS.map((browser) => /[\d.]+/.exec(browser)?.[0] ?? "");
  for (const file of ["README.md", "index.html"]) {
    const text = readFileSync(file, "utf8");
    expect(versions.filter((version) => !text.includes(` ${version}`))).toEqual([]);
  }
});
