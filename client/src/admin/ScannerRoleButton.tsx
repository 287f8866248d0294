import { useQueryClient } from "@tanstack/react-query";
import { call } from "../api/api";
import { queryKeys } from "../api/queryKeys";
import type { Account } from "../api/types";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { useToast } from "../ui/announcer";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { useAction } from "../ui/useAction";
import { nameOf } from "./nameOf";

const SCANNER = "scanner";

/** Gives an account the scanner role, or removes it. */
export function ScannerRoleButton({ account }: { account: Account }) {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { id } = account;
  const email = nameOf(account);
  const isScanner = account.roles.includes(SCANNER);
  const change = useAction({
    mutationFn: () =>
      call("post", "/api/users/{id}/roles", {
        path: { id },
        body: isScanner ? { remove: [SCANNER] } : { add: [SCANNER] },
      }),
    onSuccess: () => {
      toast(t(isScanner ? "admin.role.removed" : "admin.role.given", { email }));
      return queryClient.invalidateQueries({ queryKey: queryKeys.mine.all });
    },
  });
  return (
    <>
      <Button
        aria-label={t(isScanner ? "admin.role.removeNamed" : "admin.role.giveNamed", { email })}
        busy={change.isPending}
        onClick={() => change.mutate()}
      >
        {t(isScanner ? "admin.role.remove" : "admin.role.give")}
      </Button>
      {change.isError && <Notice kind="error">{explain(change.error, t)}</Notice>}
    </>
  );
}
