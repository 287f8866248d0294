import { act, render, screen, waitFor } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { newQueryClient } from "../api/queryClient";
import { documentLoader } from "../browser/chunks";
import { settings } from "../browser/storage";
import { en } from "../i18n/en";
import { loadCatalogue } from "../i18n/locale";
import { FakeServer, json } from "../test/FakeServer";
import { aTicket, renderPage } from "../test/renderPage";
import { lazyPage } from "../ui/lazyPage";
import { CrashPage } from "./CrashPage";
import { Layout } from "./Layout";
import { prefetchPages } from "./prefetch";
import { Providers } from "./Providers";
import { start } from "./start";

vi.mock("../i18n/locale", { spy: true });

let server: FakeServer;
let reload: MockInstance;

beforeEach(() => {
  reload = vi.spyOn(documentLoader, "reload").mockReturnValue();
  server = new FakeServer().on("GET", "/api/tickets", () => json(200, [aTicket()]));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.mocked(loadCatalogue).mockReset();
  document.body.replaceChildren();
  ["ticketing.language", "ticketing.theme", "ticketing.signed-in"].forEach((key) => settings.set(key, null));
});

describe.each([
  ["blocked", () => blockStorage()],
  ["full", () => vi.spyOn(Storage.prototype, "setItem").mockImplementation(denied)],
])("with storage that is %s", (_, block) => {
  it("the page starts", async () => {
    block();
    vi.stubGlobal("BroadcastChannel", vi.fn(denied));
    const root = document.body.appendChild(document.createElement("div"));
    await act(() => start(root));
    expect(await screen.findByRole("link", { name: /Jazz/ })).toBeVisible();
  });

  it("a correct sign-in succeeds", async () => {
    block();
    server.on("POST", "/api/users/signin", () => {
      server.signedIn();
      return json(200, { id: "me", email: "me@example.com" });
    });
    server.on("GET", "/api/orders", () => json(200, []));
    const { user } = renderPage("/signin");
    await user.type(await screen.findByRole("textbox", { name: "Email address" }), "me@example.com");
    await user.type(screen.getByLabelText("Password"), "a password");
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("button", { name: "Sign out" })).toBeVisible();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("the theme and the language can be changed", async () => {
    block();
    const { user } = renderPage("/");
    await screen.findByRole("link", { name: /Jazz/ });
    await user.selectOptions(screen.getByRole("combobox", { name: "Theme" }), "Dark");
    await user.selectOptions(screen.getByRole("combobox", { name: "Language" }), "Deutsch");
    expect(await screen.findByRole("link", { name: "Ticket verkaufen" })).toBeVisible();
    expect(document.documentElement.dataset["theme"]).toBe("dark");
  });
});

it("a page that has started can be loaded again after the next release", async () => {
  window.history.replaceState({ usr: "kept", bootReloads: 5 }, "");
  const root = document.body.appendChild(document.createElement("div"));
  await act(() => start(root));
  const state = window.history.state as { usr?: unknown; bootReloads?: unknown };
  expect(state.usr).toBe("kept");
  expect(state.bootReloads).toBeUndefined();
});

describe("a missing chunk", () => {
  const missing = () => Promise.reject(new TypeError("Failed to fetch dynamically imported module"));

  function navigateTo(load: () => Promise<{ Planted: () => string }>) {
    const routes = [
      {
        element: <Layout />,
        children: [
          {
            errorElement: <CrashPage />,
            children: [
              { path: "planted", ...lazyPage(load, ({ Planted }) => Planted) },
              { index: true, element: <p>Start</p> },
            ],
          },
        ],
      },
    ];
    const router = createMemoryRouter(routes);
    const page = (
      <Providers queryClient={newQueryClient()} initial={{ language: "en", catalogue: en }}>
        <RouterProvider router={router} />
      </Providers>
    );
    return { router, page };
  }

  async function open(load: () => Promise<{ Planted: () => string }>) {
    const { router, page } = navigateTo(load);
    render(page);
    await act(() => router.navigate("/planted"));
  }

  it("loads the page again, once", async () => {
    await open(missing);
    await waitFor(() => expect(reload).toHaveBeenCalledOnce());
    expect(screen.queryByRole("heading", { level: 1 })).not.toBeInTheDocument();
  });

  it("is reported if loading the page again did not help", async () => {
    window.history.replaceState({ reloaded: true }, "");
    await open(missing);
    expect(await screen.findByRole("heading", { name: "This page could not be loaded" })).toBeVisible();
    expect(screen.getByRole("button", { name: "Reload page" })).toBeVisible();
    expect(reload).not.toHaveBeenCalled();
  });

  it("without a connection is loaded when it is back", async () => {
    server.on("HEAD", "/", () => Promise.reject(new TypeError("Failed to fetch")));
    await open(missing);
    expect(await screen.findByText(/You seem to be offline/)).toBeVisible();
    expect(reload).not.toHaveBeenCalled();
    server.on("HEAD", "/", () => new Response());
    act(() => void window.dispatchEvent(new Event("online")));
    await waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });

  it("is not what another error of a page is", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    await open(() =>
      Promise.resolve({
        Planted: () => {
          throw new TypeError("planted is undefined");
        },
      }),
    );
    expect(await screen.findByRole("heading", { name: "Something went wrong" })).toBeVisible();
    expect(reload).not.toHaveBeenCalled();
  });

  it("of a language is loaded again once, then reported, at a change of the language", async () => {
    vi.mocked(loadCatalogue).mockImplementation(missing);
    const { user } = renderPage("/");
    await screen.findByRole("link", { name: /Jazz/ });
    await user.selectOptions(screen.getByRole("combobox", { name: "Language" }), "Deutsch");
    await waitFor(() => expect(reload).toHaveBeenCalledOnce());
    expect(settings.get("ticketing.language")).toBe("de");
    await user.selectOptions(screen.getByRole("combobox", { name: "Language" }), "Deutsch");
    expect(await screen.findByRole("alert")).toHaveTextContent("Deutsch could not be loaded");
    expect(reload).toHaveBeenCalledOnce();
  });

  it("of the first language does not keep the page from starting", async () => {
    vi.mocked(loadCatalogue).mockImplementation(missing);
    settings.set("ticketing.language", "de");
    window.history.replaceState({ reloaded: true }, "");
    const root = document.body.appendChild(document.createElement("div"));
    await act(() => start(root));
    expect(await screen.findByRole("link", { name: /Jazz/ })).toBeVisible();
    expect(screen.getByRole("alert")).toHaveTextContent("Deutsch could not be loaded");
  });

  it("is rare, as all pages are loaded when the browser is idle", async () => {
    const lazy = vi.fn(() => Promise.reject(new Error("missing")));
    await prefetchPages([{ path: "a", lazy, children: [{ path: "b", lazy }] }, { path: "c" }]);
    expect(lazy).toHaveBeenCalledTimes(2);
    vi.stubGlobal("navigator", { connection: { saveData: true } });
    await prefetchPages([{ path: "a", lazy }]);
    expect(lazy).toHaveBeenCalledTimes(2);
  });
});

function blockStorage(): void {
  vi.spyOn(window, "localStorage", "get").mockImplementation(denied);
  vi.spyOn(window, "sessionStorage", "get").mockImplementation(denied);
}

function denied(): never {
  throw new DOMException("The operation is insecure.", "SecurityError");
}
