import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { call } from "../api/api";
import { onSessionLoss } from "../api/client";
import { queryKeys } from "../api/queryKeys";
import { type Farewell, SessionContext } from "./context";
import { currentUser, enter as enterSession, rememberSignedIn } from "./session";
import { Tabs } from "./tabs";

export function SessionProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const session = useQuery(currentUser);
  const [farewell, setFarewell] = useState<Farewell | null>(null);
  const tabs = useRef<Tabs>(null);

  const user = session.data ?? null;
  useEffect(() => {
    if (session.data) {
      rememberSignedIn(true);
    }
  }, [session.data]);

  const leave = useCallback(
    (why: Farewell | null) => {
      const wasSignedIn = queryClient.getQueryData(currentUser.queryKey) != null;
      rememberSignedIn(false);
      forgetPerson(queryClient);
      if (wasSignedIn || why === "banned") {
        setFarewell(why);
      }
    },
    [queryClient],
  );

  useEffect(() => {
    const others = new Tabs((news) => {
      if (news === "signed-in") {
        setFarewell(null);
        void queryClient.invalidateQueries({ queryKey: currentUser.queryKey });
        void queryClient.resetQueries({ queryKey: queryKeys.mine.all });
      } else {
        leave(news === "banned" ? "banned" : "elsewhere");
      }
    });
    tabs.current = others;
    const stopListening = onSessionLoss((loss) => {
      leave(loss);
      others.tell(loss === "banned" ? "banned" : "signed-out");
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
      setFarewell(null);
      queryClient.removeQueries({ queryKey: queryKeys.mine.all });
      // not staleness but another person: what was known before must not be seen again
      await queryClient.query({ ...currentUser, staleTime: 0 });
      tabs.current?.tell("signed-in");
    },
    [queryClient],
  );

  const signOut = useCallback(async () => {
    await call("post", "/api/users/signout", {});
    leave(null);
    tabs.current?.tell("signed-out");
  }, [leave]);

  const value = useMemo(
    () => ({ user, pending: session.isPending, farewell, enter, signOut }),
    [user, session.isPending, farewell, enter, signOut],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

function forgetPerson(queryClient: QueryClient): void {
  void queryClient.cancelQueries({ queryKey: currentUser.queryKey });
  queryClient.setQueryData(currentUser.queryKey, null);
  queryClient.removeQueries({ queryKey: queryKeys.mine.all });
}
