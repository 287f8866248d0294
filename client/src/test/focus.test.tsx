import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Order } from "../api/types";
import { error, FakeServer, json } from "./FakeServer";
import { anOrder, aTicket, renderPage } from "./renderPage";

let server: FakeServer;
let order: Order;
let sale: Record<string, unknown>;
let devices: Record<string, unknown>[];
const device = {
  id: "s1",
  device: "curl/8.0",
  createdAt: "2026-11-24T10:00:00Z",
  lastUsedAt: "2026-11-24T10:00:00Z",
  current: false,
};

beforeEach(() => {
  order = anOrder({ expiresAt: new Date(Date.now() + 600_000).toISOString() });
  sale = { id: "r1", orderId: "o1", ticketId: "t1", status: "paid", amount: 19.99, currency: "usd", stripeId: "pi" };
  devices = [device, { ...device, id: "s0", current: true }];
  server = new FakeServer().signedIn(["admin"]);
  server
    .on("GET", "/api/tickets", () => json(200, []))
    .on("GET", "/api/tickets/t1", () => json(200, aTicket({ userId: "me", version: 2 })))
    .on("GET", "/api/tickets/mine", () => json(200, [aTicket()]))
    .on("GET", "/api/orders", () => json(200, []))
    .on("GET", "/api/orders/o1", () => json(200, order))
    .on("GET", "/api/payments", () => json(200, [sale]))
    .on("GET", "/api/payments/config", () => json(200, { currency: "usd", confirmPage: "/_stand-in/bank" }))
    .on("GET", "/api/users/sessions", () => json(200, devices))
    .on("GET", "/api/users", () => json(200, [{ id: "p", email: "p@example.com", roles: [], banned: false }]));
});

const heading = (name: string) => screen.findByRole("heading", { name });
const toast = (text: string) => screen.findByText(text, { selector: "[role=status] > p" });

describe("the focus moves to the heading", () => {
  it("after paying, and the time left is no longer announced", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    order = { ...order, expiresAt: new Date(Date.now() + 600_500).toISOString() };
    server.on("GET", "/api/payments", () => json(200, []));
    server.on("POST", "/api/payments", () => {
      order = { ...order, status: "complete" };
      return json(201, { id: "p1" });
    });
    const { user } = renderPage("/orders/o1");
    const button = await screen.findByRole("button", { name: "Pay $19.99" });
    expect(await screen.findByText("10 minutes left to pay.")).toBeInTheDocument();
    await user.click(button);
    await waitFor(async () => expect(await heading("It's yours!")).toHaveFocus());
    expect(screen.queryByText(/left to pay\./)).not.toBeInTheDocument();
  });

  it("after releasing the ticket", async () => {
    server.on("DELETE", "/api/orders/o1", () => {
      order = { ...order, status: "cancelled" };
      return new Response(null, { status: 204 });
    });
    const { user } = renderPage("/orders/o1");
    await user.click(await screen.findByRole("button", { name: "Release ticket" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Release ticket" }));
    await waitFor(async () => expect(await heading("This order was cancelled")).toHaveFocus());
  });

  it("when the bank has to confirm, and back", async () => {
    server.on("GET", "/api/payments", () => json(200, []));
    server.on("POST", "/api/payments", () => json(202, { id: "p1", clientSecret: "pi_1_secret_2" }));
    const { user } = renderPage("/orders/o1");
    await user.click(await screen.findByRole("button", { name: "Pay $19.99" }));
    await screen.findByRole("link", { name: "Continue to your bank" });
    expect(await heading("Payment")).toHaveFocus();
    await user.click(screen.getByRole("button", { name: "Use another card" }));
    expect(await heading("Payment")).toHaveFocus();
  });

  it("after a refund, whose button is gone", async () => {
    server.on("POST", "/api/payments/r1/refund", () => {
      sale = { ...sale, status: "refunding" };
      return json(200, {});
    });
    const { user } = renderPage("/receipts?sold=true");
    await user.click(await screen.findByRole("button", { name: /^Refund/ }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Refund $19.99" }));
    expect(await toast("Refund started.")).toBeVisible();
    await waitFor(async () => expect(await heading("Receipts")).toHaveFocus());
  });

  it("after ending a session, whose button is gone", async () => {
    server.on("DELETE", "/api/users/sessions/s1", () => {
      devices = devices.slice(1);
      return new Response(null, { status: 204 });
    });
    const { user } = renderPage("/account");
    await user.click(await screen.findByRole("button", { name: /^Sign out curl/ }));
    await waitFor(async () => expect(await heading("Your devices")).toHaveFocus());
    expect(await toast("curl/8.0 has been signed out.")).toBeVisible();
  });

  it("while merging, which has a way back", async () => {
    server.on("PUT", "/api/tickets/t1", () =>
      error(409, "version-conflict", { current: aTicket({ userId: "me", version: 3, title: "Jazz, seat 4" }) }),
    );
    const { user } = renderPage("/tickets/t1/edit");
    await user.click(await screen.findByRole("button", { name: "Save" }));
    await user.click(await screen.findByRole("button", { name: "Merge versions" }));
    expect(screen.getByText(/For each field, choose/)).toHaveFocus();
    await user.click(screen.getByRole("button", { name: "Back" }));
    expect(await heading("A newer version was saved")).toHaveFocus();
    expect(screen.getByRole("button", { name: "Keep saved version" })).toBeVisible();
  });
});

describe("the focus moves to the field that the service rejects", () => {
  const rejected = (code: string, field: string) => json(400, { errors: [{ message: code, code, field }] });

  it("of a ticket", async () => {
    server.on("POST", "/api/tickets", () => rejected("city-too-long", "city"));
    const { user } = renderPage("/sell");
    await user.type(await screen.findByRole("textbox", { name: "Title" }), "Jazz");
    await user.type(screen.getByRole("textbox", { name: /Price/ }), "19.99");
    await user.click(screen.getByRole("button", { name: "List ticket" }));
    await waitFor(() => expect(screen.getByRole("textbox", { name: "City" })).toHaveFocus());
    expect(screen.getByRole("textbox", { name: "City" })).toBeInvalid();
  });

  it("of a sign-up, each time", async () => {
    server.on("GET", "/api/users/currentuser", () => json(200, { currentUser: null }));
    server.on("POST", "/api/users/signup", () => rejected("email-in-use", "email"));
    const { user } = renderPage("/signup");
    const email = await screen.findByRole("textbox", { name: "Email address" });
    await user.type(email, "me@example.com");
    await user.type(screen.getByLabelText("Password"), "a password");
    const submit = screen.getByRole("button", { name: "Create account" });
    await user.click(submit);
    await waitFor(() => expect(email).toHaveFocus());
    expect(email).toBeInvalid();
    await user.click(submit);
    await waitFor(() => expect(email).toHaveFocus());
  });

  it("of a change of the password", async () => {
    server.on("POST", "/api/users/password", () => rejected("invalid-credentials", "current"));
    const { user } = renderPage("/account");
    const section = within(await screen.findByRole("region", { name: "Change your password" }));
    await user.type(section.getByLabelText("Current password"), "wrong");
    await user.type(section.getByLabelText("New password"), "a new password");
    await user.click(section.getByRole("button", { name: "Change password" }));
    await waitFor(() => expect(section.getByLabelText("Current password")).toHaveFocus());
  });
});

describe("a visible confirmation appears", () => {
  it("after saving, and can be closed", async () => {
    server.on("PUT", "/api/tickets/t1", () => json(200, aTicket({ userId: "me", version: 3 })));
    const { user } = renderPage("/tickets/t1/edit");
    await user.click(await screen.findByRole("button", { name: "Save" }));
    expect(await toast("Changes saved.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Close message" }));
    expect(screen.queryByText("Changes saved.")).not.toBeInTheDocument();
  });

  it("after listing", async () => {
    server.on("POST", "/api/tickets", () => json(201, aTicket({ userId: "me" })));
    const { user } = renderPage("/sell");
    await user.type(await screen.findByRole("textbox", { name: "Title" }), "Jazz in the park");
    await user.type(screen.getByRole("textbox", { name: /Price/ }), "19.99");
    await user.click(screen.getByRole("button", { name: "List ticket" }));
    expect(await toast("“Jazz in the park” is now listed.")).toBeVisible();
  });

  it("after banning", async () => {
    server.on("POST", "/api/users/p/ban", () => json(200, {}));
    const { user } = renderPage("/admin");
    await user.click(await screen.findByRole("button", { name: /^Ban/ }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Ban" }));
    expect(await toast("p@example.com has been banned.")).toBeVisible();
  });
});

it.each([
  ["/orders/o1", /^Release/, ["Keep ticket", "Release ticket"]],
  ["/receipts?sold=true", /^Refund/, ["Cancel", "Refund $19.99"]],
  ["/admin", /^Ban/, ["Cancel", "Ban"]],
])("the dialog at %s has the safe choice first", async (address, opens, buttons) => {
  const { user } = renderPage(address);
  await user.click(await screen.findByRole("button", { name: opens }));
  const dialog = await screen.findByRole("dialog");
  expect([...dialog.querySelectorAll("button")].map(({ textContent }) => textContent)).toEqual(buttons);
});

it("a ticket of a banned seller is not for sale, however it was opened", async () => {
  const id = "t";
  server.on("GET", `/api/tickets/${id}`, () => json(200, aTicket({ id, listedAt: "2026-11-24T10:00:00Z" })));
  server.on("POST", "/api/orders", () => error(404, "not-found"));
  const { user } = renderPage(`/tickets/${id}`);
  await user.click(await screen.findByRole("button", { name: "Buy for $19.99" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("This ticket is not for sale.");
  expect(screen.queryByRole("button", { name: /Buy/ })).not.toBeInTheDocument();
});

it("a listing reads sold for its seller", async () => {
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ userId: "me", orderId: "o1" })));
  renderPage("/tickets/t1");
  expect(await screen.findByText("Sold")).toBeVisible();
});

it("the list shows the user's own hold", async () => {
  server.on("GET", "/api/tickets", () => json(200, [aTicket({ orderId: "o1" })]));
  server.on("GET", "/api/orders", () => json(200, [order]));
  renderPage("/");
  const card = await screen.findByRole("link", { name: /^Jazz in the park/ });
  await waitFor(() => expect(card).toHaveAccessibleName(/Held for you · \d+:\d\d/));
  expect(card).not.toHaveTextContent("Unavailable");
});
