import { describe, expect, it } from "vitest";
import { readPrice, writePrice } from "./price";

const usd = { currency: "usd", digits: 2, locale: "en-US" };
const eur = { currency: "eur", digits: 2, locale: "de-DE" };
const jpy = { currency: "jpy", digits: 0, locale: "en-US" };
const kwd = { currency: "kwd", digits: 3, locale: "en-US" };

describe("reads a price", () => {
  it.each([
    ["19.99", usd, 19.99],
    ["19,99", usd, 19.99],
    [" 20 ", usd, 20],
    ["0.5", usd, 0.5],
    ["1 000", usd, 1000],
    ["1\u00a0000,50", eur, 1000.5],
    ["1\u202f000", eur, 1000],
    ["1'000.50", usd, 1000.5],
    ["1’000", usd, 1000],
    ["1,000.00", usd, 1000],
    ["1.000,00", usd, 1000],
    ["1,234,567", { ...usd, digits: 2 }, undefined],
    ["999,999.99", usd, 999999.99],
    ["1.000.000", eur, 1000000],
    ["1,00,000", usd, 100000],
    ["１９．９９", usd, 19.99],
    ["２０", usd, 20],
    ["٢٠", usd, 20],
    ["١٩٫٩٩", usd, 19.99],
    ["२०", usd, 20],
    ["$20", usd, 20],
    ["20 $", usd, 20],
    ["US$20", usd, 20],
    ["usd 20", usd, 20],
    ["20 USD", usd, 20],
    ["＄20", usd, 20],
    ["€ 19,99", eur, 19.99],
    ["19,99 €", eur, 19.99],
    ["20,-", eur, 20],
    ["20.-- EUR", eur, 20],
    ["20 €", { locale: "de-DE" }, 20],
    ["¥1,000", jpy, 1000],
    ["￥1000", jpy, 1000],
    ["1.000", jpy, 1000],
    ["0,5", eur, 0.5],
    ["1.5", kwd, 1.5],
    ["1.2345", kwd, undefined],
    ["0.125", kwd, 0.125],
  ])("%j in %j as %j", (typed, format, price) => {
    expect(readPrice(typed, format).price).toBe(price);
  });
});

describe("says why it refuses", () => {
  it.each([
    ["", usd, "field.price.invalid"],
    ["twenty", usd, "field.price.invalid"],
    ["$", usd, "field.price.invalid"],
    ["1e3", usd, "field.price.invalid"],
    ["19.99.99", usd, "field.price.invalid"],
    ["10 00", usd, "field.price.invalid"],
    ["1,0000.00", usd, "field.price.invalid"],
    ["1,000.00,00", usd, "field.price.invalid"],
    [".5", usd, "field.price.invalid"],
    ["1,000", usd, "field.price.ambiguous"],
    ["19.999", usd, "field.price.ambiguous"],
    ["0.999", usd, "error.price-too-many-decimals"],
    ["19.9999", usd, "error.price-too-many-decimals"],
    ["19.99", jpy, "field.price.whole"],
    ["19,5", jpy, "field.price.whole"],
    ["€20", usd, "field.price.currency"],
    ["20 dollars", usd, "field.price.currency"],
    ["-1", usd, "error.price-too-low"],
    ["−$5", usd, "error.price-too-low"],
    ["0", usd, "error.price-too-low"],
    ["0.00", usd, "error.price-too-low"],
    ["1,000,000.01", usd, "error.price-too-high"],
    ["9999999999", usd, "error.price-too-high"],
  ])("%j in %j: %s", (typed, format, problem) => {
    expect(readPrice(typed, format).problem).toBe(problem);
  });
});

it.each([usd, eur])("reads what it has written in $currency", (format) => {
  for (const price of [1, 19.99, 0.1, 1000, 1_000_000]) {
    expect(readPrice(writePrice(price, format.locale), format).price).toBe(price);
  }
});
