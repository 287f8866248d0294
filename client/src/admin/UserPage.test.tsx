import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Receipt } from "../api/types";
import { error, FakeServer, json } from "../test/FakeServer";
import { anOrder, aTicket, renderPage } from "../test/renderPage";

const person = { id: "p1", email: "pest@example.com", roles: ["scanner"], banned: false };
const receipt: Receipt = { id: "r1", orderId: "o1", ticketId: "t1", status: "paid", amount: 19.99, currency: "eur" };
const never = () => new Promise<Response>(() => undefined);
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .signedIn(["admin"])
    .on("GET", "/api/users", () => json(200, [person]))
    .on("GET", "/api/tickets/sellers/p1", () => json(200, [aTicket({ status: "on-sale" })]))
    .on("GET", "/api/orders/buyers/p1", () =>
      json(200, [anOrder({ userId: "p1", status: "complete", placedAt: "2026-11-24T11:00:00Z" })]),
    )
    .on("GET", "/api/payments", () => json(200, [receipt]));
});

async function rowIn(heading: string) {
  const section = (await screen.findByRole("heading", { name: heading })).closest("section") as HTMLElement;
  return within(await within(section).findByRole("listitem"));
}

it("shows the account with its actions", async () => {
  server.on("GET", "/api/users", () =>
    json(200, [{ ...person, banned: true, bannedAt: "2026-11-24T10:00:00Z", banReason: "Sells air" }]),
  );
  server.on("POST", "/api/users/p1/unban", () => {
    server.on("GET", "/api/users", () => json(200, [person]));
    return json(200, person);
  });
  const { user } = renderPage("/admin/users/p1");
  expect(await screen.findByText("pest@example.com")).toBeVisible();
  expect(server.calls.map(({ path }) => path)).toContain("/api/users?id=p1");
  expect(screen.getByText("Scanner")).toBeVisible();
  expect(screen.getByText(/Sells air/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Remove scanner role: pest@example.com" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Unban pest@example.com" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Unban" }));
  expect(await screen.findByRole("button", { name: "Ban pest@example.com" })).toBeVisible();
  expect(screen.queryByText(/Sells air/)).not.toBeInTheDocument();
});

it("shows a deleted account without actions", async () => {
  server.on("GET", "/api/users", () => json(200, [{ id: "p1", roles: [], banned: false, deleted: true }]));
  renderPage("/admin/users/p1");
  expect(await screen.findByText("Deleted")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Ban/ })).not.toBeInTheDocument();
});

it("shows that a user does not exist", async () => {
  server.on("GET", "/api/users", () => json(200, []));
  renderPage("/admin/users/p1");
  expect(await screen.findByText("This doesn't exist or is no longer available.")).toBeVisible();
  expect(screen.queryByRole("heading", { name: "Orders" })).not.toBeInTheDocument();
  expect(server.count("GET", "/api/tickets/sellers/p1")).toBe(0);
  expect(server.count("GET", "/api/orders/buyers/p1")).toBe(0);
});

it("loads listings and orders only for an account that exists", async () => {
  let answer: (response: Response) => void = () => undefined;
  server.on("GET", "/api/users", () => new Promise((resolve) => (answer = resolve)));
  renderPage("/admin/users/p1");
  await waitFor(() => expect(server.count("GET", "/api/users")).toBe(1));
  expect(server.count("GET", "/api/tickets/sellers/p1")).toBe(0);
  expect(server.count("GET", "/api/orders/buyers/p1")).toBe(0);
  answer(json(200, [person]));
  await rowIn("Listings");
  await rowIn("Orders");
});

it("offers to load the account again after a failure", async () => {
  server.on("GET", "/api/users", () => error(500, "internal-error"));
  const { user } = renderPage("/admin/users/p1");
  const alert = await screen.findByRole("alert");
  server.on("GET", "/api/users", () => json(200, [person]));
  await user.click(within(alert).getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("pest@example.com")).toBeVisible();
});

it("is only for admins", async () => {
  server.signedIn([]);
  renderPage("/admin/users/p1");
  expect(await screen.findByRole("heading", { name: "Admins only" })).toBeVisible();
  expect(server.count("GET", "/api/tickets/sellers/p1")).toBe(0);
});

describe("the listings", () => {
  it.each([
    ["on sale", aTicket({ status: "on-sale" }), "For sale"],
    ["of a banned seller", aTicket({ status: "on-sale", hidden: true }), "Not for sale"],
    ["withdrawn", aTicket({ status: "withdrawn", hidden: true }), "Withdrawn"],
    ["held", aTicket({ status: "held", orderId: "o1" }), "Held, awaiting payment"],
    ["sold", aTicket({ status: "sold", orderId: "o1", delivered: true }), "Sold"],
  ])("read for one %s", async (_, ticket, words) => {
    server.on("GET", "/api/tickets/sellers/p1", () => json(200, [ticket]));
    renderPage("/admin/users/p1");
    const row = await rowIn("Listings");
    expect(row.getByText(words)).toBeVisible();
    expect(row.getByRole("link", { name: "Jazz in the park" })).toHaveAttribute("href", "/tickets/t1");
    expect(row.queryByText("Delivery missing")).not.toBeInTheDocument();
  });

  it("mark a sold ticket without its delivery", async () => {
    server.on("GET", "/api/tickets/sellers/p1", () =>
      json(200, [aTicket({ status: "sold", orderId: "o1", delivered: false })]),
    );
    renderPage("/admin/users/p1");
    expect((await rowIn("Listings")).getByText("Delivery missing")).toBeVisible();
  });

  it("load the next page on demand", async () => {
    server.on("GET", "/api/tickets/sellers/p1", ({ path }) =>
      path.includes("after=")
        ? json(200, [aTicket({ id: "t2", title: "Opera, box" })])
        : json(200, [aTicket()], { Link: '</api/tickets/sellers/p1?limit=10&after=t1>; rel="next"' }),
    );
    const { user } = renderPage("/admin/users/p1");
    await rowIn("Listings");
    await rowIn("Orders");
    expect(server.count("GET", "/api/tickets/sellers/p1")).toBe(1);
    expect(server.count("GET", "/api/orders/buyers/p1")).toBe(1);
    await user.click(screen.getByRole("button", { name: "Show more: Listings" }));
    expect(await screen.findByRole("link", { name: "Opera, box" })).toBeVisible();
    expect(server.count("GET", "/api/orders/buyers/p1")).toBe(1);
  });
});

it("names the list that a button shows more of", async () => {
  server
    .on("GET", "/api/tickets/sellers/p1", () =>
      json(200, [aTicket()], { Link: '</api/tickets/sellers/p1?limit=10&after=t1>; rel="next"' }),
    )
    .on("GET", "/api/orders/buyers/p1", ({ path }) =>
      path.includes("after=")
        ? never()
        : json(200, [anOrder()], { Link: '</api/orders/buyers/p1?limit=10&after=o1>; rel="next"' }),
    );
  const { user } = renderPage("/admin/users/p1");
  await user.click(await screen.findByRole("button", { name: "Show more: Orders" }));
  expect(await screen.findByRole("button", { name: "Loading more… Orders" })).toHaveTextContent("Loading more…");
  expect(screen.getByRole("button", { name: "Show more: Listings" })).toHaveTextContent("Show more");
});

it("shows that there are neither listings nor orders", async () => {
  server.on("GET", "/api/tickets/sellers/p1", () => json(200, []));
  server.on("GET", "/api/orders/buyers/p1", () => json(200, []));
  renderPage("/admin/users/p1");
  expect(await screen.findByText("No listings yet")).toBeVisible();
  expect(await screen.findByText("No orders yet")).toBeVisible();
});

it("shows what is loaded while other parts fail", async () => {
  server.on("GET", "/api/tickets/sellers/p1", () => error(503, "temporarily-unavailable"));
  renderPage("/admin/users/p1");
  expect(await (await rowIn("Orders")).findByText("Paid")).toBeVisible();
  expect(await screen.findByRole("alert")).toHaveTextContent("Loading failed");
  expect(screen.getByText("pest@example.com")).toBeVisible();
});

describe("an order", () => {
  it("that is complete has its refund and its evidence, and loads no payment by itself", async () => {
    renderPage("/admin/users/p1");
    const row = await rowIn("Orders");
    expect(row.getByText("Paid")).toBeVisible();
    expect(row.getByRole("button", { name: "Refund Jazz in the park" })).toBeVisible();
    expect(row.getByRole("link", { name: "Evidence: Jazz in the park" })).toHaveAttribute(
      "href",
      "/admin/users/p1/orders/o1",
    );
    expect(server.count("GET", "/api/payments")).toBe(0);
  });

  it.each(["created", "cancelled"] as const)("that is %s has neither", async (status) => {
    server.on("GET", "/api/orders/buyers/p1", () => json(200, [anOrder({ userId: "p1", status })]));
    renderPage("/admin/users/p1");
    const row = await rowIn("Orders");
    expect(row.queryByRole("button")).not.toBeInTheDocument();
    expect(row.queryByRole("link", { name: /^Evidence/ })).not.toBeInTheDocument();
  });

  it("that is refunded has its evidence only", async () => {
    const refund = { at: "2026-11-25T09:00:00Z", stripeId: "re_1" };
    server.on("GET", "/api/orders/buyers/p1", () => json(200, [anOrder({ userId: "p1", status: "refunded", refund })]));
    renderPage("/admin/users/p1");
    const row = await rowIn("Orders");
    expect(row.getByText(/^Refunded on .*2026/)).toBeVisible();
    expect(row.getByRole("link", { name: /^Evidence/ })).toBeVisible();
    expect(row.queryByRole("button")).not.toBeInTheDocument();
  });

  it("is refunded: before its payment is loaded again, the dialog and the button are gone", async () => {
    server.on("POST", "/api/payments/r1/refund", () => {
      server.on("GET", "/api/payments", never);
      return json(200, { ...receipt, status: "refunding" });
    });
    const { user } = renderPage("/admin/users/p1");
    await user.click(await screen.findByRole("button", { name: "Refund Jazz in the park" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Refund this payment?" }));
    expect(server.last("GET").path).toBe("/api/payments?orderId=o1");
    await user.click(dialog.getByRole("button", { name: "Refund €19.99" }));
    expect(await screen.findByText("Refund started.")).toBeVisible();
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    const row = await rowIn("Orders");
    expect(row.getByText("Refund in progress")).toBeVisible();
    expect(row.queryByText("Paid")).not.toBeInTheDocument();
    expect(row.queryByRole("button")).not.toBeInTheDocument();
    await waitFor(() => expect(row.getByRole("link", { name: "Jazz in the park" })).toHaveFocus());
  });

  it("keeps the dialog open when the refund fails", async () => {
    server.on("POST", "/api/payments/r1/refund", () => error(400, "relist-decided"));
    const { user } = renderPage("/admin/users/p1");
    await user.click(await screen.findByRole("button", { name: "Refund Jazz in the park" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Refund €19.99" }));
    expect(await dialog.findByRole("alert")).toHaveTextContent("A refund has already been requested");
  });

  it("whose refund has been requested already shows it, and opens no dialog", async () => {
    server.on("GET", "/api/payments", () => json(200, [{ ...receipt, status: "refunding" }]));
    const { user } = renderPage("/admin/users/p1");
    await user.click(await screen.findByRole("button", { name: "Refund Jazz in the park" }));
    const row = await rowIn("Orders");
    expect(await row.findByText("Refund in progress")).toBeVisible();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    await waitFor(() => expect(row.getByRole("link", { name: "Jazz in the park" })).toHaveFocus());
  });

  it("polls a refund that is in progress every 30 seconds", async () => {
    server.on("GET", "/api/payments", () => json(200, [{ ...receipt, status: "refunding" }]));
    const { user } = renderPage("/admin/users/p1");
    const button = await screen.findByRole("button", { name: "Refund Jazz in the park" });
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    await user.click(button);
    expect(await screen.findByText("Refund in progress")).toBeVisible();
    const before = server.count("GET", "/api/payments");
    await vi.advanceTimersByTimeAsync(29_999);
    expect(server.count("GET", "/api/payments")).toBe(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(server.count("GET", "/api/payments")).toBe(before + 1);
  });

  it("whose refund the payment provider rejected can be refunded again", async () => {
    server.on("GET", "/api/payments", () => json(200, [{ ...receipt, status: "failed" }]));
    const { user } = renderPage("/admin/users/p1");
    await user.click(await screen.findByRole("button", { name: "Refund Jazz in the park" }));
    expect(await screen.findByRole("dialog", { name: "Refund this payment?" })).toBeVisible();
    expect((await rowIn("Orders")).getByText("Refund failed")).toBeVisible();
  });

  it("without a payment states that there is none", async () => {
    server.on("GET", "/api/payments", () => json(200, []));
    const { user } = renderPage("/admin/users/p1");
    await user.click(await screen.findByRole("button", { name: "Refund Jazz in the park" }));
    expect(await screen.findByText("This order hasn't been paid, so there is nothing to refund.")).toBeVisible();
  });

  it("whose payment cannot be loaded explains it, and can be tried again", async () => {
    server.on("GET", "/api/payments", () => error(503, "temporarily-unavailable"));
    const { user } = renderPage("/admin/users/p1");
    await user.click(await screen.findByRole("button", { name: "Refund Jazz in the park" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("busy");
    server.on("GET", "/api/payments", () => json(200, [receipt]));
    await user.click(screen.getByRole("button", { name: "Refund Jazz in the park" }));
    expect(await screen.findByRole("dialog")).toBeVisible();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("loads its payment once for two clicks", async () => {
    server.on("GET", "/api/payments", never);
    const { user } = renderPage("/admin/users/p1");
    await user.dblClick(await screen.findByRole("button", { name: "Refund Jazz in the park" }));
    expect(server.count("GET", "/api/payments")).toBe(1);
  });
});
