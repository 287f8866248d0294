import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { call } from "../api/api";
import { onSessionLoss, refresh } from "../api/client";
import { queryKeys } from "../api/queryKeys";
import { type SignOutReason, SessionContext } from "./context";
import { currentUser, enter as enterSession, rememberSignedIn } from "./session";
import { Tabs } from "./tabs";

export function SessionProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const session = useQuery(currentUser);
  const [signOutReason, setSignOutReason] = useState<SignOutReason | null>(null);
  const tabs = useRef<Tabs>(null);

  const user = session.data ?? null;
  useEffect(() => {
    if (session.data) {
      rememberSignedIn(true);
    } else if (session.data === null) {
      // what showed personal data is unmounted by now, so that nothing fetches or keeps it
      queryClient.removeQueries({ queryKey: queryKeys.mine.all });
    }
  }, [session.data, queryClient]);

  const leave = useCallback(
    (reason: SignOutReason | null) => {
      const wasSignedIn = queryClient.getQueryData(currentUser.queryKey) != null;
      rememberSignedIn(false);
      endSession(queryClient);
      if (wasSignedIn || reason === "banned") {
        setSignOutReason(reason);
      }
    },
    [queryClient],
  );

  useEffect(() => {
    const others = new Tabs((event) => {
      if (event === "signed-in") {
        setSignOutReason(null);
        void queryClient.invalidateQueries({ queryKey: currentUser.queryKey });
        void queryClient.resetQueries({ queryKey: queryKeys.mine.all });
      } else {
        leave(event === "signed-out" ? "elsewhere" : event);
      }
    });
    tabs.current = others;
    const stopListening = onSessionLoss((loss) => {
      leave(loss);
      others.send(loss);
    });
    return () => {
      stopListening();
      others.close();
    };
  }, [queryClient, leave]);

  const enter = useCallback(
    async (way: "signin" | "signup", email: string, password: string) => {
      await enterSession(way, email, password);
      rememberSignedIn(true);
      setSignOutReason(null);
      queryClient.removeQueries({ queryKey: queryKeys.mine.all });
      // another user may have signed in, so cached data and running requests are not merely stale but wrong
      await queryClient.cancelQueries({ queryKey: currentUser.queryKey });
      await queryClient.query({ ...currentUser, staleTime: 0 });
      tabs.current?.send("signed-in");
    },
    [queryClient],
  );

  const signOut = useCallback(async () => {
    await call("post", "/api/users/signout", {});
    leave(null);
    tabs.current?.send("signed-out");
  }, [leave]);

  const deleteAccount = useCallback(
    async (password: string) => {
      await call("delete", "/api/users/me", { body: { password } });
      leave("deleted");
      tabs.current?.send("deleted");
    },
    [leave],
  );

  const renew = useCallback(
    () =>
      refresh().then(
        () => queryClient.invalidateQueries({ queryKey: currentUser.queryKey }),
        // the change has succeeded all the same, and the next refresh shows it
        () => undefined,
      ),
    [queryClient],
  );

  const { isPending: pending, isLoadingError, error: cause, refetch: retry } = session;
  const error = isLoadingError ? cause : null;
  const value = useMemo(
    () => ({ user, pending, error, retry, signOutReason, enter, signOut, deleteAccount, renew }),
    [user, pending, error, retry, signOutReason, enter, signOut, deleteAccount, renew],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

function endSession(queryClient: QueryClient): void {
  void queryClient.cancelQueries({ queryKey: currentUser.queryKey });
  queryClient.setQueryData(currentUser.queryKey, null);
}
