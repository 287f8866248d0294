interface TimeLimit {
  signal: AbortSignal;
  /** Whether the time was over, and not the given signal aborted. */
  isOver: () => boolean;
  clear: () => void;
}

/** Aborts after a time or with another signal. `AbortSignal.any` is newer than the browsers that the page supports. */
export function timeLimit(milliseconds: number, other?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  let over = false;
  const timer = setTimeout(() => {
    over = true;
    controller.abort();
  }, milliseconds);
  const abort = () => controller.abort(other?.reason);
  if (other?.aborted === true) {
    abort();
  }
  other?.addEventListener("abort", abort);
  return {
    signal: controller.signal,
    isOver: () => over,
    clear: () => {
      clearTimeout(timer);
      other?.removeEventListener("abort", abort);
    },
  };
}
