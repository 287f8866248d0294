import { screen, waitFor, within } from "@testing-library/react";
import { act } from "react";
import { beforeEach, describe, expect, it } from "vitest";
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

it("explains an error after a change of the price", async () => {
  server.on("POST", "/api/orders", () =>
    error(409, "price-changed", { current: { id: "t1", title: "", price: 30, version: 1 } }),
  );
  const { user } = renderPage("/tickets/t1");
  await user.click(await buy());
  server.on("POST", "/api/orders", () => error(400, "ticket-reserved"));
  await user.click(await buy("$30.00"));
  expect(await screen.findByRole("alert")).toHaveTextContent("Someone else is holding this ticket");
  expect(screen.getByText("The price changed from $19.99 to $30.00.")).toBeVisible();
});

it("offers the price of a later change", async () => {
  server.on("POST", "/api/orders", () =>
    error(409, "price-changed", { current: { id: "t1", title: "", price: 30, version: 1 } }),
  );
  const { user } = renderPage("/tickets/t1");
  await user.click(await buy());
  await buy("$30.00");
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ version: 2, price: 25 })));
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 2, price: 25 })));
  expect(await buy("$25.00")).toBeVisible();
  expect(screen.getByText("The price changed from $19.99 to $25.00.")).toBeVisible();
});

it("keeps the ticket while it cannot be loaded again", async () => {
  server.on("POST", "/api/orders", () => error(400, "ticket-reserved"));
  const { user, queryClient } = renderPage("/tickets/t1");
  await buy();
  server.on("GET", "/api/tickets/t1", () => error(503, "temporarily-unavailable"));
  await queryClient.invalidateQueries();
  await user.click(await buy());
  expect(await screen.findByRole("alert")).toHaveTextContent("Someone else is holding this ticket");
  server.on("GET", "/api/tickets/t1", () => error(404, "not-found"));
  await queryClient.invalidateQueries();
  expect(await screen.findByRole("heading", { name: "Page not found" })).toBeVisible();
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
  const hold = screen.getByText(/^You're holding this ticket/);
  expect(hold).toHaveTextContent(/^You're holding this ticket · \d+:\d\d$/);
  expect(within(hold).getByRole("timer", { name: "Time left to pay" })).toBeVisible();
  expect(screen.getByRole("link", { name: "All tickets" })).toHaveTextContent("← All tickets");
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

it("does not offer a hidden ticket", async () => {
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ hidden: true })));
  renderPage("/tickets/t1");
  expect(await screen.findByText("This ticket is not for sale at the moment.")).toBeVisible();
  expect(screen.queryByRole("button", { name: /Buy/ })).not.toBeInTheDocument();
  expect(screen.queryByText("Available")).not.toBeInTheDocument();
});

it("stops offering a ticket that was withdrawn meanwhile", async () => {
  const { user } = renderPage("/tickets/t1");
  await buy();
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ version: 1, hidden: true })));
  server.on("POST", "/api/orders", () => error(400, "ticket-not-for-sale"));
  await user.click(await buy());
  expect(await screen.findByText("This ticket is not for sale at the moment.")).toBeVisible();
});

it("lets the seller withdraw a ticket and put it back on sale", async () => {
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ userId: "me" })));
  server.on("DELETE", "/api/tickets/t1", () => {
    server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ userId: "me", version: 1, hidden: true })));
    return json(204, undefined);
  });
  server.on("POST", "/api/tickets/t1/restore", () => {
    server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ userId: "me", version: 2 })));
    return json(200, aTicket({ userId: "me", version: 2 }));
  });
  const { user } = renderPage("/tickets/t1");
  await user.click(await screen.findByRole("button", { name: "Withdraw Jazz in the park" }));
  expect(await screen.findByText("“Jazz in the park” is no longer for sale.")).toBeVisible();
  expect(await screen.findByText("Withdrawn")).toBeVisible();
  await user.click(await screen.findByRole("button", { name: "Put back on sale: Jazz in the park" }));
  expect(await screen.findByText("“Jazz in the park” is back on sale.")).toBeVisible();
  expect(await screen.findByText("For sale")).toBeVisible();
});

it("shows the seller of a sold ticket no stamp, and offers a refunded one for sale again", async () => {
  const receipt = { id: "r1", orderId: "o9", ticketId: "t1", amount: 19.99, currency: "usd", stripeId: "pi_1" };
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ userId: "me", orderId: "o9" })));
  server.on("GET", "/api/payments", () =>
    json(200, [{ ...receipt, status: "refunded", refund: { requestedBy: "SELLER", relist: false, relistable: true } }]),
  );
  server.on("POST", "/api/payments/r1/relist", () => json(200, receipt));
  const { user } = renderPage("/tickets/t1");
  await user.click(await screen.findByRole("button", { name: "Put back on sale: Jazz in the park" }));
  expect(server.count("POST", "/api/payments/r1/relist")).toBe(1);
  expect(screen.queryByText("Unavailable")).not.toBeInTheDocument();
});

describe("similar tickets", () => {
  const facts = { category: "music", city: "Graz" } as const;

  function similar(count: number) {
    const others = Array.from({ length: count }, (_, index) => aTicket({ id: `s${index}`, title: `Other ${index}` }));
    server.on("GET", "/api/tickets", () => json(200, [aTicket({ ...facts }), ...others]));
  }

  const section = () => screen.findByRole("region", { name: "Similar tickets" });

  it("are three others of the same category and city, with a link to all", async () => {
    server.on("GET", "/api/tickets/t1", () => json(200, aTicket(facts)));
    similar(4);
    const { user, router } = renderPage("/tickets/t1");
    const titles = within(await section())
      .getAllByRole("listitem")
      .map((card) => card.textContent);
    expect(titles).toEqual(["Other 0$19.99", "Other 1$19.99", "Other 2$19.99"]);
    expect(server.calls.at(-1)?.path).toBe("/api/tickets?category=music&city=Graz&limit=24");
    await user.click(screen.getByRole("link", { name: "View all similar tickets" }));
    expect(router.state.location).toMatchObject({ pathname: "/", search: "?category=music&city=Graz" });
  });

  it("disappear when someone holds them", async () => {
    server.on("GET", "/api/tickets/t1", () => json(200, aTicket(facts)));
    similar(1);
    renderPage("/tickets/t1");
    const shown = await section();
    act(() => FakeEventSource.latest().send("ticket", aTicket({ id: "s0", version: 1, orderId: "other" })));
    await waitFor(() => expect(shown).not.toBeInTheDocument());
  });

  it("are not requested for the seller, or without a category and a city", async () => {
    server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ ...facts, userId: "me" })));
    renderPage("/tickets/t1");
    expect(await screen.findByText("For sale")).toBeVisible();
    server.on("GET", "/api/tickets/t2", () => json(200, aTicket({ id: "t2" })));
    renderPage("/tickets/t2");
    await buy();
    expect(server.count("GET", "/api/tickets")).toBe(0);
  });
});
