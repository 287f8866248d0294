import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/api";
import { isCode } from "../api/errors";
import { devices } from "../api/queries";
import { useT } from "../i18n/context";
import { explainField, explainRest } from "../i18n/explain";
import { passwordProblem } from "../session";
import { Button } from "../ui/Button";
import { Actions, Form } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { PasswordField } from "../ui/PasswordField";
import { useAction } from "../ui/useAction";
import { useFocusOnLoss } from "../ui/useFocusOnLoss";
import { type FieldErrors, useForm } from "../ui/useForm";

type Names = "current" | "password";

export function ChangePassword() {
  const t = useT();
  const queryClient = useQueryClient();
  const [round, setRound] = useState(0);
  const change = useAction({
    mutationFn: (passwords: Record<Names, string>) => call("post", "/api/users/password", { body: passwords }),
    onSuccess: () => {
      // remounts the form, which clears it
      setRound(round + 1);
      void queryClient.invalidateQueries({ queryKey: devices.queryKey });
    },
  });
  const check = ({ current, password }: Record<Names, string>): FieldErrors<Names> => {
    const problem = passwordProblem(password);
    return {
      ...(current === "" && { current: t("error.current-password-missing") }),
      ...(problem !== undefined && { password: t(problem) }),
    };
  };
  const form = useForm<Names>({ check, onSubmit: change.mutate, failure: change.error });
  useFocusOnLoss(round, "#password");
  const wrong = isCode(change.error, "invalid-credentials");
  const rest = change.isError && !wrong ? explainRest(change.error, ["current", "password"], t) : undefined;
  return (
    <section aria-labelledby="password">
      <h2 id="password" tabIndex={-1}>
        {t("account.password")}
      </h2>
      <p>{t("account.password.text")}</p>
      <Form {...form.props} key={round}>
        <PasswordField
          name="current"
          label={t("account.password.current")}
          autoComplete="current-password"
          error={form.error("current", wrong ? t("account.password.wrong") : explainField(change.error, "current", t))}
        />
        <PasswordField
          name="password"
          label={t("account.password.new")}
          hint={t("field.password.hint")}
          autoComplete="new-password"
          error={form.error("password", explainField(change.error, "password", t))}
        />
        {rest !== undefined && <Notice kind="error">{rest}</Notice>}
        {change.isSuccess && <Notice kind="success">{t("account.password.done")}</Notice>}
        <Actions>
          <Button type="submit" look="primary" busy={change.isPending}>
            {t("account.password.submit")}
          </Button>
        </Actions>
      </Form>
    </section>
  );
}
