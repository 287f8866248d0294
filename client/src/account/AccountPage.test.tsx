import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { error, FakeServer, json } from "../test/FakeServer";
import { renderPage } from "../test/renderPage";
import { deviceName } from "./deviceName";

let server: FakeServer;
const here = {
  id: "s1",
  device: "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36",
  createdAt: "2026-11-20T10:00:00Z",
  lastUsedAt: "2026-11-24T10:00:00Z",
  current: true,
};
const phone = {
  ...here,
  id: "s2",
  device: "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1",
  current: false,
};

beforeEach(() => {
  server = new FakeServer().signedIn();
  server.on("GET", "/api/users/sessions", () => json(200, [here, phone]));
});

it("ends another session, and offers no button for this one", async () => {
  server.on("DELETE", /^\/api\/users\/sessions\/s2$/, () => {
    server.on("GET", "/api/users/sessions", () => json(200, [here]));
    return new Response(null, { status: 204 });
  });
  const { user } = renderPage("/account");
  expect(
    within((await screen.findByText("Chrome · Linux")).closest("li") as HTMLElement).queryByRole("button"),
  ).toBeNull();
  await user.click(screen.getByRole("button", { name: "Sign out Safari · iOS" }));
  expect(await screen.findByText("Safari · iOS has been signed out.")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Sign out Safari · iOS" })).not.toBeInTheDocument();
});

it("changes the password, and shows at the field when the current one is wrong", async () => {
  server.on("POST", "/api/users/password", () => error(400, "invalid-credentials"));
  const { user } = renderPage("/account");
  const form = within(await screen.findByRole("region", { name: "Change your password" }));
  const current = form.getByLabelText("Current password");
  await user.type(current, "not it");
  await user.type(form.getByLabelText("New password"), "a better password");
  await user.click(form.getByRole("button", { name: "Change password" }));
  expect(await screen.findByText(/The current password is incorrect/)).toBeVisible();
  expect(current).toBeInvalid();

  server.on("POST", "/api/users/password", () => json(200, { id: "me", email: "me@example.com" }));
  await user.click(form.getByRole("button", { name: "Change password" }));
  expect(await screen.findByText(/Password changed/)).toBeVisible();
  expect(server.last("POST").body).toEqual({ current: "not it", password: "a better password" });
  expect(form.getByLabelText("Current password")).toHaveValue("");
  expect(screen.getByRole("heading", { name: "Change your password" })).toHaveFocus();
});

it("names the field that each checkbox shows", async () => {
  const { user } = renderPage("/account");
  const form = within(await screen.findByRole("region", { name: "Change your password" }));
  const show = form.getByRole("checkbox", { name: "Show password: New password" });
  expect(show.closest("label")).toHaveTextContent(/^Show password$/);
  await user.click(show);
  expect(form.getByLabelText("New password")).toHaveAttribute("type", "text");
  expect(form.getByLabelText("Current password")).toHaveAttribute("type", "password");
  expect(form.getByRole("checkbox", { name: "Show password: Current password" })).not.toBeChecked();
});

it.each([
  [here.device, "Chrome · Linux"],
  ["Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge · Windows"],
  ["Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0 Mobile Safari/537.36 EdgA/140.0", "Edge · Android"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_5) Version/18.0 EdgiOS/140.0 Mobile Safari/604.1", "Edge · iOS"],
  ["Mozilla/5.0 (Android 16; Mobile) Firefox/140.0", "Firefox · Android"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_5) FxiOS/140.0 Mobile Safari/605.1", "Firefox · iOS"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_5) CriOS/140.0 Mobile Safari/604.1", "Chrome · iOS"],
  ["Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0 Safari/537.36", "Chrome · Linux"],
  ["curl/8.0", "curl/8.0"],
  ["  ", undefined],
])("names the device %j %s", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
