import { categoryName } from "../i18n/category";
import { useT } from "../i18n/context";
import { useEventTime } from "../i18n/eventTime";
import type { Facts } from "./facts";

/** Returns a function to the facts in one line. */
export function useFactSummary(): (facts: Facts) => string {
  const t = useT();
  const eventTime = useEventTime("long");
  return ({ startsAt, timeZone, venue, city, category, seat, description }) => {
    const start = startsAt === "" ? undefined : eventTime({ startsAt, timeZone });
    const name = categoryName(category);
    return [start, venue, city, name && t(name), seat, description].filter(Boolean).join(" · ");
  };
}
