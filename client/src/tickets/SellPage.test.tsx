import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { FakeServer, json } from "../test/FakeServer";
import { aTicket, renderPage } from "../test/renderPage";

async function list(quantity: string, answer: unknown) {
  const server = new FakeServer().signedIn();
  server.on("GET", "/api/orders", () => json(200, []));
  server.on("GET", "/api/tickets/mine", () => json(200, []));
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ userId: "me" })));
  server.on("GET", "/api/tickets/mine/totals", () =>
    json(200, { "on-sale": 0, held: 0, sold: 0, delivered: 0, withdrawn: 0 }),
  );
  server.on("POST", "/api/tickets", () => json(201, answer));
  const { user, router } = renderPage("/sell");
  await user.type(await screen.findByRole("textbox", { name: "Title" }), "Jazz");
  await user.type(screen.getByRole("textbox", { name: /Price/ }), "20");
  await user.selectOptions(screen.getByRole("combobox", { name: "Number of identical tickets" }), quantity);
  await user.click(screen.getByRole("button", { name: "List ticket" }));
  return { server, router };
}

it("lists several identical tickets with one request", async () => {
  const { server, router } = await list("3", [aTicket(), aTicket({ id: "t2" }), aTicket({ id: "t3" })]);
  expect(await screen.findByText("3 “Jazz” tickets are now listed.")).toBeVisible();
  await waitFor(() => expect(router.state.location.pathname).toBe("/listings"));
  expect(server.last("POST").body).toEqual({ title: "Jazz", price: 20, quantity: 3 });
});

it("lists one ticket without a quantity", async () => {
  const { server, router } = await list("1", aTicket({ userId: "me" }));
  expect(await screen.findByText("“Jazz” is now listed.")).toBeVisible();
  await waitFor(() => expect(router.state.location.pathname).toBe("/tickets/t1"));
  expect(server.last("POST").body).toEqual({ title: "Jazz", price: 20 });
});
