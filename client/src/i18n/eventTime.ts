import { useI18n } from "./context";
import { unbroken } from "./unbroken";

/** The start of an event and its venue's time zone. */
export interface EventStart {
  startsAt?: string;
  timeZone?: string;
}

const SHORT: Intl.DateTimeFormatOptions = {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
};
const LONG: Intl.DateTimeFormatOptions = { ...SHORT, weekday: "long", month: "long", timeZoneName: "short" };

/** Formats the start of an event in the local time of its venue; undefined for an event without a start. */
export function useEventTime(length: "short" | "long" = "short"): (event: EventStart) => string | undefined {
  const { locale } = useI18n();
  const options = length === "short" ? SHORT : LONG;
  return ({ startsAt, timeZone = "UTC" }) =>
    startsAt === undefined ? undefined : unbroken(formatIn(timeZone, locale, options), new Date(startsAt));
}

/** A zone that this browser does not know is replaced by UTC, and named. */
function formatIn(timeZone: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC", timeZoneName: "short" });
  }
}
