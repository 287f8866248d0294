import { useState } from "react";
import { call } from "../api/api";
import { isCode } from "../api/errors";
import { useT } from "../i18n/context";
import { explainField, explainRest } from "../i18n/explain";
import { useSession } from "../session";
import { trim } from "../text/text";
import { Button } from "../ui/Button";
import { emailProblem } from "../ui/emailProblem";
import { Field } from "../ui/Field";
import { Actions, Form } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { PasswordField } from "../ui/PasswordField";
import { useAction } from "../ui/useAction";
import { useFocusOnLoss } from "../ui/useFocusOnLoss";
import { type FieldErrors, useForm } from "../ui/useForm";

type Names = "email" | "password";

export function ChangeEmail() {
  const t = useT();
  const { renew } = useSession();
  const [round, setRound] = useState(0);
  const change = useAction({
    mutationFn: async ({ email, password }: Record<Names, string>) => {
      const { data } = await call("post", "/api/users/email", { body: { email: trim(email), password } });
      return { email: trim(email), ...data };
    },
    onSuccess: ({ confirmationSent }) => {
      // remounts the form, which clears it
      setRound(round + 1);
      return confirmationSent ? undefined : renew();
    },
  });
  const check = ({ email, password }: Record<Names, string>): FieldErrors<Names> => {
    const problem = emailProblem(email);
    return {
      ...(problem !== undefined && { email: t(problem) }),
      ...(password === "" && { password: t("error.current-password-missing") }),
    };
  };
  const form = useForm<Names>({ check, onSubmit: change.mutate, failure: change.error });
  useFocusOnLoss(round, "#email");
  const wrong = isCode(change.error, "invalid-credentials");
  const rest = change.isError && !wrong ? explainRest(change.error, ["email", "password"], t) : undefined;
  return (
    <section aria-labelledby="email">
      <h2 id="email" tabIndex={-1}>
        {t("account.email")}
      </h2>
      <p>{t("account.email.text")}</p>
      <Form {...form.props} key={round}>
        <Field
          name="email"
          type="email"
          label={t("account.email.new")}
          autoComplete="email"
          autoCapitalize="none"
          required
          error={form.error("email", explainField(change.error, "email", t))}
        />
        <PasswordField
          name="password"
          label={t("account.password.current")}
          autoComplete="current-password"
          error={form.error(
            "password",
            wrong ? t("account.password.wrong") : explainField(change.error, "password", t),
          )}
        />
        {rest !== undefined && <Notice kind="error">{rest}</Notice>}
        {change.isSuccess && (
          <Notice kind="success">
            {change.data.confirmationSent
              ? t("account.email.sent", { email: change.data.email })
              : t("account.email.done")}
          </Notice>
        )}
        <Actions>
          <Button type="submit" look="primary" busy={change.isPending}>
            {t("account.email.submit")}
          </Button>
        </Actions>
      </Form>
    </section>
  );
}
