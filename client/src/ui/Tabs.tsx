import type { ReactNode } from "react";
import styles from "./Tabs.module.css";

/** Links between the parts of a page; the current one has aria-current. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {children}
    </nav>
  );
}
