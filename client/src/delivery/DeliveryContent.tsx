import { useQueryClient } from "@tanstack/react-query";
import { fetchNow } from "../api/fetchNow";
import { delivery as deliveryQuery } from "../api/queries";
import type { Delivery } from "../api/types";
import { useI18n } from "../i18n/context";
import { explain } from "../i18n/explain";
import { useFileSize } from "../i18n/format";
import { useToast } from "../ui/announcer";
import { Button, buttonClass } from "../ui/Button";
import { Actions } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { useAction } from "../ui/useAction";
import styles from "./Delivery.module.css";

/** The code to copy, the link to open, or the file to download. */
export function DeliveryContent({ ticketId, delivery }: { ticketId: string; delivery: Delivery }) {
  const { kind, value = "", size = 0 } = delivery;
  if (kind === "file") {
    return <FileDelivery ticketId={ticketId} size={size} />;
  }
  return kind === "link" ? <LinkDelivery link={value} /> : <CodeDelivery code={value} />;
}

function CodeDelivery({ code }: { code: string }) {
  const { t } = useI18n();
  const toast = useToast();
  const copy = useAction({
    mutationFn: () => navigator.clipboard.writeText(code),
    onSuccess: () => toast(t("delivery.copied")),
  });
  return (
    <>
      <p className={styles.code} dir="auto">
        {code}
      </p>
      {copy.isError && <Notice kind="error">{t("delivery.copyFailed")}</Notice>}
      <Actions>
        <Button busy={copy.isPending} onClick={() => copy.mutate()}>
          {t("delivery.copy")}
        </Button>
      </Actions>
    </>
  );
}

/** The seller chose the address: the page names it, opens it in a tab of its own and sends no referrer. */
function LinkDelivery({ link }: { link: string }) {
  const { t } = useI18n();
  return (
    <>
      <p className={styles.code} dir="ltr">
        {link}
      </p>
      <Actions>
        <a className={buttonClass("primary")} href={link} target="_blank" rel="noopener noreferrer">
          {t("delivery.open")}
        </a>
      </Actions>
    </>
  );
}

function FileDelivery({ ticketId, size }: { ticketId: string; size: number }) {
  const { t } = useI18n();
  const fileSize = useFileSize();
  const queryClient = useQueryClient();
  const download = useAction({
    // renews a session that has expired, which the download itself cannot
    mutationFn: () => fetchNow(queryClient, deliveryQuery(ticketId)),
    onSuccess: () => location.assign(`/api/tickets/${encodeURIComponent(ticketId)}/delivery/file`),
  });
  return (
    <>
      {download.isError && <Notice kind="error">{explain(download.error, t)}</Notice>}
      <Actions>
        <Button look="primary" busy={download.isPending} onClick={() => download.mutate()}>
          {t("delivery.download", { size: fileSize(size) })}
        </Button>
      </Actions>
    </>
  );
}
