import type { ComponentProps } from "react";
import { Link } from "react-router";
import styles from "./Button.module.css";
import { classes } from "./classes";

type Look = "primary" | "plain" | "quiet" | "danger";

interface ButtonProps extends ComponentProps<"button"> {
  look?: Look;
  /** Under way: the button keeps the focus, announces its state and ignores further clicks. */
  busy?: boolean;
}

export function Button({ look = "plain", busy = false, className, onClick, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classes(buttonClass(look), className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) {
          event.preventDefault();
        } else {
          onClick?.(event);
        }
      }}
    />
  );
}

/** A link that looks like a button. */
export function ButtonLink({ look = "plain", ...rest }: ComponentProps<typeof Link> & { look?: Look }) {
  return <Link {...rest} className={buttonClass(look)} />;
}

/** For an element that is neither a button nor a link within the page. */
export function buttonClass(look: Look): string {
  return classes(styles.button, look !== "plain" && styles[look]);
}
