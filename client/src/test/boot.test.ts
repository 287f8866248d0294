import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";

const boot = readFileSync("public/boot.js", "utf8");
const shell = /<div id="root">([\s\S]*?)<noscript>/.exec(readFileSync("index.html", "utf8"))?.[1] ?? "";
const reload = vi.fn();
const listeners = new Map<string, (event: { target: unknown }) => void>();

/** Runs the script as a page that is loaded does. */
function load() {
  document.body.replaceChildren(...new DOMParser().parseFromString(shell, "text/html").body.childNodes);
  const window = { addEventListener: listeners.set.bind(listeners) };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function("window", "location", boot)(window, { reload });
}

const fail = (target: unknown) => listeners.get("error")?.({ target });
const script = document.createElement("script");
const message = () => document.getElementById("shell-failed-en");

beforeEach(() => {
  // jsdom lacks this property, by which the script recognizes browsers that are too old
  Object.defineProperty(HTMLScriptElement.prototype, "noModule", { configurable: true, value: false });
  vi.useFakeTimers();
  reload.mockReset();
  load();
});

describe("a script that is missing", () => {
  it("is loaded again after a pause, once however many are missing", () => {
    fail(script);
    fail(script);
    expect(document.getElementById("shell-loading")).toBeVisible();
    vi.advanceTimersByTime(1_900);
    expect(reload).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5_000);
    expect(reload).toHaveBeenCalledOnce();
    expect(message()).not.toBeVisible();
  });

  it("is reported after five reloads", () => {
    for (let reloads = 1; reloads <= 5; reloads++) {
      fail(script);
      vi.advanceTimersByTime(3_000);
      expect(reload).toHaveBeenCalledTimes(reloads);
      load();
    }
    fail(script);
    expect(message()).toBeVisible();
    expect(document.getElementById("shell-loading")).not.toBeVisible();
    vi.advanceTimersByTime(10_000);
    expect(reload).toHaveBeenCalledTimes(5);
  });

  it("is not the shell's concern once the page has started", () => {
    document.body.replaceChildren();
    fail(script);
    vi.advanceTimersByTime(10_000);
    expect(reload).not.toHaveBeenCalled();
  });
});

it("loads the page again for a missing stylesheet", () => {
  fail(Object.assign(document.createElement("link"), { rel: "stylesheet" }));
  vi.advanceTimersByTime(3_000);
  expect(reload).toHaveBeenCalledOnce();
});

it("does not load the page again for a missing icon", () => {
  fail(Object.assign(document.createElement("link"), { rel: "icon" }));
  vi.advanceTimersByTime(10_000);
  expect(reload).not.toHaveBeenCalled();
});
