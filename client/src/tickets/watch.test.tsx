import { screen, waitFor } from "@testing-library/react";
import { act } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Ticket } from "../api/types";
import { settings } from "../browser/storage";
import { FakeEventSource } from "../test/FakeEventSource";
import { FakeServer, json } from "../test/FakeServer";
import { aTicket, renderPage } from "../test/renderPage";

let server: FakeServer;

/** Records the notifications of the browser. */
class FakeNotification {
  static permission: NotificationPermission = "granted";
  static requestPermission = vi.fn(() => Promise.resolve("granted" as const));
  static shown: [string, string | undefined][] = [];
  onclick: (() => void) | null = null;

  constructor(text: string, options: NotificationOptions) {
    FakeNotification.shown.push([text, options.tag]);
  }
}

beforeEach(() => {
  localStorage.clear();
  FakeNotification.shown = [];
  FakeNotification.permission = "granted";
  server = new FakeServer().signedIn();
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ orderId: "other" })));
  server.on("GET", "/api/tickets", () => json(200, []));
  server.on("GET", "/api/orders", () => json(200, []));
});

afterEach(() => localStorage.clear());

const button = () => screen.findByRole("button", { name: "Notify me when it's available" });
const isAvailable = () => screen.findByText("“Jazz in the park” is available again.");

it("notifies at once when a watched ticket becomes available or unavailable", async () => {
  const { user } = renderPage("/tickets/t1");
  await user.click(await button());
  expect(await button()).toHaveAttribute("aria-pressed", "true");
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 1 })));
  expect(await isAvailable()).toBeVisible();
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 2, orderId: "third" })));
  expect(await screen.findByText(/is no longer available/)).toBeVisible();
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 3 })));
  expect(await isAvailable()).toBeVisible();
});

it("uses the browser's notifications where they are allowed, one per ticket", async () => {
  vi.stubGlobal("Notification", FakeNotification);
  FakeNotification.permission = "default";
  const { user } = renderPage("/tickets/t1");
  await user.click(await button());
  expect(FakeNotification.requestPermission).toHaveBeenCalledOnce();
  FakeNotification.permission = "granted";
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 1 })));
  await isAvailable();
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 2, orderId: "third" })));
  await screen.findByText(/is no longer available/);
  expect(FakeNotification.shown).toEqual([
    ["“Jazz in the park” is available again.", "ticket.t1"],
    ["“Jazz in the park” is no longer available. We'll notify you when it's available again.", "ticket.t1"],
  ]);
});

it("notices a change from before the event stream was open", async () => {
  const { user } = renderPage("/tickets/t1");
  await user.click(await button());
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ version: 1 })));
  act(() => FakeEventSource.latest().connect());
  expect(await isAvailable()).toBeVisible();
});

it("outlasts a reload, on every page", async () => {
  const { user, unmount } = renderPage("/tickets/t1");
  await user.click(await button());
  unmount();
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ version: 1 })));
  renderPage("/");
  expect(await isAvailable()).toBeVisible();
});

it("ends on request, and when the ticket is withdrawn", async () => {
  const first = renderPage("/tickets/t1");
  await first.user.click(await button());
  await first.user.click(await button());
  expect(localStorage.getItem("ticketing.watched.me")).toBeNull();
  await first.user.click(await button());
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ version: 1, hidden: true })));
  act(() => FakeEventSource.latest().send("hidden", { id: "t1" }));
  expect(await screen.findByText("“Jazz in the park” is no longer for sale.")).toBeVisible();
  expect(localStorage.getItem("ticketing.watched.me")).toBeNull();
});

it("notifies of a change although the ticket's response is older than its event", async () => {
  settings.set("ticketing.watched.me", JSON.stringify([{ id: "t1", title: "Jazz in the park", available: false }]));
  let respond = (): void => undefined;
  server.on("GET", "/api/tickets/t1", () => {
    const response = json(200, aTicket({ orderId: "other" }));
    return new Promise((resolve) => (respond = () => resolve(response)));
  });
  renderPage("/");
  await waitFor(() => expect(server.count("GET", "/api/tickets/t1")).toBe(1));
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 1 })));
  respond();
  expect(await isAvailable()).toBeVisible();
});

it("requests a ticket again if the stream opens during its first request", async () => {
  settings.set("ticketing.watched.me", JSON.stringify([{ id: "t1", title: "Jazz in the park", available: false }]));
  const requests: ((ticket: Ticket) => void)[] = [];
  server.on("GET", "/api/tickets/t1", () => {
    return new Promise((resolve) => requests.push((ticket) => resolve(json(200, ticket))));
  });
  renderPage("/");
  await waitFor(() => expect(requests).toHaveLength(1));
  act(() => FakeEventSource.latest().connect());
  requests[0]?.(aTicket({ orderId: "other" }));
  await waitFor(() => expect(requests).toHaveLength(2));
  requests[1]?.(aTicket({ version: 1 }));
  expect(await isAvailable()).toBeVisible();
});
