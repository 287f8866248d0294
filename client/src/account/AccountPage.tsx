import { useT } from "../i18n/context";
import { useSession } from "../session";
import { Page } from "../ui/Page";
import { ChangeEmail } from "./ChangeEmail";
import { ChangePassword } from "./ChangePassword";
import { DeleteAccount } from "./DeleteAccount";
import { Devices } from "./Devices";
import { ExportData } from "./ExportData";

export function AccountPage() {
  const t = useT();
  const { user } = useSession();
  return (
    <Page title={t("account.title")} lead={t("nav.signedInAs", { email: user?.email ?? "" })} narrow>
      <Devices />
      <ChangePassword />
      <ChangeEmail />
      <ExportData />
      <DeleteAccount />
    </Page>
  );
}
