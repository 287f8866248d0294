import { useQuery } from "@tanstack/react-query";
import { requestPasswordReset } from "../api/passwordReset";
import { mailConfig } from "../api/queries";
import { useT } from "../i18n/context";
import { explainField, explainRest } from "../i18n/explain";
import { trim } from "../text/text";
import { Button, ButtonLink } from "../ui/Button";
import { emailProblem } from "../ui/emailProblem";
import { Field } from "../ui/Field";
import { Actions, Form } from "../ui/Form";
import { LoadError } from "../ui/LoadError";
import { Notice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { PageSkeleton } from "../ui/Skeleton";
import { useAction } from "../ui/useAction";
import { useFocusOnLoss } from "../ui/useFocusOnLoss";
import { useForm } from "../ui/useForm";
import { ENTRY_DRAFT } from "./EntryPage";

export function ForgotPasswordPage() {
  const t = useT();
  const config = useQuery(mailConfig);
  if (config.isPending) {
    return <PageSkeleton />;
  }
  return (
    <Page title={t("forgotPassword.title")} narrow>
      {config.isError ? (
        <LoadError error={config.error} retry={config.refetch} />
      ) : config.data.passwordReset ? (
        <RequestForm />
      ) : (
        <Notice kind="info">{t("forgotPassword.unavailable")}</Notice>
      )}
    </Page>
  );
}

function RequestForm() {
  const t = useT();
  const send = useAction({ mutationFn: ({ email }: { email: string }) => requestPasswordReset(trim(email)) });
  const form = useForm<"email">({
    check: ({ email }) => {
      const problem = emailProblem(email);
      return problem === undefined ? {} : { email: t(problem) };
    },
    onSubmit: send.mutate,
    failure: send.error,
    // what was typed on the page before
    draft: { name: ENTRY_DRAFT, fields: ["email"] },
  });
  useFocusOnLoss(String(send.isSuccess));
  const rest = send.isError ? explainRest(send.error, ["email"], t) : undefined;
  return send.isSuccess ? (
    <>
      <Notice kind="success">{t("forgotPassword.sent")}</Notice>
      <ButtonLink to="/signin">{t("signIn.title")}</ButtonLink>
    </>
  ) : (
    <Form {...form.props}>
      <p>{t("forgotPassword.text")}</p>
      <Field
        name="email"
        type="email"
        label={t("field.email")}
        autoComplete="username"
        autoCapitalize="none"
        required
        error={form.error("email", explainField(send.error, "email", t))}
        defaultValue={form.restored?.email}
      />
      {rest !== undefined && <Notice kind="error">{rest}</Notice>}
      <Actions>
        <Button type="submit" look="primary" busy={send.isPending}>
          {t("forgotPassword.submit")}
        </Button>
      </Actions>
    </Form>
  );
}
