import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { FakeServer, json } from "../test/FakeServer";
import { aTicket, renderPage } from "../test/renderPage";

let server: FakeServer;

const saved = aTicket({
  userId: "me",
  version: 2,
  startsAt: "2031-06-12T17:30:20Z",
  timeZone: "Europe/Vienna",
  venue: "Stephaniensaal",
  city: "Graz",
  description: "Two lines\nand no encore.",
});

beforeEach(() => {
  server = new FakeServer().signedIn();
  server
    .on("GET", "/api/tickets", () => json(200, []))
    .on("GET", "/api/orders", () => json(200, []))
    .on("GET", "/api/payments", () => json(200, []))
    .on("GET", "/api/tickets/t1", () => json(200, saved))
    .on("PUT", "/api/tickets/t1", (call) => json(200, { ...saved, ...(call.body as object), version: 3 }))
    .on("POST", "/api/tickets", (call) => json(201, aTicket({ userId: "me", ...(call.body as object) })));
});

const field = (name: string) => screen.findByLabelText(name);

it("sends only the facts that were typed", async () => {
  const { user } = renderPage("/sell");
  await user.type(await field("Title"), "Jazz in the park");
  await user.type(await field("Price in USD"), "20");
  await user.type(await field("Venue"), " Porgy ");
  await user.selectOptions(await field("Category"), "Music");
  await user.click(screen.getByRole("button", { name: "List ticket" }));
  await screen.findByRole("heading", { level: 1, name: "Jazz in the park" });
  expect(server.last("POST").body).toEqual({
    title: "Jazz in the park",
    price: 20,
    venue: "Porgy",
    category: "music",
  });
});

it("sends the start as an instant, with the zone in which it was typed", async () => {
  const { user } = renderPage("/sell");
  await user.type(await field("Title"), "Jazz");
  await user.type(await field("Price in USD"), "20");
  await user.type(await field("Date and time"), "2031-01-12T19:30");
  await user.selectOptions(await field("Time zone of the venue"), "Europe/Vienna");
  await user.click(screen.getByRole("button", { name: "List ticket" }));
  await screen.findByRole("heading", { level: 1, name: "Jazz" });
  expect(server.last("POST").body).toMatchObject({ startsAt: "2031-01-12T18:30:00Z", timeZone: "Europe/Vienna" });
});

it("shows the saved facts, sends only changed ones and removes emptied ones", async () => {
  const { user } = renderPage("/tickets/t1/edit");
  expect(await field("Date and time")).toHaveValue("2031-06-12T19:30");
  expect(await field("Description")).toHaveValue("Two lines\nand no encore.");
  await user.clear(await field("Venue"));
  await user.type(await field("Seat"), "Row 3");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Changes saved.");
  expect(server.last("PUT").body).toEqual({
    title: "Jazz in the park",
    price: 19.99,
    version: 2,
    venue: "",
    seat: "Row 3",
  });
});

it("removes the zone with the start", async () => {
  const { user } = renderPage("/tickets/t1/edit");
  await user.clear(await field("Date and time"));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Changes saved.");
  expect(server.last("PUT").body).toMatchObject({ startsAt: "", timeZone: "" });
});

it("rejects a start that is half filled in, and keeps the saved one", async () => {
  const { user } = renderPage("/tickets/t1/edit");
  const start = await screen.findByLabelText<HTMLInputElement>("Date and time");
  // as browsers report a date without a time
  fireEvent.change(start, { target: { value: "" } });
  const badInput = vi.spyOn(start.validity, "badInput", "get").mockReturnValue(true);
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Complete or clear this field.")).toBeVisible();
  expect(start).toHaveFocus();
  expect(server.count("PUT", "/api/tickets/t1")).toBe(0);

  badInput.mockReturnValue(false);
  fireEvent.change(start, { target: { value: "2031-06-13T19:30" } });
  expect(screen.queryByText("Complete or clear this field.")).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Changes saved.");
  expect(server.last("PUT").body).toMatchObject({ startsAt: "2031-06-13T17:30:00Z" });
});

it("rejects a start in a year of six digits", async () => {
  const { user } = renderPage("/tickets/t1/edit");
  const start = await field("Date and time");
  expect(start).toHaveAttribute("max", "9999-12-31T23:59");
  fireEvent.change(start, { target: { value: "203106-06-12T19:30" } });
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Enter a date in the future, at most ten years ahead.")).toBeVisible();
  expect(start).toHaveFocus();
  expect(server.count("PUT", "/api/tickets/t1")).toBe(0);
});

it("rejects a text that the service would reject", async () => {
  const { user } = renderPage("/sell");
  await user.type(await field("Title"), "Jazz");
  await user.type(await field("Price in USD"), "20");
  await user.click(await field("City"));
  await user.paste("x".repeat(61));
  await user.click(screen.getByRole("button", { name: "List ticket" }));
  expect(await screen.findByText("Use at most 60 characters.")).toBeVisible();
  expect(await field("City")).toHaveFocus();
  expect(server.count("POST", "/api/tickets")).toBe(0);
});

it("shows everything on the ticket's page", async () => {
  renderPage("/tickets/t1");
  await screen.findByRole("heading", { level: 1, name: "Jazz in the park" });
  expect(screen.getByText(/Thursday, June 12, 2031/)).toHaveTextContent("7:30");
  expect(screen.getByText("Stephaniensaal")).toBeVisible();
  expect(screen.getByText(/and no encore/)).toBeVisible();
});

it("does not offer a ticket whose event has started", async () => {
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ startsAt: "2020-06-12T17:30:00Z", timeZone: "UTC" })));
  renderPage("/tickets/t1");
  expect(await screen.findByText("Event has started")).toBeVisible();
  expect(screen.queryByRole("button", { name: /Buy/ })).not.toBeInTheDocument();
});
