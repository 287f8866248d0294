/** Calls the function when the browser is idle. Safari has no `requestIdleCallback`: there it waits a second. */
export function whenIdle(work: () => void): void {
  if (typeof window.requestIdleCallback === "function") {
    window.requestIdleCallback(work, { timeout: 10_000 });
  } else {
    setTimeout(work, 1_000);
  }
}
