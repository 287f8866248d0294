import { useLocation } from "react-router";
import type { Order } from "../api/types";
import { useT } from "../i18n/context";
import { useSession } from "../session";
import { ButtonLink } from "../ui/Button";
import { useServerNow } from "../ui/useNow";
import styles from "./HoldBar.module.css";
import { TimeLeft } from "./TimeLeft";
import { useMyHolds } from "./useMyHolds";

/** Shown on every page but the checkout while the user holds tickets: how long still, and the way to pay. */
export function HoldBar() {
  // mounted with a user only: after a sign-out, nothing may keep or fetch the orders again
  return useSession().user !== null && <MyHolds />;
}

function MyHolds() {
  const { pathname } = useLocation();
  const holds = useMyHolds().filter(({ id }) => pathname !== `/orders/${id}`);
  return holds.length > 0 && <Holds holds={holds} />;
}

function Holds({ holds }: { holds: Order[] }) {
  const t = useT();
  const now = useServerNow(true);
  const running = holds.filter(({ expiresAt }) => Date.parse(expiresAt) > now);
  const [first] = running;
  if (first === undefined) {
    return null;
  }
  const { id, ticket, expiresAt } = first;
  const count = running.length;
  return (
    <aside className={styles.bar} aria-label={t("hold.bar")}>
      <p className={styles.text}>
        <span className={styles.title} dir="auto">
          {count === 1 ? ticket.title : t("hold.several", { count })}
        </span>{" "}
        · <TimeLeft until={expiresAt} />
      </p>
      {count === 1 ? (
        <ButtonLink look="primary" to={`/orders/${id}`} aria-label={t("orders.payNamed", { title: ticket.title })}>
          {t("orders.pay")}
        </ButtonLink>
      ) : (
        <ButtonLink look="primary" to="/orders">
          {t("orders.title")}
        </ButtonLink>
      )}
    </aside>
  );
}
