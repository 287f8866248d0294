import type { RouteObject } from "react-router";

/** Loads the pages that are loaded on demand, so that navigation is immediate and works without a connection. */
export async function prefetchPages(routes: readonly RouteObject[]): Promise<void> {
  if (savesData()) {
    return;
  }
  for (const { lazy, children } of routes) {
    if (typeof lazy === "function") {
      // a page that is missing now is loaded again, and reported, when it is opened
      await lazy().catch(() => undefined);
    }
    await prefetchPages(children ?? []);
  }
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
