import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { act } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { queryKeys } from "../api/queryKeys";
import { FakeChannel } from "../test/FakeChannel";
import { error, FakeServer, json } from "../test/FakeServer";
import { renderPage } from "../test/renderPage";
import { safeNext } from "./session";

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
  server.on("GET", "/api/tickets", () => json(200, []));
  server.on("GET", "/api/orders", () => json(200, []));
  server.on("POST", "/api/users/signout", () => json(200, {}));
});

function acceptSignIn() {
  server.on("POST", "/api/users/signin", () => {
    server.signedIn();
    return json(200, { id: "me", email: "me@example.com" });
  });
}

async function signIn(user: UserEvent) {
  await user.type(await screen.findByRole("textbox", { name: "Email address" }), "me@example.com");
  await user.type(screen.getByLabelText("Password"), "a password");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
}

describe("signing in", () => {
  it("is required where needed, and returns there", async () => {
    const { user, router } = renderPage("/orders?x=1");
    expect(await screen.findByText("Please sign in to continue.")).toBeVisible();
    await user.type(await screen.findByRole("textbox", { name: "Email address" }), "me@example.com");
    await user.type(screen.getByLabelText("Password"), "a password");
    acceptSignIn();
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    // the page is built again when the session is known, so a heading that was found may be replaced
    await waitFor(() => expect(screen.getByRole("heading", { name: "My orders" })).toBeVisible());
    expect(router.state.location.search).toBe("?x=1");
  });

  it("explains wrong credentials without refreshing a session", async () => {
    server.on("POST", "/api/users/signin", () => error(400, "invalid-credentials"));
    const { user } = renderPage("/signin");
    await user.type(await screen.findByRole("textbox", { name: "Email address" }), "me@example.com");
    await user.type(screen.getByLabelText("Password"), "wrong");
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "Incorrect email address or password. Please check both and try again.",
    );
    expect(server.count("POST", "/api/users/refresh")).toBe(0);
  });

  it("shows how long to wait after too many attempts", async () => {
    server.on("POST", "/api/users/signin", () =>
      json(429, { errors: [{ message: "Too many attempts", code: "too-many-attempts" }] }, { "Retry-After": "8" }),
    );
    const { user } = renderPage("/signin");
    await user.type(await screen.findByRole("textbox", { name: "Email address" }), "me@example.com");
    await user.type(screen.getByLabelText("Password"), "guess");
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Try again in 8 seconds");
  });

  it("shows a ban", async () => {
    server.on("POST", "/api/users/signin", () => error(403, "account-banned"));
    const { user } = renderPage("/signin");
    await signIn(user);
    expect(await screen.findByRole("alert")).toHaveTextContent("Your account has been banned");
  });

  it("shows that a request was blocked", async () => {
    server.on("POST", "/api/users/signin", () => error(403, "cross-site-request"));
    const { user } = renderPage("/signin");
    await signIn(user);
    expect(await screen.findByRole("alert")).toHaveTextContent("This request came from another site and was blocked.");
  });

  it("in another tab ends the form here, also after a failed attempt", async () => {
    server.on("POST", "/api/users/signin", () => error(400, "invalid-credentials"));
    const { user } = renderPage("/signin?next=/orders");
    await user.type(await screen.findByRole("textbox", { name: "Email address" }), "me@example.com");
    await user.type(screen.getByLabelText("Password"), "wrong");
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    await screen.findByRole("alert");
    server.signedIn();
    act(() => new FakeChannel("ticketing.session").postMessage("signed-in"));
    expect(await screen.findByRole("heading", { name: "My orders" })).toBeVisible();
  });

  it("does not use the response to an earlier request for the user", async () => {
    let respond = (): void => undefined;
    server.on("GET", "/api/users/currentuser", () => {
      return new Promise((resolve) => (respond = () => resolve(json(200, { currentUser: null }))));
    });
    server.on("POST", "/api/users/refresh", () => json(200, {}));
    acceptSignIn();
    const { user } = renderPage("/signin?next=/orders");
    await signIn(user);
    expect(await screen.findByRole("heading", { name: "My orders" })).toBeVisible();
    act(() => respond());
    expect(screen.getByRole("button", { name: "Sign out" })).toBeVisible();
  });

  it("waits for a refresh, whose rejection would end the new session", async () => {
    localStorage.setItem("ticketing.signed-in", "1");
    let reject = (): void => undefined;
    server.on("POST", "/api/users/refresh", () => {
      return new Promise((resolve) => (reject = () => resolve(error(401, "not-authorized"))));
    });
    acceptSignIn();
    const { user } = renderPage("/signin?next=/orders");
    await signIn(user);
    expect(server.count("POST", "/api/users/refresh")).toBe(1);
    expect(server.count("POST", "/api/users/signin")).toBe(0);
    act(() => reject());
    expect(await screen.findByRole("heading", { name: "My orders" })).toBeVisible();
    expect(screen.getByRole("button", { name: "Sign out" })).toBeVisible();
  });

  it("does not send a password that the service would reject", async () => {
    const { user } = renderPage("/signup");
    await user.type(await screen.findByRole("textbox", { name: "Email address" }), "me@example.com");
    await user.type(screen.getByLabelText("Password"), "ä".repeat(40));
    await user.click(screen.getByRole("button", { name: "Create account" }));
    expect(screen.getByLabelText("Password")).toHaveAccessibleDescription(/at most 72 characters/);
    expect(server.count("POST", "/api/users/signup")).toBe(0);
  });
});

describe("a session", () => {
  it("continues with only its refresh token", async () => {
    localStorage.setItem("ticketing.signed-in", "1");
    server.on("POST", "/api/users/refresh", () => {
      server.signedIn();
      return json(200, {});
    });
    renderPage("/orders");
    expect(await screen.findByRole("heading", { name: "My orders" })).toBeVisible();
  });

  it("that cannot be loaded is no sign-out", async () => {
    server.on("GET", "/api/users/currentuser", () => error(503, "temporarily-unavailable"));
    const { user, router } = renderPage("/orders");
    expect(await screen.findByRole("alert")).toHaveTextContent("The service is busy.");
    expect(router.state.location.pathname).toBe("/orders");
    server.signedIn();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { name: "My orders" })).toBeVisible();
  });

  it("that has expired leads to sign-in with the reason, in all tabs", async () => {
    server.signedIn();
    const received = receivedByAnotherTab();
    server.on("GET", "/api/orders", () => error(401, "not-authorized"));
    server.on("POST", "/api/users/refresh", () => error(401, "not-authorized"));
    const { router } = renderPage("/orders");
    expect(await screen.findByText("Your session has expired. Please sign in again.")).toBeVisible();
    expect(router.state.location.search).toBe("?next=%2Forders");
    expect(received).toEqual(["ended"]);
  });

  it("ends in all tabs", async () => {
    server.signedIn();
    const received = receivedByAnotherTab();
    const { user } = renderPage("/");
    await user.click(await screen.findByRole("button", { name: "Sign out" }));
    await waitFor(() => expect(received).toEqual(["signed-out"]));
    expect(await screen.findByRole("link", { name: "Sign in" })).toBeVisible();
  });

  it.each([
    ["signed-out", "You signed out in another tab."],
    ["ended", "Your session has expired. Please sign in again."],
    ["banned", "Your account has been banned"],
  ])("that ended in another tab (%s) clears the personal data here", async (sessionEvent, reason) => {
    server.signedIn();
    const { queryClient } = renderPage("/orders");
    await screen.findByRole("heading", { name: "My orders" });
    act(() => new FakeChannel("ticketing.session").postMessage(sessionEvent));
    expect(await screen.findByText(reason)).toBeVisible();
    expect(queryClient.getQueriesData({ queryKey: queryKeys.mine.all })).toEqual([]);
  });

  it("of a banned user ends with the reason", async () => {
    server.signedIn();
    server.on("GET", "/api/orders", () => error(403, "account-banned"));
    renderPage("/orders");
    expect(await screen.findByText("Your account has been banned")).toBeVisible();
    expect(screen.getByText(/please contact support/)).toBeVisible();
  });
});

function receivedByAnotherTab(): unknown[] {
  const received: unknown[] = [];
  new FakeChannel("ticketing.session").addEventListener("message", ({ data }) => received.push(data));
  return received;
}

it.each([
  ["/orders?x=1", "/orders?x=1"],
  ["//evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/\n/evil.example", "/"],
  ["/\r\\evil.example", "/"],
  ["\t//evil.example", "/"],
  ["/orders\u0000", "/"],
  ["/orders ", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  [null, "/"],
])("continues from %s at %s", (next, safe) => {
  expect(safeNext(next)).toBe(safe);
});
