import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./Rows.module.css";

export function Rows({ children }: { children: ReactNode }) {
  return <ul className={styles.rows}>{children}</ul>;
}

interface RowProps {
  price?: string;
  actions?: ReactNode;
  /** The content of the row; its first element is the heading. */
  children: ReactNode;
}

export function Row({ price, actions, children }: RowProps) {
  const isEmpty = actions === undefined || actions === null || actions === false;
  return (
    <li className={classes(styles.row, price === undefined && styles.unpriced, isEmpty && styles.plain)}>
      <div className={styles.main}>{children}</div>
      {price !== undefined && <span className={styles.price}>{price}</span>}
      {!isEmpty && <div className={styles.actions}>{actions}</div>}
    </li>
  );
}

export function RowNote({ small = false, children }: { small?: boolean; children: ReactNode }) {
  return <span className={classes(styles.note, small && styles.small)}>{children}</span>;
}
