import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { FakeServer, json } from "../test/FakeServer";
import { anOrder, renderPage } from "../test/renderPage";

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().signedIn();
  const expiresAt = new Date(Date.now() + 600_000).toISOString();
  server.on("GET", "/api/orders", () => json(200, [anOrder({ expiresAt })]));
});

it.each([
  ["English", "Payment processing"],
  ["Deutsch", "Zahlung wird verarbeitet"],
])("shows the pending payment of a hold and offers no second one: %s", async (language, text) => {
  server.on("GET", "/api/payments", () => json(200, [{ id: "p1", orderId: "o1", status: "pending" }]));
  const { user } = renderPage("/orders");
  await user.selectOptions(await screen.findByRole("combobox", { name: "Language" }), language);
  expect(await screen.findByText(text)).toBeVisible();
  expect(
    within(screen.getByRole("main")).queryByRole("link", { name: /Pay now|Jetzt bezahlen/ }),
  ).not.toBeInTheDocument();
});

it("lets the buyer continue a payment that waits for the bank", async () => {
  server.on("GET", "/api/payments", () => json(200, [{ id: "p1", orderId: "o1", status: "action-required" }]));
  renderPage("/orders");
  expect(await screen.findByText("Waiting for your bank")).toBeVisible();
  expect(within(screen.getByRole("main")).getByRole("link", { name: /^Pay/ })).toBeVisible();
});

it("shows no payment of other orders", async () => {
  server.on("GET", "/api/payments", () => json(200, [{ id: "p2", orderId: "o2", status: "pending" }]));
  renderPage("/orders");
  expect(await within(await screen.findByRole("main")).findByRole("link", { name: /^Pay/ })).toBeVisible();
  expect(screen.queryByText("Payment processing")).not.toBeInTheDocument();
});
