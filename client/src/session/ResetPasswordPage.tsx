import { useSearchParams } from "react-router";
import { resetPassword } from "../api/passwordReset";
import { useT } from "../i18n/context";
import { explainField, explainRest } from "../i18n/explain";
import { Button, ButtonLink } from "../ui/Button";
import { Actions, Form } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { PasswordField } from "../ui/PasswordField";
import { useAction } from "../ui/useAction";
import { useFocusOnLoss } from "../ui/useFocusOnLoss";
import { useForm } from "../ui/useForm";
import { useSession } from "./context";
import { passwordProblem } from "./password";

/** The page of the link in the email. */
export function ResetPasswordPage() {
  const t = useT();
  const { user, renew } = useSession();
  const [search] = useSearchParams();
  const reset = useAction({
    mutationFn: ({ password }: { password: string }) => resetPassword(search.get("token") ?? "", password),
    // this device is signed out, too
    onSuccess: () => (user === null ? undefined : renew()),
  });
  const form = useForm<"password">({
    check: ({ password }) => {
      const problem = passwordProblem(password);
      return problem === undefined ? {} : { password: t(problem) };
    },
    onSubmit: reset.mutate,
    failure: reset.error,
  });
  useFocusOnLoss(String(reset.isSuccess));
  const rest = reset.isError ? explainRest(reset.error, ["password"], t) : undefined;
  return (
    <Page title={t("resetPassword.title")} narrow>
      {reset.isSuccess ? (
        <>
          <Notice kind="success">{t("resetPassword.done")}</Notice>
          <ButtonLink look="primary" to="/signin">
            {t("signIn.title")}
          </ButtonLink>
        </>
      ) : (
        <Form {...form.props}>
          <PasswordField
            name="password"
            label={t("account.password.new")}
            hint={t("field.password.hint")}
            autoComplete="new-password"
            error={form.error("password", explainField(reset.error, "password", t))}
          />
          {rest !== undefined && <Notice kind="error">{rest}</Notice>}
          <Actions>
            <Button type="submit" look="primary" busy={reset.isPending}>
              {t("account.password.submit")}
            </Button>
            <ButtonLink look="quiet" to="/forgot-password">
              {t("resetPassword.again")}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
