import type { Account } from "../api/types";
import { useT } from "../i18n/context";
import type { MessageKey } from "../i18n/en";

const NAMES: ReadonlyMap<string, MessageKey> = new Map([
  ["admin", "admin.role.admin"],
  ["scanner", "admin.role.scanner"],
] as const);

/** The roles of an account. A role without a translation is shown by its identifier. */
export function AccountRoles({ account }: { account: Account }) {
  const t = useT();
  const names = account.roles.map((role) => {
    const name = NAMES.get(role);
    return name === undefined ? role : t(name);
  });
  return names.length > 0 ? names.join(", ") : t("admin.roles.none");
}
