import { useEffect, useState } from "react";
import { serverClock } from "../api/serverClock";

const TICK = 250;

/** Returns the servers' time, updated every 250 ms while running; afterwards the time at which it stopped. */
export function useServerNow(running: boolean): number {
  const [now, setNow] = useState(() => serverClock.now());
  const [wasRunning, setWasRunning] = useState(running);
  if (wasRunning !== running) {
    setWasRunning(running);
    setNow(serverClock.now());
  }
  useEffect(() => {
    if (!running) {
      return;
    }
    const timer = setInterval(() => setNow(serverClock.now()), TICK);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
