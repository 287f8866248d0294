import { useT } from "../i18n/context";
import { Button } from "../ui/Button";
import { Page } from "../ui/Page";

/** Shown after an unexpected error or when a chunk could not be loaded; a reload resolves both. */
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
