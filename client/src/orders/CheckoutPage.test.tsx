import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { error, FakeServer, json } from "../test/FakeServer";
import { anOrder, renderPage } from "../test/renderPage";
import type { Order } from "../api/types";

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
  // time passes when a test says so, however long the page takes to appear
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-24T12:00:00Z") });
  });

  function pass(milliseconds: number) {
    vi.setSystemTime(Date.now() + milliseconds);
  }

  it("goes by the server's clock, not by a wrong one here", async () => {
    const ahead = 240 * SECOND;
    order = anOrder({ expiresAt: new Date(Date.now() + ahead + 120 * SECOND).toISOString() });
    const date = { Date: new Date(Date.now() + ahead).toUTCString() };
    server.on("GET", "/api/orders/o1", () => json(200, order, date));
    server.on("GET", "/api/payments/config", () => json(200, { currency: "usd" }, date));
    renderPage("/orders/o1");
    const timer = await screen.findByRole("timer", { name: "Held for you for" });
    await waitFor(() => expect(timer).toHaveTextContent(/^2:00$/));
  });

  it("is read out at its marks only", async () => {
    order = anOrder({ expiresAt: new Date(Date.now() + 32_000).toISOString() });
    renderPage("/orders/o1");
    await screen.findByRole("timer");
    expect(screen.queryByText("30 seconds left to pay.")).not.toBeInTheDocument();
    pass(2_500);
    expect(await screen.findByText("30 seconds left to pay.")).toBeInTheDocument();
  });

  it("ends in an explanation and a way back", async () => {
    order = anOrder({ expiresAt: new Date(Date.now() + 20 * SECOND).toISOString() });
    renderPage("/orders/o1");
    await screen.findByRole("timer");
    pass(21 * SECOND);
    expect(await screen.findByRole("heading", { name: "Your hold has ended" })).toBeVisible();
    expect(screen.getByText(/Nothing was charged/)).toBeVisible();
    expect(screen.getByRole("link", { name: "Look whether it is still there" })).toHaveAttribute("href", "/tickets/t1");
    expect(screen.queryByRole("button", { name: /Pay/ })).not.toBeInTheDocument();
  });
});

describe("paying", () => {
  it("says that no money moves", async () => {
    renderPage("/orders/o1");
    expect(await screen.findByText(/Choose a test card; no money moves/)).toBeVisible();
  });

  it("waits for the order to be complete", async () => {
    server.on("POST", "/api/payments", () => {
      order = { ...order, status: "complete" };
      return json(201, { id: "p1" });
    });
    const { user } = await choose("Visa, is accepted");
    await user.click(await pay());
    expect(await screen.findByRole("heading", { name: "It is yours" })).toBeVisible();
    expect(server.last("POST").body).toEqual({ token: "tok_visa", orderId: "o1" });
  });

  it("explains a decline and takes another card", async () => {
    server.on("POST", "/api/payments", () => error(400, "Your card has insufficient funds."));
    const { user } = await choose("Is declined: not enough money");
    await user.click(await pay());
    expect(await screen.findByRole("alert")).toHaveTextContent("There is not enough money on this card, and nothing was charged.");
    server.on("POST", "/api/payments", () => json(201, { id: "p1" }));
    await user.selectOptions(screen.getByRole("combobox", { name: "Test card" }), "tok_visa");
    await user.click(await pay());
    await waitFor(() => expect(screen.queryByRole("alert")).not.toBeInTheDocument());
  });

  it("sends the person to the bank when it wants that, and lets them choose another card", async () => {
    server.on("POST", "/api/payments", () => json(202, { id: "p1", clientSecret: "pi_1_secret_2" }));
    const { user } = await choose("Bank asks first (3-D Secure)");
    await user.click(await pay());
    expect(await screen.findByRole("link", { name: "Continue at the bank" })).toHaveAttribute(
      "href",
      "/_stand-in/bank?client_secret=pi_1_secret_2&return_url=%2Forders%2Fo1",
    );
    await user.click(screen.getByRole("button", { name: "Use another card" }));
    expect(await pay()).toBeVisible();
  });

  it("says so where there is no bank to go to", async () => {
    server.on("GET", "/api/payments/config", () => json(200, { currency: "usd" }));
    server.on("POST", "/api/payments", () => json(202, { id: "p1", clientSecret: "pi_1_secret_2" }));
    const { user } = await choose("Bank asks first (3-D Secure)");
    await user.click(await pay());
    expect(await screen.findByRole("alert")).toHaveTextContent("Choose another card");
  });

  it("knows what the bank said when the person comes back", async () => {
    const { router } = renderPage("/orders/o1?payment_intent=pi_1&redirect_status=failed");
    expect(await screen.findByRole("alert")).toHaveTextContent("The payment was not confirmed");
    expect(router.state.location.search).toBe("");
    expect(await pay()).toBeEnabled();
  });

  it("waits after a confirmed payment instead of taking a second one", async () => {
    renderPage("/orders/o1?payment_intent=pi_1&redirect_status=succeeded");
    expect(await screen.findByText(/do not pay again/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Paying" })).toHaveAttribute("aria-disabled", "true");
  });

  it("asks again for an undecided payment until there is an answer", async () => {
    let asked = 0;
    server.on("POST", "/api/payments", () => (++asked < 2 ? json(202, { id: "p1" }) : error(400, "Your card was declined.")));
    const { user } = await choose("Visa, is accepted");
    await user.click(await pay());
    expect(await screen.findByText(/is being decided/)).toBeVisible();
    expect(await screen.findByRole("alert")).toHaveTextContent("Your card was declined");
  });

  it("says that paying again is safe when no answer came", async () => {
    server.on("POST", "/api/payments", () => Promise.reject(new TypeError("Failed to fetch")));
    const { user } = await choose("Visa, is accepted");
    await user.click(await pay());
    expect(await screen.findByRole("alert")).toHaveTextContent("you are never charged twice for one order");
  });
});

describe("an order that has ended", () => {
  it("tells of a payment that came too late and was given back", async () => {
    order = anOrder({ status: "cancelled", refund: { stripeId: "re_1", at: "2026-11-24T12:00:00Z" } });
    renderPage("/orders/o1");
    expect(await screen.findByText(/came too late and was given back on Nov 24, 2026/)).toBeVisible();
  });

  it("of somebody else is nothing here", async () => {
    server.on("GET", "/api/orders/o1", () => error(401, "Not authorized"));
    server.on("POST", "/api/users/refresh", () => json(200, {}));
    renderPage("/orders/o1");
    expect(await screen.findByRole("heading", { name: "Nothing here" })).toBeVisible();
  });
});

it("lets go only after asking", async () => {
  server.on("DELETE", "/api/orders/o1", () => {
    order = { ...order, status: "cancelled" };
    return new Response(null, { status: 204 });
  });
  const { user } = renderPage("/orders/o1");
  await user.click(await screen.findByRole("button", { name: "Let it go" }));
  const dialog = await screen.findByRole("dialog", { name: "Let this ticket go?" });
  expect(server.count("DELETE", "/api/orders/o1")).toBe(0);
  const buttons = [...dialog.querySelectorAll("button")];
  await user.click(buttons.at(-1) as HTMLElement);
  expect(await screen.findByRole("heading", { name: "This order was cancelled" })).toBeVisible();
});
