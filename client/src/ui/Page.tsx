import type { ReactNode } from "react";
import { useT } from "../i18n/context";

interface PageProps {
  title: string;
  lead?: ReactNode;
  /** Beside the heading. */
  action?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** A page of the site: its heading, and its title in the browser's tab. */
export function Page({ title, lead, action, narrow = false, children }: PageProps) {
  const t = useT();
  return (
    <div className={narrow ? "page page-narrow" : "page"}>
      <title>{`${title} · ${t("app.name")}`}</title>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="lead">{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}
