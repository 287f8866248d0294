import { expect, it, vi } from "vitest";
import { ApiError, NetworkError } from "./errors";
import { sendOnce } from "./idempotency";

const rejected = (status: number, code: string) => new ApiError(status, [{ message: "", code }]);

/** Sends until an attempt succeeds, and returns the keys of all attempts. */
async function keysOf(failures: Error[], body: (attempt: number) => unknown = () => "same"): Promise<string[]> {
  const keys: string[] = [];
  for (const failure of [...failures, undefined]) {
    const send = vi.fn((key: string) => {
      keys.push(key);
      return failure === undefined ? Promise.resolve("created") : Promise.reject(failure);
    });
    await sendOnce("test", body(keys.length), send).catch(() => undefined);
  }
  return keys;
}

it.each<[string, Error]>([
  ["a lost answer", new NetworkError(undefined)],
  ["a proxy's answer", rejected(504, "")],
  ["an error of the service", rejected(500, "internal-error")],
  ["an ended session", rejected(401, "not-authorized")],
  ["a timeout", rejected(408, "")],
  ["a limit", rejected(429, "too-many-requests")],
  ["too large headers", rejected(431, "request-header-fields-too-large")],
  ["an answer that was cut off", new SyntaxError("Unexpected end of JSON input")],
])("keeps the key after %s", async (_, failure) => {
  const [first, second] = await keysOf([failure]);
  expect(second).toBe(first);
});

it.each([
  ["a rejection", rejected(400, "ticket-reserved")],
  ["a reused key", rejected(422, "idempotency-key-reused")],
  ["a conflict", rejected(409, "price-changed")],
  ["a missing ticket", rejected(404, "not-found")],
])("changes the key after %s", async (_, failure) => {
  const [first, second] = await keysOf([failure]);
  expect(second).not.toBe(first);
});

it("changes the key with the body, and after success", async () => {
  const [first, second] = await keysOf([new NetworkError(undefined)], (attempt) => ({ attempt }));
  expect(second).not.toBe(first);
  const [third] = await keysOf([]);
  expect([first, second]).not.toContain(third);
});

it("changes the key after a quarter of an hour", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const start = Date.now();
  const waits = [14 * 60_000, 2 * 60_000];
  const [first, second, third] = await keysOf([new NetworkError(undefined), new NetworkError(undefined)], (attempt) => {
    vi.setSystemTime(start + waits.slice(0, attempt).reduce((sum, wait) => sum + wait, 0));
    return "same";
  });
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

it("needs no secure origin", async () => {
  vi.stubGlobal("crypto", { getRandomValues: (bytes: Uint8Array) => bytes.fill(171) });
  expect(await keysOf([])).toEqual(["ab".repeat(16)]);
});
