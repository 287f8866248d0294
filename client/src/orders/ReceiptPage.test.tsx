import { onlineManager } from "@tanstack/react-query";
import { act, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { order as orderQuery, paymentOf } from "../api/queries";
import type { Receipt } from "../api/types";
import { error, FakeServer, json } from "../test/FakeServer";
import { anOrder, renderPage } from "../test/renderPage";

let server: FakeServer;

const placed = { placedAt: "2026-11-24T11:00:00Z", status: "complete" } as const;
const order = anOrder({
  ...placed,
  ticket: {
    ...anOrder().ticket,
    startsAt: "2031-06-12T17:30:00Z",
    timeZone: "Europe/Vienna",
    venue: "Stephaniensaal",
    city: "Graz",
    seat: "Row 3",
  },
});

function aReceipt(more: Partial<Receipt> = {}): Receipt {
  return {
    id: "r1",
    orderId: "o1",
    ticketId: "t1",
    status: "paid",
    amount: 19.99,
    currency: "usd",
    card: { brand: "visa", last4: "4242" },
    paidAt: "2026-11-24T11:03:00Z",
    ...more,
  };
}

beforeEach(() => {
  server = new FakeServer()
    .signedIn()
    .on("GET", "/api/orders/o1", () => json(200, order))
    .on("GET", "/api/payments", () => json(200, [aReceipt()]));
});

afterEach(() => {
  onlineManager.setOnline(true);
});

/** Returns the facts that the receipt shows, by name. */
async function facts(): Promise<Record<string, string | null>> {
  await screen.findByRole("heading", { level: 1, name: "Receipt" });
  const names = screen.getAllByRole("term");
  return Object.fromEntries(names.map((name) => [name.textContent, name.nextElementSibling?.textContent ?? null]));
}

it("waits for the payment if none was known before", async () => {
  let respond = (): void => undefined;
  server.on("GET", "/api/payments", () => new Promise((resolve) => (respond = () => resolve(json(200, [aReceipt()])))));
  server.on("GET", "/api/orders", () => json(200, []));
  const { queryClient, router } = renderPage("/orders");
  await screen.findByRole("heading", { level: 1, name: "My orders" });
  queryClient.setQueryData(paymentOf("o1").queryKey, null);
  queryClient.setQueryData(orderQuery("o1").queryKey, order);
  await act(() => router.navigate("/orders/o1/receipt"));
  expect(screen.queryByRole("heading", { name: "Page not found" })).not.toBeInTheDocument();
  act(() => respond());
  expect(await screen.findByRole("heading", { level: 1, name: "Receipt" })).toBeVisible();
});

it("reports at once that the calendar cannot be opened without a connection", async () => {
  const { user } = renderPage("/orders/o1/receipt");
  const button = await screen.findByRole("button", { name: "Add to calendar" });
  server.on("GET", "/api/orders/o1", () => Promise.reject(new TypeError("Failed to fetch")));
  onlineManager.setOnline(false);
  await user.click(button);
  expect(await screen.findByText(/You seem to be offline/)).toBeVisible();
});

it("shows the purchase", async () => {
  renderPage("/orders/o1/receipt");
  expect(await facts()).toMatchObject({
    "Receipt no.": "r1",
    "Order no.": "o1",
    Status: "Paid",
    Ordered: expect.stringContaining("Nov 24, 2026") as string,
    Paid: expect.stringContaining("Nov 24, 2026") as string,
    Card: "Visa ···· 4242",
    Buyer: "me@example.com",
    "Date and time": expect.stringContaining("June 12, 2031 at 7:30") as string,
    Venue: "Stephaniensaal",
    City: "Graz",
    Seat: "Row 3",
    Amount: "$19.99",
  });
  expect(await facts()).not.toHaveProperty("Refunded");
  expect(screen.getByText("Visa ···· 4242")).toHaveAccessibleName("Visa ending in 4242");
  expect(screen.getByRole("heading", { level: 2, name: "Jazz in the park" })).toBeVisible();
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it("shows the refund", async () => {
  const refund = { reason: "requested", stripeId: "re_1", at: "2026-11-25T09:00:00Z", relistable: false };
  server
    .on("GET", "/api/orders/o1", () => json(200, anOrder({ ...order, status: "refunded" })))
    .on("GET", "/api/payments", () => json(200, [aReceipt({ status: "refunded", refund })]));
  renderPage("/orders/o1/receipt");
  expect(await facts()).toMatchObject({
    Status: "Refunded",
    Refunded: expect.stringContaining("Nov 25, 2026") as string,
  });
  expect(screen.queryByRole("button", { name: "Add to calendar" })).not.toBeInTheDocument();
});

it("fetches the payment again when it opens, as it may have been paid since", async () => {
  server.on("GET", "/api/orders", () => json(200, [order]));
  const { router, queryClient } = renderPage("/orders");
  await screen.findByRole("heading", { level: 1, name: "My orders" });
  queryClient.setQueryData(paymentOf("o1").queryKey, aReceipt({ status: "pending" }));
  await act(() => router.navigate("/orders/o1/receipt"));
  await waitFor(async () => expect(await facts()).toMatchObject({ Status: "Paid" }));
});

it("shows only what is known", async () => {
  server
    .on("GET", "/api/orders/o1", () => json(200, anOrder({ status: "complete" })))
    .on("GET", "/api/payments", () => {
      const { card, ...rest } = aReceipt();
      expect(card).toBeDefined();
      return json(200, [rest]);
    });
  renderPage("/orders/o1/receipt");
  const shown = await facts();
  for (const name of ["Ordered", "Card", "Date and time", "Venue", "City", "Seat"]) {
    expect(shown).not.toHaveProperty(name);
  }
  expect(screen.queryByRole("button", { name: "Add to calendar" })).not.toBeInTheDocument();
});

it.each([
  [true, "Your purchases are also confirmed by email."],
  [false, "Receipts are not sent by email. Print this page or save it as a PDF."],
])("states whether receipts are sent by email: %s", async (receipts, text) => {
  server.on("GET", "/api/users/config", () => json(200, { passwordReset: true, receipts }));
  renderPage("/orders/o1/receipt");
  expect(await screen.findByText(text)).toBeVisible();
});

it("prints", async () => {
  const print = vi.fn();
  vi.stubGlobal("print", print);
  const { user } = renderPage("/orders/o1/receipt");
  await user.click(await screen.findByRole("button", { name: "Print or save as PDF" }));
  expect(print).toHaveBeenCalledOnce();
});

it.each([
  ["is another user's", () => error(401, "not-authorized"), () => json(200, [])],
  ["does not exist", () => error(404, "not-found"), () => json(200, [])],
  ["is not paid", () => json(200, anOrder()), () => json(200, [])],
])("does not exist for an order that %s", async (_, orderAnswer, payments) => {
  server
    .on("GET", "/api/orders/o1", orderAnswer)
    .on("POST", "/api/users/refresh", () => json(200, {}))
    .on("GET", "/api/payments", payments);
  renderPage("/orders/o1/receipt");
  expect(await screen.findByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
});

it("is linked from the order and from the list of orders", async () => {
  server.on("GET", "/api/orders", () => json(200, [order, anOrder({ id: "o2", status: "cancelled" })]));
  const { unmount } = renderPage("/orders/o1");
  expect(await screen.findByRole("link", { name: "View receipt" })).toHaveAttribute("href", "/orders/o1/receipt");
  unmount();
  renderPage("/orders");
  const links = within(await screen.findByRole("main")).findAllByRole("link", {
    name: "View receipt: Jazz in the park",
  });
  expect((await links).map((link) => link.getAttribute("href"))).toEqual(["/orders/o1/receipt"]);
});
