import { Link } from "react-router";
import { useT } from "../i18n/context";
import { Page } from "../ui/Page";

/** The end of a deletion. The user is signed out by then. */
export function AccountDeletedPage() {
  const t = useT();
  return (
    <Page title={t("accountDeleted.title")} narrow>
      <p role="status">{t("accountDeleted.text")}</p>
      <p>
        <Link to="/">{t("notFound.home")}</Link>
      </p>
    </Page>
  );
}
