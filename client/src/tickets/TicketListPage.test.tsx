import { screen, waitFor, within } from "@testing-library/react";
import { act } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { queryKeys } from "../api/queryKeys";
import { FakeEventSource } from "../test/FakeEventSource";
import { error, FakeServer, json } from "../test/FakeServer";
import { aTicket, renderPage } from "../test/renderPage";

let server: FakeServer;
const jazz = aTicket({ id: "b", title: "Jazz in the park" });
const rock = aTicket({ id: "a", title: "Rock am Fluss", price: 1250 });

beforeEach(() => {
  server = new FakeServer();
  server.on("GET", "/api/tickets", () => json(200, [jazz, rock]));
});

async function entry(title: string) {
  const link = await screen.findByRole("link", { name: new RegExp(title) });
  return link;
}

function send(ticket: unknown): void {
  act(() => FakeEventSource.latest().send("ticket", ticket));
}

describe("the list", () => {
  it("shows titles and prices", async () => {
    renderPage("/");
    expect(await entry("Jazz in the park")).toHaveTextContent("$19.99");
    expect(await entry("Rock am Fluss")).toHaveTextContent("$1,250.00");
    expect(screen.getByText("2 tickets")).toBeVisible();
  });

  it("marks a listed ticket that becomes unavailable, in place", async () => {
    renderPage("/");
    expect(await entry("Jazz")).not.toHaveTextContent("Unavailable");
    send({ ...jazz, version: 1, orderId: "o1" });
    expect(await entry("Jazz")).toHaveTextContent("Unavailable");
    expect(await screen.findByText("Jazz in the park is no longer available")).toBeInTheDocument();
    expect(screen.getAllByRole("listitem").filter((item) => item.textContent.includes("$"))).toHaveLength(2);
    send({ ...jazz, version: 2 });
    await waitFor(async () => expect(await entry("Jazz")).not.toHaveTextContent("Unavailable"));
  });

  it("is loaded again when its tab is shown for the first time after a while", async () => {
    const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    const { queryClient } = renderPage("/");
    await entry("Jazz");
    expect(FakeEventSource.opened).toHaveLength(0);
    // as after the time for which a list is fresh
    await queryClient.invalidateQueries({ queryKey: queryKeys.tickets.lists, refetchType: "none" });
    server.on("GET", "/api/tickets", () => json(200, [rock]));
    hidden.mockReturnValue(false);
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
    act(() => FakeEventSource.latest().connect());
    await waitFor(() => expect(screen.queryByRole("link", { name: /Jazz/ })).not.toBeInTheDocument());
    hidden.mockRestore();
  });

  it("is not loaded twice when its tab is visible from the start", async () => {
    renderPage("/");
    await entry("Jazz");
    act(() => FakeEventSource.latest().connect());
    await entry("Jazz");
    expect(server.count("GET", "/api/tickets")).toBe(1);
  });

  it("ignores older versions", async () => {
    renderPage("/");
    await entry("Jazz");
    send({ ...jazz, version: 2, price: 30 });
    send({ ...jazz, version: 1, price: 25 });
    expect(await entry("Jazz")).toHaveTextContent("$30.00");
  });

  it.each(["ticket", "hidden"])("applies a %s event to a list that was requested before it", async (type) => {
    let respond = (): void => undefined;
    server.on("GET", "/api/tickets", () => {
      return new Promise((resolve) => (respond = () => resolve(json(200, [jazz, rock]))));
    });
    renderPage("/");
    await waitFor(() => expect(server.count("GET", "/api/tickets")).toBe(1));
    act(() => FakeEventSource.latest().send(type, { ...jazz, version: 1, orderId: "o1" }));
    respond();
    expect(await entry("Jazz")).toHaveTextContent("Unavailable");
    expect(await entry("Rock")).not.toHaveTextContent("Unavailable");
  });

  it("offers a new ticket that a search finds as the service does", async () => {
    server.on("GET", "/api/tickets", () => json(200, []));
    renderPage("/?q=beyonce");
    await screen.findByText("0 tickets");
    send(aTicket({ id: "c", title: "Beyoncé" }));
    expect(await screen.findByRole("button", { name: "Show 1 new ticket" })).toBeVisible();
  });

  it("shows new tickets on a click", async () => {
    const { user } = renderPage("/");
    await entry("Jazz");
    const opera = aTicket({ id: "c", title: "Opera" });
    send(opera);
    send(aTicket({ id: "d", title: "Held at once", orderId: "o" }));
    const button = await screen.findByRole("button", { name: "Show 1 new ticket" });
    expect(screen.queryByText("Opera")).not.toBeInTheDocument();
    let respond = (): void => undefined;
    server.on("GET", "/api/tickets", () => {
      return new Promise((resolve) => (respond = () => resolve(json(200, [opera, jazz, rock]))));
    });
    await user.click(button);
    expect(screen.queryByRole("button", { name: /new ticket/ })).not.toBeInTheDocument();
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
    respond();
    expect(await entry("Opera")).toBeVisible();
    expect(screen.queryByRole("button", { name: /new ticket/ })).not.toBeInTheDocument();
  });

  it("offers new tickets only once, and not those that were withdrawn before the click", async () => {
    const { user } = renderPage("/?sort=price");
    await entry("Jazz");
    send(aTicket({ id: "c", title: "Opera" }));
    send(aTicket({ id: "d", title: "Polka" }));
    expect(await screen.findByRole("button", { name: "Show 2 new tickets" })).toBeVisible();
    act(() => FakeEventSource.latest().send("hidden", { id: "d" }));
    await user.click(await screen.findByRole("button", { name: "Show 1 new ticket" }));
    // in this order, the new ticket is on a later page
    expect(await entry("Jazz")).toBeVisible();
    expect(screen.queryByRole("button", { name: /new ticket/ })).not.toBeInTheDocument();
  });

  it("shows new tickets that belong below listed ones, but not older ones that are back on sale", async () => {
    renderPage("/");
    await entry("Jazz");
    send(aTicket({ id: "aa", title: "Back on sale", version: 2 }));
    send(aTicket({ id: "ab", title: "From a slow clock" }));
    expect(await screen.findByRole("button", { name: "Show 1 new ticket" })).toBeVisible();
  });

  it("leaves tickets below the last listed one to the next page", async () => {
    server.on("GET", "/api/tickets", () => json(200, [jazz, rock], { Link: '</api/tickets?after=a>; rel="next"' }));
    renderPage("/");
    await entry("Jazz");
    send(aTicket({ id: "0", title: "Further down" }));
    send(aTicket({ id: "c", title: "Opera" }));
    expect(await screen.findByRole("button", { name: "Show 1 new ticket" })).toBeVisible();
  });

  it("marks a ticket that is hidden from sale until it comes back", async () => {
    renderPage("/");
    await entry("Jazz");
    act(() => FakeEventSource.latest().send("hidden", { id: jazz.id }));
    expect(await entry("Jazz")).toHaveTextContent("Unavailable");
    send({ ...jazz, version: 2 });
    expect(await entry("Jazz")).not.toHaveTextContent("Unavailable");
  });

  it("polls while the stream is interrupted, and marks tickets that are gone", async () => {
    const logged = vi.spyOn(console, "error");
    renderPage("/");
    await entry("Jazz");
    server.on("GET", "/api/tickets", () => json(200, [rock]));
    act(() => FakeEventSource.latest().fail(false));
    expect(await screen.findByText(/Live updates are interrupted/)).toBeInTheDocument();
    await waitFor(async () => expect(await entry("Jazz")).toHaveTextContent("Unavailable"));
    expect(await entry("Rock")).not.toHaveTextContent("Unavailable");
    // React reports endless rendering
    expect(logged).not.toHaveBeenCalledWith(expect.stringContaining("Maximum update depth exceeded"));
  });

  it("does not apply a poll again when the stream is back", async () => {
    const { user } = renderPage("/");
    await entry("Jazz");
    server.on("GET", "/api/tickets", () => json(200, [rock]));
    act(() => FakeEventSource.latest().fail(false));
    await waitFor(async () => expect(await entry("Jazz")).toHaveTextContent("Unavailable"));
    act(() => FakeEventSource.latest().connect());
    const opera = aTicket({ id: "c", title: "Opera" });
    send(opera);
    server.on("GET", "/api/tickets", () => json(200, [opera, rock]));
    await user.click(await screen.findByRole("button", { name: "Show 1 new ticket" }));
    expect(await entry("Opera")).not.toHaveTextContent("Unavailable");
    send({ ...rock, version: 1, price: 30 });
    await waitFor(async () => expect(await entry("Rock")).toHaveTextContent("$30.00"));
    expect(await entry("Opera")).not.toHaveTextContent("Unavailable");
  });

  it("keeps its pages when the next one fails, and loads that one on a click only", async () => {
    let respond: (response: Response) => void = () => undefined;
    server.on("GET", "/api/tickets", (call) =>
      call.path.includes("after=b")
        ? new Promise((resolve) => (respond = resolve))
        : json(200, [jazz], { Link: '</api/tickets?limit=24&after=b>; rel="next"' }),
    );
    const view: (() => void)[] = [];
    vi.stubGlobal(
      "IntersectionObserver",
      class {
        constructor(scrolled: IntersectionObserverCallback) {
          view.push(() => scrolled([{ isIntersecting: true } as IntersectionObserverEntry], this as never));
        }
        observe(): void {}
        disconnect(): void {}
      },
    );
    const { user } = renderPage("/");
    await entry("Jazz");
    act(() => view.at(-1)?.());
    await screen.findByRole("button", { name: "Loading more…" });
    respond(error(503, "temporarily-unavailable"));
    expect(await screen.findByRole("alert")).toHaveTextContent("The service is busy");
    expect(await entry("Jazz")).toBeVisible();
    expect(view).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "Show more" }));
    respond(json(200, [rock]));
    expect(await entry("Rock")).toBeVisible();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("loads the next page", async () => {
    server.on("GET", "/api/tickets", (call) =>
      call.path.includes("after=b")
        ? json(200, [rock])
        : json(200, [jazz], { Link: '</api/tickets?limit=24&after=b>; rel="next"' }),
    );
    const { user } = renderPage("/");
    await entry("Jazz");
    await user.click(screen.getByRole("button", { name: "Show more" }));
    expect(await entry("Rock")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Show more" })).not.toBeInTheDocument();
    expect(screen.getByText("You've reached the end of the list.")).toHaveFocus();
  });

  it("searches while typing, and suggests what to do without results", async () => {
    server.on("GET", "/api/tickets", (call) => json(200, call.path.includes("q=polka") ? [] : [jazz]));
    const { user, router } = renderPage("/");
    await entry("Jazz");
    await user.type(screen.getByRole("searchbox", { name: "Search tickets" }), "polka");
    expect(await screen.findByRole("heading", { name: "No results for “polka”" })).toBeVisible();
    expect(router.state.location.search).toBe("?q=polka");
    await user.click(screen.getByRole("link", { name: "Clear search" }));
    expect(await entry("Jazz")).toBeVisible();
    expect(screen.getByRole("searchbox")).toHaveValue("");
  });

  it("suggests what to do when there are no tickets", async () => {
    server.on("GET", "/api/tickets", () => json(200, []));
    renderPage("/");
    expect(await screen.findByRole("heading", { name: "No tickets yet" })).toBeVisible();
    expect(within(screen.getByRole("main")).getByRole("link", { name: "Sell a ticket" })).toBeVisible();
  });

  it("offers a retry after an error", async () => {
    server.on("GET", "/api/tickets", () => error(503, "temporarily-unavailable"));
    const { user } = renderPage("/");
    expect(await screen.findByRole("alert")).toHaveTextContent("The service is busy");
    server.on("GET", "/api/tickets", () => json(200, [jazz]));
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await entry("Jazz")).toBeVisible();
  });
});
