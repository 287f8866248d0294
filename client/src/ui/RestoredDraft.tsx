import { useT } from "../i18n/context";
import { Button } from "./Button";
import { Notice } from "./Notice";

/** A notice above a form whose draft was restored, with a button that discards the draft. */
export function RestoredDraft({ onDiscard }: { onDiscard: () => void }) {
  const t = useT();
  return (
    <Notice kind="info">
      <p>{t("draft.restored")}</p>
      <Button onClick={onDiscard}>{t("draft.discard")}</Button>
    </Notice>
  );
}
