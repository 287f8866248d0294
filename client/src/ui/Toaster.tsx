import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useT } from "../i18n/context";
import { ToastContext } from "./announcer";
import { Button } from "./Button";
import styles from "./Toaster.module.css";

/** How long a confirmation is visible, in milliseconds; the page itself shows its result for longer. */
const VISIBLE = 8_000;

/** Shows the last confirmation above the page. Its live region is always present, see Announcer. */
export function Toaster({ children }: { children: ReactNode }) {
  const t = useT();
  const [toast, setToast] = useState({ text: "", turn: 0 });
  const show = useCallback((text: string) => setToast(({ turn }) => ({ text, turn: turn + 1 })), []);
  useEffect(() => {
    const timer = setTimeout(() => setToast(({ turn }) => ({ text: "", turn })), VISIBLE);
    return () => clearTimeout(timer);
  }, [toast.turn]);
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.region}>
        <div role="status">
          {toast.text !== "" && (
            <p className={styles.toast} key={toast.turn}>
              {toast.text}
            </p>
          )}
        </div>
        {toast.text !== "" && (
          <Button look="quiet" className={styles.close} aria-label={t("app.close")} onClick={() => show("")}>
            ×
          </Button>
        )}
      </div>
    </ToastContext>
  );
}
