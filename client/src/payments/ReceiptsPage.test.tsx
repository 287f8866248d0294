import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { Receipt } from "../api/types";
import { error, FakeServer, json } from "../test/FakeServer";
import { anOrder, aTicket, renderPage } from "../test/renderPage";

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
  expect(entry.getByText("Paid with Visa ···· 4242")).toHaveAccessibleName("Paid with Visa ending in 4242");
  expect(entry.queryByRole("button")).not.toBeInTheDocument();
});

it("names a receipt by its number while the title of its ticket is unknown", async () => {
  server.on("GET", "/api/tickets/mine", () => json(200, []));
  server.on("GET", "/api/payments", () => json(200, [receipt]));
  renderPage("/receipts?sold=true");
  expect(await screen.findByRole("link", { name: "Ticket" })).toHaveAttribute("href", "/tickets/t1");
  expect(screen.getByRole("button", { name: "Refund Receipt no. r1" })).toBeVisible();
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

it("closes the dialog once the refund is confirmed, while the receipts are loaded again", async () => {
  server.on("GET", "/api/payments", () => json(200, [receipt]));
  server.on("POST", "/api/payments/r1/refund", () => {
    server.on("GET", "/api/payments", () => new Promise(() => undefined));
    return json(200, { ...receipt, status: "refunding" });
  });
  const { user } = renderPage("/receipts?sold=true");
  await user.click(await screen.findByRole("button", { name: "Refund Jazz in the park" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Refund this payment?" }));
  await user.click(dialog.getByRole("button", { name: "Refund €19.99" }));
  expect(await screen.findByText("Refund started.")).toBeVisible();
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(screen.getByText("Refund in progress")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Refund Jazz in the park" })).not.toBeInTheDocument();
});

it("lets the seller request a refund again that the payment provider rejected", async () => {
  server.on("GET", "/api/payments", () =>
    json(200, [{ ...receipt, status: "failed", refundError: "charge_disputed" } satisfies Receipt]),
  );
  const { user } = renderPage("/receipts?sold=true");
  expect(await screen.findByText("Refund failed")).toBeVisible();
  expect(screen.getByText("The payment provider rejected the refund (charge_disputed).")).toBeVisible();
  server.on("POST", "/api/payments/r1/refund", () => {
    server.on("GET", "/api/payments", () => new Promise(() => undefined));
    return json(200, { ...receipt, status: "refunding" });
  });
  await user.click(screen.getByRole("button", { name: "Refund Jazz in the park" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Refund this payment?" }));
  // the first request has decided it
  expect(dialog.queryByRole("checkbox")).not.toBeInTheDocument();
  await user.click(dialog.getByRole("button", { name: "Refund €19.99" }));
  await waitFor(() => expect(server.last("POST").body).toEqual({}));
  expect(await screen.findByText("Refund in progress")).toBeVisible();
  expect(screen.queryByText(/rejected the refund/)).not.toBeInTheDocument();
});

it("shows the refunded part of a payment", async () => {
  server.on("GET", "/api/payments", () => json(200, [{ ...receipt, refundedAmount: 5 } satisfies Receipt]));
  renderPage("/receipts");
  expect(await screen.findByText("Partial refund: €5.00")).toBeVisible();
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

it("shows a payment that is not decided yet, with a link to its order", async () => {
  server.on("GET", "/api/payments", () =>
    json(200, [
      { ...receipt, status: "pending" },
      { ...receipt, id: "r2", status: "action-required" },
    ]),
  );
  renderPage("/receipts");
  expect(await screen.findByText("Payment processing")).toBeVisible();
  expect(screen.getByText("Waiting for your bank")).toBeVisible();
  expect(screen.queryByText("Paid")).not.toBeInTheDocument();
});

it("puts the ticket of a refunded sale back on sale", async () => {
  const refund = { reason: "requested", stripeId: "re_1", at: "2026-11-24T10:00:00Z", relistable: true };
  server.on("GET", "/api/payments", () => json(200, [{ ...receipt, status: "refunded", refund }]));
  server.on("POST", "/api/payments/r1/relist", () => error(400, "not-relistable"));
  const { user } = renderPage("/receipts?sold=true");
  const relist = await screen.findByRole("button", { name: "Put back on sale: Jazz in the park" });
  await user.click(relist);
  expect(await screen.findByRole("alert")).toHaveTextContent("This ticket can't be put back on sale");

  server.on("POST", "/api/payments/r1/relist", () => {
    server.on("GET", "/api/payments", () =>
      json(200, [{ ...receipt, status: "refunded", refund: { ...refund, relistable: false } }]),
    );
    return json(200, { ...receipt, status: "refunded" });
  });
  await user.click(relist);
  expect(await screen.findByText("The ticket is back on sale.")).toBeVisible();
  expect(screen.queryByRole("button", { name: /back on sale/ })).not.toBeInTheDocument();
});
