import { screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { error, FakeServer, json } from "../test/FakeServer";
import { renderPage } from "../test/renderPage";

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().signedIn().on("GET", "/api/users/sessions", () => json(200, []));
});

afterEach(() => {
  vi.restoreAllMocks();
});

it("downloads the data of all services as one file", async () => {
  const account = { id: "me", email: "me@example.com", roles: [] };
  server
    .on("GET", "/api/users/me/export", () => json(200, { account, sessions: [] }))
    .on("GET", "/api/tickets/me/export", () => json(200, { tickets: [{ id: "t1" }] }))
    .on("GET", "/api/orders/me/export", () => json(200, { orders: [{ id: "o1" }] }))
    .on("GET", "/api/payments/me/export", () => json(200, { bought: [{ id: "p1" }], sold: [] }));
  const files = watchDownloads();
  const { user } = renderPage("/account");
  await user.click(await screen.findByRole("button", { name: "Download your data" }));
  await vi.waitFor(() => expect(files).toHaveLength(1));
  expect(files[0]?.name).toMatch(/^ticketing-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(await textOf(files[0]?.blob))).toEqual({
    exportedAt: expect.any(String) as string,
    account,
    sessions: [],
    tickets: [{ id: "t1" }],
    orders: [{ id: "o1" }],
    payments: { bought: [{ id: "p1" }], sold: [] },
  });
});

it("saves no file if the data of a service is missing", async () => {
  server
    .on("GET", "/api/users/me/export", () => json(200, { sessions: [] }))
    .on("GET", "/api/tickets/me/export", () => json(200, { tickets: [] }))
    .on("GET", "/api/orders/me/export", () => error(503, "temporarily-unavailable"))
    .on("GET", "/api/payments/me/export", () => json(200, { bought: [], sold: [] }));
  const files = watchDownloads();
  const { user } = renderPage("/account");
  await user.click(await screen.findByRole("button", { name: "Download your data" }));
  expect(await screen.findByText(/try again/)).toBeVisible();
  expect(files).toEqual([]);
});

it("changes the email at once, and shows the new one", async () => {
  server.on("POST", "/api/users/email", () => json(202, { confirmationSent: false }));
  server.on("POST", "/api/users/refresh", () => {
    const currentUser = { id: "me", email: "new@example.com", roles: [], iat: 0, exp: 900 };
    server.on("GET", "/api/users/currentuser", () => json(200, { currentUser }));
    return json(200, { id: "me", email: "new@example.com" });
  });
  const { user } = renderPage("/account");
  const form = await fillIn(user);
  expect(await within(form).findByText("Email address changed.")).toBeVisible();
  expect(within(form).getByRole("heading", { name: "Change your email address" })).toHaveFocus();
  expect(await screen.findAllByText("Signed in as new@example.com")).not.toHaveLength(0);
  expect(server.calls.find((call) => call.path === "/api/users/email")?.body).toEqual({
    email: "new@example.com",
    password: "my password",
  });
});

it("says that an email was sent, if the new address must be confirmed", async () => {
  server.on("POST", "/api/users/email", () => json(202, { confirmationSent: true }));
  const { user } = renderPage("/account");
  const form = await fillIn(user);
  expect(await within(form).findByText(/We've sent a link to new@example.com/)).toBeVisible();
  expect(server.count("POST", "/api/users/refresh")).toBe(0);
});

it.each([
  ["invalid-credentials", "password", "Current password", /The current password is incorrect/],
  ["email-in-use", "email", "New email address", /already exists/],
])("shows %s at its field", async (code, field, label, text) => {
  server.on("POST", "/api/users/email", () => json(400, { errors: [{ message: "", code, field }] }));
  const { user } = renderPage("/account");
  const form = await fillIn(user);
  expect(await within(form).findByText(text)).toBeVisible();
  expect(within(form).getByLabelText(label)).toBeInvalid();
});

it("asks for the current password", async () => {
  const { user } = renderPage("/account");
  const form = within(await screen.findByRole("region", { name: "Change your email address" }));
  await user.type(form.getByLabelText("New email address"), "new@example.com");
  await user.click(form.getByRole("button", { name: "Change email address" }));
  expect(form.getByLabelText("Current password")).toHaveAccessibleDescription("Enter your current password.");
  expect(server.count("POST", "/api/users/email")).toBe(0);
});

it("confirms the new email with the token of the link", async () => {
  server.on("POST", "/api/users/email/confirmation", () => error(400, "confirmation-link-invalid"));
  server.on("GET", "/api/users/currentuser", () => json(200, { currentUser: null }));
  const { user } = renderPage("/confirm-email?token=secret");
  const submit = await screen.findByRole("button", { name: "Confirm email address" });
  expect(server.count("POST", "/api/users/email/confirmation")).toBe(0);
  await user.click(submit);
  expect(await screen.findByText(/no longer valid/)).toBeVisible();

  server.on("POST", "/api/users/email/confirmation", () => json(200, {}));
  await user.click(submit);
  expect(await screen.findByText("Email address changed.")).toBeVisible();
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  expect(server.last("POST").body).toEqual({ token: "secret" });
});

async function fillIn(user: ReturnType<typeof renderPage>["user"]) {
  const form = await screen.findByRole("region", { name: "Change your email address" });
  await user.type(within(form).getByLabelText("New email address"), "new@example.com");
  await user.type(within(form).getByLabelText("Current password"), "my password");
  await user.click(within(form).getByRole("button", { name: "Change email address" }));
  return form;
}

/** Reads a blob as jsdom can. */
async function textOf(blob: Blob | undefined): Promise<string> {
  const reader = new FileReader();
  const loaded = new Promise((resolve) => reader.addEventListener("load", resolve));
  reader.readAsText(blob ?? new Blob());
  await loaded;
  return reader.result as string;
}

function watchDownloads() {
  const files: { name: string; blob: Blob }[] = [];
  let offered: Blob | undefined;
  // jsdom has neither
  URL.createObjectURL = (blob: Blob) => {
    offered = blob;
    return "blob:data";
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    if (offered !== undefined) {
      files.push({ name: this.download, blob: offered });
    }
  });
  return files;
}
