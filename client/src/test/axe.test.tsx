import { screen } from "@testing-library/react";
import axe from "axe-core";
import { beforeEach, expect, it } from "vitest";
import { FakeServer, json } from "./FakeServer";
import { anOrder, aTicket, renderPage } from "./renderPage";

const person = {
  id: "p1",
  email: "pest@example.com",
  roles: [],
  banned: true,
  bannedAt: "2026-11-24T10:00:00Z",
  banReason: "Sells air",
};
const receipt = {
  id: "r1",
  orderId: "o1",
  ticketId: "t1",
  status: "paid",
  amount: 19.99,
  currency: "usd",
  stripeId: "pi_1",
  paidAt: "2026-11-24T10:00:00Z",
};
const withFacts = aTicket({
  startsAt: "2031-06-12T17:30:00Z",
  timeZone: "Europe/Vienna",
  venue: "Stephaniensaal",
  city: "Graz",
  category: "music",
  seat: "Row 3",
  description: "No encore.",
  listedAt: "2026-11-24T10:00:00Z",
});
const device = {
  id: "s1",
  device: "curl/8.0",
  createdAt: "2026-11-24T10:00:00Z",
  lastUsedAt: "2026-11-24T10:00:00Z",
  current: false,
};

beforeEach(() => {
  const held = anOrder({ expiresAt: new Date(Date.now() + 600_000).toISOString() });
  new FakeServer()
    .signedIn(["admin"])
    .on("GET", "/api/tickets", () =>
      json(200, [withFacts, aTicket({ id: "t2", orderId: "o2" }), aTicket({ id: "t5" })]),
    )
    .on("GET", "/api/tickets/t1", () => json(200, withFacts))
    .on("GET", "/api/tickets/t2", () => json(200, aTicket({ id: "t2", userId: "me" })))
    .on("GET", "/api/tickets/mine/totals", () =>
      json(200, { "on-sale": 1, held: 1, sold: 0, delivered: 0, withdrawn: 0 }),
    )
    .on("GET", "/api/tickets/t3", () => json(200, aTicket({ id: "t3", hidden: true })))
    .on("GET", "/api/tickets/t4", () => json(200, aTicket({ id: "t4", orderId: "o4" })))
    .on("GET", "/api/tickets/mine", () => json(200, [aTicket(), aTicket({ id: "t2", orderId: "o2" })]))
    .on("GET", "/api/orders", () => json(200, [held, anOrder({ id: "o2", status: "complete" })]))
    .on("GET", "/api/orders/o1", () => json(200, held))
    .on("GET", "/api/orders/o2", () => json(200, anOrder({ id: "o2", status: "cancelled" })))
    .on("GET", "/api/payments", () => json(200, [receipt]))
    .on("GET", "/api/users/sessions", () => json(200, [device]))
    .on("GET", "/api/users", () => json(200, [person]))
    .on("GET", "/api/users/audit", () =>
      json(200, [{ id: "a1", adminId: "me", action: "BAN", userId: "p1", at: "2026-11-24T10:00:00Z" }]),
    )
    .on("GET", "/api/tickets/sellers/p1", () => json(200, [{ ...withFacts, status: "sold", delivered: false }]))
    .on("GET", "/api/orders/buyers/p1", () => json(200, [anOrder({ id: "o2", status: "complete", userId: "p1" })]))
    .on("GET", "/api/tickets/deliveries/overdue", () =>
      json(200, [{ ...withFacts, orderId: "o2", userId: "s1", buyerId: "p1" }]),
    )
    .on("GET", "/api/tickets/t1/delivery/reads", () =>
      json(200, [
        {
          kind: "code",
          givenAt: "2026-11-24T10:00:00Z",
          current: true,
          orderId: "o2",
          reads: [{ userId: "p1", at: "2026-11-24T11:00:00Z" }],
        },
      ]),
    );
});

// contrast needs a real browser, where the browser tests check it
it.each([
  ["/", "Tickets"],
  ["/?sort=price&city=Graz", "Tickets"],
  ["/tickets/t1", "Jazz in the park"],
  ["/tickets/t3", "Jazz in the park"],
  ["/tickets/t4", "Jazz in the park"],
  ["/tickets/t2/edit", "Edit ticket"],
  ["/listings?status=withdrawn", "My listings"],
  ["/sell", "Sell a ticket"],
  ["/orders", "My orders"],
  ["/orders/o1", "Checkout"],
  ["/orders/o2", "This order was cancelled"],
  ["/orders/o1/receipt", "Receipt"],
  ["/forgot-password", "Forgot your password?"],
  ["/reset-password?token=x", "Choose a new password"],
  ["/listings", "My listings"],
  ["/receipts?sold=true", "Receipts"],
  ["/account", "Account"],
  ["/confirm-email?token=x", "Confirm your new email address"],
  ["/admin", "Users"],
  ["/admin/users/p1", "User account"],
  ["/admin/users/p1/orders/o2", "Evidence"],
  ["/admin/overdue", "Overdue deliveries"],
  ["/admin/audit", "Audit log"],
  ["/nowhere", "Page not found"],
])("axe finds nothing at %s", async (address, heading) => {
  renderPage(address);
  await screen.findByRole("heading", { level: 1, name: heading });
  await screen.findAllByRole("link");
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
