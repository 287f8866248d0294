import { expect, it } from "vitest";
import type { Receipt } from "../api/types";
import { aTicket } from "../test/renderPage";
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
