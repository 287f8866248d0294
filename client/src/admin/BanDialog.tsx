import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/api";
import { queryKeys } from "../api/queryKeys";
import type { Account } from "../api/types";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { isVisible, shortened, trim } from "../text/text";
import { useToast } from "../ui/announcer";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { discardDraft, readDraft, saveDraft } from "../ui/draft";
import { Field } from "../ui/Field";
import { Actions } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { useAction } from "../ui/useAction";
import { nameOf } from "./nameOf";

const LONGEST_REASON = 500;

export function BanDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  const draft = `ban.${account.id}`;
  const [reason, setReason] = useState(readDraft(draft)?.["reason"] ?? "");
  // fixed when the dialog opens, as the list may be refreshed meanwhile
  const [action] = useState<"ban" | "unban">(account.banned ? "unban" : "ban");
  const email = nameOf(account);
  const change = useAction({
    mutationFn: () =>
      call("post", `/api/users/{id}/${action}`, {
        path: { id: account.id },
        body: isVisible(reason) ? { reason: trim(reason) } : {},
      }),
    onSuccess: async () => {
      discardDraft(draft);
      toast(t(action === "ban" ? "admin.ban.done" : "admin.unban.done", { email }));
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
        autoComplete="off"
        onChange={({ target }) => {
          const typed = shortened(target.value, LONGEST_REASON);
          setReason(typed);
          saveDraft(draft, { reason: typed });
        }}
      />
      {change.isError && <Notice kind="error">{explain(change.error, t)}</Notice>}
      <Actions>
        <Button onClick={onClose}>{t("app.cancel")}</Button>
        <Button look={action === "ban" ? "danger" : "primary"} busy={change.isPending} onClick={() => change.mutate()}>
          {t(action === "ban" ? "admin.ban" : "admin.unban")}
        </Button>
      </Actions>
    </Dialog>
  );
}
