import { useT } from "../i18n/context";
import { Notice } from "../ui/Notice";
import { useSession } from "./context";
import { EntryPage } from "./EntryPage";

export function SignInPage() {
  const t = useT();
  const { farewell } = useSession();
  return (
    <EntryPage
      way="signin"
      title={t("signIn.title")}
      submit={t("signIn.submit")}
      other={{ to: "/signup", question: t("signIn.new"), link: t("signIn.create") }}
    >
      {farewell === "ended" && <Notice kind="info">{t("signIn.ended")}</Notice>}
      {farewell === "elsewhere" && <Notice kind="info">{t("signIn.elsewhere")}</Notice>}
    </EntryPage>
  );
}
