import { useT } from "../i18n/context";
import { EntryPage } from "./EntryPage";

export function SignUpPage() {
  const t = useT();
  return (
    <EntryPage
      way="signup"
      title={t("signUp.title")}
      submit={t("signUp.submit")}
      other={{ to: "/signin", question: t("signUp.have"), link: t("signIn.title") }}
    />
  );
}
