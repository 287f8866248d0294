import type { ReactNode } from "react";
import styles from "./Facts.module.css";

export type Fact = [name: string, value: ReactNode];

/** Names and values below each other. Omits the facts without a value. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== undefined && value !== null)
        .flatMap(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  );
}
