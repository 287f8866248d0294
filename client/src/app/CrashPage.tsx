import { useT } from "../i18n/context";
import { Button } from "../ui/Button";
import { Page } from "../ui/Page";

/** A mistake of ours, or a part of the page that could not be loaded: a new start cures both. */
export function CrashPage() {
  const t = useT();
  return (
    <Page title={t("app.crashed")} lead={t("app.crashed.text")} narrow>
      <Button look="primary" onClick={() => window.location.reload()}>
        {t("app.reload")}
      </Button>
    </Page>
  );
}
