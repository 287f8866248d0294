import type { ReactNode } from "react";

interface NoticeProps {
  kind: "error" | "info" | "success";
  title?: string;
  children?: ReactNode;
}

/** Something to know now; errors are read out at once, the rest when there is a pause. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind === "error" ? "alert" : "status"}>
      {title !== undefined && <strong>{title}</strong>}
      {children !== undefined && <div>{children}</div>}
    </div>
  );
}
