import { useEffect, useRef } from "react";
import { useT } from "../i18n/context";
import { Button } from "./Button";
import styles from "./More.module.css";

interface MoreProps {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  auto?: boolean;
  /** The name of the list, where a page has several. */
  list?: string;
}

/** Loads the next page of a list: on a click, or with `auto` also when the button scrolls into view. */
export function More({ hasNextPage, isFetchingNextPage, fetchNextPage, auto = false, list }: MoreProps) {
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
    <div className={styles.more} ref={mark}>
      <Button
        aria-label={list && t(isFetchingNextPage ? "app.loadingMore.named" : "app.more.named", { list })}
        busy={isFetchingNextPage}
        onClick={() => fetchNextPage()}
      >
        {isFetchingNextPage ? t("app.loadingMore") : t("app.more")}
      </Button>
    </div>
  );
}
