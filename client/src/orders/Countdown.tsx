import { useEffect, useRef } from "react";
import { useT } from "../i18n/context";
import { useAnnounce } from "../ui/announcer";
import { classes } from "../ui/classes";
import styles from "./Countdown.module.css";
import { countdownMark } from "./countdownMark";

/** Counts down visibly every second and is announced at full minutes and at 60, 30 and 10 seconds. */
export function Countdown({ until, now }: { until: string; now: number }) {
  const t = useT();
  const announce = useAnnounce();
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
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

  return (
    <div className={classes(styles.countdown, seconds <= 60 && styles.lastMinute)}>
      <span id="time-left">{t("checkout.timeLeft")}</span>
      <span className={styles.time} role="timer" aria-live="off" aria-labelledby="time-left">
        {clock(seconds)}
      </span>
    </div>
  );
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(minutes)}:${String(seconds % 60).padStart(2, "0")}`;
}
