import { describe, expect, it } from "vitest";
import { examplePrice, LONGEST_INPUT, type PriceFormat, readPrice, writePrice } from "./price";

const usd = { currency: "usd", digits: 2, minimum: 0.5, maximum: 999_999.99, locale: "en-US" };
const eur = { currency: "eur", digits: 2, minimum: 0.5, maximum: 999_999.99, locale: "de-DE" };
const jpy = { currency: "jpy", digits: 0, minimum: 50, maximum: 99_999_999, locale: "en-US" };
const huf = { currency: "huf", digits: 2, minimum: 175, maximum: 99_999_999, locale: "de-DE" };
const kwd = { currency: "kwd", digits: 3, maximum: 99_999.999, locale: "en-US" };
const bhd = { currency: "bhd", digits: 3, locale: "de-DE" };
const unknown: PriceFormat = { locale: "de-DE" };

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
    ["1,234,567", { ...usd, maximum: undefined }, 1234567],
    ["999,999.99", usd, 999999.99],
    ["100.000.000", { ...eur, maximum: undefined }, 100000000],
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
    ["20,–", eur, 20],
    ["20,—", eur, 20],
    ["20,- €", eur, 20],
    ["20", unknown, 20],
    ["\u200b20\u200b", usd, 20],
    ["\u202d1\u00ad9.99\u202c", usd, 19.99],
    ["\ufeff20", usd, 20],
    ["¥1,000", jpy, 1000],
    ["￥1000", jpy, 1000],
    ["1.000", jpy, 1000],
    ["0,5", eur, 0.5],
    ["1.5", kwd, 1.5],
    ["0.125", kwd, 0.125],
    ["1.125", kwd, 1.125],
    ["1,125", bhd, 1.125],
    ["12.500", kwd, 12.5],
    ["1990.50", huf, 1990.5],
  ])("%j in %j as %j", (typed, format, price) => {
    expect(readPrice(typed, format).price).toBe(price);
  });
});

describe("returns why it rejects a price", () => {
  it.each([
    ["", usd, "field.price.invalid"],
    ["twenty", usd, "field.price.invalid"],
    ["$", usd, "field.price.invalid"],
    ["1e3", usd, "field.price.invalid"],
    ["5-10", usd, "field.price.invalid"],
    ["¹²", usd, "field.price.invalid"],
    ["1²3", usd, "field.price.invalid"],
    ["\u200b", usd, "field.price.invalid"],
    ["1".repeat(LONGEST_INPUT + 1), usd, "field.price.tooLong"],
    [" ".repeat(LONGEST_INPUT) + "1", usd, "field.price.tooLong"],
    ["19.99.99", usd, "field.price.groups"],
    ["10 00", usd, "field.price.groups"],
    ["1,0000.00", usd, "field.price.groups"],
    ["1,000.00,00", usd, "field.price.groups"],
    [".5", usd, "field.price.groups"],
    ["1,000", usd, "field.price.ambiguous"],
    ["19.999", usd, "field.price.ambiguous"],
    ["1,125", kwd, "field.price.ambiguous"],
    ["1.125", bhd, "field.price.ambiguous"],
    ["0.999", usd, "field.price.decimals"],
    ["19.9999", usd, "field.price.decimals"],
    ["1.2345", kwd, "field.price.decimals"],
    ["19.99", jpy, "field.price.whole"],
    ["19,5", jpy, "field.price.whole"],
    ["€20", usd, "field.price.currency"],
    ["20 dollars", usd, "field.price.currency"],
    ["20²", usd, "field.price.currency"],
    ["20 €", unknown, "field.price.amountOnly"],
    ["$20", unknown, "field.price.amountOnly"],
    ["-1", usd, "field.price.negative"],
    ["−$5", usd, "field.price.negative"],
    ["–5", usd, "field.price.negative"],
    ["—5", usd, "field.price.negative"],
    ["－５", usd, "field.price.negative"],
    ["$-5", usd, "field.price.negative"],
    ["5-", usd, "field.price.negative"],
    ["0", usd, "field.price.zero"],
    ["0.00", usd, "field.price.zero"],
    ["0.49", usd, "field.price.minimum"],
    ["49", jpy, "field.price.minimum"],
    ["174.99", huf, "field.price.minimum"],
    ["1,000,000.00", usd, "field.price.maximum"],
    ["9999999999", usd, "field.price.maximum"],
    ["1".repeat(LONGEST_INPUT), usd, "field.price.maximum"],
  ] as const)("%j in %j: %s", (typed, format, problem) => {
    expect(readPrice(typed, format).problem).toBe(problem);
  });
});

describe.each([usd, eur, jpy, huf, kwd, bhd])("in $currency", (format) => {
  const { digits, minimum = 0, maximum = 99_999.999, locale } = format as PriceFormat & { digits: number };
  const fraction = Number((1 - 10 ** -digits).toFixed(digits));

  it.each([minimum, 1000, 1000 + fraction, 100 + fraction, maximum].filter((price) => price > 0 && price >= minimum))(
    "reads the price %d that it has written",
    (price) => {
      expect(readPrice(writePrice(price, locale, digits), format).price).toBe(price);
      // written before the currency is known
      expect(readPrice(writePrice(price, locale), format).price).toBe(price);
    },
  );

  it("gives an example that can be typed", () => {
    expect(readPrice(examplePrice(format), format).problem).toBeUndefined();
  });
});

it.each([
  [19.999, 2, "19.999"],
  [1990.5, 0, "1990.5"],
  [1.5, 3, "1.500"],
  [20, 2, "20"],
])("writes %d with all its decimals in a currency of %d", (price, digits, written) => {
  expect(writePrice(price, "en-US", digits)).toBe(written);
});
