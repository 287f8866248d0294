import { queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "../api/api";
import { queryKeys } from "../api/queryKeys";
import { loadChunk } from "../browser/chunks";
import { useT } from "../i18n/context";
import { LoadError } from "../ui/LoadError";
import { Skeleton } from "../ui/Skeleton";
import styles from "./Pass.module.css";

const passOf = (orderId: string) =>
  queryOptions({
    queryKey: queryKeys.mine.pass(orderId),
    queryFn: async ({ signal }) => {
      const { data } = await call("get", "/api/orders/{id}/pass", { path: { id: orderId }, signal });
      const { qrCodeOf } = await loadChunk(() => import("./qrCode"));
      return { serial: data.serial, code: qrCodeOf(data.pass) };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The code that is scanned at the entrance, on the screen and in print. */
export function Pass({ orderId }: { orderId: string }) {
  const t = useT();
  const found = useQuery(passOf(orderId));
  return (
    <section>
      <h2>{t("pass.title")}</h2>
      {found.isPending ? (
        <Skeleton shape="row" />
      ) : found.isLoadingError ? (
        <LoadError error={found.error} retry={found.refetch} />
      ) : (
        <>
          <p>{t("pass.text")}</p>
          <svg
            className={styles.code}
            viewBox={`0 0 ${found.data.code.size} ${found.data.code.size}`}
            shapeRendering="crispEdges"
            role="img"
            aria-label={t("pass.code")}
          >
            <path d={found.data.code.path} />
          </svg>
          <p className={styles.serial}>{t("pass.serial", { serial: found.data.serial })}</p>
        </>
      )}
    </section>
  );
}
