import { useT } from "../i18n/context";
import { Button } from "./Button";
import { Notice } from "./Notice";

/** Tells that a form contains what was typed into it before the page was left. */
export function RestoredDraft({ onDiscard }: { onDiscard: () => void }) {
  const t = useT();
  return (
    <Notice kind="info">
      <p>{t("draft.restored")}</p>
      <Button onClick={onDiscard}>{t("draft.discard")}</Button>
    </Notice>
  );
}
