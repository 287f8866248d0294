import { screen, waitFor, within } from "@testing-library/react";
import { act } from "react";
import { beforeEach, expect, it } from "vitest";
import { queryKeys } from "../api/queryKeys";
import { FakeEventSource } from "../test/FakeEventSource";
import { error, FakeServer, json } from "../test/FakeServer";
import { aTicket, renderPage } from "../test/renderPage";

let server: FakeServer;
const saved = aTicket({ userId: "me", title: "Jazz, seat 4", price: 25, version: 3 });

beforeEach(() => {
  server = new FakeServer().signedIn();
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ userId: "me", version: 2 })));
  server.on("PUT", "/api/tickets/t1", (call) => {
    const edit = call.body as { title: string; price: number; version: number };
    return edit.version === 3
      ? json(200, { ...saved, ...edit, version: 4 })
      : error(409, "version-conflict", { current: saved });
  });
});

async function editIntoConflict() {
  const view = renderPage("/tickets/t1/edit");
  const title = await screen.findByRole("textbox", { name: "Title" });
  await view.user.clear(title);
  await view.user.type(title, "Jazz, front row");
  await view.user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByRole("heading", { name: "A newer version was saved" });
  return view;
}

it("sends the version that the edit is based on", async () => {
  await editIntoConflict();
  expect(server.last("PUT").body).toEqual({ title: "Jazz, front row", price: 19.99, version: 2 });
});

it("shows both versions side by side and overwrites nothing", async () => {
  await editIntoConflict();
  const mine = within(screen.getByRole("region", { name: "Your version" }));
  const theirs = within(screen.getByRole("region", { name: "Saved version" }));
  expect(mine.getByText("Jazz, front row")).toBeVisible();
  expect(mine.getByText("$19.99")).toBeVisible();
  expect(theirs.getByText("Jazz, seat 4")).toBeVisible();
  expect(theirs.getByText("$25.00")).toBeVisible();
  expect(screen.getByRole("heading", { name: "A newer version was saved" })).toHaveFocus();
  expect(server.count("PUT", "/api/tickets/t1")).toBe(1);
});

it("overwrites the saved version when the user chooses to", async () => {
  const { user } = await editIntoConflict();
  await user.click(screen.getByRole("button", { name: "Overwrite with my version" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Jazz, front row" })).toBeVisible();
  expect(server.last("PUT").body).toEqual({ title: "Jazz, front row", price: 19.99, version: 3 });
});

it("keeps the saved version", async () => {
  const { user } = await editIntoConflict();
  await user.click(screen.getByRole("button", { name: "Keep saved version" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Jazz, seat 4" })).toBeVisible();
  expect(server.count("PUT", "/api/tickets/t1")).toBe(1);
});

it("merges both versions, preselecting what each side has changed", async () => {
  const { user } = await editIntoConflict();
  await user.click(screen.getByRole("button", { name: "Merge versions" }));
  expect(screen.getByRole("radio", { name: "Your version: Jazz, front row" })).toBeChecked();
  expect(screen.getByRole("radio", { name: "Saved version: $25.00" })).toBeChecked();
  await user.click(screen.getByRole("button", { name: "Save merged version" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Jazz, front row" })).toBeVisible();
  expect(server.last("PUT").body).toEqual({ title: "Jazz, front row", price: 25, version: 3 });
});

it("merges as the user chooses", async () => {
  const { user } = await editIntoConflict();
  await user.click(screen.getByRole("button", { name: "Merge versions" }));
  await user.click(screen.getByRole("radio", { name: "Saved version: Jazz, seat 4" }));
  await user.click(screen.getByRole("radio", { name: "Your version: $19.99" }));
  await user.click(screen.getByRole("button", { name: "Save merged version" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Jazz, seat 4" })).toBeVisible();
  expect(server.last("PUT").body).toEqual({ title: "Jazz, seat 4", price: 19.99, version: 3 });
});

it("keeps showing the versions while one is saved, and after an error", async () => {
  const { user } = await editIntoConflict();
  await user.click(screen.getByRole("button", { name: "Merge versions" }));
  await user.click(screen.getByRole("radio", { name: "Your version: $19.99" }));
  let respond: (response: Response) => void = () => undefined;
  server.on("PUT", "/api/tickets/t1", () => new Promise((resolve) => (respond = resolve)));
  await user.click(screen.getByRole("button", { name: "Save merged version" }));
  await waitFor(() => expect(server.count("PUT", "/api/tickets/t1")).toBe(2));
  expect(screen.getByRole("button", { name: "Save merged version" })).toHaveAttribute("aria-busy", "true");
  respond(error(503, "temporarily-unavailable"));
  expect(await screen.findByRole("alert")).toHaveTextContent("The service is busy");
  expect(screen.getByRole("radio", { name: "Your version: $19.99" })).toBeChecked();
});

it("names the event details when they differ", async () => {
  server.on("PUT", "/api/tickets/t1", () =>
    error(409, "version-conflict", { current: { ...saved, venue: "Stephaniensaal" } }),
  );
  const { user } = await editIntoConflict();
  expect(screen.getByText("Event details")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Merge versions" }));
  expect(screen.getByRole("group", { name: "Event details" })).toBeVisible();
});

it("shows the newest version after discarding a draft that is based on an older one", async () => {
  const first = renderPage("/tickets/t1/edit");
  await first.user.type(await screen.findByRole("textbox", { name: "Title" }), " now");
  first.unmount();
  const { user } = renderPage("/tickets/t1/edit");
  await screen.findByRole("button", { name: "Discard draft" });
  act(() => FakeEventSource.latest().send("ticket", { ...saved, orderId: "o1" }));
  await screen.findByText(/You can't edit a ticket while someone is holding it/);
  const newest = { ...saved, version: 4 };
  server.on("GET", "/api/tickets/t1", () => json(200, newest));
  act(() => FakeEventSource.latest().send("ticket", newest));
  await screen.findByRole("button", { name: "Save" });
  await user.click(screen.getByRole("button", { name: "Discard draft" }));
  expect(screen.getByRole("textbox", { name: "Title" })).toHaveValue("Jazz, seat 4");
});

it("keeps what was typed while the ticket cannot be loaded again", async () => {
  const { user, queryClient } = renderPage("/tickets/t1/edit");
  await user.type(await screen.findByRole("textbox", { name: "Title" }), " now");
  server.on("GET", "/api/tickets/t1", () => error(503, "temporarily-unavailable"));
  await queryClient.invalidateQueries();
  expect(queryClient.getQueryState(queryKeys.tickets.one("t1"))?.status).toBe("error");
  await user.type(screen.getByRole("textbox", { name: "Title" }), "!");
  expect(screen.getByRole("textbox", { name: "Title" })).toHaveValue("Jazz in the park now!");
});

it("shows an error at its field and focuses it", async () => {
  const { user } = renderPage("/tickets/t1/edit");
  const price = await screen.findByRole("textbox", { name: "Price in USD" });
  await user.clear(price);
  await user.type(price, "19.999");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(price).toHaveFocus();
  expect(price).toBeInvalid();
  expect(price).toHaveAccessibleDescription(/can be read in two ways/);
  expect(server.count("PUT", "/api/tickets/t1")).toBe(0);
});

it("asks before it discards changes", async () => {
  const { user, router } = renderPage("/tickets/t1/edit");
  await user.type(await screen.findByRole("textbox", { name: "Title" }), "!");
  await user.click(screen.getByRole("link", { name: "Cancel" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Keep editing" }));
  expect(router.state.location.pathname).toBe("/tickets/t1/edit");
  expect(screen.getByRole("textbox", { name: "Title" })).toHaveValue("Jazz in the park!");
});

it("is only for the seller", async () => {
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket()));
  renderPage("/tickets/t1/edit");
  expect(await screen.findByRole("alert")).toHaveTextContent("Only the seller can edit this ticket");
});

it("offers no Save for a ticket that is held or sold", async () => {
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ userId: "me", orderId: "o1" })));
  renderPage("/tickets/t1/edit");
  expect(await screen.findByText(/You can't edit a ticket while someone is holding it/)).toBeVisible();
  expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Save" })).not.toBeInTheDocument();
});

it("keeps what was typed while the ticket is held, without Save", async () => {
  const { user } = renderPage("/tickets/t1/edit");
  await user.type(await screen.findByRole("textbox", { name: "Title" }), " now");
  act(() => FakeEventSource.latest().send("ticket", aTicket({ userId: "me", version: 3, orderId: "o1" })));
  expect(await screen.findByText(/You can't edit a ticket while someone is holding it/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Save" })).not.toBeInTheDocument();
  act(() => FakeEventSource.latest().send("ticket", aTicket({ userId: "me", version: 4 })));
  expect(await screen.findByRole("button", { name: "Save" })).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Title" })).toHaveValue("Jazz in the park now");
});
