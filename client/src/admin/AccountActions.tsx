import { useState } from "react";
import type { Account } from "../api/types";
import { useT } from "../i18n/context";
import { Button } from "../ui/Button";
import { BanDialog } from "./BanDialog";
import { nameOf } from "./nameOf";
import { ScannerRoleButton } from "./ScannerRoleButton";

/** The buttons for an account that is not deleted. */
export function AccountActions({ account }: { account: Account }) {
  const t = useT();
  const [asked, setAsked] = useState(false);
  const { banned } = account;
  return (
    <>
      <ScannerRoleButton account={account} />
      <Button
        look={banned ? "plain" : "danger"}
        aria-label={t(banned ? "admin.unbanNamed" : "admin.banNamed", { email: nameOf(account) })}
        onClick={() => setAsked(true)}
      >
        {t(banned ? "admin.unban" : "admin.ban")}
      </Button>
      {asked && <BanDialog account={account} onClose={() => setAsked(false)} />}
    </>
  );
}
