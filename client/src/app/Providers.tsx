import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ComponentProps, type ReactNode, useEffect } from "react";
import { forgetBootReloads } from "../browser/bootReloads";
import { I18nProvider } from "../i18n/I18n";
import { LiveProvider } from "../live";
import { SessionProvider } from "../session";
import { Announcer } from "../ui/Announcer";
import { Toaster } from "../ui/Toaster";

interface ProvidersProps {
  queryClient: QueryClient;
  initial: ComponentProps<typeof I18nProvider>["initial"];
  children: ReactNode;
}

/** The contexts that every page needs. */
export function Providers({ queryClient, initial, children }: ProvidersProps) {
  // only now has the page started: public/boot.js counts failures until then
  useEffect(forgetBootReloads, []);
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider initial={initial}>
        <Announcer>
          <SessionProvider>
            <LiveProvider>
              <Toaster>{children}</Toaster>
            </LiveProvider>
          </SessionProvider>
        </Announcer>
      </I18nProvider>
    </QueryClientProvider>
  );
}
