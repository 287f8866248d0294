import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { FakeChannel } from "./FakeChannel";
import { FakeEventSource } from "./FakeEventSource";
import { FakeIntersectionObserver } from "./FakeIntersectionObserver";

// what is awaited comes at once on a quiet machine, and later on a busy one
configure({ asyncUtilTimeout: 60_000 });

beforeEach(() => {
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  vi.stubGlobal("EventSource", FakeEventSource);
  vi.stubGlobal("IntersectionObserver", FakeIntersectionObserver);
  window.scrollTo = () => undefined;
  HTMLCanvasElement.prototype.getContext = () => null;
  // jsdom knows the element and not what it does
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
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
