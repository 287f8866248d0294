import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./Dialog.module.css";
import { focusHeading } from "./focusHeading";

interface DialogProps {
  title: string;
  onClose: () => void;
  /** Selects the element that has the focus afterwards if what opened the dialog is gone. */
  heading?: string | undefined;
  children: ReactNode;
}

/** The browser's modal dialog, which traps the focus and closes on Escape. Returns the focus when it closes. */
export function Dialog({ title, onClose, heading, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      // what opened the dialog may be gone, such as the button of a refund that was made
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
      } else {
        focusHeading(heading);
      }
    };
  }, [heading]);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onCancel={onClose} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
