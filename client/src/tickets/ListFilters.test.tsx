import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { FakeEventSource } from "../test/FakeEventSource";
import { FakeServer, json } from "../test/FakeServer";
import { aTicket, renderPage } from "../test/renderPage";

let server: FakeServer;

const ticket = aTicket({
  startsAt: "2031-06-12T17:30:00Z",
  timeZone: "Europe/Vienna",
  venue: "Stephaniensaal",
  city: "Graz",
  category: "music",
});

beforeEach(() => {
  server = new FakeServer();
  server.on("GET", "/api/tickets", () => json(200, [ticket]));
});

const query = () => Object.fromEntries(new URL(server.last("GET").path, "http://page").searchParams);

it("shows when and where an event is, in the local time of its venue", async () => {
  renderPage("/");
  const card = await screen.findByRole("link", { name: /Jazz/ });
  expect(card).toHaveTextContent(/Jun 12, 2031/);
  expect(card).toHaveTextContent(/7:30/);
  expect(card).toHaveTextContent("Stephaniensaal, Graz");
  expect(card).toHaveTextContent("Music");
});

it("sorts by the address, which Back undoes", async () => {
  const { user, router } = renderPage("/?q=jazz");
  await screen.findByRole("link", { name: /Jazz/ });
  await user.selectOptions(screen.getByRole("combobox", { name: "Sort by" }), "Price: low to high");
  await waitFor(() => expect(query()).toMatchObject({ q: "jazz", sort: "price" }));
  expect(router.state.location.search).toBe("?q=jazz&sort=price");
  await act(() => router.navigate(-1));
  await waitFor(() => expect(screen.getByRole("combobox", { name: "Sort by" })).toHaveValue("newest"));
  expect(router.state.location.search).toBe("?q=jazz");
});

it("filters by the address and clears the filters, but not the search", async () => {
  const { user, router } = renderPage("/?q=jazz");
  await user.click(await screen.findByText("Filters"));
  await user.selectOptions(screen.getByRole("combobox", { name: "Category" }), "Music");
  await user.type(screen.getByRole("textbox", { name: "City" }), " Graz ");
  await user.type(screen.getByRole("spinbutton", { name: "Maximum price" }), "20");
  await user.click(screen.getByRole("button", { name: "Apply filters" }));
  await waitFor(() => expect(query()).toMatchObject({ q: "jazz", category: "music", city: "Graz", maxPrice: "20" }));
  expect(await screen.findByText("Filters (3 set)")).toBeVisible();
  expect(screen.getByText("Filters (3 set)")).toHaveFocus();

  await user.click(screen.getByRole("button", { name: "Clear filters" }));
  await waitFor(() => expect(router.state.location.search).toBe("?q=jazz"));
  expect(await screen.findByText("Filters")).toHaveFocus();
});

it("filters by prices in every notation, of at most three decimal places", async () => {
  const { user } = renderPage("/");
  await user.click(await screen.findByText("Filters"));
  const minimum = screen.getByRole("spinbutton", { name: "Minimum price" });
  await user.type(minimum, "0.1234");
  expect(minimum).toBeInvalid();
  await user.clear(minimum);
  await user.type(minimum, ".5");
  expect(minimum).toBeValid();
  await user.click(screen.getByRole("button", { name: "Apply filters" }));
  await waitFor(() => expect(query()).toMatchObject({ minPrice: "0.5" }));
  expect(await screen.findByText("Filters (1 set)")).toBeVisible();
});

it("says that the filters find nothing", async () => {
  server.on("GET", "/api/tickets", () => json(200, []));
  renderPage("/?city=Atlantis");
  expect(await screen.findByRole("heading", { name: "No tickets match your filters" })).toBeVisible();
});

it("clears only the filters where they find nothing", async () => {
  server.on("GET", "/api/tickets", () => json(200, []));
  renderPage("/?q=jazz&sort=price&city=Atlantis&maxPrice=20");
  const clear = await screen.findByRole("link", { name: "Clear filters" });
  expect(clear).toHaveAttribute("href", "/?q=jazz&sort=price");
});

it("offers a new ticket only if the filters find it", async () => {
  renderPage("/?sort=price&city=graz");
  await screen.findByRole("link", { name: /Jazz/ });
  const send = (sent: unknown) => act(() => FakeEventSource.latest().send("ticket", sent));
  send(aTicket({ id: "t2", city: "Linz" }));
  send(aTicket({ id: "t3", city: "GRAZ" }));
  expect(await screen.findByRole("button", { name: "Show 1 new ticket" })).toBeVisible();
});
