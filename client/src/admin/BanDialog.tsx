import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/api";
import { queryKeys } from "../api/queryKeys";
import type { Account } from "../api/types";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { useAnnounce } from "../ui/announcer";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Actions } from "../ui/Form";
import { Notice } from "../ui/Notice";

const LONGEST_REASON = 500;

export function BanDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState("");
  // fixed when the dialog opens, as the list may be refreshed meanwhile
  const [action] = useState<"ban" | "unban">(account.banned ? "unban" : "ban");
  const { email } = account;
  const change = useMutation({
    mutationFn: () =>
      call("post", `/api/users/{id}/${action}`, {
        path: { id: account.id },
        body: reason.trim() === "" ? {} : { reason: reason.trim() },
      }),
    onSuccess: async () => {
      announce(t(action === "ban" ? "admin.ban.done" : "admin.unban.done", { email }));
      await queryClient.invalidateQueries({ queryKey: queryKeys.mine.all });
      onClose();
    },
  });
  return (
    <Dialog title={t(action === "ban" ? "admin.ban.question" : "admin.unban.question", { email })} onClose={onClose}>
      <p>{t(action === "ban" ? "admin.ban.text" : "admin.unban.text")}</p>
      <Field
        label={t("admin.reason")}
        value={reason}
        maxLength={LONGEST_REASON}
        autoComplete="off"
        onChange={({ target }) => setReason(target.value)}
      />
      {change.isError && <Notice kind="error">{explain(change.error, t)}</Notice>}
      <Actions>
        <Button look={action === "ban" ? "danger" : "primary"} busy={change.isPending} onClick={() => change.mutate()}>
          {t(action === "ban" ? "admin.ban" : "admin.unban")}
        </Button>
        <Button onClick={onClose}>{t("app.cancel")}</Button>
      </Actions>
    </Dialog>
  );
}
