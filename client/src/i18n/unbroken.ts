/** Formats a time so that no line ends between the hour and AM or PM. */
export function unbroken(format: Intl.DateTimeFormat, time: Date): string {
  return format
    .formatToParts(time)
    .map(({ type, value }, i, parts) => (type === "literal" && parts[i + 1]?.type === "dayPeriod" ? "\u00a0" : value))
    .join("");
}
