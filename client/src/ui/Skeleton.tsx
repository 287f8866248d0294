import { useEffect, useState } from "react";
import { useT } from "../i18n/context";
import { classes } from "./classes";
import { PageFrame } from "./Page";
import styles from "./Skeleton.module.css";
import hidden from "./VisuallyHidden.module.css";

/** How long loading may take before the page shows that it is slow, in milliseconds. */
const SLOW = 4_000;

/** A placeholder in the shape of the content that is loading. */
export function Skeleton({ count = 1, shape }: { count?: number; shape: "card" | "row" | "text" | "page" }) {
  const t = useT();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <p role="status" className={slow ? styles.slow : hidden.hidden}>
        {t(slow ? "app.slow" : "app.loading")}
      </p>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={classes(styles.skeleton, styles[shape])} aria-hidden="true" />
      ))}
    </>
  );
}

export function PageSkeleton() {
  return (
    <PageFrame>
      <Skeleton shape="page" />
    </PageFrame>
  );
}
