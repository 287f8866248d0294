import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes";
import styles from "./Field.module.css";

interface FieldProps extends Omit<ComponentProps<"input">, "className"> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** For a value of a few characters. */
  short?: boolean;
  after?: ReactNode;
}

export function Field({ label, hint, error, after, short = false, ...input }: FieldProps) {
  const id = useId();
  const described = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`];
  return (
    <div className={classes(styles.field, short && styles.short)}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        dir="auto"
        {...input}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={described.filter(Boolean).join(" ") || undefined}
      />
      {after}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

interface SelectFieldProps extends Omit<ComponentProps<"select">, "className"> {
  label: string;
  error?: string | undefined;
}

export function SelectField({ label, error, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        {...select}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      />
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

interface TextFieldProps extends Omit<ComponentProps<"textarea">, "className"> {
  label: string;
  error?: string | undefined;
}

/** A text of several lines. */
export function TextField({ label, error, ...text }: TextFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        dir="auto"
        rows={4}
        {...text}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      />
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

export function FieldError(props: Omit<ComponentProps<"p">, "className">) {
  return <p {...props} className={styles.error} />;
}
