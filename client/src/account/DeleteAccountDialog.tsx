import type { Conflict } from "../api/api";
import { isCode } from "../api/errors";
import { useT } from "../i18n/context";
import { explainField, explainRest } from "../i18n/explain";
import { useSession } from "../session";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Actions, Form } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { PasswordField } from "../ui/PasswordField";
import { useAction } from "../ui/useAction";
import { useForm } from "../ui/useForm";
import { DeletionBlocked } from "./DeletionBlocked";

export function DeleteAccountDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { deleteAccount } = useSession();
  const deletion = useAction({ mutationFn: deleteAccount });
  const form = useForm<"password">({
    check: ({ password }) => (password === "" ? { password: t("error.current-password-missing") } : {}),
    onSubmit: ({ password }) => deletion.mutate(password),
    failure: deletion.error,
  });
  const { error } = deletion;
  const wrong = isCode(error, "invalid-credentials");
  const blocked = isCode(error, "deletion-blocked");
  const rest = error !== null && !wrong && !blocked ? explainRest(error, ["password"], t) : undefined;
  return (
    <Dialog title={t("account.delete.question")} onClose={onClose}>
      <ul>
        <li>{t("account.delete.access")}</li>
        <li>{t("account.delete.listings")}</li>
        <li>{t("account.delete.tickets")}</li>
        <li>{t("account.delete.kept")}</li>
      </ul>
      <Form {...form.props}>
        <PasswordField
          name="password"
          label={t("account.password.current")}
          autoComplete="current-password"
          error={form.error("password", wrong ? t("account.password.wrong") : explainField(error, "password", t))}
        />
        {blocked && <DeletionBlocked by={error.current as Conflict<"delete", "/api/users/me">} />}
        {rest !== undefined && <Notice kind="error">{rest}</Notice>}
        <Actions>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button type="submit" look="danger" busy={deletion.isPending}>
            {t("account.delete.submit")}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
