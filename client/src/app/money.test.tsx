import { renderHook, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { newQueryClient } from "../api/queryClient";
import { en } from "../i18n/en";
import { useMoney } from "../i18n/format";
import { FakeServer, json } from "../test/FakeServer";
import { Providers } from "./Providers";

function moneyIn(currency: string, digits: number) {
  new FakeServer().on("GET", "/api/payments/config", () => json(200, { currency, digits }));
  return renderHook(() => useMoney(), {
    wrapper: ({ children }) => (
      <Providers queryClient={newQueryClient()} initial={{ language: "en", catalogue: en }}>
        {children}
      </Providers>
    ),
  }).result;
}

it.each([
  ["huf", 2, 1990.5, "HUF\u00a01,990.50"],
  ["huf", 2, 1990, "HUF\u00a01,990.00"],
  ["jpy", 0, 2000, "¥2,000"],
  // listed in another currency
  ["jpy", 0, 19.99, "¥19.99"],
  ["kwd", 3, 1.5, "KWD\u00a01.500"],
  ["usd", 2, 19.999, "$19.999"],
])("shows a price exactly: %s with %d digits, %d as %s", async (currency, digits, amount, text) => {
  const money = moneyIn(currency, digits);
  await waitFor(() => expect(money.current(amount)).toBe(text));
});

it("shows the price of a receipt in another currency exactly", () => {
  const money = moneyIn("usd", 2);
  expect(money.current(1990.5, "huf")).toBe("HUF\u00a01,990.5");
  expect(money.current(1.125, "kwd")).toBe("KWD\u00a01.125");
});

it("shows no currency before it is known", () => {
  const money = moneyIn("eur", 2);
  expect(money.current(20)).toBe("20.00");
  expect(money.current(1.125)).toBe("1.125");
});
