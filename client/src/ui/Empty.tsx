import type { ReactNode } from "react";
import styles from "./Empty.module.css";

/** Shown in place of an empty list, with what the user can do next. */
export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 96 48" width="96" height="48" aria-hidden="true">
        <path d="M2 2h92v14a8 8 0 0 0 0 16v14H2V32a8 8 0 0 0 0-16z" />
        <path d="M66 6v36" />
      </svg>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
