import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { useT } from "../i18n/context";
import { LoadError } from "../ui/LoadError";
import { Skeleton } from "../ui/Skeleton";
import { AdminPage } from "./AdminPage";
import { Evidence } from "./Evidence";
import { evidenceOf, SEARCHED_ORDERS } from "./queries";

export function EvidencePage() {
  const t = useT();
  const { id = "", orderId = "" } = useParams();
  return (
    <AdminPage title={t("evidence.title")}>
      <OrderEvidence buyerId={id} orderId={orderId} />
    </AdminPage>
  );
}

function OrderEvidence({ buyerId, orderId }: { buyerId: string; orderId: string }) {
  const t = useT();
  const found = useQuery(evidenceOf(buyerId, orderId));
  if (found.isPending) {
    return <Skeleton shape="row" count={3} />;
  }
  if (found.isLoadingError) {
    return <LoadError error={found.error} retry={found.refetch} />;
  }
  switch (found.data) {
    case "not-found":
      return <p role="status">{t("failure.notFound")}</p>;
    case "too-many":
      return <p role="status">{t("evidence.tooMany", { count: SEARCHED_ORDERS })}</p>;
    default:
      return <Evidence {...found.data} />;
  }
}
