import { Link } from "react-router";
import { useT } from "../i18n/context";
import { Page } from "./Page";

export function NotFound() {
  const t = useT();
  return (
    <Page title={t("notFound.title")} lead={t("notFound.text")} narrow>
      <Link className="button button-primary" to="/">
        {t("notFound.home")}
      </Link>
    </Page>
  );
}
