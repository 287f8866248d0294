import { screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { error, FakeServer, json } from "../test/FakeServer";
import { renderPage } from "../test/renderPage";

const AT = "2026-11-24T19:30:00Z";

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().signedIn(["scanner"]);
});

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, "mediaDevices");
});

function answer(body: unknown) {
  server.on("POST", "/api/orders/passes/check", () => json(200, body));
}

async function scan(code: string) {
  const { user } = renderPage("/scan");
  // as a hand-held scanner does
  await user.type(await screen.findByRole("textbox", { name: "Pass code" }), `${code}{Enter}`);
  return user;
}

it.each([
  [{ state: "valid", usedAt: AT, scannerId: "me" }, "Valid: admit one person"],
  [{ state: "used", usedAt: AT, scannerId: "me" }, "Already used", /^You checked this pass on .*2026/],
  [{ state: "used", usedAt: AT, scannerId: "other" }, "Already used", /^Another scanner checked this pass/],
  [{ state: "refunded" }, "Refunded", /no longer valid/],
  [{ state: "unknown" }, "Not a valid pass", /not a pass/],
])("shows the result of the service: %j", async (response, title, text = /./) => {
  answer(response);
  await scan("a.b.c");
  expect(await screen.findByText(title)).toBeVisible();
  expect(screen.getAllByText(text)[0]).toBeVisible();
  expect(server.last("POST").body).toEqual({
    pass: "a.b.c",
    nonce: expect.stringMatching(/^[\w-]{16,100}$/) as string,
  });
  expect(screen.getByRole("textbox", { name: "Pass code" })).toHaveFocus();
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it("asks again with the same nonce after a lost response, so that a used pass stays valid for it", async () => {
  server.on("POST", "/api/orders/passes/check", () => error(503, "temporarily-unavailable"));
  const user = await scan("a.b.c");
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  const [first, second] = server.calls.filter(({ method }) => method === "POST").map(({ body }) => body);
  expect(second).toEqual(first);

  answer({ state: "valid", usedAt: AT, scannerId: "me" });
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Valid: admit one person")).toBeVisible();
  expect(server.last("POST").body).toEqual(first);

  await user.type(screen.getByRole("textbox", { name: "Pass code" }), "a.b.c{Enter}");
  expect(server.last("POST").body).not.toEqual(first);
});

it("reports a pass that is scanned while another one is checked", async () => {
  let respond: (response: Response) => void = () => undefined;
  server.on("POST", "/api/orders/passes/check", () => new Promise((resolve) => (respond = resolve)));
  const user = await scan("a.b.c");
  await user.type(screen.getByRole("textbox", { name: "Pass code" }), "x.y.z{Enter}");
  respond(json(200, { state: "valid", usedAt: AT, scannerId: "me" }));
  expect(await screen.findByText("Valid: admit one person")).toBeVisible();
  expect(screen.getByText("Another pass was scanned during this check. Scan it again.")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Pass code" })).toHaveValue("");
  expect(server.count("POST", "/api/orders/passes/check")).toBe(1);
});

it("remembers the nonce of a lost response while another pass is checked", async () => {
  server.on("POST", "/api/orders/passes/check", () => error(503, "temporarily-unavailable"));
  const user = await scan("a.b.signature-of-the-first-pass");
  await screen.findByRole("alert");
  const first = server.last("POST").body;
  answer({ state: "valid", usedAt: AT, scannerId: "me" });
  await user.type(screen.getByRole("textbox", { name: "Pass code" }), "x.y.signature-of-another-pass{Enter}");
  expect(await screen.findByText("Valid: admit one person")).toBeVisible();
  await user.type(screen.getByRole("textbox", { name: "Pass code" }), "a.b.signature-of-the-first-pass{Enter}");
  await waitFor(() => expect(server.count("POST", "/api/orders/passes/check")).toBe(3));
  expect(server.last("POST").body).toEqual(first);
});

it("is for scanners only", async () => {
  server.signedIn(["admin"]);
  renderPage("/scan");
  expect(await screen.findByRole("heading", { name: "Scanners only" })).toBeVisible();
  expect(screen.queryByRole("link", { name: "Scan" })).not.toBeInTheDocument();
});

describe("with a camera", () => {
  const stop = vi.fn();
  let seen: string[];
  let detections = 0;

  beforeEach(() => {
    seen = [];
    stop.mockClear();
    vi.stubGlobal(
      "BarcodeDetector",
      class {
        detect = () => {
          detections++;
          return Promise.resolve(seen.map((rawValue) => ({ rawValue })));
        };
      },
    );
    vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
  });

  function camera(getUserMedia: () => Promise<unknown>) {
    Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: { getUserMedia } });
  }

  it("checks a code that it sees once, however long it sees it", async () => {
    camera(() => Promise.resolve({ getTracks: () => [{ stop }] }));
    answer({ state: "valid", usedAt: AT, scannerId: "me" });
    const { user } = renderPage("/scan");
    await user.click(await screen.findByRole("button", { name: "Scan with the camera" }));
    seen = ["x.y.z"];
    expect(await screen.findByText("Valid: admit one person")).toBeVisible();
    const before = detections;
    await waitFor(() => expect(detections).toBeGreaterThan(before + 1));
    expect(server.count("POST", "/api/orders/passes/check")).toBe(1);
    await user.click(screen.getByRole("button", { name: "Stop camera" }));
    expect(stop).toHaveBeenCalled();
  });

  it("checks the same code again when it was out of view, and shows no earlier result meanwhile", async () => {
    camera(() => Promise.resolve({ getTracks: () => [{ stop }] }));
    answer({ state: "valid", usedAt: AT, scannerId: "me" });
    const { user } = renderPage("/scan");
    await user.click(await screen.findByRole("button", { name: "Scan with the camera" }));
    seen = ["x.y.z"];
    expect(await screen.findByText("Valid: admit one person")).toBeVisible();
    seen = [];
    await waitFor(() => expect(screen.queryByText("Valid: admit one person")).not.toBeInTheDocument());
    answer({ state: "used", usedAt: AT, scannerId: "me" });
    seen = ["x.y.z"];
    expect(await screen.findByText("Already used")).toBeVisible();
  });

  it("shows the result of a code that went out of view before the response", async () => {
    let respond: (response: Response) => void = () => undefined;
    camera(() => Promise.resolve({ getTracks: () => [{ stop }] }));
    server.on("POST", "/api/orders/passes/check", () => new Promise((resolve) => (respond = resolve)));
    const { user } = renderPage("/scan");
    await user.click(await screen.findByRole("button", { name: "Scan with the camera" }));
    seen = ["x.y.z"];
    await waitFor(() => expect(server.count("POST", "/api/orders/passes/check")).toBe(1));
    seen = [];
    const before = detections;
    // longer than a code has to be out of view
    await waitFor(() => expect(detections).toBeGreaterThan(before + 8));
    respond(json(200, { state: "valid", usedAt: AT, scannerId: "me" }));
    expect(await screen.findByText("Valid: admit one person")).toBeVisible();

    answer({ state: "used", usedAt: AT, scannerId: "me" });
    seen = ["x.y.z"];
    expect(await screen.findByText("Already used")).toBeVisible();
  });

  it("checks one of two codes in view only", async () => {
    camera(() => Promise.resolve({ getTracks: () => [{ stop }] }));
    answer({ state: "valid", usedAt: AT, scannerId: "me" });
    const { user } = renderPage("/scan");
    await user.click(await screen.findByRole("button", { name: "Scan with the camera" }));
    seen = ["x.y.z", "a.b.c"];
    expect(await screen.findByText("Valid: admit one person")).toBeVisible();
    seen = ["a.b.c", "x.y.z"];
    const before = detections;
    await waitFor(() => expect(detections).toBeGreaterThan(before + 1));
    expect(server.count("POST", "/api/orders/passes/check")).toBe(1);
  });

  it("turns the camera off when reading codes fails", async () => {
    const stopFailed = vi.fn();
    camera(() => Promise.resolve({ getTracks: () => [{ stop: stopFailed }] }));
    vi.stubGlobal(
      "BarcodeDetector",
      class {
        detect = () => Promise.reject(new DOMException("Source not supported", "NotSupportedError"));
      },
    );
    const { user } = renderPage("/scan");
    await user.click(await screen.findByRole("button", { name: "Scan with the camera" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The camera can't be used");
    expect(stopFailed).toHaveBeenCalledOnce();
  });

  it("reports a camera that can't be used", async () => {
    camera(() => Promise.reject(new DOMException("Permission denied", "NotAllowedError")));
    const { user } = renderPage("/scan");
    await user.click(await screen.findByRole("button", { name: "Scan with the camera" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The camera can't be used");
  });
});

it("offers no camera where the browser can't read codes", async () => {
  renderPage("/scan");
  await screen.findByRole("textbox", { name: "Pass code" });
  expect(screen.queryByRole("button", { name: "Scan with the camera" })).not.toBeInTheDocument();
});
