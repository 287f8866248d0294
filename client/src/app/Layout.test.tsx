import { fireEvent, screen, waitFor } from "@testing-library/react";
import { act } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { FakeServer, json } from "../test/FakeServer";
import { aTicket, renderPage } from "../test/renderPage";

beforeEach(() => {
  new FakeServer()
    .on("GET", "/api/tickets", () => json(200, [aTicket()]))
    .on("GET", "/api/tickets/t1", () => json(200, aTicket()));
});

it("moves the focus to the top of a new page, but not of the first one", async () => {
  const { user } = renderPage("/");
  const link = await screen.findByRole("link", { name: /Jazz/ });
  expect(document.body).toHaveFocus();
  await user.click(link);
  await screen.findByRole("heading", { level: 1, name: "Jazz in the park" });
  await waitFor(() => expect(screen.getByRole("main")).toHaveFocus());
  expect(document.title).toBe("Jazz in the park · Ticketing");
});

it("starts with a link that skips the navigation", async () => {
  const { user } = renderPage("/");
  await screen.findByRole("link", { name: /Jazz/ });
  await user.tab();
  expect(screen.getByRole("link", { name: "Skip to content" })).toHaveFocus();
  expect(document.querySelector(screen.getByRole("link", { name: "Skip to content" }).getAttribute("href") ?? "")).toBe(
    screen.getByRole("main"),
  );
});

it("skips the navigation without an entry in the history", async () => {
  renderPage("/");
  await screen.findByRole("link", { name: /Jazz/ });
  expect(fireEvent.click(screen.getByRole("link", { name: "Skip to content" }))).toBe(false);
  expect(screen.getByRole("main")).toHaveFocus();
});

it("shows when the browser is offline", async () => {
  renderPage("/");
  await screen.findByRole("link", { name: /Jazz/ });
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(screen.getByText(/You're offline/)).toBeVisible();
  online.mockRestore();
  act(() => void window.dispatchEvent(new Event("online")));
  expect(screen.queryByText(/You're offline/)).not.toBeInTheDocument();
});

it("applies and stores the chosen language and theme", async () => {
  const { user } = renderPage("/");
  await screen.findByRole("link", { name: /Jazz/ });
  await user.selectOptions(screen.getByRole("combobox", { name: "Theme" }), "Dark");
  expect(document.documentElement.dataset["theme"]).toBe("dark");
  await user.selectOptions(screen.getByRole("combobox", { name: "Language" }), "Deutsch");
  expect(await screen.findByRole("link", { name: "Ticket verkaufen" })).toBeVisible();
  expect(document.documentElement.lang).toBe("de");
  expect(localStorage.getItem("ticketing.language")).toBe("de");
  expect(localStorage.getItem("ticketing.theme")).toBe("dark");
  await user.selectOptions(screen.getByRole("combobox", { name: "Design" }), "System");
  expect(document.documentElement.dataset["theme"]).toBeUndefined();
});

it("opens and closes its menu with the keyboard", async () => {
  const { user } = renderPage("/");
  const menu = await screen.findByRole("button", { name: "Menu" });
  expect(menu).toHaveAttribute("aria-expanded", "false");
  menu.focus();
  await user.keyboard("{Enter}");
  expect(menu).toHaveAttribute("aria-expanded", "true");
  await user.tab();
  expect(screen.getByRole("link", { name: "Tickets" })).toHaveFocus();
  await user.keyboard("{Escape}");
  expect(menu).toHaveAttribute("aria-expanded", "false");
  expect(menu).toHaveFocus();
});

it("closes its menu on a link to the same page", async () => {
  const { user } = renderPage("/?q=jazz");
  const menu = await screen.findByRole("button", { name: "Menu" });
  await user.click(menu);
  await user.click(screen.getByRole("link", { name: "Tickets" }));
  await waitFor(() => expect(menu).toHaveAttribute("aria-expanded", "false"));
  expect(menu).toHaveFocus();
});
