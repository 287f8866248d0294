import { useEffect, useRef } from "react";
import { focusHeading } from "./focusHeading";

/** Moves the focus to a heading when a change of what is shown has removed the element that had the focus. */
export function useFocusOnLoss(state: string | number, heading?: string): void {
  const before = useRef(state);
  useEffect(() => {
    if (state !== before.current && document.activeElement === document.body) {
      focusHeading(heading);
    }
    before.current = state;
  }, [state, heading]);
}
