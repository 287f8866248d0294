import { screen, waitFor, within } from "@testing-library/react";
import { act } from "react";
import { beforeEach, expect, it } from "vitest";
import { FakeChannel } from "../test/FakeChannel";
import { error, FakeServer, json } from "../test/FakeServer";
import { anOrder, renderPage } from "../test/renderPage";

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .signedIn()
    .on("GET", "/api/users/sessions", () => json(200, []))
    .on("GET", "/api/orders", () => json(200, []))
    .on("GET", "/api/tickets", () => json(200, []));
});

async function openDialog() {
  const { user } = renderPage("/account");
  await user.click(await screen.findByRole("button", { name: "Delete account" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Delete your account?" }));
  const submit = async (password: string) => {
    await user.clear(dialog.getByLabelText("Current password"));
    if (password !== "") {
      await user.type(dialog.getByLabelText("Current password"), password);
    }
    await user.click(dialog.getByRole("button", { name: "Delete account permanently" }));
  };
  return { user, dialog, submit };
}

it("deletes the account with the password, signs out and confirms it", async () => {
  server.on("DELETE", "/api/users/me", () => {
    server.on("GET", "/api/users/currentuser", () => json(200, { currentUser: null }));
    return new Response(null, { status: 204 });
  });
  const received: unknown[] = [];
  new FakeChannel("ticketing.session").addEventListener("message", ({ data }) => received.push(data));
  const { dialog, submit } = await openDialog();
  expect(dialog.getAllByRole("listitem")).toHaveLength(4);
  await submit("my password");
  expect(await screen.findByRole("heading", { name: "Your account has been deleted" })).toBeVisible();
  expect(server.last("DELETE").body).toEqual({ password: "my password" });
  expect(screen.getByRole("link", { name: "Sign in" })).toBeVisible();
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  expect(received).toEqual(["deleted"]);
  await waitFor(() => expect(screen.getByRole("main")).toContainElement(document.activeElement as HTMLElement));
});

it("confirms the deletion in another tab", async () => {
  renderPage("/orders");
  await screen.findByRole("heading", { name: "My orders" });
  act(() => new FakeChannel("ticketing.session").postMessage("deleted"));
  expect(await screen.findByText("Your account has been deleted")).toBeVisible();
  expect(screen.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});

it("asks for the password, and shows at the field when it is wrong", async () => {
  server.on("DELETE", "/api/users/me", () => error(400, "invalid-credentials"));
  const { dialog, submit } = await openDialog();
  await submit("");
  expect(dialog.getByText("Enter your current password.")).toBeVisible();
  expect(server.count("DELETE", "/api/users/me")).toBe(0);
  await submit("not it");
  expect(await dialog.findByText(/The current password is incorrect/)).toBeVisible();
  expect(dialog.getByLabelText("Current password")).toBeInvalid();
});

it("links to the orders that prevent the deletion", async () => {
  const order = anOrder();
  server.on("GET", "/api/orders/o1", () => json(200, order));
  server.on("GET", "/api/orders/o2", () => error(503, "temporarily-unavailable"));
  server.on("DELETE", "/api/users/me", () =>
    error(409, "deletion-blocked", { current: { holds: ["o1"], payments: ["o2"] } }),
  );
  const { user, dialog, submit } = await openDialog();
  await submit("my password");
  const notice = within(await dialog.findByRole("alert"));
  expect(notice.getByText("Your account can't be deleted yet.")).toBeVisible();
  expect(notice.getByText("Pay for or release these tickets first:")).toBeVisible();
  expect(notice.getByText("Wait until these payments are refunded:")).toBeVisible();
  expect(notice.getByRole("link", { name: "View order" })).toHaveAttribute("href", "/orders/o2");
  const link = await notice.findByRole("link", { name: order.ticket.title });
  expect(link).toHaveAttribute("href", "/orders/o1");
  await user.click(link);
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});

it("explains to the last admin why the account stays", async () => {
  server.on("DELETE", "/api/users/me", () => error(409, "last-admin", { current: { holds: [], payments: [] } }));
  const { dialog, submit } = await openDialog();
  await submit("my password");
  expect(await dialog.findByText(/You're the only admin/)).toBeVisible();
});

it("does nothing when it is cancelled", async () => {
  const { user, dialog } = await openDialog();
  await user.click(dialog.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(screen.getByRole("button", { name: "Delete account" })).toHaveFocus();
  expect(server.count("DELETE", "/api/users/me")).toBe(0);
});
