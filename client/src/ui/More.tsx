import { useEffect, useRef } from "react";
import { useT } from "../i18n/context";
import { Button } from "./Button";

interface MoreProps {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** The next page: by the button, which is enough for everybody, or by itself when it comes into sight. */
export function More({ hasNextPage, isFetchingNextPage, fetchNextPage, auto = false }: MoreProps & { auto?: boolean }) {
  const t = useT();
  const mark = useRef<HTMLDivElement>(null);
  const latest = useRef(fetchNextPage);
  useEffect(() => {
    latest.current = fetchNextPage;
  });
  const waits = auto && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    const element = mark.current;
    if (!waits || element === null) {
      return;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          latest.current();
        }
      },
      { rootMargin: "600px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [waits]);

  if (!hasNextPage) {
    return null;
  }
  return (
    <div className="more" ref={mark}>
      <Button busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
        {isFetchingNextPage ? t("app.loadingMore") : t("app.more")}
      </Button>
    </div>
  );
}
