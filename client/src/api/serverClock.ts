/**
 * The servers' clock, as far as their answers' Date headers tell: each narrows the range of possible offsets, whose
 * middle is taken. A Date has whole seconds, so the first answer leaves a doubt of half a second and later ones less.
 */
export class ServerClock {
  private earliest = Number.NEGATIVE_INFINITY;
  private latest = Number.POSITIVE_INFINITY;

  constructor(private readonly local: () => number = () => Date.now()) {}

  /** Takes in an answer's Date header; the request was sent at this local time. */
  observe(date: string | null, sentAt: number): void {
    const second = date === null ? Number.NaN : Date.parse(date);
    if (Number.isNaN(second)) {
      return;
    }
    const earliest = second - this.local();
    const latest = second + 1000 - sentAt;
    if (earliest > this.latest || latest < this.earliest) {
      // one of the clocks was set: what was known before is void
      this.earliest = earliest;
      this.latest = latest;
    } else {
      this.earliest = Math.max(this.earliest, earliest);
      this.latest = Math.min(this.latest, latest);
    }
  }

  now(): number {
    return this.local() + this.offset();
  }

  private offset(): number {
    return Number.isFinite(this.earliest) ? (this.earliest + this.latest) / 2 : 0;
  }
}

export const serverClock = new ServerClock();
