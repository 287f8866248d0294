import { useEffect, useRef } from "react";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { Button } from "./Button";
import styles from "./More.module.css";
import { Notice } from "./Notice";

interface MoreProps {
  data: { pages: readonly unknown[] } | undefined;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
  auto?: boolean;
  /** The name of the list, where a page has several. */
  list?: string;
}

/**
 * Loads the next page of a list: on a click, or with `auto` also when the button scrolls into view. Below the last page,
 * it shows that the list ends.
 */
export function More({
  data,
  error,
  hasNextPage,
  isFetchingNextPage,
  isFetchNextPageError,
  fetchNextPage,
  auto = false,
  list,
}: MoreProps) {
  const t = useT();
  const mark = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLParagraphElement>(null);
  const clicked = useRef(false);
  const latest = useRef(fetchNextPage);
  useEffect(() => {
    latest.current = fetchNextPage;
  });
  const failed = isFetchNextPageError && !isFetchingNextPage;
  // after an error, the next attempt needs a click: the button may stay in view
  const waits = auto && hasNextPage && !isFetchingNextPage && !failed;
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

  useEffect(() => {
    // the last page removes the button, which may have had the focus
    if (!hasNextPage && clicked.current && document.activeElement === document.body) {
      end.current?.focus({ preventScroll: true });
    }
  }, [hasNextPage]);

  if (!hasNextPage) {
    return data !== undefined && data.pages.length > 1 ? (
      <p ref={end} tabIndex={-1} className={styles.end}>
        {t("list.end")}
      </p>
    ) : null;
  }
  return (
    <div className={styles.more} ref={mark}>
      {failed && (
        <Notice kind="error" title={t("app.loadFailed")}>
          {explain(error, t)}
        </Notice>
      )}
      <Button
        aria-label={list && t(isFetchingNextPage ? "app.loadingMore.named" : "app.more.named", { list })}
        busy={isFetchingNextPage}
        onClick={() => {
          clicked.current = true;
          void fetchNextPage();
        }}
      >
        {isFetchingNextPage ? t("app.loadingMore") : t("app.more")}
      </Button>
    </div>
  );
}
