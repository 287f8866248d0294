import type { Translate } from "./translate";

/** From here on, a wait is stated in the next larger unit. */
const MOST = 90;

/** Returns a time to wait in seconds, minutes or hours, depending on its length and rounded up. */
export function waitText(seconds: number, t: Translate): string {
  if (seconds < MOST) {
    return t("wait.seconds", { count: Math.ceil(seconds) });
  }
  const minutes = seconds / 60;
  return minutes < MOST
    ? t("wait.minutes", { count: Math.ceil(minutes) })
    : t("wait.hours", { count: Math.ceil(minutes / 60) });
}
