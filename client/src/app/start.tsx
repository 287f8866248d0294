import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { paymentConfig } from "../api/queries";
import { newQueryClient } from "../api/queryClient";
import { whenIdle } from "../browser/whenIdle";
import { en } from "../i18n/en";
import { loadTranslation } from "../i18n/I18n";
import { preferredLanguage } from "../i18n/locale";
import { applyTheme, storedTheme } from "../ui/theme";
import { LastResort } from "./LastResort";
import { prefetchPages } from "./prefetch";
import { Providers } from "./Providers";
import { newRouter, routes } from "./routes";

/** Replaces the shell of index.html with the page. */
export async function start(shell: HTMLElement): Promise<void> {
  applyTheme(storedTheme());
  const queryClient = newQueryClient();
  // prefetched in parallel with the tickets, as prices need the currency; components that use it handle its errors
  void queryClient.query(paymentConfig).catch(() => undefined);
  const language = preferredLanguage();
  const initial = (await loadTranslation(language)) ?? { language: "en", catalogue: en, missing: language };
  createRoot(shell).render(
    <StrictMode>
      <LastResort>
        <Providers queryClient={queryClient} initial={initial}>
          <RouterProvider router={newRouter()} />
        </Providers>
      </LastResort>
    </StrictMode>,
  );
  whenIdle(() => void prefetchPages(routes));
}
