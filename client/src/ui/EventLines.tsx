import { categoryName } from "../i18n/category";
import { useT } from "../i18n/context";
import { type EventStart, useEventTime } from "../i18n/eventTime";
import styles from "./EventLines.module.css";

interface EventLinesProps {
  event: EventStart & { venue?: string; city?: string; category?: string };
}

/** When and where an event is, in two lines; nothing for a ticket that states neither. */
export function EventLines({ event }: EventLinesProps) {
  const t = useT();
  const start = useEventTime()(event);
  const place = [event.venue, event.city].filter((part) => part !== undefined);
  const category = categoryName(event.category);
  if (start === undefined && place.length === 0 && category === undefined) {
    return null;
  }
  return (
    <span className={styles.lines}>
      {start !== undefined && <time dateTime={event.startsAt}>{start}</time>}
      {place.length > 0 && <bdi>{place.join(", ")}</bdi>}
      {category !== undefined && <span>{t(category)}</span>}
    </span>
  );
}
