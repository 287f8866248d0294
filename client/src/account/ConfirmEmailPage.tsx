import { Link, useSearchParams } from "react-router";
import { call } from "../api/api";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { useSession } from "../session";
import { Button } from "../ui/Button";
import { Actions } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { useAction } from "../ui/useAction";
import { useFocusOnLoss } from "../ui/useFocusOnLoss";

/** The page of the link in the email. It waits for a click, because mail scanners open links too. */
export function ConfirmEmailPage() {
  const t = useT();
  const { user, renew } = useSession();
  const [search] = useSearchParams();
  const confirm = useAction({
    mutationFn: () =>
      call("post", "/api/users/email/confirmation", { body: { token: search.get("token") ?? "" }, refresh: false }),
    onSuccess: () => (user === null ? undefined : renew()),
  });
  useFocusOnLoss(String(confirm.isSuccess));
  return (
    <Page title={t("confirmEmail.title")} narrow>
      {confirm.isSuccess ? (
        <>
          <Notice kind="success">{t("confirmEmail.done")}</Notice>
          <p>
            <Link to={user === null ? "/signin" : "/account"}>
              {user === null ? t("nav.signIn") : t("nav.account")}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p>{t("confirmEmail.text")}</p>
          {confirm.isError && <Notice kind="error">{explain(confirm.error, t)}</Notice>}
          <Actions>
            <Button look="primary" busy={confirm.isPending} onClick={() => confirm.mutate()}>
              {t("confirmEmail.submit")}
            </Button>
          </Actions>
        </>
      )}
    </Page>
  );
}
