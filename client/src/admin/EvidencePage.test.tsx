import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { DeliveryReads, OrderOf, Receipt } from "../api/types";
import { error, FakeServer, json } from "../test/FakeServer";
import { anOrder, renderPage } from "../test/renderPage";

const ADDRESS = "/admin/users/p1/orders/o1";
const order: OrderOf = {
  ...anOrder({ userId: "p1", status: "complete", placedAt: "2026-11-24T10:00:00Z" }),
  usedAt: "2026-11-25T18:00:00Z",
};
const receipt: Receipt = {
  id: "r1",
  orderId: "o1",
  ticketId: "t1",
  status: "paid",
  amount: 19.99,
  currency: "eur",
  paidAt: "2026-11-24T10:01:00Z",
};
const account = { id: "p1", email: "pest@example.com", roles: [], banned: false };
let server: FakeServer;

function aDelivery(more: Partial<DeliveryReads> = {}): DeliveryReads {
  return {
    kind: "link",
    givenAt: "2026-11-24T12:00:00Z",
    current: true,
    orderId: "o1",
    givenBeforeSale: false,
    reads: [
      { userId: "p1", at: "2026-11-24T13:00:00Z" },
      { userId: "p1", at: "2026-11-24T14:00:00Z" },
    ],
    ...more,
  };
}

function answer(...deliveries: DeliveryReads[]): void {
  server.on("GET", "/api/tickets/t1/delivery/reads", () => json(200, deliveries));
}

beforeEach(() => {
  server = new FakeServer()
    .signedIn(["admin"])
    .on("GET", "/api/users", () => json(200, [account]))
    .on("GET", "/api/orders/buyers/p1", () => json(200, [anOrder({ id: "o9" }), order]));
  answer(aDelivery());
});

/** Returns the facts that the page shows, by name. */
async function facts(): Promise<Record<string, string | null>> {
  await screen.findByRole("heading", { level: 2, name: "Delivery" });
  const names = screen.getAllByRole("term");
  return Object.fromEntries(names.map((name) => [name.textContent, name.nextElementSibling?.textContent ?? null]));
}

it("shows when and how a ticket was delivered, who opened it when, and when its pass was used", async () => {
  renderPage(ADDRESS);
  expect((await screen.findAllByText("pest@example.com")).length).toBe(3);
  expect(await facts()).toMatchObject({
    "Order no.": "o1",
    Ticket: "Jazz in the park",
    "Ticket no.": "t1",
    Buyer: "pest@example.com",
    Status: "Paid",
    Amount: "$19.99",
    Ordered: expect.stringMatching(/Nov 24, 2026, 10:00:00\sAM UTC/) as string,
    Delivered: expect.stringMatching(/Nov 24, 2026, 12:00:00\sPM UTC/) as string,
    "Delivered as": "Link",
    "Pass used": expect.stringMatching(/Nov 25, 2026, 6:00:00\sPM UTC/) as string,
  });
  const reads = within(screen.getByRole("heading", { name: "Opened by the buyer" }).closest("section") as HTMLElement);
  expect(reads.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/Nov 24, 2026, 1:00:00\sPM UTC pest@example.com/),
    expect.stringMatching(/Nov 24, 2026, 2:00:00\sPM UTC pest@example.com/),
  ]);
  expect(server.calls.filter(({ path }) => path.startsWith("/api/users?")).map(({ path }) => path)).toEqual([
    "/api/users?id=p1",
  ]);
});

it("shows an unopened delivery and an unused pass", async () => {
  server.on("GET", "/api/orders/buyers/p1", () => json(200, [anOrder({ userId: "p1", status: "complete" })]));
  answer(aDelivery({ reads: [] }));
  renderPage(ADDRESS);
  expect(await facts()).toMatchObject({ "Pass used": "No use recorded" });
  expect(screen.getByText("The delivery hasn't been opened.")).toBeVisible();
});

it("states only that no delivery is recorded for the order, though another buyer of the ticket had one", async () => {
  answer(aDelivery({ orderId: "o0", current: false }));
  renderPage(ADDRESS);
  expect(await facts()).not.toHaveProperty("Delivered");
  expect(screen.getByText("No delivery is recorded for this order.")).toBeVisible();
  expect(screen.queryByRole("heading", { name: "Opened by the buyer" })).not.toBeInTheDocument();
});

it("explains a delivery that was there before the sale", async () => {
  answer(aDelivery({ givenBeforeSale: true }));
  renderPage(ADDRESS);
  expect(await screen.findByText(/before the sale/)).toBeVisible();
});

it("states that only the first reads are recorded", async () => {
  const reads = Array.from({ length: 50 }, () => ({ userId: "p1", at: "2026-11-24T13:00:00Z" }));
  answer(aDelivery({ reads }));
  renderPage(ADDRESS);
  expect(await screen.findByText("Only the first 50 times the delivery was opened are recorded.")).toBeVisible();
});

it("shows the refund and the chargeback of the payment", async () => {
  server.on("GET", "/api/payments", () =>
    json(200, [
      {
        ...receipt,
        status: "refunded",
        refund: { at: "2026-11-25T09:00:00Z", reason: "requested", relistable: false, stripeId: "re_1" },
        dispute: { at: "2026-11-26T09:00:00Z", amount: 19.99, reason: "fraudulent", status: "open" },
      },
    ]),
  );
  renderPage(ADDRESS);
  expect(await facts()).toMatchObject({
    Amount: "€19.99",
    Paid: expect.stringMatching(/Nov 24, 2026, 10:01:00\sAM UTC/) as string,
    Refunded: expect.stringMatching(/Nov 25, 2026, 9:00:00\sAM UTC/) as string,
    "Refund no. at Stripe": "re_1",
    Chargeback: "Chargeback under review",
    "Chargeback opened": expect.stringMatching(/Nov 26, 2026, 9:00:00\sAM UTC/) as string,
    "Chargeback reason": "fraudulent",
  });
  expect(server.calls.map(({ path }) => path)).toContain("/api/payments?orderId=o1");
});

it.each([
  ["refunding", "Refund in progress"],
  ["failed", "Refund failed"],
])("shows a refund that is not completed: %s", async (status, words) => {
  server.on("GET", "/api/payments", () => json(200, [{ ...receipt, status }]));
  renderPage(ADDRESS);
  const shown = await facts();
  expect(shown).toMatchObject({ Refund: words });
  expect(shown).not.toHaveProperty("Refunded");
});

it("shows a payment without refund and chargeback", async () => {
  server.on("GET", "/api/payments", () => json(200, [receipt]));
  renderPage(ADDRESS);
  const names = Object.keys(await facts());
  expect(names).toContain("Paid");
  expect(names.filter((name) => /refund|chargeback/i.test(name))).toEqual([]);
});

it("shows the refund that the order has, if its payment is removed", async () => {
  const refund = { at: "2026-11-25T09:00:00Z", stripeId: "re_1" };
  server.on("GET", "/api/orders/buyers/p1", () => json(200, [{ ...order, status: "refunded", refund }]));
  renderPage(ADDRESS);
  expect(await facts()).toMatchObject({ "Refund no. at Stripe": "re_1" });
});

it("copies the evidence as text", async () => {
  const { user } = renderPage(ADDRESS);
  const writeText = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await screen.findAllByText("pest@example.com");
  await user.click(screen.getByRole("button", { name: "Copy as text" }));
  expect(await screen.findByText("Evidence copied.")).toBeVisible();
  const text = writeText.mock.calls[0]?.[0];
  expect(text).toMatch(/^Evidence\nAs of: .+\nOrder no\.: o1\n/);
  expect(text).toMatch(
    /\n\nDelivery\nDelivered: Nov 24, 2026, 12:00:00\sPM UTC\nDelivered as: Link\n\nOpened by the buyer\n/,
  );
  expect(text).toMatch(/\nNov 24, 2026, 2:00:00\sPM UTC: pest@example\.com$/);
});

it("can be copied and printed only once it names the users by email", async () => {
  let answerAccounts: (response: Response) => void = () => undefined;
  server.on("GET", "/api/users", () => new Promise((resolve) => (answerAccounts = resolve)));
  const { user } = renderPage(ADDRESS);
  const writeText = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await waitFor(() => expect(server.count("GET", "/api/users")).toBe(1));
  expect(screen.queryByRole("button", { name: /^(Copy|Print)/ })).not.toBeInTheDocument();
  answerAccounts(json(200, [account]));
  await user.click(await screen.findByRole("button", { name: "Copy as text" }));
  expect(writeText.mock.calls[0]?.[0]).toMatch(/\nBuyer: pest@example\.com\n/);
});

it("names the users by id while their accounts cannot be loaded, and offers to load them again", async () => {
  server.on("GET", "/api/users", () => error(503, "temporarily-unavailable"));
  const { user } = renderPage(ADDRESS);
  const alert = within(await screen.findByRole("alert"));
  expect(await facts()).toMatchObject({ Buyer: "p1" });
  expect(screen.getByRole("button", { name: "Copy as text" })).toBeVisible();
  server.on("GET", "/api/users", () => json(200, [account]));
  await user.click(alert.getByRole("button", { name: "Try again" }));
  expect((await screen.findAllByText("pest@example.com")).length).toBe(3);
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

it("explains that the browser does not allow copying", async () => {
  const { user } = renderPage(ADDRESS);
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("denied"));
  await user.click(await screen.findByRole("button", { name: "Copy as text" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Select the text and copy it yourself.");
});

it("prints", async () => {
  const print = vi.fn();
  vi.stubGlobal("print", print);
  const { user } = renderPage(ADDRESS);
  await user.click(await screen.findByRole("button", { name: "Print or save as PDF" }));
  expect(print).toHaveBeenCalledOnce();
});

it("finds the order on a later page, when it was not opened from the list", async () => {
  server.on("GET", "/api/orders/buyers/p1", ({ path }) =>
    path.includes("after=")
      ? json(200, [order])
      : json(200, [anOrder({ id: "o9" })], { Link: '</api/orders/buyers/p1?after=o9>; rel="next"' }),
  );
  renderPage(ADDRESS);
  expect(await facts()).toMatchObject({ "Order no.": "o1" });
});

it("searches a limited number of orders", async () => {
  server.on("GET", "/api/orders/buyers/p1", ({ path }) => {
    const page = Number(new URLSearchParams(path.split("?")[1]).get("after") ?? 0) + 1;
    return json(200, [anOrder({ id: `other${page}` })], {
      Link: `</api/orders/buyers/p1?limit=200&after=${page}>; rel="next"`,
    });
  });
  renderPage(ADDRESS);
  expect(
    await screen.findByText("Only the newest 4,000 orders of this user were searched. This order may be older."),
  ).toBeVisible();
  expect(server.calls.find(({ path }) => path.startsWith("/api/orders/buyers/"))?.path).toBe(
    "/api/orders/buyers/p1?limit=200",
  );
  expect(server.count("GET", "/api/orders/buyers/p1")).toBe(20);
  expect(server.count("GET", "/api/tickets/t1/delivery/reads")).toBe(0);
});

it("states the time of the oldest data", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-26T10:00:00Z") });
  server.on("GET", "/api/tickets/t1/delivery/reads", () => {
    vi.setSystemTime(Date.parse("2026-11-26T10:05:00Z"));
    return json(200, [aDelivery()]);
  });
  renderPage(ADDRESS);
  expect(await facts()).toMatchObject({ "As of": expect.stringMatching(/Nov 26, 2026, 10:00:00\sAM/) as string });
});

it("loads an order again that the list has shown before", async () => {
  server
    .on("GET", "/api/tickets/sellers/p1", () => json(200, []))
    .on("GET", "/api/orders/buyers/p1", () => json(200, [{ ...order, usedAt: undefined }]));
  const { user } = renderPage("/admin/users/p1");
  const link = await screen.findByRole("link", { name: "Evidence: Jazz in the park" });
  server.on("GET", "/api/orders/buyers/p1", () => json(200, [order]));
  await user.click(link);
  expect(await facts()).toMatchObject({ "Pass used": expect.stringMatching(/Nov 25, 2026/) as string });
});

it("shows that the order does not exist", async () => {
  server.on("GET", "/api/orders/buyers/p1", () => json(200, []));
  renderPage(ADDRESS);
  expect(await screen.findByText("This doesn't exist or is no longer available.")).toBeVisible();
  expect(server.count("GET", "/api/tickets/t1/delivery/reads")).toBe(0);
});

it.each(["/api/orders/buyers/p1", "/api/tickets/t1/delivery/reads", "/api/payments"])(
  "offers to load it again after a failure of %s",
  async (path) => {
    server.on("GET", path, () => error(500, "internal-error"));
    const { user } = renderPage(ADDRESS);
    const alert = within(await screen.findByRole("alert"));
    server.on("GET", "/api/orders/buyers/p1", () => json(200, [order]));
    server.on("GET", "/api/payments", () => json(200, [receipt]));
    answer(aDelivery());
    await user.click(alert.getByRole("button", { name: "Try again" }));
    expect(await facts()).toMatchObject({ "Delivered as": "Link" });
  },
);

it("returns to the user", async () => {
  renderPage(ADDRESS);
  expect(await screen.findByRole("link", { name: "View user" })).toHaveAttribute("href", "/admin/users/p1");
});

it("is only for admins", async () => {
  server.signedIn([]);
  renderPage(ADDRESS);
  expect(await screen.findByRole("heading", { name: "Admins only" })).toBeVisible();
  expect(server.count("GET", "/api/orders/buyers/p1")).toBe(0);
});
