import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { fold } from "./folding";
import { matches, searchTokens } from "./search";
import { hasControls, isVisible, lengthOf, trim } from "./text";

type Vectors = Record<"visible" | "controls", [string, boolean][]> &
  Record<"trim" | "letters", [string, string][]> & {
    length: [string, number][];
    tokens: [string, string[]][];
    matches: [string, string, boolean][];
  };

/** The services' tests run it too. */
const vectors = JSON.parse(
  readFileSync("../common/src/test/resources/com/ticketing/common/text/text-vectors.json", "utf8"),
) as Vectors;

it.each(vectors.visible)("finds a visible character in %j: %s", (text, visible) => {
  expect(isVisible(text)).toBe(visible);
});

it.each(vectors.controls)("finds controls in %j: %s", (text, controls) => {
  expect(hasControls(text)).toBe(controls);
});

it.each(vectors.length)("counts the code points of %j: %d", (text, length) => {
  expect(lengthOf(text)).toBe(length);
});

it.each(vectors.trim)("trims %j to %j", (text, trimmed) => {
  expect(trim(text)).toBe(trimmed);
});

it("trims all white space of Unicode and zero-width spaces", () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const spaces = characters.filter((character) => /[\p{White_Space}\u200B\u2060\uFEFF]/u.test(character));
  expect(characters.filter((character) => trim(character) === "")).toEqual(spaces);
});

it("trims without a regular expression, which tries each of many spaces inside a text", () => {
  const search = vi.spyOn(RegExp.prototype, "exec");
  const text = `a${" ".repeat(64_000)}b`;
  expect(trim(` ${text} `)).toBe(text);
  expect(search).not.toHaveBeenCalled();
});

it.each(vectors.letters)("folds %j to %j", (letter, folded) => {
  expect(fold(letter)).toBe(folded);
});

it.each(vectors.tokens)("splits %j into %j", (text, tokens) => {
  expect(searchTokens(text)).toEqual(tokens);
});

it.each(vectors.matches)("finds %j by %j: %s", (title, q, found) => {
  expect(matches(title, q)).toBe(found);
});
