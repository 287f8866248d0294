import type { ReactNode } from "react";
import styles from "./Table.module.css";
import { VisuallyHidden } from "./VisuallyHidden";

interface TableProps {
  /** For screen readers; other users see the page's heading. */
  caption: string;
  columns: string[];
  /** The rows of the body. */
  children: ReactNode;
}

export function Table({ caption, columns, children }: TableProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls a focused region only
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <VisuallyHidden as="caption">{caption}</VisuallyHidden>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
