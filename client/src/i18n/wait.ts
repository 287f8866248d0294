import type { Translate } from "./translate";

/** So many seconds or minutes are stated in the next larger unit. */
const NEXT_UNIT_FROM = 90;

/** Returns a time to wait in seconds, minutes or hours, depending on its length and rounded up. */
export function waitText(seconds: number, t: Translate): string {
  if (seconds < NEXT_UNIT_FROM) {
    return t("wait.seconds", { count: Math.ceil(seconds) });
  }
  const minutes = seconds / 60;
  return minutes < NEXT_UNIT_FROM
    ? t("wait.minutes", { count: Math.ceil(minutes) })
    : t("wait.hours", { count: Math.ceil(minutes / 60) });
}
