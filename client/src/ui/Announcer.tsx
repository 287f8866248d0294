import { type ReactNode, useCallback, useState } from "react";
import { AnnounceContext } from "./announcer";
import { VisuallyHidden } from "./VisuallyHidden";

/** The page's one live region. It is always present: screen readers often skip a region that appears with its text. */
export function Announcer({ children }: { children: ReactNode }) {
  const [announcement, setAnnouncement] = useState({ text: "", turn: 0 });
  const announce = useCallback((text: string) => setAnnouncement(({ turn }) => ({ text, turn: turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden as="div" aria-live="polite">
        <p key={announcement.turn}>{announcement.text}</p>
      </VisuallyHidden>
    </AnnounceContext>
  );
}
