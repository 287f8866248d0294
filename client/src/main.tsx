import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { newQueryClient } from "./api/queryClient";
import { paymentConfig } from "./api/queries";
import { I18nProvider } from "./i18n/I18n";
import { loadCatalogue, preferredLanguage } from "./i18n/locale";
import { LiveProvider } from "./live/LiveProvider";
import { newRouter } from "./routes";
import { SessionProvider } from "./session/SessionProvider";
import { Announcer } from "./ui/Announcer";
import { applyTheme, storedTheme } from "./ui/theme";
import "./styles/index.css";

applyTheme(storedTheme());
const queryClient = newQueryClient();
// prices need the currency: asked for beside the tickets, and what becomes of it is seen where it is used
void queryClient.query(paymentConfig).catch(() => undefined);
const language = preferredLanguage();
const catalogue = await loadCatalogue(language);
const root = document.getElementById("root");
if (root === null) {
  throw new Error("index.html has no #root");
}
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <I18nProvider initial={{ language, catalogue }}>
        <Announcer>
          <SessionProvider>
            <LiveProvider>
              <RouterProvider router={newRouter()} />
            </LiveProvider>
          </SessionProvider>
        </Announcer>
      </I18nProvider>
    </QueryClientProvider>
  </StrictMode>,
);
