import { type ReactNode, useCallback, useState } from "react";
import { AnnounceContext } from "./announcer";

/** One live region for the whole page, there from the start, since one that comes with its words is often not read. */
export function Announcer({ children }: { children: ReactNode }) {
  const [words, setWords] = useState({ text: "", turn: 0 });
  const announce = useCallback((text: string) => setWords(({ turn }) => ({ text, turn: turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" aria-live="polite">
        <p key={words.turn}>{words.text}</p>
      </div>
    </AnnounceContext>
  );
}
