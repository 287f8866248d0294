import type { ReactNode } from "react";
import { useT } from "../i18n/context";
import { classes } from "./classes";
import styles from "./Page.module.css";

interface PageProps {
  title: string;
  lead?: ReactNode;
  /** Beside the heading. */
  action?: ReactNode;
  narrow?: boolean;
  children?: ReactNode;
}

/** A page with its heading, which is also the title of the browser's tab. */
export function Page({ title, lead, action, narrow = false, children }: PageProps) {
  const t = useT();
  return (
    <PageFrame narrow={narrow}>
      <title>{`${title} · ${t("app.name")}`}</title>
      <header className={styles.head}>
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </PageFrame>
  );
}

/** The column that a page's content is in. */
export function PageFrame({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return <div className={classes(styles.page, narrow && styles.narrow)}>{children}</div>;
}
