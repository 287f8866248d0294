import { screen } from "@testing-library/react";
import axe from "axe-core";
import { beforeEach, expect, it } from "vitest";
import { error, FakeServer, json } from "../test/FakeServer";
import { anOrder, renderPage } from "../test/renderPage";
import { qrCodeOf } from "./qrCode";

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().signedIn();
  server.on("GET", "/api/orders/o1", () => json(200, anOrder({ status: "complete" })));
});

it("shows the pass of a paid order as a QR code", async () => {
  renderPage("/orders/o1");
  const code = await screen.findByRole("img", { name: "QR code of your pass" });
  const { size, path } = qrCodeOf("header.payload.signature");
  expect(code).toHaveAttribute("viewBox", `0 0 ${size} ${size}`);
  expect(code.querySelector("path")).toHaveAttribute("d", path);
  expect(screen.getByText("Number: o1")).toBeVisible();
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it("has the three finders of a QR code", () => {
  const { size, path } = qrCodeOf("x".repeat(300));
  expect((size - 17) % 4).toBe(0);
  for (const [x, y] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const) {
    const row = Array.from({ length: 7 }, (_, i) => `M${x + i} ${y}h1v1h-1z`).join("");
    expect(path).toContain(row);
    expect(path).not.toContain(`M${x + 1} ${y + 1}h`);
  }
});

it("offers to try again", async () => {
  server.on("GET", "/api/orders/o1/pass", () => error(503, "temporarily-unavailable"));
  renderPage("/orders/o1");
  expect(await screen.findByRole("button", { name: "Try again" })).toBeVisible();
});

it("is not shown for a refunded order", async () => {
  server.on("GET", "/api/orders/o1", () => json(200, anOrder({ status: "refunded" })));
  renderPage("/orders/o1");
  await screen.findByRole("heading", { level: 1 });
  expect(screen.queryByRole("heading", { name: "Pass" })).not.toBeInTheDocument();
  expect(server.count("GET", "/api/orders/o1/pass")).toBe(0);
});
