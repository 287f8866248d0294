import { useEffect, useState } from "react";
import { useT } from "../i18n/context";

const SLOW = 4_000;

/** The shape of what comes, in its place. What waits too long says so. */
export function Skeleton({ count = 1, shape }: { count?: number; shape: "card" | "row" | "text" | "page" }) {
  const t = useT();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <p role="status" className={slow ? "slow" : "visually-hidden"}>
        {slow ? t("app.slow") : t("app.loading")}
      </p>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={`skeleton skeleton-${shape}`} aria-hidden="true" />
      ))}
    </>
  );
}

export function PageSkeleton() {
  return (
    <div className="page">
      <Skeleton shape="page" />
    </div>
  );
}
