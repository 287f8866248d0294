import { useState } from "react";
import { useT } from "../i18n/context";
import { Button } from "../ui/Button";
import { Actions } from "../ui/Form";
import { DeleteAccountDialog } from "./DeleteAccountDialog";

export function DeleteAccount() {
  const t = useT();
  const [asked, setAsked] = useState(false);
  return (
    <section aria-labelledby="delete">
      <h2 id="delete">{t("account.delete")}</h2>
      <p>{t("account.delete.text")}</p>
      <Actions>
        <Button look="danger" onClick={() => setAsked(true)}>
          {t("account.delete.open")}
        </Button>
      </Actions>
      {asked && <DeleteAccountDialog onClose={() => setAsked(false)} />}
    </section>
  );
}
