import { useEffect, useRef } from "react";
import { useT } from "../i18n/context";
import { useAnnounce } from "../ui/announcer";
import { countdownMark } from "./countdownMark";

/** Seen every second; read out at each full minute, and at 60, 30 and 10 seconds. */
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
    <div className={seconds <= 60 ? "countdown countdown-soon" : "countdown"}>
      <span id="held-for">{t("checkout.timeLeft")}</span>
      <span className="countdown-time" role="timer" aria-live="off" aria-labelledby="held-for">
        {clock(seconds)}
      </span>
    </div>
  );
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(minutes)}:${String(seconds % 60).padStart(2, "0")}`;
}
