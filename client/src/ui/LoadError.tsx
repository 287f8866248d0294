import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { Button } from "./Button";
import { Notice } from "./Notice";

export function LoadError({ error, retry }: { error: unknown; retry: () => unknown }) {
  const t = useT();
  return (
    <Notice kind="error" title={t("app.loadFailed")}>
      <p>{explain(error, t)}</p>
      <Button onClick={() => retry()}>{t("app.retry")}</Button>
    </Notice>
  );
}
