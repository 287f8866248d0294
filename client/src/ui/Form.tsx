import type { ComponentProps, ReactNode } from "react";
import styles from "./Form.module.css";

export function Form(props: ComponentProps<"form">) {
  return <form {...props} className={styles.form} />;
}

/** The buttons of a form, a dialog or a page, in a row. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}

/** A checkbox or a radio button with its label. */
export function Check({ children, ...input }: ComponentProps<"input"> & { type: "checkbox" | "radio" }) {
  return (
    <label className={styles.check}>
      <input {...input} />
      {children}
    </label>
  );
}
