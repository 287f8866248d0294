import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { Receipt } from "../api/types";
import { FakeServer, json } from "../test/FakeServer";
import { anOrder, aTicket, renderPage } from "../test/renderPage";
import { minorUnits } from "./minorUnits";

let server: FakeServer;
const receipt: Receipt = {
  id: "r1",
  orderId: "o1",
  ticketId: "t1",
  status: "paid",
  amount: 19.99,
  currency: "eur",
  stripeId: "pi_1",
  paidAt: "2026-11-24T10:00:00Z",
};

beforeEach(() => {
  server = new FakeServer().signedIn();
  server.on("GET", "/api/orders", () => json(200, [anOrder({ status: "complete" })]));
  server.on("GET", "/api/tickets/mine", () => json(200, [aTicket()]));
});

it("shows purchases in the currency that was paid", async () => {
  server.on("GET", "/api/payments", () => json(200, [{ ...receipt, card: { brand: "visa", last4: "4242" } }]));
  renderPage("/receipts");
  const entry = within((await screen.findByRole("link", { name: "Jazz in the park" })).closest("li") as HTMLElement);
  expect(entry.getByText("€19.99")).toBeVisible();
  expect(entry.getByText(/Visa ···· 4242/)).toBeVisible();
  expect(entry.queryByRole("button")).not.toBeInTheDocument();
});

it("refunds a sale after confirmation, and puts the ticket back on sale if asked to", async () => {
  server.on("GET", "/api/payments", () => json(200, [receipt]));
  server.on("POST", "/api/payments/r1/refund", () => {
    server.on("GET", "/api/payments", () => json(200, [{ ...receipt, status: "refunding" }]));
    return json(200, { ...receipt, status: "refunding" });
  });
  const { user } = renderPage("/receipts?sold=true");
  await user.click(await screen.findByRole("button", { name: "Refund Jazz in the park" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Refund this payment?" }));
  await user.click(dialog.getByRole("checkbox", { name: "Put the ticket back on sale" }));
  await user.click(dialog.getByRole("button", { name: "Refund €19.99" }));
  expect(await screen.findByText("Refund in progress")).toBeVisible();
  expect(server.last("POST").body).toEqual({ relist: true });
  expect(screen.queryByRole("button", { name: /^Refund/ })).not.toBeInTheDocument();
});

it("lets the seller request a refund again that the payment provider rejected", async () => {
  server.on("GET", "/api/payments", () =>
    json(200, [{ ...receipt, status: "failed", refundError: "charge_disputed" } satisfies Receipt]),
  );
  renderPage("/receipts?sold=true");
  expect(await screen.findByText("Refund failed")).toBeVisible();
  expect(screen.getByText("The payment provider rejected the refund (charge_disputed).")).toBeVisible();
  expect(screen.getByRole("button", { name: "Refund Jazz in the park" })).toBeVisible();
});

it("shows the refunded part of a payment", async () => {
  server.on("GET", "/api/payments", () => json(200, [{ ...receipt, refundedAmount: 5 } satisfies Receipt]));
  renderPage("/receipts");
  expect(await screen.findByText("€5.00 refunded")).toBeVisible();
  expect(screen.getByText("Paid")).toBeVisible();
});

it.each([
  ["open", "Chargeback under review"],
  ["won", "Chargeback rejected"],
  ["lost", "Chargeback completed"],
])("shows a dispute that is %s as: %s", async (status, words) => {
  const dispute = { status, reason: "fraudulent", amount: 19.99, at: "2026-11-24T10:00:00Z" };
  server.on("GET", "/api/payments", () => json(200, [{ ...receipt, dispute } satisfies Receipt]));
  renderPage("/receipts");
  expect(await screen.findByText(words)).toBeVisible();
});

it.each([
  [19.99, "usd", 1999],
  [1.1, "eur", 110],
  [500, "jpy", 500],
  [1990.5, "huf", 199050],
  [20, "isk", 2000],
  [20, "mga", 20],
  [1.5, "KWD", 1500],
])("converts %s %s to %s minor units", (amount, currency, units) => {
  expect(minorUnits(amount, currency)).toBe(units);
});
