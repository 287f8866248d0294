import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakeChannel } from "./FakeChannel";
import { error, FakeServer, json } from "./FakeServer";
import { aTicket, renderPage } from "./renderPage";

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().signedIn(["admin"]);
  server
    .on("GET", "/api/tickets", () => json(200, []))
    .on("GET", "/api/tickets/t1", () => json(200, aTicket({ userId: "me", version: 2 })))
    .on("GET", "/api/orders", () => json(200, []))
    .on("GET", "/api/users", () => json(200, [{ id: "p", email: "p@example.com", roles: [], banned: false }]));
});

const title = () => screen.findByRole("textbox", { name: "Title" });
const email = () => screen.findByRole("textbox", { name: "Email address" });

/** Loads the page again: everything but the browser's storage is lost. */
function reloadAt(address: string) {
  cleanup();
  return renderPage(address);
}

async function signInAgain(user: ReturnType<typeof renderPage>["user"]): Promise<void> {
  server.on("POST", "/api/users/signin", () => {
    server.signedIn();
    return json(200, {});
  });
  await user.type(await email(), "me@example.com");
  await user.type(screen.getByLabelText("Password"), "a password");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
}

describe.each([
  ["/sell", "Jazz at home"],
  ["/tickets/t1/edit", "Jazz in the park, row 1"],
])("what was typed at %s", (address, typed) => {
  async function typeInto() {
    const view = renderPage(address);
    await view.user.clear(await title());
    await view.user.type(await title(), typed);
    return view;
  }

  it("survives a reload, and can be discarded", async () => {
    await typeInto();
    const { user } = reloadAt(address);
    expect(await title()).toHaveValue(typed);
    expect(screen.getByText("Your draft has been restored.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Discard draft" }));
    expect(await title()).toHaveValue(address === "/sell" ? "" : "Jazz in the park");
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
    reloadAt(address);
    expect(await title()).toHaveValue(address === "/sell" ? "" : "Jazz in the park");
  });

  it("survives that the session ends and the user signs in again", async () => {
    const { user } = await typeInto();
    server.on("GET", "/api/users/currentuser", () => json(200, { currentUser: null }));
    act(() => new FakeChannel("ticketing.session").postMessage("signed-out"));
    await screen.findByText("You signed out in another tab.");
    await signInAgain(user);
    expect(await title()).toHaveValue(typed);
  });

  it("survives that the service no longer accepts the session", async () => {
    const method = address === "/sell" ? "POST" : "PUT";
    server.on(method, /tickets/, () => error(401, "not-authorized"));
    server.on("POST", "/api/users/refresh", () => error(401, "not-authorized"));
    const { user } = await typeInto();
    if (address === "/sell") {
      await user.type(screen.getByRole("textbox", { name: /Price/ }), "12");
    }
    await user.click(screen.getByRole("button", { name: address === "/sell" ? "List ticket" : "Save" }));
    await screen.findByText(/Your session has expired/);
    await signInAgain(user);
    expect(await title()).toHaveValue(typed);
  });

  it("is not shown to another user of the tab", async () => {
    await typeInto();
    const now = Math.floor(Date.now() / 1000);
    server.on("GET", "/api/users/currentuser", () =>
      json(200, { currentUser: { id: "other", email: "o@example.com", roles: [], iat: now, exp: now + 900 } }),
    );
    reloadAt("/sell");
    expect(await title()).toHaveValue("");
  });
});

it("keeps a new ticket that is left by a link, until it is listed", async () => {
  const { user, router } = renderPage("/sell");
  await user.type(await title(), "Jazz at home");
  await user.type(screen.getByRole("textbox", { name: /Price/ }), "12,50");
  await user.click(screen.getByRole("link", { name: "Tickets" }));
  await screen.findByRole("heading", { name: "Tickets" });
  await act(() => router.navigate(-1));
  expect(await title()).toHaveValue("Jazz at home");
  expect(screen.getByRole("textbox", { name: /Price/ })).toHaveValue("12,50");
  server.on("POST", "/api/tickets", () => json(201, aTicket({ userId: "me" })));
  await user.click(screen.getByRole("button", { name: "List ticket" }));
  await screen.findByRole("heading", { name: "Jazz in the park" });
  await act(() => router.navigate("/sell"));
  expect(await title()).toHaveValue("");
});

it("bases a restored edit on the version that it was typed for", async () => {
  const { user } = renderPage("/tickets/t1/edit");
  await user.type(await title(), "!");
  server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ userId: "me", version: 3, price: 25 })));
  const again = reloadAt("/tickets/t1/edit");
  await title();
  server.on("PUT", "/api/tickets/t1", () => json(200, aTicket({ userId: "me", version: 4 })));
  await again.user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(server.last("PUT").body).toMatchObject({ title: "Jazz in the park!", version: 2 }));
});

it("forgets an edit that the user discards by leaving", async () => {
  const { user, router } = renderPage("/tickets/t1/edit");
  await user.type(await title(), "!");
  await user.click(screen.getByRole("link", { name: "Cancel" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Discard changes" }));
  await screen.findByRole("heading", { name: "Jazz in the park" });
  await act(() => router.navigate("/tickets/t1/edit"));
  expect(await title()).toHaveValue("Jazz in the park");
});

it("keeps the email between sign-in and sign-up, and never a password", async () => {
  server.on("GET", "/api/users/currentuser", () => json(200, { currentUser: null }));
  const { user } = renderPage("/signin");
  await user.type(await email(), "me@example.com");
  await user.click(screen.getByRole("checkbox", { name: "Show password: Password" }));
  await user.type(screen.getByLabelText("Password"), "a secret password");
  await user.click(screen.getByRole("link", { name: "Create an account" }));
  await screen.findByRole("heading", { name: "Create an account" });
  expect(await email()).toHaveValue("me@example.com");
  expect(screen.getByLabelText("Password")).toHaveValue("");
  expect(JSON.stringify([sessionStorage, localStorage])).not.toContain("secret");
});

it("keeps the reason for a ban until it is sent", async () => {
  const { user } = renderPage("/admin");
  await user.click(await screen.findByRole("button", { name: "Ban p@example.com" }));
  await user.type(await screen.findByRole("textbox", { name: /Reason/ }), "Sells air");
  const again = reloadAt("/admin");
  await again.user.click(await screen.findByRole("button", { name: "Ban p@example.com" }));
  expect(await screen.findByRole("textbox", { name: /Reason/ })).toHaveValue("Sells air");
});

describe("the error of a field disappears when the field is corrected:", () => {
  it("an error that the page has found", async () => {
    const { user } = renderPage("/sell");
    await user.click(await screen.findByRole("button", { name: "List ticket" }));
    const price = screen.getByRole("textbox", { name: /Price/ });
    expect(price).toBeInvalid();
    expect(await title()).toBeInvalid();
    await user.type(price, "1");
    expect(price).toBeValid();
    expect(await title()).toBeInvalid();
    await user.type(price, ".999");
    await user.click(screen.getByRole("button", { name: "List ticket" }));
    expect(price).toBeInvalid();
    await user.type(price, "{Backspace}");
    expect(price).toBeValid();
  });

  it("an error that the service has found", async () => {
    server.on("POST", "/api/tickets", () =>
      json(400, { errors: [{ message: "", code: "title-malformed", field: "title" }] }),
    );
    const { user } = renderPage("/sell");
    await user.type(await title(), "Jazz");
    await user.type(screen.getByRole("textbox", { name: /Price/ }), "1");
    await user.click(screen.getByRole("button", { name: "List ticket" }));
    await waitFor(async () => expect(await title()).toBeInvalid());
    await user.type(screen.getByRole("textbox", { name: /Price/ }), "1");
    expect(await title()).toBeInvalid();
    await user.type(await title(), "!");
    expect(await title()).toBeValid();
  });

  it("a wrong current password", async () => {
    server.on("GET", "/api/users/sessions", () => json(200, []));
    server.on("POST", "/api/users/password", () => error(400, "invalid-credentials"));
    const { user } = renderPage("/account");
    const form = within(await screen.findByRole("region", { name: "Change your password" }));
    await user.type(form.getByLabelText("Current password"), "wrong");
    await user.type(form.getByLabelText("New password"), "a new password");
    await user.click(form.getByRole("button", { name: "Change password" }));
    await waitFor(() => expect(form.getByLabelText("Current password")).toBeInvalid());
    await user.type(form.getByLabelText("Current password"), "!");
    expect(form.getByLabelText("Current password")).toBeValid();
  });
});
