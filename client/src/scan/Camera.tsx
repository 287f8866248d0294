import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useT } from "../i18n/context";
import { Notice } from "../ui/Notice";
import { readCodes } from "./barcodes";
import styles from "./Scan.module.css";

/** Shows what the camera sees and reports the codes in it, several times a second. */
export function Camera({ onSight }: { onSight: (codes: string[]) => void }) {
  const t = useT();
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const report = useEffectEvent(onSight);
  useEffect(() => {
    const ended = new AbortController();
    if (video.current !== null) {
      readCodes(video.current, ended.signal, (codes) => report(codes)).catch(() => {
        if (!ended.signal.aborted) {
          setFailed(true);
        }
      });
    }
    return () => ended.abort();
  }, []);
  return failed ? (
    <Notice kind="error">{t("scan.camera.failed")}</Notice>
  ) : (
    <video ref={video} className={styles.video} muted playsInline aria-label={t("scan.camera.view")} />
  );
}
