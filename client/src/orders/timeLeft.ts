/** Returns the whole seconds until an instant: never more than there are, as the clock is an estimate. */
export function secondsLeft(until: string, now: number): number {
  return Math.max(0, Math.floor((Date.parse(until) - now) / 1000));
}

/** Formats seconds as minutes and seconds, for example 14:05. */
export function clockOf(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}`;
}
