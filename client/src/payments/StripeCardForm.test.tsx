import { loadStripe } from "@stripe/stripe-js/pure";
import { screen, waitFor } from "@testing-library/react";
import { act } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Order } from "../api/types";
import { FakeServer, json } from "../test/FakeServer";
import { anOrder, renderPage } from "../test/renderPage";

vi.mock("@stripe/stripe-js/pure", () => ({ loadStripe: vi.fn() }));

let server: FakeServer;
let order: Order;
const listeners = new Map<string, () => void>();
const card = {
  on: (event: string, listener: () => void) => listeners.set(event, listener),
  mount: vi.fn(),
  destroy: vi.fn(),
};
const elements = { create: vi.fn(() => card), getElement: () => card, submit: vi.fn() };
const stripe = { elements: vi.fn(() => elements), createPaymentMethod: vi.fn(), handleNextAction: vi.fn() };

beforeEach(() => {
  vi.clearAllMocks();
  // jsdom does not implement it
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.mocked(loadStripe).mockResolvedValue(stripe as never);
  elements.submit.mockResolvedValue({});
  stripe.createPaymentMethod.mockResolvedValue({ paymentMethod: { id: "pm_1" } });
  order = anOrder({ expiresAt: new Date(Date.now() + 600_000).toISOString() });
  server = new FakeServer().signedIn();
  server.on("GET", "/api/payments/config", () =>
    json(200, { publishableKey: "pk_test_1", currency: "eur", digits: 2, decimals: 2 }),
  );
  server.on("GET", "/api/orders/o1", () => json(200, order));
});

async function ready() {
  const view = renderPage("/orders/o1");
  await waitFor(() => expect(card.mount).toHaveBeenCalled());
  act(() => listeners.get("ready")?.());
  return { ...view, pay: await screen.findByRole("button", { name: "Pay €19.99" }) };
}

it("shows Stripe's form for the order's amount and no test cards", async () => {
  await ready();
  expect(loadStripe).toHaveBeenCalledWith("pk_test_1", { locale: "en" });
  expect(stripe.elements).toHaveBeenCalledWith(
    expect.objectContaining({ mode: "payment", amount: 1999, currency: "eur" }),
  );
  expect(screen.queryByRole("combobox", { name: "Test card" })).not.toBeInTheDocument();
});

it.each([
  [19.99, "usd", 2, 1999],
  [1.1, "eur", 2, 110],
  [500, "jpy", 0, 500],
  [1990.5, "huf", 2, 199050],
  [20, "isk", 2, 2000],
  [1.5, "kwd", 3, 1500],
])("passes %d %s to Stripe's form in the smallest unit", async (price, currency, decimals, amount) => {
  order = { ...order, ticket: { ...order.ticket, price } };
  server.on("GET", "/api/payments/config", () =>
    json(200, { publishableKey: "pk_test_1", currency, digits: 2, decimals }),
  );
  renderPage("/orders/o1");
  await waitFor(() => expect(stripe.elements).toHaveBeenCalledWith(expect.objectContaining({ amount, currency })));
});

it("pays with the payment method that Stripe has created", async () => {
  server.on("POST", "/api/payments", () => {
    order = { ...order, status: "complete" };
    return json(201, { id: "p1" });
  });
  const { user, pay } = await ready();
  await user.click(pay);
  expect(await screen.findByRole("heading", { name: "It's yours!" })).toBeVisible();
  expect(server.last("POST").body).toEqual({ paymentMethodId: "pm_1", orderId: "o1" });
});

it("lets Stripe confirm with the bank and applies the outcome", async () => {
  stripe.handleNextAction.mockResolvedValue({ error: { message: "no" } });
  server.on("POST", "/api/payments", () => json(202, { id: "p1", clientSecret: "pi_1_secret_2" }));
  const { user, pay } = await ready();
  await user.click(pay);
  expect(await screen.findByRole("alert")).toHaveTextContent("The payment was not confirmed");
  expect(stripe.handleNextAction).toHaveBeenCalledWith({ clientSecret: "pi_1_secret_2" });

  stripe.handleNextAction.mockImplementation(() => {
    order = { ...order, status: "complete" };
    return Promise.resolve({ paymentIntent: { status: "succeeded" } });
  });
  await user.click(pay);
  expect(await screen.findByRole("heading", { name: "It's yours!" })).toBeVisible();
});

it("sends nothing while the card is incomplete", async () => {
  elements.submit.mockResolvedValue({ error: { message: "Your card number is incomplete." } });
  const { user, pay } = await ready();
  await user.click(pay);
  expect(await screen.findByRole("alert")).toHaveTextContent("Your card number is incomplete.");
  expect(server.count("POST", "/api/payments")).toBe(0);
});

it("explains what to do when Stripe's form cannot be loaded", async () => {
  vi.mocked(loadStripe).mockRejectedValue(new Error("blocked"));
  renderPage("/orders/o1");
  expect(await screen.findByRole("alert")).toHaveTextContent("allow js.stripe.com in any content blocker");
});
