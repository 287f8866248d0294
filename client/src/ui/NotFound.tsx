import { useT } from "../i18n/context";
import { ButtonLink } from "./Button";
import { Page } from "./Page";

export function NotFound() {
  const t = useT();
  return (
    <Page title={t("notFound.title")} lead={t("notFound.text")} narrow>
      <ButtonLink look="primary" to="/">
        {t("notFound.home")}
      </ButtonLink>
    </Page>
  );
}
