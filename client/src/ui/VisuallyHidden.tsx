import type { ComponentProps } from "react";
import styles from "./VisuallyHidden.module.css";

interface VisuallyHiddenProps extends Omit<ComponentProps<"span">, "className"> {
  as?: "span" | "p" | "div" | "caption";
}

/** Text for screen readers only. */
export function VisuallyHidden({ as: Element = "span", ...rest }: VisuallyHiddenProps) {
  return <Element {...(rest as object)} className={styles.hidden} />;
}
