import { act, fireEvent, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { error, FakeServer, json } from "./FakeServer";
import { anOrder, aTicket, renderPage } from "./renderPage";

let server: FakeServer;
const held = () => anOrder({ expiresAt: new Date(Date.now() + 600_000).toISOString() });

beforeEach(() => {
  server = new FakeServer().signedIn(["admin"]);
  server
    .on("GET", "/api/tickets/t1", () => json(200, aTicket()))
    .on("GET", "/api/tickets", () => json(200, []))
    .on("GET", "/api/orders", () => json(200, []))
    .on("GET", "/api/orders/o1", () => json(200, held()))
    .on("GET", "/api/payments", ({ path }) => json(200, path.includes("sold=true") ? [sale] : []))
    .on("GET", "/api/tickets/mine", () => json(200, [aTicket()]))
    .on("GET", "/api/users/sessions", () => json(200, [device]))
    .on("GET", "/api/users", () => json(200, [{ id: "p", email: "p@example.com", roles: [], banned: false }]));
});

const sale = {
  id: "r1",
  orderId: "o1",
  ticketId: "t1",
  status: "paid",
  amount: 19.99,
  currency: "usd",
  stripeId: "pi",
};
const device = {
  id: "s1",
  device: "curl/8.0",
  createdAt: "2026-11-24T10:00:00Z",
  lastUsedAt: "2026-11-24T10:00:00Z",
  current: false,
};

/** Two clicks before the page has rendered the first. */
function doubleClick(button: HTMLElement): void {
  act(() => {
    fireEvent.click(button);
    fireEvent.click(button);
  });
}

/** The service answers only after the clicks. */
function slowly(response: () => Response): () => Promise<Response> {
  return () => new Promise((resolve) => setTimeout(() => resolve(response()), 50));
}

describe("two clicks in one task", () => {
  it.each([
    ["list a ticket", "/sell", "List ticket", "POST", "/api/tickets"],
    ["order a ticket", "/tickets/t1", "Buy for $19.99", "POST", "/api/orders"],
    ["pay", "/orders/o1", "Pay $19.99", "POST", "/api/payments"],
    ["sign a device out", "/account", /^Sign out curl/, "DELETE", "/api/users/sessions/s1"],
    ["sign out", "/account", "Sign out", "POST", "/api/users/signout"],
  ])("%s once", async (_, address, name, method, path) => {
    server.on(
      method,
      path,
      slowly(() => error(500, "internal-error")),
    );
    const { user } = renderPage(address);
    const button = await screen.findByRole("button", { name });
    if (address === "/sell") {
      await user.type(screen.getByRole("textbox", { name: "Title" }), "Jazz");
      await user.type(screen.getByRole("textbox", { name: /Price/ }), "20");
    }
    doubleClick(button);
    await screen.findByRole("alert");
    expect(server.count(method, path)).toBe(1);
    // and afterwards it is possible to try again
    await user.click(button);
    await screen.findByRole("alert");
    expect(server.count(method, path)).toBe(2);
  });

  it.each([
    ["release a ticket", "/orders/o1", "Release ticket", "Release ticket", "DELETE", "/api/orders/o1"],
    ["refund", "/receipts?sold=true", /^Refund/, "Refund $19.99", "POST", "/api/payments/r1/refund"],
    ["ban", "/admin", /^Ban/, "Ban", "POST", "/api/users/p/ban"],
  ])("%s once", async (_, address, opens, name, method, path) => {
    server.on(
      method,
      path,
      slowly(() => error(500, "internal-error")),
    );
    const { user } = renderPage(address);
    await user.click(await screen.findByRole("button", { name: opens }));
    const dialog = within(await screen.findByRole("dialog"));
    doubleClick(dialog.getByRole("button", { name }));
    await dialog.findByRole("alert");
    expect(server.count(method, path)).toBe(1);
  });

  it.each([
    ["sign in", "/signin", "Sign in", "/api/users/signin"],
    ["sign up", "/signup", "Create account", "/api/users/signup"],
  ])("%s once", async (_, address, name, path) => {
    server.on("GET", "/api/users/currentuser", () => json(200, { currentUser: null }));
    server.on(
      "POST",
      path,
      slowly(() => error(500, "internal-error")),
    );
    const { user } = renderPage(address);
    await user.type(await screen.findByRole("textbox", { name: "Email address" }), "me@example.com");
    await user.type(screen.getByLabelText("Password"), "a password");
    doubleClick(screen.getByRole("button", { name }));
    await screen.findByRole("alert");
    expect(server.count("POST", path)).toBe(1);
  });
});

describe("another attempt after a lost answer", () => {
  const keys = (path: string) =>
    server.calls
      .filter((call) => call.method === "POST" && call.path === path)
      .map((call) => call.headers.get("Idempotency-Key"));

  it("lists one ticket", async () => {
    server.on("POST", "/api/tickets", () => Promise.reject(new TypeError("Failed to fetch")));
    const { user } = renderPage("/sell");
    await user.type(await screen.findByRole("textbox", { name: "Title" }), "Jazz");
    await user.type(screen.getByRole("textbox", { name: /Price/ }), "20");
    await user.click(screen.getByRole("button", { name: "List ticket" }));
    await screen.findByRole("alert");
    server.on("POST", "/api/tickets", () => json(201, aTicket({ userId: "me" })));
    await user.click(screen.getByRole("button", { name: "List ticket" }));
    await screen.findByRole("heading", { name: "Jazz in the park" });
    const [first, second] = keys("/api/tickets");
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
  });

  it("pays once", async () => {
    server.on("POST", "/api/payments", () => Promise.reject(new TypeError("Failed to fetch")));
    const { user } = renderPage("/orders/o1");
    await user.click(await screen.findByRole("button", { name: "Pay $19.99" }));
    await screen.findByRole("alert");
    server.on("POST", "/api/payments", () => error(400, "card-declined"));
    await user.click(screen.getByRole("button", { name: "Pay $19.99" }));
    await screen.findByText(/Your card was declined/);
    await user.click(screen.getByRole("button", { name: "Pay $19.99" }));
    await screen.findByText(/Your card was declined/);
    const [first, second, third] = keys("/api/payments");
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
    // another click is another attempt
    expect(third).toMatch(/^[0-9a-f]{32}$/);
    expect(third).not.toBe(first);
  });

  it("places one order", async () => {
    server.on("POST", "/api/orders", () => Promise.reject(new TypeError("Failed to fetch")));
    const { user } = renderPage("/tickets/t1");
    await user.click(await screen.findByRole("button", { name: "Buy for $19.99" }));
    await screen.findByRole("alert");
    server.on("POST", "/api/orders", () => json(201, held()));
    await user.click(screen.getByRole("button", { name: "Buy for $19.99" }));
    await screen.findByRole("heading", { name: "Checkout" });
    const [first, second] = keys("/api/orders");
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
  });
});
