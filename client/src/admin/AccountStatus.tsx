import type { Account } from "../api/types";
import { useT } from "../i18n/context";
import { useDateTime } from "../i18n/format";
import { Badge } from "../ui/Badge";
import { RowNote } from "../ui/Rows";

/** The status of an account: active, deleted, or banned, with the time and the reason. */
export function AccountStatus({ account: { banned, deleted, bannedAt, banReason } }: { account: Account }) {
  const t = useT();
  const dateTime = useDateTime();
  if (deleted) {
    return <Badge tone="muted">{t("admin.status.deleted")}</Badge>;
  }
  return (
    <>
      <Badge tone={banned ? "bad" : "good"}>{t(banned ? "admin.status.banned" : "admin.status.active")}</Badge>
      {bannedAt !== undefined && (
        <RowNote>
          {t("admin.bannedSince", { time: dateTime(bannedAt) })}
          {banReason !== undefined && ` · ${banReason}`}
        </RowNote>
      )}
    </>
  );
}
