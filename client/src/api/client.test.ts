import { beforeEach, describe, expect, it, vi } from "vitest";
import { error, FakeServer, json } from "../test/FakeServer";
import { nextPage, onSessionLoss, request, type SessionLoss } from "./client";
import { ApiError, NetworkError } from "./errors";

const get = async (path: string, signal?: AbortSignal) => (await request(path, { signal })).data;
const post = async (path: string, body: unknown) => (await request(path, { method: "POST", body })).data;

let server: FakeServer;
let losses: SessionLoss[];

beforeEach(() => {
  server = new FakeServer();
  losses = [];
  const stop = onSessionLoss((loss) => losses.push(loss));
  return stop;
});

describe("a request with an expired token", () => {
  it("shares one refresh with concurrent requests and is retried", async () => {
    let fresh = false;
    server.on("POST", "/api/users/refresh", async () => {
      await Promise.resolve();
      fresh = true;
      return json(200, { id: "me", email: "me@example.com" });
    });
    server.on("GET", /^\/api\/orders\/(\d)$/, (_, [, id]) =>
      fresh ? json(200, { id }) : error(401, "not-authorized"),
    );

    const answers = await Promise.all(["1", "2", "3", "4", "5"].map((id) => get(`/api/orders/${id}`)));

    expect(answers).toEqual([{ id: "1" }, { id: "2" }, { id: "3" }, { id: "4" }, { id: "5" }]);
    expect(server.count("POST", "/api/users/refresh")).toBe(1);
    expect(losses).toEqual([]);
  });

  it("reports the end of the session when the refresh is rejected", async () => {
    server.on("POST", "/api/users/refresh", () => error(401, "not-authorized"));
    server.on("GET", "/api/orders", () => error(401, "not-authorized"));

    await expect(get("/api/orders")).rejects.toMatchObject({ status: 401 });

    expect(server.count("GET", "/api/orders")).toBe(1);
    expect(losses).toEqual(["ended"]);
  });

  it("keeps the session when only this resource is forbidden", async () => {
    server.on("POST", "/api/users/refresh", () => json(200, {}));
    server.on("GET", "/api/orders/1", () => error(401, "not-authorized"));

    await expect(get("/api/orders/1")).rejects.toMatchObject({ status: 401 });

    expect(server.count("GET", "/api/orders/1")).toBe(2);
    expect(losses).toEqual([]);
  });

  it("keeps the session when the network fails", async () => {
    server.on("POST", "/api/users/refresh", () => Promise.reject(new TypeError("Failed to fetch")));
    server.on("GET", "/api/orders", () => error(401, "not-authorized"));

    await expect(get("/api/orders")).rejects.toBeInstanceOf(NetworkError);

    expect(losses).toEqual([]);
  });
});

it("reports a ban", async () => {
  server.on("POST", "/api/orders", () => error(403, "account-banned"));
  await expect(post("/api/orders", {})).rejects.toBeInstanceOf(ApiError);
  expect(losses).toEqual(["banned"]);
});

it("does not report another 403 as a ban", async () => {
  server.on("GET", "/api/users", () => error(403, "forbidden"));
  await expect(get("/api/users")).rejects.toBeInstanceOf(ApiError);
  expect(losses).toEqual([]);
});

it("returns the current state with a conflict", async () => {
  server.on("PUT", "/api/tickets/t1", () => error(409, "version-conflict", { current: { version: 3 } }));
  await expect(request("/api/tickets/t1", { method: "PUT", body: {} })).rejects.toMatchObject({
    status: 409,
    current: { version: 3 },
  });
});

it("reports an error response without JSON", async () => {
  server.on("GET", "/api/tickets", () => new Response("<html>Bad Gateway</html>", { status: 502 }));
  await expect(get("/api/tickets")).rejects.toMatchObject({ status: 502 });
});

it("returns no data for an empty response", async () => {
  server.on("DELETE", "/api/orders/1", () => new Response(null, { status: 204 }));
  await expect(request("/api/orders/1", { method: "DELETE" })).resolves.toMatchObject({
    data: undefined,
    status: 204,
  });
});

it("reports an aborted request as aborted, not as a network failure", async () => {
  const abort = new AbortController();
  vi.stubGlobal("fetch", (_: string, { signal }: RequestInit) => {
    abort.abort();
    return signal?.aborted === true
      ? Promise.reject(new DOMException("Aborted", "AbortError"))
      : Promise.resolve(json(200, {}));
  });
  await expect(get("/api/tickets", abort.signal)).rejects.toMatchObject({ name: "AbortError" });
});

describe("a failure", () => {
  it("of the connection while the body arrives is a network failure", async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError("network error")) });
    server.on("GET", "/api/tickets", () => new Response(body));
    await expect(get("/api/tickets")).rejects.toBeInstanceOf(NetworkError);
  });

  it("of the page's own code is not a network failure", async () => {
    const circular: Record<string, unknown> = {};
    circular["itself"] = circular;
    await expect(post("/api/tickets", circular)).rejects.not.toBeInstanceOf(NetworkError);
    vi.stubGlobal("fetch", () => Promise.reject(new ReferenceError("nothing is not defined")));
    await expect(get("/api/tickets")).rejects.toBeInstanceOf(ReferenceError);
  });

  it("to answer in time is a network failure", async () => {
    vi.useFakeTimers();
    vi.stubGlobal(
      "fetch",
      (_: string, { signal }: RequestInit) =>
        new Promise((__, reject) =>
          signal?.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError"))),
        ),
    );
    const answer = expect(get("/api/tickets")).rejects.toBeInstanceOf(NetworkError);
    await vi.advanceTimersByTimeAsync(30_000);
    await answer;
  });
});

it("works in browsers without AbortSignal.any and AbortSignal.timeout", async () => {
  vi.stubGlobal("AbortSignal", undefined);
  server.on("GET", "/api/tickets", () => json(200, []));
  await expect(get("/api/tickets", new AbortController().signal)).resolves.toEqual([]);
});

describe("the next page", () => {
  it.each([
    ['</api/tickets?limit=24&after=1>; rel="next"', "/api/tickets?limit=24&after=1"],
    ["</api/tickets?after=1>; rel=next", "/api/tickets?after=1"],
    ['<https://elsewhere.example/api/tickets>; rel="next"', undefined],
    ['<//elsewhere.example/api/tickets>; rel="next"', undefined],
    ['</\\\\elsewhere.example/api/tickets>; rel="next"', undefined],
    ['</\t/elsewhere.example/api/tickets>; rel="next"', undefined],
    ['</api/tickets>; rel="prev"', undefined],
    [null, undefined],
  ])("of %s is %s", (link, address) => {
    expect(nextPage(link)).toBe(address);
  });
});
