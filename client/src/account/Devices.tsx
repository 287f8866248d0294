import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../api/api";
import { devices as devicesQuery } from "../api/queries";
import type { Device } from "../api/types";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { useDateTime } from "../i18n/format";
import { useToast } from "../ui/announcer";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { LoadError } from "../ui/LoadError";
import { Notice } from "../ui/Notice";
import { Row, RowNote, Rows } from "../ui/Rows";
import { Skeleton } from "../ui/Skeleton";
import { useAction } from "../ui/useAction";
import { useFocusOnLoss } from "../ui/useFocusOnLoss";
import { deviceName } from "./deviceName";

export function Devices() {
  const t = useT();
  const devices = useQuery(devicesQuery);
  // a session that has ended takes its button with it
  useFocusOnLoss(devices.data?.length ?? 0, "#devices");
  return (
    <section aria-labelledby="devices">
      <h2 id="devices" tabIndex={-1}>
        {t("account.devices")}
      </h2>
      <p>{t("account.devices.text")}</p>
      {devices.isPending ? (
        <Skeleton shape="row" count={2} />
      ) : devices.isLoadingError ? (
        <LoadError error={devices.error} retry={devices.refetch} />
      ) : (
        <Rows>
          {devices.data.map((device) => (
            <DeviceRow key={device.id} device={device} />
          ))}
        </Rows>
      )}
    </section>
  );
}

function DeviceRow({ device }: { device: Device }) {
  const t = useT();
  const dateTime = useDateTime();
  const toast = useToast();
  const queryClient = useQueryClient();
  const name = deviceName(device.device) ?? t("account.device.unknown");
  const end = useAction({
    mutationFn: () => call("delete", "/api/users/sessions/{id}", { path: { id: device.id } }),
    onSuccess: () => toast(t("account.device.ended", { device: name })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: devicesQuery.queryKey }),
  });
  return (
    <Row
      actions={
        !device.current && (
          <Button
            busy={end.isPending}
            aria-label={t("account.device.endNamed", { device: name })}
            onClick={() => end.mutate()}
          >
            {t("account.device.end")}
          </Button>
        )
      }
    >
      <bdi title={device.device}>{name}</bdi>
      {device.current && <Badge tone="good">{t("account.device.current")}</Badge>}
      <RowNote>
        {t("account.device.lastUsed", { time: dateTime(device.lastUsedAt) })} ·{" "}
        {t("account.device.since", { time: dateTime(device.createdAt) })}
      </RowNote>
      {end.isError && <Notice kind="error">{explain(end.error, t)}</Notice>}
    </Row>
  );
}
