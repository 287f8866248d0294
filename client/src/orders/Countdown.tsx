import { useEffect, useRef } from "react";
import { useT } from "../i18n/context";
import { useAnnounce } from "../ui/announcer";
import { classes } from "../ui/classes";
import styles from "./Countdown.module.css";
import { countdownMark } from "./countdownMark";
import { clockOf, secondsLeft } from "./timeLeft";

/** Counts down visibly every second and is announced at full minutes and at 60, 30 and 10 seconds. */
export function Countdown({ until, now }: { until: string; now: number }) {
  const t = useT();
  const announce = useAnnounce();
  const seconds = secondsLeft(until, now);
  const before = useRef(seconds + 1);

  useEffect(() => {
    const mark = countdownMark(before.current, seconds);
    before.current = seconds;
    if (mark !== undefined) {
      announce(
        mark > 60 ? t("checkout.minutesLeft", { count: mark / 60 }) : t("checkout.secondsLeft", { count: mark }),
      );
    }
  }, [seconds, announce, t]);
  // the time that was announced last is not the time that is left when the page has changed
  useEffect(() => () => announce(""), [announce]);

  return (
    <div className={classes(styles.countdown, seconds <= 60 && styles.lastMinute)}>
      <span id="time-left">{t("checkout.timeLeft")}</span>
      <span className={styles.time} role="timer" aria-live="off" aria-labelledby="time-left">
        {clockOf(seconds)}
      </span>
    </div>
  );
}
