import { useEffect, useRef } from "react";
import { focusHeading } from "./focusHeading";

/** Moves the focus to a heading when an entry of its list is removed together with the element that had the focus. */
export function useFocusOnRemoval(entries: number, heading: string): void {
  const before = useRef(entries);
  useEffect(() => {
    if (entries < before.current && document.activeElement === document.body) {
      focusHeading(heading);
    }
    before.current = entries;
  }, [entries, heading]);
}
