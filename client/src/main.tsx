import "./styles/index.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { paymentConfig } from "./api/queries";
import { newQueryClient } from "./api/queryClient";
import { Providers } from "./app/Providers";
import { newRouter } from "./app/routes";
import { loadCatalogue, preferredLanguage } from "./i18n/locale";
import { applyTheme, storedTheme } from "./ui/theme";

applyTheme(storedTheme());
const queryClient = newQueryClient();
// prefetched in parallel with the tickets, as prices need the currency; components that use it handle its errors
void queryClient.query(paymentConfig).catch(() => undefined);
const language = preferredLanguage();
const catalogue = await loadCatalogue(language);
const root = document.getElementById("root");
if (root === null) {
  throw new Error("index.html has no #root");
}
createRoot(root).render(
  <StrictMode>
    <Providers queryClient={queryClient} initial={{ language, catalogue }}>
      <RouterProvider router={newRouter()} />
    </Providers>
  </StrictMode>,
);
