import type { Ticket } from "../api/types";
import { useT } from "../i18n/context";
import { RelistButton } from "../payments";
import { Badge } from "../ui/Badge";
import { ButtonLink } from "../ui/Button";
import { Actions } from "../ui/Form";
import { useListingStates } from "./useListingStates";
import { WithdrawOrRestoreButton } from "./WithdrawOrRestoreButton";

/** The state of a ticket, as its seller sees it. */
export function ListingBadge({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const { words, tone } = useListingStates([ticket]).stateOf(ticket);
  return <Badge tone={tone}>{t(words)}</Badge>;
}

/** What the seller can do with a ticket. */
export function OwnListing({ ticket }: { ticket: Ticket }) {
  const t = useT();
  const receipt = useListingStates([ticket]).receiptOf(ticket);
  if (ticket.orderId === undefined) {
    return (
      <>
        <p>{t(ticket.hidden === true ? "ticket.own.withdrawn" : "ticket.own")}</p>
        <Actions>
          <ButtonLink look="primary" to={`/tickets/${ticket.id}/edit`}>
            {t("ticket.edit")}
          </ButtonLink>
          <WithdrawOrRestoreButton ticket={ticket} />
        </Actions>
      </>
    );
  }
  return receipt?.refund?.relistable === true ? (
    <>
      <p>{t("ticket.own.refunded")}</p>
      <Actions>
        <RelistButton receipt={receipt} title={ticket.title} />
      </Actions>
    </>
  ) : (
    <>
      <p>{t("ticket.own")}</p>
      <p>{t("ticket.edit.locked")}</p>
    </>
  );
}
