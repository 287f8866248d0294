import { call } from "../api/api";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { Button } from "../ui/Button";
import { Actions } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { useAction } from "../ui/useAction";
import { saveFile } from "./saveFile";

/** Downloads the user's data of all services as one file. */
export function ExportData() {
  const t = useT();
  const download = useAction({
    mutationFn: allData,
    onSuccess: (data) => {
      const day = new Date().toISOString().slice(0, 10);
      saveFile(`ticketing-${day}.json`, "application/json", JSON.stringify(data, null, 2));
    },
  });
  return (
    <section aria-labelledby="export">
      <h2 id="export">{t("account.export")}</h2>
      <p>{t("account.export.text")}</p>
      {download.isError && <Notice kind="error">{explain(download.error, t)}</Notice>}
      <Actions>
        <Button busy={download.isPending} onClick={() => download.mutate()}>
          {t("account.export.submit")}
        </Button>
      </Actions>
    </section>
  );
}

async function allData() {
  const [users, tickets, orders, payments] = await Promise.all([
    call("get", "/api/users/me/export", {}),
    call("get", "/api/tickets/me/export", {}),
    call("get", "/api/orders/me/export", {}),
    call("get", "/api/payments/me/export", {}),
  ]);
  return {
    exportedAt: new Date().toISOString(),
    ...users.data,
    ...tickets.data,
    ...orders.data,
    payments: payments.data,
  };
}
