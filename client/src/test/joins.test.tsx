import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { type Call, error, FakeServer, json } from "./FakeServer";
import { anOrder, aTicket, renderPage } from "./renderPage";

const PAGE = 50;
let server: FakeServer;

/** Answers with pages of 50, as the services do. */
function paged(path: string, entries: unknown[]): void {
  server.on("GET", path, (call: Call) => {
    const after = Number(/after=(\d+)/.exec(call.path)?.[1] ?? 0);
    const next = after + PAGE;
    const link = next < entries.length ? { Link: `<${path}?after=${next}>; rel="next"` } : {};
    return json(200, entries.slice(after, next), link);
  });
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const soon = () => new Date(Date.now() + 600_000).toISOString();
const sale = (index: number) => ({
  id: `r${index}`,
  orderId: `o${index}`,
  ticketId: `t${index}`,
  status: "paid",
  amount: 20,
  currency: "usd",
  stripeId: `pi_${index}`,
});

beforeEach(() => {
  server = new FakeServer().signedIn();
  server.on("GET", "/api/tickets", () => json(200, []));
});

it("shows all of 51 sold tickets as sold", async () => {
  server.on("GET", "/api/tickets/mine", () =>
    json(
      200,
      numbers(51).map((index) => aTicket({ id: `t${index}`, orderId: `o${index}` })),
    ),
  );
  paged("/api/payments", numbers(51).map(sale));
  server.on("GET", "/api/tickets/mine/totals", () =>
    json(200, { "on-sale": 0, held: 0, sold: 51, delivered: 0, withdrawn: 0 }),
  );
  renderPage("/listings");
  await waitFor(() => expect(screen.getAllByText("Sold")).toHaveLength(51));
  expect(screen.queryByText(/^Held(,| or)/)).not.toBeInTheDocument();
});

it("does not claim that a listing is held while the sales are unknown", async () => {
  server.on("GET", "/api/tickets/mine", () => json(200, [aTicket({ orderId: "o1" })]));
  server.on("GET", "/api/payments", () => error(503, "temporarily-unavailable"));
  renderPage("/listings");
  expect(await screen.findByText("Held or sold")).toBeVisible();
});

it("names the tickets of all receipts", async () => {
  paged("/api/payments", numbers(3).map(sale));
  paged(
    "/api/orders",
    numbers(120).map((index) =>
      anOrder({
        id: `o${119 - index}`,
        status: "complete",
        ticket: { id: "t", title: `Jazz ${119 - index}`, price: 20, version: 0 },
      }),
    ),
  );
  renderPage("/receipts");
  expect(await screen.findByRole("link", { name: "Jazz 0" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Jazz 2" })).toBeVisible();
});

describe("a ticket whose order is older than the user's 200 newest ones", () => {
  const others = numbers(200).map((index) => anOrder({ id: `other${index}`, status: "cancelled" }));

  it("reads held by its buyer", async () => {
    server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ orderId: "o1" })));
    server.on("GET", "/api/orders/o1", () => json(200, anOrder({ expiresAt: soon() })));
    paged("/api/orders", [...others, anOrder({ expiresAt: soon() })]);
    renderPage("/tickets/t1");
    expect(await screen.findByText("Held for you")).toBeVisible();
    expect(screen.getByRole("link", { name: "Go to checkout" })).toBeVisible();
  });

  it("reads bought by its buyer", async () => {
    server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ orderId: "o1" })));
    server.on("GET", "/api/orders/o1", () => json(200, anOrder({ status: "complete" })));
    paged("/api/orders", others);
    renderPage("/tickets/t1");
    expect(await screen.findByText("You bought this")).toBeVisible();
    expect(screen.getByRole("link", { name: "View order" })).toHaveAttribute("href", "/orders/o1");
  });

  it("reads unavailable if it is another user's", async () => {
    server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ orderId: "o1" })));
    server.on("GET", "/api/orders/o1", () => error(401, "not-authorized"));
    server.on("POST", "/api/users/refresh", () => json(200, {}));
    paged("/api/orders", others);
    renderPage("/tickets/t1");
    expect(await screen.findByText(/Someone is holding this ticket or has bought it/)).toBeVisible();
  });
});

describe("the bar with the user's holds", () => {
  const bar = () => screen.findByRole("complementary", { name: "Tickets held for you" });

  it("shows a hold on every page but its checkout", async () => {
    const order = anOrder({ expiresAt: soon() });
    server.on("GET", "/api/orders", () => json(200, [order]));
    server.on("GET", "/api/orders/o1", () => json(200, order));
    const { router } = renderPage("/");
    expect(await bar()).toHaveTextContent(/Jazz in the park · \d+:\d\d/);
    const pay = within(await bar()).getByRole("link", { name: "Pay now for Jazz in the park" });
    expect(pay).toHaveAttribute("href", "/orders/o1");
    expect(within(await bar()).getByRole("timer", { name: "Time left to pay" })).toHaveTextContent(/^\d+:\d\d$/);
    await act(() => router.navigate("/orders/o1"));
    await screen.findByRole("heading", { name: "Checkout" });
    expect(screen.queryByRole("complementary")).not.toBeInTheDocument();
  });

  it("finds a hold that is not among the newest orders", async () => {
    paged("/api/orders", [
      ...numbers(120).map((index) => anOrder({ id: `x${index}`, status: "cancelled", expiresAt: soon() })),
      anOrder({ expiresAt: soon() }),
    ]);
    renderPage("/");
    expect(await bar()).toBeVisible();
  });

  it("counts several holds, and shows none whose time is over", async () => {
    const over = anOrder({ id: "o0", expiresAt: new Date(Date.now() - 1_000).toISOString() });
    server.on("GET", "/api/orders", () =>
      json(200, [anOrder({ id: "o2", expiresAt: soon() }), anOrder({ expiresAt: soon() }), over]),
    );
    renderPage("/");
    expect(await bar()).toHaveTextContent("2 tickets held");
  });

  it("is not shown to anonymous visitors", async () => {
    server.on("GET", "/api/users/currentuser", () => json(200, { currentUser: null }));
    renderPage("/");
    await screen.findByRole("heading", { name: "No tickets yet" });
    expect(server.count("GET", "/api/orders")).toBe(0);
  });
});
