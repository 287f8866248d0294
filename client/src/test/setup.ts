import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { FakeChannel } from "./FakeChannel";
import { FakeEventSource } from "./FakeEventSource";
import { FakeIntersectionObserver } from "./FakeIntersectionObserver";

// long enough for a busy machine; a quiet one waits only as long as needed
configure({ asyncUtilTimeout: 60_000 });

beforeEach(() => {
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  vi.stubGlobal("EventSource", FakeEventSource);
  vi.stubGlobal("IntersectionObserver", FakeIntersectionObserver);
  window.scrollTo = () => undefined;
  HTMLCanvasElement.prototype.getContext = () => null;
  // jsdom does not implement these methods
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

afterEach(() => {
  cleanup();
  FakeChannel.forget();
  FakeEventSource.opened.length = 0;
  localStorage.clear();
  sessionStorage.clear();
  window.history.replaceState(null, "");
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
