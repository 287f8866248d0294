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

it("orders at the price shown", async () => {
  server.on("POST", "/api/orders", () =>
    json(201, anOrder({ expiresAt: new Date(Date.now() + 60_000).toISOString() })),
  );
  const { user, router } = renderPage("/tickets/t1");
  await user.click(await buy());
  expect(await screen.findByRole("heading", { name: "Checkout" })).toBeVisible();
  expect(router.state.location.pathname).toBe("/orders/o1");
  expect(server.last("POST").body).toEqual({ ticketId: "t1", price: 19.99 });
});

it("asks for confirmation when the price has changed", async () => {
  server.on("POST", "/api/orders", () =>
    error(409, "price-changed", { current: { id: "t1", title: "", price: 30, version: 1 } }),
  );
  const { user } = renderPage("/tickets/t1");
  await user.click(await buy());
  expect(await screen.findByText("The price changed from $19.99 to $30.00.")).toBeVisible();
  await user.click(await buy("$30.00"));
  expect(server.last("POST").body).toEqual({ ticketId: "t1", price: 30 });
});

it("explains that someone else holds the ticket", async () => {
  server.on("POST", "/api/orders", () => error(400, "ticket-reserved"));
  const { user } = renderPage("/tickets/t1");
  await user.click(await buy());
  expect(await screen.findByRole("alert")).toHaveTextContent("Someone else is holding this ticket");
});

it("retries while the orders service does not know a new ticket", async () => {
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

it("shows at once that the ticket is unavailable, and that it is available again", async () => {
  renderPage("/tickets/t1");
  await buy();
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 1, orderId: "other" })));
  expect(await screen.findByText(/Someone is holding this ticket or has bought it/)).toBeVisible();
  expect(screen.queryByRole("button", { name: /Buy/ })).not.toBeInTheDocument();
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 2 })));
  expect(await buy()).toBeVisible();
});

it("does not show the buyer's own hold as unavailable if the stream is faster than the response", async () => {
  let respond: (response: Response) => void = () => undefined;
  server.on("POST", "/api/orders", () => new Promise<Response>((resolve) => (respond = resolve)));
  const { user } = renderPage("/tickets/t1");
  await user.click(await buy());
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 1, orderId: "o1" })));
  expect(await screen.findByRole("button", { name: "Holding your ticket…" })).toBeVisible();
  expect(screen.queryByText(/Someone is holding this ticket/)).not.toBeInTheDocument();
  expect(screen.getByText("Available")).toBeVisible();
  respond(json(201, anOrder({ expiresAt: new Date(Date.now() + 60_000).toISOString() })));
  expect(await screen.findByRole("heading", { name: "Checkout" })).toBeVisible();
});

it("links to the user's own hold", async () => {
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ orderId: "o1" })));
  server.on("GET", "/api/orders", () => json(200, [anOrder()]));
  renderPage("/tickets/t1");
  expect(await screen.findByRole("link", { name: "Go to checkout" })).toHaveAttribute("href", "/orders/o1");
  expect(screen.getByText("Held for you")).toBeVisible();
});

it("has an anonymous visitor sign in first and return", async () => {
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
