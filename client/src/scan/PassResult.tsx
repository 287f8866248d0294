import type { CheckedPass } from "../api/types";
import { useT } from "../i18n/context";
import type { MessageKey } from "../i18n/en";
import { useDateTime } from "../i18n/format";
import { useSession } from "../session";
import { classes } from "../ui/classes";
import styles from "./Scan.module.css";

const TITLES: Record<CheckedPass["state"], MessageKey> = {
  valid: "scan.valid",
  used: "scan.used",
  refunded: "scan.refunded",
  unknown: "scan.unknown",
};

/** The result of a check, in large text and never by colour alone. */
export function PassResult({ result }: { result: CheckedPass }) {
  const t = useT();
  const dateTime = useDateTime();
  const { user } = useSession();
  const { state, usedAt, scannerId } = result;
  return (
    <div className={classes(styles.result, state === "valid" ? styles.admit : styles.refuse)}>
      <strong className={styles.state}>{t(TITLES[state])}</strong>
      {state === "used" && usedAt !== undefined && (
        <p>
          {t(scannerId === user?.id ? "scan.used.byYou" : "scan.used.byAnother", {
            time: dateTime(usedAt),
          })}
        </p>
      )}
      {state === "refunded" && <p>{t("scan.refunded.text")}</p>}
      {state === "unknown" && <p>{t("scan.unknown.text")}</p>}
    </div>
  );
}
