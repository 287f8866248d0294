import { screen, waitFor, within } from "@testing-library/react";
import { act } from "react";
import { expect, it } from "vitest";
import { queryKeys } from "../api/queryKeys";
import type { Receipt, Ticket } from "../api/types";
import { FakeEventSource } from "../test/FakeEventSource";
import { FakeServer, json } from "../test/FakeServer";
import { aTicket, renderPage } from "../test/renderPage";
import { stateOf } from "./listingState";

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

it.each([
  [{}, undefined, "listings.state.sale"],
  [{ hidden: true }, undefined, "listings.state.withdrawn"],
  [{ hidden: true, orderId: "o1" }, "paid", "listings.state.sold"],
  [{ orderId: "o2", status: "sold" as const }, undefined, "listings.state.sold"],
  [{ orderId: "o1" }, undefined, "listings.state.held"],
  [{ orderId: "o1" }, "paid", "listings.state.sold"],
  [{ orderId: "o1" }, "refunding", "listings.state.refunding"],
  [{ orderId: "o1" }, "failed", "listings.state.refundFailed"],
  [{ orderId: "o1" }, "refunded", "listings.state.refunded"],
  [{ orderId: "o2" }, "paid", "listings.state.held"],
])("a listing %j whose order is %s is %s", (ticket, status, words) => {
  const receipts = new Map(status === undefined ? [] : [["o1", { ...receipt, status }]]);
  expect(stateOf(aTicket(ticket), receipts, true).words).toBe(words);
});

/** Serves listings by status, and counts them. */
function serve(server: FakeServer, listings: Record<string, Ticket[]>) {
  const all = { "on-sale": [], held: [], sold: [], delivered: [], withdrawn: [], ...listings };
  server.on("GET", "/api/tickets/mine", ({ path }) =>
    json(200, all[new URLSearchParams(path.split("?")[1]).get("status") as keyof typeof all]),
  );
  server.on("GET", "/api/tickets/mine/totals", () =>
    json(200, Object.fromEntries(Object.entries(all).map(([status, tickets]) => [status, tickets.length]))),
  );
}

it("shows the listings of each status, with totals", async () => {
  const server = new FakeServer().signedIn().on("GET", "/api/orders", () => json(200, []));
  const mine = aTicket({ userId: "me" });
  serve(server, {
    "on-sale": [mine],
    withdrawn: [aTicket({ id: "t2", title: "Opera", userId: "me", hidden: true, status: "withdrawn" })],
  });
  const { user } = renderPage("/listings");
  const tabs = within(await screen.findByRole("navigation", { name: "Listings by status" }));
  expect(await tabs.findByRole("link", { name: "For sale (1)" })).toHaveAttribute("aria-current", "page");
  expect(await screen.findByRole("link", { name: "Jazz in the park" })).toBeVisible();
  expect(screen.queryByRole("link", { name: "Opera" })).not.toBeInTheDocument();
  await user.click(tabs.getByRole("link", { name: "Withdrawn (1)" }));
  expect(await screen.findByRole("link", { name: "Opera" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Put back on sale: Opera" })).toBeVisible();
  await user.click(tabs.getByRole("link", { name: "Sold (0)" }));
  expect(await screen.findByText("Sold tickets appear here until you add their delivery.")).toBeVisible();
});

it("moves a listing to another list when it is held, and when it is withdrawn", async () => {
  const server = new FakeServer().signedIn().on("GET", "/api/orders", () => json(200, []));
  const mine = aTicket({ userId: "me" });
  const other = aTicket({ id: "t2", title: "Opera", userId: "me" });
  serve(server, { "on-sale": [mine, other] });
  server.on("DELETE", "/api/tickets/t2", () => {
    serve(server, { held: [mine], withdrawn: [other] });
    return json(204, undefined);
  });
  const { user } = renderPage("/listings");
  expect(await screen.findByRole("link", { name: "For sale (2)" })).toBeVisible();
  serve(server, { "on-sale": [other], held: [mine] });
  act(() => FakeEventSource.latest().send("ticket", { ...mine, version: 1, orderId: "o1" }));
  expect(await screen.findByRole("link", { name: "Held (1)" })).toBeVisible();
  await user.click(await screen.findByRole("button", { name: "Withdraw Opera" }));
  expect(await screen.findByRole("link", { name: "Withdrawn (1)" })).toBeVisible();
  expect(await screen.findByText("No tickets in this list")).toBeVisible();
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
});

it.each(["first", "running"])("fetches the listings again after an event during a %s request", async (request) => {
  const server = new FakeServer().signedIn().on("GET", "/api/orders", () => json(200, []));
  const mine = aTicket({ userId: "me" });
  serve(server, { "on-sale": [mine] });
  const requests: (() => void)[] = [];
  const hold = () =>
    server.on("GET", "/api/tickets/mine/totals", () => {
      const response = json(200, { "on-sale": 1, held: 0, sold: 0, delivered: 0, withdrawn: 0 });
      return new Promise((resolve) => requests.push(() => resolve(response)));
    });
  if (request === "first") {
    hold();
  }
  const { queryClient } = renderPage("/listings");
  await screen.findByRole("link", { name: "Jazz in the park" });
  if (request === "running") {
    await screen.findByRole("link", { name: "For sale (1)" });
    hold();
    void queryClient.invalidateQueries({ queryKey: queryKeys.mine.totals });
  }
  await waitFor(() => expect(requests).toHaveLength(1));
  serve(server, { held: [mine] });
  act(() => FakeEventSource.latest().send("ticket", { ...mine, version: 1, orderId: "o1" }));
  requests[0]?.();
  expect(await screen.findByRole("link", { name: "Held (1)" })).toBeVisible();
});
