import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./Notice.module.css";

interface NoticeProps {
  kind: "error" | "info" | "success";
  title?: string;
  children?: ReactNode;
}

/** A message on the page; screen readers announce errors at once and the rest at the next pause. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div className={classes(styles.notice, styles[kind])} role={kind === "error" ? "alert" : "status"}>
      {title !== undefined && <strong>{title}</strong>}
      {children !== undefined && <div>{children}</div>}
    </div>
  );
}
