import { useEffect, useState } from "react";
import { useRouteError } from "react-router";
import { ChunkError, recoverFromMissingChunk } from "../browser/chunks";
import { useT } from "../i18n/context";
import { Button } from "../ui/Button";
import { Page } from "../ui/Page";
import { PageSkeleton } from "../ui/Skeleton";

/** How often the page looks for the connection, in milliseconds: not every browser notices that it is back. */
const RETRY_INTERVAL = 5_000;

/** Shown after an unexpected error, or when a part of the page could not be loaded. */
export function CrashPage() {
  const t = useT();
  return useRouteError() instanceof ChunkError ? (
    <MissingPart />
  ) : (
    <Page title={t("app.crashed")} lead={t("app.crashed.text")} narrow>
      <ReloadButton />
    </Page>
  );
}

/** Loads the page again, once, as soon as there is a connection. */
function MissingPart() {
  const t = useT();
  const [state, setState] = useState<"reloading" | "offline" | "failed">("reloading");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const recover = async () => {
      clearTimeout(timer);
      const outcome = await recoverFromMissingChunk();
      if (!ended) {
        setState(outcome);
        timer = outcome === "offline" ? setTimeout(() => void recover(), RETRY_INTERVAL) : undefined;
      }
    };
    const onOnline = () => void recover();
    onOnline();
    window.addEventListener("online", onOnline);
    return () => {
      ended = true;
      clearTimeout(timer);
      window.removeEventListener("online", onOnline);
    };
  }, []);
  return state === "reloading" ? (
    <PageSkeleton />
  ) : (
    <Page
      title={t("app.missing.title")}
      lead={t(state === "offline" ? "app.missing.offline" : "app.missing.text")}
      narrow
    >
      <ReloadButton />
    </Page>
  );
}

function ReloadButton() {
  const t = useT();
  return (
    <Button look="primary" onClick={() => window.location.reload()}>
      {t("app.reload")}
    </Button>
  );
}
