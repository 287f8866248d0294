const LAST_SECONDS = [60, 30, 10];

/** Returns the mark in seconds that was passed between two readings of the clock, the smallest if there were several. */
export function countdownMark(before: number, now: number): number | undefined {
  const marks = new Set(LAST_SECONDS);
  for (let minute = 2; minute * 60 <= before; minute++) {
    marks.add(minute * 60);
  }
  const passed = [...marks].filter((mark) => mark < before && mark >= now);
  return passed.length === 0 ? undefined : Math.min(...passed);
}
