import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { error, FakeServer, json } from "../test/FakeServer";
import { renderPage } from "../test/renderPage";

let server: FakeServer;
const person = { id: "p1", email: "pest@example.com", roles: [], banned: false };

beforeEach(() => {
  server = new FakeServer().signedIn(["admin"]);
  server.on("GET", "/api/users", () => json(200, [person]));
});

it("bans after confirmation, with the reason", async () => {
  server.on("POST", "/api/users/p1/ban", () => {
    const banned = { ...person, banned: true, bannedAt: "2026-11-24T10:00:00Z", banReason: "Sells air" };
    server.on("GET", "/api/users", () => json(200, [banned]));
    return json(200, banned);
  });
  const { user } = renderPage("/admin");
  await user.click(await screen.findByRole("button", { name: "Ban pest@example.com" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Ban pest@example.com?" }));
  expect(server.count("POST", "/api/users/p1/ban")).toBe(0);
  await user.type(dialog.getByRole("textbox", { name: "Reason (for the audit log)" }), " Sells air ");
  await user.click(dialog.getByRole("button", { name: "Ban" }));
  expect(await screen.findByRole("button", { name: "Unban pest@example.com" })).toBeVisible();
  expect(screen.getByText(/Sells air/)).toBeVisible();
  expect(server.last("POST").body).toEqual({ reason: "Sells air" });
});

it("shows a deleted account by its id, without an action", async () => {
  server.on("GET", "/api/users", () => json(200, [{ id: "d1", roles: [], banned: false, deleted: true }]));
  renderPage("/admin");
  const row = within(await screen.findByRole("row", { name: /d1/ }));
  expect(row.getByText("Deleted account")).toBeVisible();
  expect(row.getByText("Deleted")).toBeVisible();
  expect(row.queryByRole("button")).not.toBeInTheDocument();
});

it("makes a user a scanner and takes the role away", async () => {
  server.on("POST", "/api/users/p1/roles", (call) => {
    const changed = { ...person, roles: "add" in (call.body as object) ? ["scanner"] : [] };
    server.on("GET", "/api/users", () => json(200, [changed]));
    return json(200, changed);
  });
  const { user } = renderPage("/admin");
  await user.click(await screen.findByRole("button", { name: "Assign scanner role: pest@example.com" }));
  expect(server.last("POST").body).toEqual({ add: ["scanner"] });
  expect(await screen.findByText("pest@example.com is now a scanner.")).toBeVisible();
  await user.click(await screen.findByRole("button", { name: "Remove scanner role: pest@example.com" }));
  expect(server.last("POST").body).toEqual({ remove: ["scanner"] });
  expect(await screen.findByRole("button", { name: "Assign scanner role: pest@example.com" })).toBeVisible();
});

it("shows the roles of each account by their names", async () => {
  const roles = ["admin", "scanner", "auditor"];
  server.on("GET", "/api/users", () => json(200, [person, { ...person, id: "p2", email: "a@example.com", roles }]));
  renderPage("/admin");
  const row = async (email: string) => within(await screen.findByRole("row", { name: new RegExp(email) }));
  expect((await row("a@example.com")).getByText("Admin, Scanner, auditor")).toBeVisible();
  expect((await row("pest@example.com")).getByText("None")).toBeVisible();
});

it("links each account to its page", async () => {
  server.on("GET", "/api/users", () => json(200, [person, { id: "d1", roles: [], banned: false, deleted: true }]));
  renderPage("/admin");
  expect(await screen.findByRole("link", { name: "pest@example.com" })).toHaveAttribute("href", "/admin/users/p1");
  expect(screen.getByRole("link", { name: "Deleted account" })).toHaveAttribute("href", "/admin/users/d1");
});

it("searches by email", async () => {
  server.on("GET", "/api/users", (call) => json(200, call.path.includes("email=nobody") ? [] : [person]));
  const { user } = renderPage("/admin");
  await user.type(await screen.findByRole("searchbox", { name: "Email address starts with" }), "nobody");
  expect(await screen.findByText("No users found.")).toBeVisible();
});

it("shows the audit log with emails", async () => {
  server.on("GET", "/api/users/audit", () =>
    json(200, [
      { id: "a1", adminId: "x9", action: "BAN", userId: "p1", at: "2026-11-24T10:00:00Z", reason: "Sells air" },
    ]),
  );
  renderPage("/admin/audit");
  const row = within(await screen.findByRole("row", { name: /Sells air/ }));
  expect(row.getByText("Banned")).toBeVisible();
  expect(await row.findByRole("link", { name: "pest@example.com" })).toHaveAttribute("href", "/admin/users/p1");
  expect(row.getByRole("link", { name: "x9" })).toHaveAttribute("href", "/admin/users/x9");
  expect(server.calls.filter(({ path }) => path.startsWith("/api/users?")).map(({ path }) => path)).toEqual([
    "/api/users?id=p1&id=x9",
  ]);
});

it("shows the audit log with ids while the accounts cannot be loaded, and offers to load them again", async () => {
  server.on("GET", "/api/users/audit", () =>
    json(200, [{ id: "a1", adminId: "x9", action: "BAN", userId: "p1", at: "2026-11-24T10:00:00Z" }]),
  );
  server.on("GET", "/api/users", () => error(503, "temporarily-unavailable"));
  const { user } = renderPage("/admin/audit");
  const alert = within(await screen.findByRole("alert"));
  expect(screen.getByRole("link", { name: "p1" })).toBeVisible();
  server.on("GET", "/api/users", () => json(200, [person]));
  await user.click(alert.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "pest@example.com" })).toBeVisible();
});

it("asks for the accounts of each page of the audit log once", async () => {
  const entry = { id: "a1", adminId: "x9", action: "BAN", userId: "p1", at: "2026-11-24T10:00:00Z" };
  server.on("GET", "/api/users/audit", ({ path }) =>
    path.includes("after=")
      ? json(200, [{ ...entry, id: "a2", userId: "p2" }])
      : json(200, [entry], { Link: '</api/users/audit?after=a1>; rel="next"' }),
  );
  const { user } = renderPage("/admin/audit");
  await user.click(await screen.findByRole("button", { name: "Show more" }));
  expect(await screen.findByRole("link", { name: "p2" })).toBeVisible();
  await waitFor(() =>
    expect(server.calls.filter(({ path }) => path.startsWith("/api/users?")).map(({ path }) => path)).toEqual([
      "/api/users?id=p1&id=x9",
      "/api/users?id=p2",
    ]),
  );
});

it("is only for admins", async () => {
  server.signedIn([]);
  renderPage("/admin");
  expect(await screen.findByRole("heading", { name: "Admins only" })).toBeVisible();
  expect(server.count("GET", "/api/users")).toBe(0);
});
