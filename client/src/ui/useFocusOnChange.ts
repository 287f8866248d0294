import { useEffect, useRef } from "react";
import { focusHeading } from "./focusHeading";

/** Moves the focus to the heading when the page shows another state, but not when it is opened. */
export function useFocusOnChange(state: string, selector?: string): void {
  const shown = useRef(state);
  useEffect(() => {
    if (shown.current !== state) {
      shown.current = state;
      focusHeading(selector);
    }
  }, [state, selector]);
}
