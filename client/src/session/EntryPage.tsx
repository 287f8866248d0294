import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { isCode } from "../api/errors";
import { useT } from "../i18n/context";
import { explainField, explainRest } from "../i18n/explain";
import { trim } from "../text/text";
import { Button } from "../ui/Button";
import { discardDraft } from "../ui/draft";
import { emailProblem } from "../ui/emailProblem";
import { Field } from "../ui/Field";
import { Actions, Form } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { PasswordField } from "../ui/PasswordField";
import { useAction } from "../ui/useAction";
import { type FieldErrors, useForm } from "../ui/useForm";
import { useSession } from "./context";
import styles from "./EntryPage.module.css";
import { passwordProblem } from "./password";
import { safeNext } from "./session";

interface EntryPageProps {
  way: "signin" | "signup";
  title: string;
  submit: string;
  other: { to: string; question: string; link: string };
  /** The reason why the user has to sign in. */
  notice?: string | undefined;
}

type Names = "email" | "password";

/** Shared by these pages, so that a link between them keeps the email. */
export const ENTRY_DRAFT = "entry";

/** The form of sign-in and sign-up, which differ only in the rules for the password. */
export function EntryPage({ way, title, submit, other, notice }: EntryPageProps) {
  const t = useT();
  const { user, enter } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const next = safeNext(search.get("next"));
  const signUp = way === "signup";

  const go = useAction({
    mutationFn: ({ email, password }: Record<Names, string>) => enter(way, trim(email), password),
    onSuccess: () => {
      discardDraft(ENTRY_DRAFT);
      return navigate(next, { replace: true });
    },
  });
  const check = ({ email, password }: Record<Names, string>): FieldErrors<Names> => {
    const invalidEmail = emailProblem(email);
    const invalidPassword = password === "" ? "error.password-missing" : signUp ? passwordProblem(password) : undefined;
    return {
      ...(invalidEmail !== undefined && { email: t(invalidEmail) }),
      ...(invalidPassword !== undefined && { password: t(invalidPassword) }),
    };
  };
  const form = useForm<Names>({
    check,
    onSubmit: go.mutate,
    failure: go.error,
    draft: { name: ENTRY_DRAFT, fields: ["email"] },
  });

  if (user !== null && !go.isPending) {
    return <Navigate to={next} replace />;
  }
  // every page shows a notice of the ban
  const banned = isCode(go.error, "account-banned");
  const rest = go.isError && !banned ? explainRest(go.error, ["email", "password"], t) : undefined;
  return (
    <Page title={title} narrow>
      {notice !== undefined && <Notice kind="info">{notice}</Notice>}
      <Form {...form.props}>
        <Field
          name="email"
          type="email"
          label={t("field.email")}
          autoComplete="username"
          autoCapitalize="none"
          required
          error={form.error("email", explainField(go.error, "email", t))}
          defaultValue={form.restored?.email}
        />
        <PasswordField
          name="password"
          label={t("field.password")}
          autoComplete={signUp ? "new-password" : "current-password"}
          error={form.error("password", explainField(go.error, "password", t))}
          {...(signUp && { hint: t("field.password.hint") })}
        />
        {rest !== undefined && <Notice kind="error">{rest}</Notice>}
        <Actions>
          <Button type="submit" look="primary" busy={go.isPending}>
            {submit}
          </Button>
        </Actions>
      </Form>
      {!signUp && (
        <p className={styles.other}>
          <Link to="/forgot-password">{t("signIn.forgot")}</Link>
        </p>
      )}
      <p className={styles.other}>
        {other.question} <Link to={{ pathname: other.to, search: search.toString() }}>{other.link}</Link>
      </p>
    </Page>
  );
}
