import { onlineManager } from "@tanstack/react-query";
import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { OverdueDelivery, Receipt } from "../api/types";
import { error, FakeServer, json } from "../test/FakeServer";
import { aTicket, renderPage } from "../test/renderPage";

const receipt: Receipt = { id: "r1", orderId: "o1", ticketId: "t1", status: "paid", amount: 19.99, currency: "usd" };
const overdue: OverdueDelivery = {
  ...aTicket({ userId: "s1", orderId: "o1", startsAt: "2026-11-24T19:00:00Z", timeZone: "Europe/Vienna" }),
  buyerId: "b1",
};
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .signedIn(["admin"])
    .on("GET", "/api/tickets/deliveries/overdue", () => json(200, [overdue]))
    .on("GET", "/api/payments", () => json(200, [receipt]))
    .on("GET", "/api/users", () =>
      json(200, [
        { id: "s1", email: "seller@example.com", roles: [], banned: false },
        { id: "b1", email: "buyer@example.com", roles: [], banned: false },
      ]),
    );
});

afterEach(() => {
  onlineManager.setOnline(true);
});

it("shows the event, the seller and the buyer", async () => {
  renderPage("/admin/overdue");
  const row = within((await screen.findByRole("link", { name: "Jazz in the park" })).closest("li") as HTMLElement);
  expect(row.getByRole("link", { name: "Jazz in the park" })).toHaveAttribute("href", "/tickets/t1");
  expect(row.getByText(/Nov 24, 2026/)).toBeVisible();
  const seller = await row.findByRole("link", { name: "seller@example.com" });
  expect(seller).toHaveAttribute("href", "/admin/users/s1");
  expect(seller.parentElement).toHaveTextContent("Seller: seller@example.com");
  const buyer = row.getByRole("link", { name: "buyer@example.com" });
  expect(buyer).toHaveAttribute("href", "/admin/users/b1");
  expect(buyer.parentElement).toHaveTextContent("Buyer: buyer@example.com");
});

it("asks for the emails of a page with one request", async () => {
  server.on("GET", "/api/tickets/deliveries/overdue", () =>
    json(200, [overdue, { ...overdue, id: "t2", orderId: "o2", buyerId: "b2" }]),
  );
  renderPage("/admin/overdue");
  expect((await screen.findAllByRole("link", { name: "seller@example.com" })).length).toBe(2);
  expect(screen.getByRole("link", { name: "b2" })).toBeVisible();
  expect(server.calls.filter(({ path }) => path.startsWith("/api/users?")).map(({ path }) => path)).toEqual([
    "/api/users?id=b1&id=b2&id=s1",
  ]);
});

it("refunds a ticket, which leaves the list, and moves the focus to the heading", async () => {
  server.on("POST", "/api/payments/r1/refund", () => {
    server.on("GET", "/api/tickets/deliveries/overdue", () => json(200, []));
    return json(200, { ...receipt, status: "refunding" });
  });
  const { user } = renderPage("/admin/overdue");
  await user.click(await screen.findByRole("button", { name: "Refund Jazz in the park" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Refund $19.99" }));
  expect(await screen.findByText("Refund started.")).toBeVisible();
  expect(await screen.findByRole("heading", { name: "No overdue deliveries" })).toBeVisible();
  await waitFor(() => expect(screen.getByRole("heading", { level: 1, name: "Overdue deliveries" })).toHaveFocus());
});

it("reports at once that a refund is not possible without a connection", async () => {
  const { user } = renderPage("/admin/overdue");
  const button = await screen.findByRole("button", { name: "Refund Jazz in the park" });
  server.on("GET", "/api/payments", () => Promise.reject(new TypeError("Failed to fetch")));
  onlineManager.setOnline(false);
  await user.click(button);
  expect(await screen.findByText(/You seem to be offline/)).toBeVisible();
});

it("shows the state of a refund while the ticket is still in the list", async () => {
  server.on("POST", "/api/payments/r1/refund", () => {
    server.on("GET", "/api/payments", () => new Promise(() => undefined));
    return json(200, { ...receipt, status: "refunding" });
  });
  const { user } = renderPage("/admin/overdue");
  await user.click(await screen.findByRole("button", { name: "Refund Jazz in the park" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Refund $19.99" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(screen.getByText("Refund in progress")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Refund/ })).not.toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole("link", { name: "Jazz in the park" })).toHaveFocus());
});

it("shows a ticket whose buyer is unknown", async () => {
  const { buyerId, ...rest } = overdue;
  expect(buyerId).toBeDefined();
  server.on("GET", "/api/tickets/deliveries/overdue", () => json(200, [rest]));
  renderPage("/admin/overdue");
  expect(await screen.findByText(/^Seller/)).toBeVisible();
  expect(screen.queryByText(/^Buyer/)).not.toBeInTheDocument();
});

it("shows ids while the accounts cannot be loaded, and offers to load them again", async () => {
  server.on("GET", "/api/users", () => error(503, "temporarily-unavailable"));
  const { user } = renderPage("/admin/overdue");
  const alert = within(await screen.findByRole("alert"));
  expect(screen.getByRole("link", { name: "s1" })).toBeVisible();
  server.on("GET", "/api/users", () =>
    json(200, [{ id: "s1", email: "seller@example.com", roles: [], banned: false }]),
  );
  await user.click(alert.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "seller@example.com" })).toBeVisible();
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

it("loads the next page on demand", async () => {
  server.on("GET", "/api/tickets/deliveries/overdue", ({ path }) =>
    path.includes("after=")
      ? json(200, [{ ...overdue, id: "t2", title: "Opera, box" }])
      : json(200, [overdue], { Link: '</api/tickets/deliveries/overdue?after=t1>; rel="next"' }),
  );
  const { user } = renderPage("/admin/overdue");
  await screen.findByRole("link", { name: "Jazz in the park" });
  expect(server.count("GET", "/api/tickets/deliveries/overdue")).toBe(1);
  await user.click(screen.getByRole("button", { name: "Show more" }));
  expect(await screen.findByRole("link", { name: "Opera, box" })).toBeVisible();
});

it("shows that no delivery is overdue", async () => {
  server.on("GET", "/api/tickets/deliveries/overdue", () => json(200, []));
  renderPage("/admin/overdue");
  expect(await screen.findByRole("heading", { name: "No overdue deliveries" })).toBeVisible();
  expect(server.calls.some(({ path }) => path.startsWith("/api/users?"))).toBe(false);
});

it("offers to load the list again after a failure", async () => {
  server.on("GET", "/api/tickets/deliveries/overdue", () => error(500, "internal-error"));
  const { user } = renderPage("/admin/overdue");
  const alert = within(await screen.findByRole("alert"));
  server.on("GET", "/api/tickets/deliveries/overdue", () => json(200, [overdue]));
  await user.click(alert.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "Jazz in the park" })).toBeVisible();
});

it("is only for admins", async () => {
  server.signedIn([]);
  renderPage("/admin/overdue");
  expect(await screen.findByRole("heading", { name: "Admins only" })).toBeVisible();
  expect(server.count("GET", "/api/tickets/deliveries/overdue")).toBe(0);
});
