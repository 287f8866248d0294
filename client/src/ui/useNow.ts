import { useEffect, useState } from "react";
import { serverClock } from "../api/serverClock";

const TICK = 250;

/** The servers' time, four times a second while somebody looks on. */
export function useServerNow(running: boolean): number {
  const [now, setNow] = useState(() => serverClock.now());
  useEffect(() => {
    if (!running) {
      return;
    }
    const timer = setInterval(() => setNow(serverClock.now()), TICK);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
