import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { error, FakeServer, json } from "../test/FakeServer";
import { renderPage } from "../test/renderPage";

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().on("GET", "/api/users/config", () => json(200, { passwordReset: true, receipts: true }));
});

it("requests a link for a forgotten password", async () => {
  server.on("POST", "/api/users/password/forgotten", () => json(202, {}));
  const { user } = renderPage("/signin");
  await user.type(await screen.findByRole("textbox", { name: "Email address" }), "me@example.com");
  await user.click(screen.getByRole("link", { name: "Forgot your password?" }));
  await screen.findByRole("heading", { level: 1, name: "Forgot your password?" });
  expect(await screen.findByLabelText("Email address")).toHaveValue("me@example.com");
  await user.click(screen.getByRole("button", { name: "Send link" }));
  expect(await screen.findByText(/a link is on its way/)).toBeVisible();
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  expect(server.last("POST").body).toEqual({ email: "me@example.com" });
  expect(server.last("POST").headers.get("Accept-Language")).toBe("en");
});

it("states that no emails are sent", async () => {
  server.on("GET", "/api/users/config", () => json(200, { passwordReset: false, receipts: false }));
  renderPage("/forgot-password");
  expect(await screen.findByText(/does not send emails/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Send link" })).not.toBeInTheDocument();
});

it("sets a new password with the token of the link", async () => {
  server.on("POST", "/api/users/password/reset", () => json(200, {}));
  const { user } = renderPage("/reset-password?token=secret");
  await user.type(await screen.findByLabelText("New password"), "short");
  await user.click(screen.getByRole("button", { name: "Change password" }));
  expect(server.count("POST", "/api/users/password/reset")).toBe(0);
  await user.type(screen.getByLabelText("New password"), " no more");
  await user.click(screen.getByRole("button", { name: "Change password" }));
  expect(await screen.findByText(/Password changed/)).toBeVisible();
  expect(server.last("POST").body).toEqual({ token: "secret", password: "short no more" });
});

it("shows that this device is signed out, too", async () => {
  server
    .signedIn()
    .on("GET", "/api/orders", () => json(200, []))
    .on("POST", "/api/users/password/reset", () => {
      server.on("POST", "/api/users/refresh", () => error(401, "not-authorized"));
      server.on("GET", "/api/users/currentuser", () => json(200, { currentUser: null }));
      return json(200, {});
    });
  const { user } = renderPage("/reset-password?token=secret");
  await screen.findByRole("button", { name: "Sign out" });
  await user.type(await screen.findByLabelText("New password"), "long enough");
  await user.click(screen.getByRole("button", { name: "Change password" }));
  expect(await screen.findByText(/You have been signed out on all devices/)).toBeVisible();
  expect(within(screen.getByRole("navigation")).getByRole("link", { name: "Sign in" })).toBeVisible();
});

it("explains a link that is no longer valid", async () => {
  server.on("POST", "/api/users/password/reset", () => error(400, "reset-link-invalid"));
  const { user } = renderPage("/reset-password?token=old");
  await user.type(await screen.findByLabelText("New password"), "long enough");
  await user.click(screen.getByRole("button", { name: "Change password" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("This link is no longer valid. Request a new one.");
  expect(screen.getByRole("link", { name: "Request a new link" })).toHaveAttribute("href", "/forgot-password");
});
