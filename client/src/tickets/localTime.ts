/** A date and a time without a zone, as an input of the type `datetime-local` has them: `2027-06-12T19:30`. */
export type LocalTime = string;

const MINUTE = 60_000;

/** Returns whether the text is a local time; browsers also accept years of five and six digits, which are none. */
export function isLocalTime(text: string): text is LocalTime {
  return !Number.isNaN(Date.parse(`${text}Z`));
}

/** Returns the instant of a local time in a zone. A time that a change of the clocks skips is moved forwards. */
export function toInstant(local: LocalTime, timeZone: string): string {
  const asUtc = Date.parse(`${local}Z`);
  const offsets = [asUtc - 24 * 60 * MINUTE, asUtc + 24 * 60 * MINUTE].map((time) => offsetAt(time, timeZone));
  const candidates = offsets.map((offset) => asUtc - offset);
  const exact = candidates.find((time) => time + offsetAt(time, timeZone) === asUtc);
  return new Date(exact ?? Math.max(...candidates)).toISOString().replace(".000Z", "Z");
}

/** Returns the local time of an instant in a zone, in minutes. */
export function toLocal(instant: string, timeZone: string): LocalTime {
  const time = Date.parse(instant);
  return new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, 16);
}

/** Returns by how much the clocks of the zone are ahead of UTC. */
function offsetAt(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(time);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return local - Math.floor(time / 1000) * 1000;
}

export function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Returns whether the browser knows the zone. */
export function isZone(timeZone: string): boolean {
  try {
    offsetAt(0, timeZone);
    return true;
  } catch {
    return false;
  }
}
