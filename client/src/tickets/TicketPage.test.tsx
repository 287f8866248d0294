import { screen } from "@testing-library/react";
import { act } from "react";
import { beforeEach, expect, it } from "vitest";
import { FakeEventSource } from "../test/FakeEventSource";
import { error, FakeServer, json } from "../test/FakeServer";
import { anOrder, aTicket, renderPage } from "../test/renderPage";

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().signedIn();
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket()));
  server.on("GET", "/api/orders", () => json(200, []));
});

const buy = (price = "$19.99") => screen.findByRole("button", { name: `Buy for ${price}` });

it("orders at the price that was seen", async () => {
  server.on("POST", "/api/orders", () =>
    json(201, anOrder({ expiresAt: new Date(Date.now() + 60_000).toISOString() })),
  );
  const { user, router } = renderPage("/tickets/t1");
  await user.click(await buy());
  expect(await screen.findByRole("heading", { name: "Checkout" })).toBeVisible();
  expect(router.state.location.pathname).toBe("/orders/o1");
  expect(server.last("POST").body).toEqual({ ticketId: "t1", price: 19.99 });
});

it("asks again when the price has changed", async () => {
  server.on("POST", "/api/orders", () =>
    error(409, "price-changed", { current: { id: "t1", title: "", price: 30, version: 1 } }),
  );
  const { user } = renderPage("/tickets/t1");
  await user.click(await buy());
  expect(await screen.findByText("The price changed from $19.99 to $30.00.")).toBeVisible();
  await user.click(await buy("$30.00"));
  expect(server.last("POST").body).toEqual({ ticketId: "t1", price: 30 });
});

it("tells who was slower", async () => {
  server.on("POST", "/api/orders", () => error(400, "ticket-reserved"));
  const { user } = renderPage("/tickets/t1");
  await user.click(await buy());
  expect(await screen.findByRole("alert")).toHaveTextContent("Someone else is holding this ticket");
});

it("waits for orders to hear of a ticket that is brand new", async () => {
  let asked = 0;
  server.on("POST", "/api/orders", () =>
    ++asked < 3
      ? error(404, "not-found")
      : json(201, anOrder({ expiresAt: new Date(Date.now() + 60_000).toISOString() })),
  );
  const { user } = renderPage("/tickets/t1");
  await user.click(await buy());
  expect(await screen.findByRole("heading", { name: "Checkout" })).toBeVisible();
});

it("shows at once that somebody has taken it, and that it is free again", async () => {
  renderPage("/tickets/t1");
  await buy();
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 1, orderId: "other" })));
  expect(await screen.findByText(/Someone is holding this ticket or has bought it/)).toBeVisible();
  expect(screen.queryByRole("button", { name: /Buy/ })).not.toBeInTheDocument();
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 2 })));
  expect(await buy()).toBeVisible();
});

it("leads back to one's own hold", async () => {
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ orderId: "o1" })));
  server.on("GET", "/api/orders", () => json(200, [anOrder()]));
  renderPage("/tickets/t1");
  expect(await screen.findByRole("link", { name: "Go to checkout" })).toHaveAttribute("href", "/orders/o1");
});

it("has a stranger sign in first, and come back", async () => {
  server.on("GET", "/api/users/currentuser", () => json(200, { currentUser: null }));
  renderPage("/tickets/t1");
  expect(await screen.findByRole("link", { name: "Sign in to buy" })).toHaveAttribute(
    "href",
    "/signin?next=%2Ftickets%2Ft1",
  );
});

it("lets the seller edit and not buy", async () => {
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ userId: "me" })));
  renderPage("/tickets/t1");
  expect(await screen.findByRole("link", { name: "Edit" })).toBeVisible();
  expect(screen.queryByRole("button", { name: /Buy/ })).not.toBeInTheDocument();
});
