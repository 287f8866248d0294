import { useT } from "../i18n/context";
import { useServerNow } from "../ui/useNow";
import { clockOf, secondsLeft } from "./timeLeft";

interface TimeLeftProps {
  until: string;
  /** Whether a link contains it: a name of its own would replace the time in the name of the link. */
  inLink?: boolean;
}

/** The time until an instant as 14:05, updated every second. */
export function TimeLeft({ until, inLink = false }: TimeLeftProps) {
  const t = useT();
  const time = clockOf(secondsLeft(until, useServerNow(true)));
  return inLink ? (
    <span>{time}</span>
  ) : (
    <span role="timer" aria-label={t("checkout.timeLeft")}>
      {time}
    </span>
  );
}
