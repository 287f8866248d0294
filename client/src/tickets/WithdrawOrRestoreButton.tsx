import type { Ticket } from "../api/types";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { useWithdrawOrRestore } from "./useWithdrawOrRestore";

/** Withdraws a ticket that is not held, or puts it back on sale. */
export function WithdrawOrRestoreButton({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const change = useWithdrawOrRestore(ticket);
  const action = ticket.hidden === true ? "listings.restore" : "listings.withdraw";
  return (
    <>
      <Button
        aria-label={t(`${action}.named`, { title: ticket.title })}
        busy={change.isPending}
        onClick={() => change.mutate()}
      >
        {t(action)}
      </Button>
      {change.isError && <Notice kind="error">{explain(change.error, t)}</Notice>}
    </>
  );
}
