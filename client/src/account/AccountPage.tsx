import { useT } from "../i18n/context";
import { useSession } from "../session";
import { Page } from "../ui/Page";
import { ChangePassword } from "./ChangePassword";
import { Devices } from "./Devices";

export function AccountPage() {
  const t = useT();
  const { user } = useSession();
  return (
    <Page title={t("account.title")} lead={t("nav.signedInAs", { email: user?.email ?? "" })} narrow>
      <Devices />
      <ChangePassword />
    </Page>
  );
}
