import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { queryKeys } from "../api/queryKeys";
import type { Order } from "../api/types";
import { error, FakeServer, json } from "../test/FakeServer";
import { anOrder, renderPage } from "../test/renderPage";
import { placeOrder } from "./placeOrder";

const SECOND = 1_000;
let server: FakeServer;
let order: Order;

beforeEach(() => {
  server = new FakeServer().signedIn();
  order = anOrder({ expiresAt: new Date(Date.now() + 600 * SECOND).toISOString() });
  server.on("GET", "/api/orders/o1", () => json(200, order));
  server.on("GET", "/api/payments/config", () => json(200, { currency: "usd", confirmPage: "/_stand-in/bank" }));
});

async function choose(card: string) {
  const view = renderPage("/orders/o1");
  await view.user.selectOptions(await screen.findByRole("combobox", { name: "Test card" }), card);
  return view;
}

const pay = () => screen.findByRole("button", { name: "Pay $19.99" });

describe("the countdown", () => {
  // each test advances the clock itself, because the page may take long to appear on a busy machine
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-24T12:00:00Z") });
  });

  function pass(milliseconds: number) {
    vi.setSystemTime(Date.now() + milliseconds);
  }

  it("follows the server's clock even if the local one is wrong", async () => {
    const ahead = 240 * SECOND;
    order = anOrder({ expiresAt: new Date(Date.now() + ahead + 120 * SECOND).toISOString() });
    const date = { Date: new Date(Date.now() + ahead).toUTCString() };
    server.on("GET", "/api/orders/o1", () => json(200, order, date));
    server.on("GET", "/api/payments/config", () => json(200, { currency: "usd" }, date));
    renderPage("/orders/o1");
    const timer = await screen.findByRole("timer", { name: "Time left to pay" });
    // a Date header is exact to a second, and the countdown never shows more time than there is
    await waitFor(() => expect(timer).toHaveTextContent(/^1:59$/));
  });

  it("is announced at its marks only", async () => {
    order = anOrder({ expiresAt: new Date(Date.now() + 32_000).toISOString() });
    renderPage("/orders/o1");
    await screen.findByRole("timer");
    expect(screen.queryByText("30 seconds left to pay.")).not.toBeInTheDocument();
    pass(2_500);
    expect(await screen.findByText("30 seconds left to pay.")).toBeInTheDocument();
  });

  it("ends with an explanation and a link to the ticket", async () => {
    order = anOrder({ expiresAt: new Date(Date.now() + 20 * SECOND).toISOString() });
    renderPage("/orders/o1");
    await screen.findByRole("timer");
    pass(21 * SECOND);
    expect(await screen.findByRole("heading", { name: "Your hold has expired" })).toBeVisible();
    expect(screen.getByText(/You weren't charged/)).toBeVisible();
    expect(screen.getByRole("link", { name: "Check availability" })).toHaveAttribute("href", "/tickets/t1");
    expect(screen.queryByRole("button", { name: /Pay/ })).not.toBeInTheDocument();
  });

  it("ends with the same explanation if the service cancels the order first", async () => {
    order = anOrder({ expiresAt: new Date(Date.now() + 20 * SECOND).toISOString() });
    const { queryClient } = renderPage("/orders/o1");
    await screen.findByRole("timer");
    order = { ...order, status: "cancelled" };
    // no tick of the countdown comes in between
    pass(20 * SECOND - 500);
    await queryClient.invalidateQueries();
    expect(await screen.findByRole("heading", { name: "Your hold has expired" })).toBeVisible();
  });
});

describe("paying", () => {
  it("shows that no money is charged", async () => {
    renderPage("/orders/o1");
    expect(await screen.findByText(/only accepts test cards. No money will be charged/)).toBeVisible();
  });

  it("waits for the order to be complete", async () => {
    server.on("POST", "/api/payments", () => {
      order = { ...order, status: "complete" };
      return json(201, { id: "p1" });
    });
    const { user } = await choose("Visa (payment succeeds)");
    await user.click(await pay());
    expect(await screen.findByRole("heading", { name: "It's yours!" })).toBeVisible();
    expect(server.last("POST").body).toEqual({ token: "tok_visa", orderId: "o1" });
  });

  it("keeps the form while the order cannot be loaded again", async () => {
    server.on("POST", "/api/payments", () => error(400, "card-insufficient-funds"));
    const { user, queryClient } = await choose("Card declined: insufficient funds");
    server.on("GET", "/api/orders/o1", () => error(503, "temporarily-unavailable"));
    await queryClient.invalidateQueries();
    expect(queryClient.getQueryState(queryKeys.mine.order("o1"))?.status).toBe("error");
    await user.click(await pay());
    expect(await screen.findByRole("alert")).toHaveTextContent("Your card has insufficient funds.");
    expect(screen.getByRole("combobox", { name: "Test card" })).toHaveDisplayValue("Card declined: insufficient funds");
  });

  it("explains a decline and accepts another card", async () => {
    server.on("POST", "/api/payments", () => error(400, "card-insufficient-funds"));
    const { user } = await choose("Card declined: insufficient funds");
    await user.click(await pay());
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "Your card has insufficient funds. You weren't charged.",
    );
    server.on("GET", "/api/payments", () => json(200, [{ id: "p1", status: "paid" }]));
    server.on("POST", "/api/payments", () => json(201, { id: "p1" }));
    await user.selectOptions(screen.getByRole("combobox", { name: "Test card" }), "tok_visa");
    await user.click(await pay());
    await waitFor(() => expect(screen.queryByRole("alert")).not.toBeInTheDocument());
  });

  it("sends the buyer to the bank for confirmation, or lets them use another card", async () => {
    server.on("POST", "/api/payments", () => json(202, { id: "p1", clientSecret: "pi_1_secret_2" }));
    const { user } = await choose("Bank confirmation required (3-D Secure)");
    await user.click(await pay());
    expect(await screen.findByRole("link", { name: "Continue to your bank" })).toHaveAttribute(
      "href",
      "/_stand-in/bank?client_secret=pi_1_secret_2&return_url=%2Forders%2Fo1",
    );
    await user.click(screen.getByRole("button", { name: "Use another card" }));
    expect(await pay()).toBeVisible();
  });

  it("explains when there is no page for the confirmation", async () => {
    server.on("GET", "/api/payments/config", () => json(200, { currency: "usd" }));
    server.on("POST", "/api/payments", () => json(202, { id: "p1", clientSecret: "pi_1_secret_2" }));
    const { user } = await choose("Bank confirmation required (3-D Secure)");
    await user.click(await pay());
    expect(await screen.findByRole("alert")).toHaveTextContent("Use another card");
  });

  it("shows the bank's outcome when the buyer returns", async () => {
    const { router } = renderPage("/orders/o1?payment_intent=pi_1&redirect_status=failed");
    expect(await screen.findByRole("alert")).toHaveTextContent("The payment was not confirmed");
    expect(router.state.location.search).toBe("");
    expect(await pay()).toBeEnabled();
  });

  it.each(["succeeded", "failed"])("believes the service, not the outcome %s in the address", async (outcome) => {
    renderPage(`/orders/o1?redirect_status=${outcome}`);
    expect(await screen.findByRole("alert")).toHaveTextContent("The payment was not confirmed");
    expect(screen.queryByText(/Please don't pay again/)).not.toBeInTheDocument();
    expect(await pay()).toBeEnabled();
  });

  it("claims nothing about the money if the service does not answer after the return from the bank", async () => {
    server.on("GET", "/api/payments", () => error(500, "internal-error"));
    renderPage("/orders/o1?redirect_status=failed");
    expect(await screen.findByRole("alert")).toHaveTextContent("we don't know whether your payment went through");
  });

  it.each(["", "?redirect_status=succeeded"])("resumes a pending payment, accepts no second one: %j", async (query) => {
    let payments = [{ id: "p1", status: "pending" }];
    server.on("GET", "/api/payments", () => json(200, payments));
    const { queryClient } = renderPage(`/orders/o1${query}`);
    expect(await screen.findByText(/Please don't pay again/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Processing payment…" })).toHaveAttribute("aria-disabled", "true");
    expect(server.calls.find(({ path }) => path.startsWith("/api/payments?"))?.path).toBe("/api/payments?orderId=o1");

    payments = [];
    await queryClient.invalidateQueries();
    expect(await screen.findByRole("alert")).toHaveTextContent("The payment was not confirmed, so you weren't charged");
    expect(await pay()).toBeEnabled();
  });

  it("shows that an accepted payment was rejected later, and accepts another card", async () => {
    let payments: unknown[] = [];
    server.on("GET", "/api/payments", () => json(200, payments));
    server.on("POST", "/api/payments", () => {
      payments = [{ id: "p1", status: "pending" }];
      return json(201, { id: "p1" });
    });
    const { user } = await choose("Visa (payment succeeds)");
    await user.click(await pay());
    expect(await screen.findByText(/Please don't pay again/)).toBeVisible();
    await waitFor(() => expect(screen.getByRole("button", { name: "Processing payment…" })).toBeVisible());
    payments = [];
    expect(await screen.findByRole("alert")).toHaveTextContent("The payment was not confirmed, so you weren't charged");
    expect(await pay()).toBeEnabled();
  });

  it("shows an accepted payment as processing while its state cannot be loaded", async () => {
    let accepted = false;
    server.on("GET", "/api/payments", () => (accepted ? error(500, "internal-error") : json(200, [])));
    server.on("POST", "/api/payments", () => {
      accepted = true;
      return json(201, { id: "p1" });
    });
    const { user, queryClient } = await choose("Visa (payment succeeds)");
    await user.click(await pay());
    await waitFor(() => expect(queryClient.getQueryState(queryKeys.mine.payment("o1"))?.status).toBe("error"));
    expect(screen.getByText(/Please don't pay again/)).toBeVisible();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("lets the buyer continue a payment that waits for the bank", async () => {
    server.on("GET", "/api/payments", () => json(200, [{ id: "p1", status: "action-required" }]));
    renderPage("/orders/o1");
    expect(await screen.findByText(/Your bank hasn't confirmed your payment yet/)).toBeVisible();
    expect(await pay()).toBeEnabled();
  });

  it("polls an undecided payment until it is decided", async () => {
    let asked = 0;
    server.on("POST", "/api/payments", () => (++asked < 2 ? json(202, { id: "p1" }) : error(400, "card-declined")));
    const { user } = await choose("Visa (payment succeeds)");
    await user.click(await pay());
    expect(await screen.findByText(/is being processed/)).toBeVisible();
    expect(await screen.findByRole("alert")).toHaveTextContent("Your card was declined");
    const keys = server.calls
      .filter(({ method }) => method === "POST")
      .map(({ headers }) => headers.get("Idempotency-Key"));
    expect(new Set(keys).size).toBe(1);
  });

  it("continues the trace of the hold", async () => {
    server.on("POST", "/api/orders", () => json(201, order));
    server.on("POST", "/api/payments", () => json(201, { id: "p1" }));
    await placeOrder(order.ticket.id, order.ticket.price);
    const { user } = await choose("Visa (payment succeeds)");
    await user.click(await pay());
    await waitFor(() => expect(server.count("POST", "/api/payments")).toBe(1));
    const [hold, payment] = server.calls
      .filter(({ method }) => method === "POST")
      .map(({ headers }) => headers.get("traceparent")?.match(/^00-([0-9a-f]{32})-([0-9a-f]{16})-00$/));
    expect(hold?.[1]).toBeDefined();
    expect(payment?.[1]).toBe(hold?.[1]);
    expect(payment?.[2]).not.toBe(hold?.[2]);
  });

  it.each([
    ["from the network", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["in the gateway's time", () => error(504, "gateway-timeout")],
    ["before the connection closed", () => error(502, "bad-gateway")],
  ])("shows that paying again is safe when no response arrived %s", async (_, respond) => {
    server.on("POST", "/api/payments", respond);
    const { user } = await choose("Visa (payment succeeds)");
    await user.click(await pay());
    expect(await screen.findByRole("alert")).toHaveTextContent("you're never charged twice for one order");
  });
});

describe("an order that has ended", () => {
  it.each([
    ["nothing was charged", () => json(200, []), "The ticket is no longer held for you. You weren't charged."],
    [
      "a payment is open",
      () => json(200, [{ status: "pending" }]),
      "A payment for this order is still being processed",
    ],
    ["a payment was made", () => json(200, [{ status: "paid" }]), "Your payment arrived too late for this order"],
    [
      "nothing is known",
      () => error(500, "internal-error"),
      "If a payment still arrives, it will be refunded automatically",
    ],
  ])("shows when %s", async (_, payments, text) => {
    order = anOrder({ status: "cancelled" });
    server.on("GET", "/api/payments", payments);
    renderPage("/orders/o1");
    const notice = await screen.findByText((shown) => shown.includes(text));
    expect(notice.textContent.includes("You weren't charged")).toBe(text.includes("You weren't charged"));
  });

  it("shows that a late payment was refunded", async () => {
    order = anOrder({ status: "cancelled", refund: { stripeId: "re_1", at: "2026-11-24T12:00:00Z" } });
    renderPage("/orders/o1");
    expect(await screen.findByText(/arrived too late and was refunded on Nov 24, 2026/)).toBeVisible();
  });

  it("of another user suggests another account, and returns after signing in", async () => {
    server.on("GET", "/api/orders/o1", () => error(401, "not-authorized"));
    server.on("POST", "/api/users/refresh", () => json(200, {}));
    const view = renderPage("/orders/o1");
    server.on("POST", "/api/users/signout", () => json(200, {}));
    const { user, router } = view;
    expect(await screen.findByRole("heading", { name: "This order belongs to another account" })).toBeVisible();
    expect(screen.getByText(/You're signed in as me@example.com/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Switch account" }));
    expect(await screen.findByRole("heading", { name: "Sign in" })).toBeVisible();
    expect(router.state.location.search).toBe("?next=%2Forders%2Fo1");
  });
});

it("releases the ticket only after confirmation", async () => {
  server.on("DELETE", "/api/orders/o1", () => {
    order = { ...order, status: "cancelled" };
    return new Response(null, { status: 204 });
  });
  const { user } = renderPage("/orders/o1");
  await user.click(await screen.findByRole("button", { name: "Release ticket" }));
  const dialog = await screen.findByRole("dialog", { name: "Release this ticket?" });
  expect(server.count("DELETE", "/api/orders/o1")).toBe(0);
  const buttons = [...dialog.querySelectorAll("button")];
  await user.click(buttons.at(-1) as HTMLElement);
  expect(await screen.findByRole("heading", { name: "This order was cancelled" })).toBeVisible();
});
