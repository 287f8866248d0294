import { expect, it } from "vitest";
import { parsePrice, writePrice } from "./price";

it.each([
  ["19.99", 19.99],
  ["19,99", 19.99],
  [" 20 ", 20],
  ["1 000", 1000],
  ["0.5", 0.5],
  ["19.999", undefined],
  ["1,000", undefined],
  ["1.000,00", undefined],
  ["-1", undefined],
  ["1e3", undefined],
  ["", undefined],
  ["twenty", undefined],
])("reads %j as %s", (typed, price) => {
  expect(parsePrice(typed)).toBe(price);
});

it.each(["en", "de"])("reads what it has written in %s", (locale) => {
  for (const price of [1, 19.99, 0.1, 1_000_000]) {
    expect(parsePrice(writePrice(price, locale))).toBe(price);
  }
});
