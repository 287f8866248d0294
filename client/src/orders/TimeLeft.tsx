import { useT } from "../i18n/context";
import { useServerNow } from "../ui/useNow";
import { clockOf, secondsLeft } from "./timeLeft";

/** The time until an instant as 14:05, updated every second. */
export function TimeLeft({ until }: { until: string }) {
  const t = useT();
  const now = useServerNow(true);
  return (
    <span role="timer" aria-label={t("checkout.timeLeft")}>
      {clockOf(secondsLeft(until, now))}
    </span>
  );
}
