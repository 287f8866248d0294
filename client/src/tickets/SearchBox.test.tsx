import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { FakeServer, json } from "../test/FakeServer";
import { renderPage } from "../test/renderPage";

beforeEach(() => {
  new FakeServer().on("GET", "/api/tickets", () => json(200, []));
});

async function openSearch() {
  const view = renderPage("/");
  const box = await screen.findByRole<HTMLInputElement>("searchbox", { name: "Search tickets" });
  return { ...view, box };
}

it("keeps what is typed while an earlier search is shown late", async () => {
  const { user, router, box } = await openSearch();
  await user.type(box, "roc");
  await waitFor(() => expect(router.state.location.search).toBe("?q=roc"));
  await user.type(box, "k a");
  // the slow device renders the search that was typed before the last letters
  await act(() => router.navigate("/?q=ro", { replace: true, state: { typed: true } }));
  expect(box).toHaveValue("rock a");
});

it("shows the search of an address that was not typed, as after a link or the Back button", async () => {
  const { user, router, box } = await openSearch();
  await user.type(box, "polka");
  await waitFor(() => expect(router.state.location.search).toBe("?q=polka"));
  await act(() => router.navigate("/"));
  expect(box).toHaveValue("");
  await act(() => router.navigate(-1));
  await waitFor(() => expect(box).toHaveValue("polka"));
});
