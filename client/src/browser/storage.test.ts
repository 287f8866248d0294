import { afterEach, describe, expect, it, vi } from "vitest";
import { settings } from "./storage";

afterEach(() => {
  vi.restoreAllMocks();
  settings.set("key", null);
});

function denied(): never {
  throw new DOMException("The operation is insecure.", "SecurityError");
}

function full(): never {
  throw new DOMException("Full", "QuotaExceededError");
}

describe.each([
  ["is denied", () => vi.spyOn(window, "localStorage", "get").mockImplementation(denied)],
  ["does not exist", () => vi.spyOn(window, "localStorage", "get").mockReturnValue(null as never)],
  [
    "cannot be read or written",
    () =>
      vi
        .spyOn(window, "localStorage", "get")
        .mockReturnValue({ getItem: denied, setItem: denied, removeItem: denied } as never),
  ],
])("storage that %s", (_, block) => {
  it("keeps values for the page", () => {
    block();
    expect(settings.get("key")).toBeNull();
    settings.set("key", "value");
    expect(settings.get("key")).toBe("value");
    settings.set("key", null);
    expect(settings.get("key")).toBeNull();
  });
});

it("keeps a new value for the page when the storage is full", () => {
  settings.set("key", "old");
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(full);
  settings.set("key", "new");
  expect(settings.get("key")).toBe("new");
});

it("stores values where it can", () => {
  settings.set("key", "value");
  expect(localStorage.getItem("key")).toBe("value");
  settings.set("key", null);
  expect(localStorage.getItem("key")).toBeNull();
});
