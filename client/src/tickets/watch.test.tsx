import { screen, waitFor } from "@testing-library/react";
import { act } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { queryKeys } from "../api/queryKeys";
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
const stop = () => screen.findByRole("button", { name: "Stop notifying me" });
const isAvailable = () => screen.findByText("“Jazz in the park” is available again.");

it("notifies at once when a watched ticket becomes available or unavailable", async () => {
  const { user } = renderPage("/tickets/t1");
  await user.click(await button());
  expect(await stop()).not.toHaveAttribute("aria-pressed");
  expect(screen.queryByRole("button", { name: "Notify me when it's available" })).not.toBeInTheDocument();
  await waitFor(() => expect(server.count("GET", "/api/tickets/t1")).toBe(2));
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
  await waitFor(() => expect(server.count("GET", "/api/tickets/t1")).toBe(2));
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
  await first.user.click(await stop());
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

const watched = (available: boolean) => JSON.stringify([{ id: "t1", title: "Jazz in the park", available }]);

/** Another tab has changed the watched tickets. */
function changedElsewhere(available: boolean): void {
  settings.set("ticketing.watched.me", watched(available));
  act(() => {
    window.dispatchEvent(new StorageEvent("storage", { key: "ticketing.watched.me" }));
  });
}

it("leaves a change that another tab has notified of, although this tab does not know it yet", async () => {
  settings.set("ticketing.watched.me", watched(false));
  renderPage("/tickets/t1");
  await waitFor(() => expect(server.count("GET", "/api/tickets/t1")).toBe(2));
  await stop();
  changedElsewhere(true);
  expect(localStorage.getItem("ticketing.watched.me")).toBe(watched(true));
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 1 })));
  expect(await screen.findByText("Available")).toBeVisible();
  expect(screen.queryByText(/available again|no longer available/)).not.toBeInTheDocument();
  act(() => FakeEventSource.latest().send("ticket", aTicket({ version: 2, orderId: "third" })));
  expect(await screen.findByText(/is no longer available/)).toBeVisible();
});

it("does not compare a ticket watched in another tab with an old cached one", async () => {
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket()));
  const { queryClient, router } = renderPage("/tickets/t1");
  await screen.findByRole("button", { name: /^Buy/ });
  await act(() => router.navigate("/"));
  await queryClient.invalidateQueries({ queryKey: queryKeys.tickets.one("t1") });
  let respond = (): void => undefined;
  server.on("GET", "/api/tickets/t1", () => {
    return new Promise((resolve) => (respond = () => resolve(json(200, aTicket({ version: 1, orderId: "other" })))));
  });
  changedElsewhere(false);
  await waitFor(() => expect(server.count("GET", "/api/tickets/t1")).toBe(2));
  expect(localStorage.getItem("ticketing.watched.me")).toBe(watched(false));
  respond();
  await waitFor(() =>
    expect(queryClient.getQueryData(queryKeys.tickets.one("t1"))).toMatchObject({ orderId: "other" }),
  );
  expect(localStorage.getItem("ticketing.watched.me")).toBe(watched(false));
});

it("goes on after signing in, with the tickets that the user watched before", async () => {
  settings.set("ticketing.watched.guest", watched(false));
  settings.set("ticketing.watched.me", JSON.stringify([{ id: "t2", title: "Opera", available: false }]));
  server.on("GET", "/api/tickets/t2", () => json(200, aTicket({ id: "t2", orderId: "other" })));
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ version: 1 })));
  renderPage("/");
  expect(await isAvailable()).toBeVisible();
  expect(localStorage.getItem("ticketing.watched.guest")).toBeNull();
  expect(JSON.parse(localStorage.getItem("ticketing.watched.me") ?? "")).toEqual([
    { id: "t2", title: "Opera", available: false },
    { id: "t1", title: "Jazz in the park", available: true },
  ]);
});

it("waits until it is known who the user is", async () => {
  settings.set("ticketing.watched.guest", watched(false));
  let respond = (): void => undefined;
  server.on("GET", "/api/users/currentuser", () => {
    return new Promise((resolve) => (respond = () => resolve(json(200, { currentUser: null }))));
  });
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ version: 1 })));
  renderPage("/");
  await screen.findByRole("heading", { name: "No tickets yet" });
  expect(server.count("GET", "/api/tickets/t1")).toBe(0);
  respond();
  expect(await isAvailable()).toBeVisible();
  expect(localStorage.getItem("ticketing.watched.guest")).toBe(watched(true));
});
