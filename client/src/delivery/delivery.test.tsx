import { onlineManager } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { queryKeys } from "../api/queryKeys";
import type { Delivery } from "../api/types";
import { error, FakeServer, json } from "../test/FakeServer";
import { anOrder, aTicket, renderPage } from "../test/renderPage";

let server: FakeServer;
let delivery: Delivery;
const path = "/api/tickets/t1/delivery";

beforeEach(() => {
  server = new FakeServer().signedIn();
  delivery = { state: "awaited" };
  server.on("GET", path, () => json(200, delivery));
});

afterEach(() => {
  onlineManager.setOnline(true);
});

async function expectNoAxeViolations() {
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

describe("the buyer of a completed order", () => {
  beforeEach(() => {
    server.on("GET", "/api/orders/o1", () => json(200, anOrder({ status: "complete" })));
  });

  it("sees that the delivery is awaited", async () => {
    renderPage("/orders/o1");
    expect(await screen.findByText("Waiting for the seller")).toBeVisible();
    expect(screen.getByRole("heading", { name: "Your ticket" })).toBeVisible();
    await expectNoAxeViolations();
  });

  it("sees that it is awaited while the tickets service does not know the sale", async () => {
    server.on("GET", path, () => error(404, "not-found"));
    renderPage("/orders/o1");
    expect(await screen.findByText("Waiting for the seller")).toBeVisible();
  });

  it("sees and copies the code", async () => {
    delivery = { state: "given", kind: "code", value: "AB12-CD34" };
    const { user } = renderPage("/orders/o1");
    expect(await screen.findByText("AB12-CD34")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Copy code" }));
    expect(await screen.findByText("Code copied.")).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe("AB12-CD34");
    await expectNoAxeViolations();
  });

  it("opens the link in a tab of its own, without a referrer", async () => {
    delivery = { state: "given", kind: "link", value: "https://tickets.example.com/7" };
    renderPage("/orders/o1");
    const link = await screen.findByRole("link", { name: "Open link" });
    expect(link).toHaveAttribute("href", "https://tickets.example.com/7");
    expect(link).toHaveAttribute("rel", "noopener noreferrer");
    expect(screen.getByText("https://tickets.example.com/7")).toBeVisible();
  });

  it.each([
    [1, "1 kB"],
    [120_001, "121 kB"],
    [999_000, "999 kB"],
    [999_001, "1.0 MB"],
    [1_000_000, "1.0 MB"],
    [4_960_000, "5.0 MB"],
    [5_242_880, "5.2 MB"],
  ])("downloads a file of %i bytes", async (size, text) => {
    delivery = { state: "given", kind: "file", size };
    renderPage("/orders/o1");
    expect(await screen.findByRole("button", { name: `Download ticket (${text})` })).toBeVisible();
  });

  it("sees at once that a file cannot be downloaded without a connection", async () => {
    delivery = { state: "given", kind: "file", size: 1 };
    const { user } = renderPage("/orders/o1");
    const button = await screen.findByRole("button", { name: /Download ticket/ });
    server.on("GET", path, () => Promise.reject(new TypeError("Failed to fetch")));
    onlineManager.setOnline(false);
    await user.click(button);
    expect(await screen.findByText(/You seem to be offline/)).toBeVisible();
  });

  it("does not see it after a refund", async () => {
    server.on("GET", "/api/orders/o1", () => json(200, anOrder({ status: "refunded" })));
    renderPage("/orders/o1");
    await screen.findByRole("heading", { level: 1 });
    expect(screen.queryByRole("heading", { name: "Your ticket" })).not.toBeInTheDocument();
    expect(server.count("GET", path)).toBe(0);
  });
});

describe("the seller", () => {
  const saved = vi.fn<(body: unknown) => void>();

  beforeEach(() => {
    delivery = { state: "awaited", changeable: true, sold: false };
    saved.mockReset();
    server.on("GET", "/api/tickets/t1", () => json(200, aTicket({ userId: "me" })));
    server.on("PUT", path, ({ body }) => {
      saved(body);
      delivery = { state: "given", kind: "code", value: "AB12-CD34", changeable: true, sold: false };
      return json(204, undefined);
    });
  });

  const save = () => screen.findByRole("button", { name: "Save delivery" });

  it("gives a code", async () => {
    const { user } = renderPage("/tickets/t1");
    await user.type(await screen.findByRole("textbox", { name: "Entry code" }), " AB12-CD34 ");
    await expectNoAxeViolations();
    await user.click(await save());
    expect(await screen.findByText("Delivery saved.")).toBeVisible();
    expect(await screen.findByText("The buyer gets this right after paying.")).toBeVisible();
    expect(saved).toHaveBeenCalledExactlyOnceWith({ kind: "code", value: "AB12-CD34" });
    expect(screen.queryByRole("textbox", { name: "Entry code" })).not.toBeInTheDocument();
  });

  it("keeps what is typed while the delivery cannot be loaded again", async () => {
    const { user, queryClient } = renderPage("/tickets/t1");
    await user.type(await screen.findByRole("textbox", { name: "Entry code" }), "AB12");
    server.on("GET", path, () => error(503, "temporarily-unavailable"));
    await queryClient.invalidateQueries();
    expect(queryClient.getQueryState(queryKeys.mine.delivery("t1"))?.status).toBe("error");
    await user.type(screen.getByRole("textbox", { name: "Entry code" }), "-CD34");
    expect(screen.getByRole("textbox", { name: "Entry code" })).toHaveValue("AB12-CD34");
  });

  it.each([
    ["Entry code", /Enter the entry code\.$/],
    ["Link", /Enter the link\.$/],
  ])("has to fill in the field: %s", async (kind, text) => {
    const { user } = renderPage("/tickets/t1");
    await user.click(await screen.findByRole("radio", { name: kind }));
    await user.click(await save());
    expect(screen.getByRole("textbox", { name: kind })).toHaveAccessibleDescription(text);
    expect(saved).not.toHaveBeenCalled();
  });

  it("gives a link, which has to be https", async () => {
    const { user } = renderPage("/tickets/t1");
    await user.click(await screen.findByRole("radio", { name: "Link" }));
    const link = screen.getByRole("textbox", { name: "Link" });
    await user.type(link, "http://example.com");
    await user.click(await save());
    expect(link).toBeInvalid();
    expect(link).toHaveFocus();
    expect(saved).not.toHaveBeenCalled();
    await user.clear(link);
    await user.type(link, "https://example.com");
    await user.click(await save());
    expect(await screen.findByText("Delivery saved.")).toBeVisible();
    expect(saved).toHaveBeenCalledExactlyOnceWith({ kind: "link", value: "https://example.com" });
  });

  it("uploads a file", async () => {
    const { user } = renderPage("/tickets/t1");
    await user.click(await screen.findByRole("radio", { name: "File" }));
    const file = new File(["%PDF-1.7"], "ticket.pdf", { type: "application/pdf" });
    await user.upload(await screen.findByLabelText("File", { selector: "input[type=file]" }), file);
    await user.click(await save());
    expect(await screen.findByText("Delivery saved.")).toBeVisible();
    const body = saved.mock.calls[0]?.[0];
    expect(body).toBeInstanceOf(FormData);
    expect((body as FormData).get("file")).toBeInstanceOf(File);
    expect(server.last("PUT").headers.has("Content-Type")).toBe(false);
  });

  it("sees that a code was given before", async () => {
    server.on("PUT", path, () => error(409, "delivery-used"));
    const { user } = renderPage("/tickets/t1");
    await user.type(await screen.findByRole("textbox", { name: "Entry code" }), "AB12-CD34");
    await user.click(await save());
    expect(await screen.findByRole("alert")).toHaveTextContent("Each one can only be sold once");
  });

  it("sees that the delivery of a sold ticket is missing", async () => {
    delivery = { state: "awaited", changeable: true, sold: true };
    renderPage("/tickets/t1");
    expect(await screen.findByRole("alert")).toHaveTextContent("Delivery missing");
    expect(await save()).toBeVisible();
  });

  it("is asked for a new code after the refund of a buyer who has seen it", async () => {
    delivery = { state: "spent", kind: "code", value: "AB12-CD34", changeable: true, sold: false };
    renderPage("/tickets/t1");
    expect(await screen.findByText(/has already seen this ticket/)).toBeVisible();
    expect(await save()).toBeVisible();
  });

  it("cannot replace it after the sale, and sees when the buyer opened it", async () => {
    delivery = {
      state: "given",
      kind: "code",
      value: "AB12-CD34",
      changeable: false,
      sold: true,
      readAt: "2026-11-24T10:00:00Z",
    };
    renderPage("/tickets/t1");
    expect(await screen.findByText(/The buyer first opened this on/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Replace" })).not.toBeInTheDocument();
  });

  it("replaces it before the sale", async () => {
    delivery = { state: "given", kind: "code", value: "OLD", changeable: true, sold: false };
    const { user } = renderPage("/tickets/t1");
    await user.click(await screen.findByRole("button", { name: "Replace" }));
    await user.type(await screen.findByRole("textbox", { name: "Entry code" }), "AB12-CD34");
    await user.click(await save());
    expect(await screen.findByText("AB12-CD34")).toBeVisible();
    expect(saved).toHaveBeenCalledOnce();
  });
});
