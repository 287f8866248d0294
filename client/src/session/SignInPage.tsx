import { useSearchParams } from "react-router";
import { useT } from "../i18n/context";
import type { MessageKey } from "../i18n/en";
import { type SignOutReason, useSession } from "./context";
import { EntryPage } from "./EntryPage";

export function SignInPage() {
  const t = useT();
  const { signOutReason } = useSession();
  const [search] = useSearchParams();
  const notice = noticeFor(signOutReason, search.has("next"));
  return (
    <EntryPage
      way="signin"
      title={t("signIn.title")}
      submit={t("signIn.submit")}
      other={{ to: "/signup", question: t("signIn.new"), link: t("signIn.create") }}
      notice={notice && t(notice)}
    />
  );
}

/** A banned user already sees the notice that every page shows. */
function noticeFor(reason: SignOutReason | null, cameFromAnotherPage: boolean): MessageKey | undefined {
  switch (reason) {
    case "ended":
      return "signIn.ended";
    case "elsewhere":
      return "signIn.elsewhere";
    case "deleted":
      return "accountDeleted.title";
    case "banned":
      return undefined;
    case null:
      return cameFromAnotherPage ? "signIn.needed" : undefined;
  }
}
